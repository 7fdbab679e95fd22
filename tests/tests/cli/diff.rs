//! `generator diff` of folders, pages and exported models.

use crate::sandbox::Sandbox;
use generator::cli::Status;
use serde_json::Value;

const ROWS: &str = "|watts|Int32|Power, and `%0A`.|\n|lid|Boolean|On top.|";
const RESOURCE: &str = "new/beta/resources/kettle.md";

/// The pages of [`Sandbox::with_pages`] as `docs-src` and, with one property gone and one new, as `new`.
fn two_states() -> Sandbox {
    let sandbox = Sandbox::with_pages();
    sandbox.write("new/beta/resources/kettlestate.md", crate::pages::ENUM);
    sandbox.write("new/beta/api/kettle-list.md", crate::pages::API);
    sandbox.write("new/includes/clouds.md", crate::pages::CLOUDS);
    sandbox.write(RESOURCE, crate::pages::RESOURCE);
    let row = "|litres|Int32|How much it holds.|";
    sandbox.edit(RESOURCE, row, ROWS);
    sandbox.edit(RESOURCE, "  \"litres\": 2,\n", "");
    sandbox
}

#[test]
fn text_is_grouped_and_ends_with_the_verdict() {
    let run = two_states().run(&["diff", "docs-src", "new"]).ends(Status::Done);
    insta::assert_snapshot!(run.out, @r"
    beta kitchen kettle
      breaking kettle: property litres removed: Edm.Int32  [property-removed microsoft.graph.kettle/litres  docs-src/beta/resources/kettle.md:18]
               beta::kettle::Kettle::litres is gone

    beta kitchen kettle
      additive kettle: property lid added: Edm.Boolean  [property-added microsoft.graph.kettle/lid  new/beta/resources/kettle.md:19]
      additive kettle: property watts added: Edm.Int32  [property-added microsoft.graph.kettle/watts  new/beta/resources/kettle.md:18]

    major: 1 breaking, 2 additive, 0 docs
    ");
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
}

#[test]
fn equal_sides_have_no_changes() {
    let run = two_states()
        .run(&["diff", "docs-src", "docs-src", "--fail-on", "any"])
        .ends(Status::Done);
    assert_eq!(run.out, "no changes\n");
}

#[test]
fn markdown_has_sections() {
    let run = two_states()
        .run(&["diff", "docs-src", "new", "--format", "markdown"])
        .ends(Status::Done);
    insta::assert_snapshot!(run.out, @r"
    **major: 1 breaking, 2 additive, 0 docs**

    ### Breaking changes

    - beta `kitchen` `kettle`
      - `kettle` property `litres` removed: `Edm.Int32` (`property-removed microsoft.graph.kettle/litres`)
        - `beta::kettle::Kettle::litres` is gone

    ### Additions

    - beta `kitchen` `kettle`
      - `kettle` property `lid` added: `Edm.Boolean`
      - `kettle` property `watts` added: `Edm.Int32`
    ");
}

#[test]
fn json_is_as_documented() {
    let run = two_states()
        .run(&["diff", "docs-src", "new", "--format=json"])
        .ends(Status::Done);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document["changes"][0]).unwrap(), @r#"
    {
      "after": "Edm.Boolean",
      "area": "kitchen",
      "baseline": null,
      "before": null,
      "change": "added",
      "current": {
        "file": "resources/kettle.md",
        "line": 19
      },
      "id": "property-added",
      "impact": "additive",
      "items": [
        {
          "after": "Option<bool>",
          "before": null,
          "differs": [
            "name"
          ],
          "effect": "compatible",
          "path": "beta::kettle::Kettle::lid"
        }
      ],
      "kind": "property",
      "name": "lid",
      "resource": "kettle",
      "target": "microsoft.graph.kettle",
      "version": "beta"
    }
    "#);
    insta::assert_snapshot!(document["summary"], @r#"{"accepted":0,"additive":2,"breaking":1,"docs":0,"semver":"major"}"#);
}

#[test]
fn sarif_names_rules_and_places() {
    let run = two_states()
        .run(&["diff", "docs-src", "new", "--format", "sarif"])
        .ends(Status::Done);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let run = &document["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let places = run["results"].as_array().unwrap().iter().map(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        let (file, line) = (&place["artifactLocation"]["uri"], &place["region"]["startLine"]);
        format!(
            "{} {} {file}:{line} {}",
            result["level"], result["ruleId"], result["message"]["text"]
        )
    });
    insta::assert_snapshot!(places.collect::<Vec<_>>().join("\n"), @r#"
    "note" "property-added" "new/beta/resources/kettle.md":19 "kettle: property `lid` added: `Edm.Boolean`"
    "error" "property-removed" "docs-src/beta/resources/kettle.md":18 "kettle: property `litres` removed: `Edm.Int32`; `beta::kettle::Kettle::litres` is gone"
    "note" "property-added" "new/beta/resources/kettle.md":18 "kettle: property `watts` added: `Edm.Int32`"
    "#);
}

#[test]
fn annotations_are_workflow_commands() {
    let run = two_states()
        .run(&["diff", "docs-src", "new", "--format", "github"])
        .ends(Status::Done);
    insta::assert_snapshot!(run.out, @r"
    ::error file=docs-src/beta/resources/kettle.md,line=18,title=property-removed microsoft.graph.kettle/litres (breaking)::kettle: property litres removed: Edm.Int32%0Abeta::kettle::Kettle::litres is gone
    ::notice file=new/beta/resources/kettle.md,line=19,title=property-added microsoft.graph.kettle/lid (additive)::kettle: property lid added: Edm.Boolean
    ::notice file=new/beta/resources/kettle.md,line=18,title=property-added microsoft.graph.kettle/watts (additive)::kettle: property watts added: Edm.Int32
    ::notice title=API changes::major: 1 breaking, 2 additive, 0 docs
    ");
}

#[test]
fn fail_on_decides_the_status() {
    let sandbox = two_states();
    for (wanted, status) in [
        ("never", Status::Done),
        ("breaking", Status::Found),
        ("any", Status::Found),
    ] {
        sandbox
            .run(&["diff", "docs-src", "new", "--fail-on", wanted])
            .ends(status);
    }
    sandbox.write(RESOURCE, crate::pages::RESOURCE.replace("How much", "How many litres"));
    for (wanted, status) in [
        ("never", Status::Done),
        ("breaking", Status::Done),
        ("any", Status::Found),
    ] {
        sandbox
            .run(&["diff", "docs-src", "new", "--fail-on", wanted])
            .ends(status);
    }
}

#[test]
fn accepted_changes_are_silent_and_unused_entries_are_not() {
    let sandbox = two_states();
    sandbox.write(
        "accepted.toml",
        "[[accept]]\nid = 'property-removed'\nitem = 'microsoft.graph.kettle/litres'\nreason = 'never used'\n\n\
         [[accept]]\nid = 'property-removed'\nitem = 'microsoft.graph.kettle/spout'\n",
    );
    let arguments = [
        "diff",
        "docs-src",
        "new",
        "--fail-on",
        "breaking",
        "--accept",
        "accepted.toml",
    ];
    let run = sandbox.run(&arguments).ends(Status::Found);
    insta::assert_snapshot!(run.err, @r"
    error[unused-entry]: there is no longer a change `property-removed` of `microsoft.graph.kettle/spout`
     --> accepted.toml:6:1
      |
    6 | [[accept]]
      | ^^^^^^^^^^
      |
      = help: remove the entry
    ");
    assert!(
        run.out
            .ends_with("minor: 0 breaking, 2 additive, 0 docs (1 accepted)\n"),
        "{}",
        run.out
    );
    sandbox.edit(
        "accepted.toml",
        "\n[[accept]]\nid = 'property-removed'\nitem = 'microsoft.graph.kettle/spout'\n",
        "",
    );
    sandbox.run(&arguments).ends(Status::Done);
}

#[test]
fn a_mistake_in_the_accepted_changes_is_shown_at_its_line() {
    let sandbox = two_states();
    sandbox.write("accepted.toml", "[[accept]]\nid = 'property-gone'\nitem = 'x'\n");
    let run = sandbox
        .run(&["diff", "docs-src", "new", "--accept", "accepted.toml"])
        .ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r"
    error[bad-entry]: `property-gone` is not a kind of change
     --> accepted.toml:1:1
      |
    1 | [[accept]]
      | ^^^^^^^^^^
    ");
    sandbox.write("accepted.toml", "[[accept]]\nid = 'property-removed'\n");
    let run = sandbox
        .run(&["diff", "docs-src", "new", "--accept", "accepted.toml"])
        .ends(Status::Failed);
    assert!(
        run.err.contains("missing field `item`") && run.err.contains("accepted.toml:1"),
        "{}",
        run.err
    );
    let run = sandbox
        .run(&["diff", "docs-src", "new", "--accept", "absent.toml"])
        .ends(Status::Failed);
    assert!(run.err.contains("cannot read"), "{}", run.err);
}

#[test]
fn an_exported_model_is_a_side() {
    let sandbox = two_states();
    sandbox.run(&["export", "-o", "old.json"]).ends(Status::Done);
    let of_pages = sandbox
        .run(&["diff", "docs-src", "new", "--format", "json"])
        .ends(Status::Done);
    let of_model = sandbox
        .run(&["diff", "old.json", "new", "--format", "json"])
        .ends(Status::Done);
    assert_eq!(of_model.out, of_pages.out);
    sandbox
        .run(&["diff", "old.json", "docs-src", "--fail-on", "any"])
        .ends(Status::Done);
    sandbox.write("old.json", "{\"versions\": 3}");
    let run = sandbox.run(&["diff", "old.json", "new"]).ends(Status::Failed);
    assert!(run.err.contains("is not an exported model"), "{}", run.err);
}

#[test]
fn one_version_is_compared_on_request() {
    let sandbox = two_states();
    sandbox.write("new/v1.0/resources/kettle.md", crate::pages::RESOURCE);
    sandbox.write("docs-src/v1.0/resources/kettle.md", crate::pages::RESOURCE);
    let run = sandbox
        .run(&["diff", "docs-src", "new", "--api-version", "v1.0"])
        .ends(Status::Done);
    assert_eq!(run.out, "no changes\n");
    let run = sandbox
        .run(&["diff", "docs-src", "new", "--api-version", "v2.0"])
        .ends(Status::Failed);
    assert!(run.err.contains("it has beta and v1.0"), "{}", run.err);
}

#[test]
fn a_file_gets_the_text() {
    let sandbox = two_states();
    let text = sandbox.run(&["diff", "docs-src", "new"]).ends(Status::Done).out;
    let run = sandbox
        .run(&["diff", "docs-src", "new", "-o", "changes.txt"])
        .ends(Status::Done);
    assert_eq!(run.out, "");
    assert_eq!(sandbox.read("changes.txt"), text);
}

#[test]
fn a_side_that_is_nothing_is_an_error() {
    let run = two_states().run(&["diff", "absent", "new"]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r"
    error: cannot read SANDBOX/absent: no such file or directory
     |
     = help: a side is a folder of pages, a page, REVISION:PATH, or an exported model
    ");
}

#[test]
fn help_tells_what_a_side_is() {
    let run = Sandbox::new().run(&["diff", "--help"]).ends(Status::Done);
    for text in [
        "REVISION:PATH",
        "Examples:\n  generator diff",
        "[[accept]]",
        "breaking    code that compiled",
    ] {
        assert!(run.out.contains(text), "{text}: {}", run.out);
    }
}
