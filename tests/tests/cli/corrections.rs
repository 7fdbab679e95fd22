//! Corrections of pages that are wrong.

use crate::sandbox::Sandbox;
use generator::cli::Status;

const CORRECTION: &str = r#"[[correction]]
page = "beta/resources/kettle.md"
find = "|litres|Int32|"
replace = "|litres|Double|"
why = "The service sends fractions."
link = "https://example.com/issues/17"
"#;

/// The corrections file with `new` in place of `old`, which it must have.
fn with(old: &str, new: &str) -> String {
    assert!(CORRECTION.contains(old), "{old}");
    CORRECTION.replace(old, new)
}

fn sandbox(corrections: &str) -> Sandbox {
    let sandbox = Sandbox::with_pages();
    sandbox.write("corrections.toml", corrections);
    sandbox
}

#[test]
fn every_command_reads_the_corrected_page() {
    let sandbox = sandbox(CORRECTION);
    let before = sandbox.run(&["export"]).ends(Status::Done);
    assert!(before.out.contains(r#""Edm.Int32""#), "{}", before.out);
    let run = sandbox
        .run(&["export", "--corrections", "corrections.toml"])
        .ends(Status::Done);
    assert!(run.out.contains(r#""Edm.Double""#), "{}", run.out);
    sandbox.write("generator.toml", "corrections = 'corrections.toml'\n");
    let run = sandbox.run_in("docs-src", &["stats"]).ends(Status::Done);
    assert!(
        run.out.contains("corrections  applied\n                   1\n"),
        "{}",
        run.out
    );
    sandbox.run(&[]).ends(Status::Done);
    let emitted = sandbox.read("generated/src/beta/kettle.rs");
    assert!(emitted.contains("pub litres: Option<f64>"), "{emitted}");
    sandbox.run(&["--check"]).ends(Status::Done);
}

#[test]
fn an_entry_that_does_not_apply_is_an_error_with_its_place() {
    let twice = with("|litres|Int32|", "kettle").replace("|litres|Double|", "pot");
    let cases = [
        with("kettle.md", "pot.md"),
        with("Int32", "Int64"),
        twice,
        with("Double", "Int32"),
        with("https://example.com/issues/17", "issue 17"),
        with("why = \"The service sends fractions.\"\n", ""),
    ];
    let errors = cases.map(|corrections| {
        let run = sandbox(&corrections).run(&["--corrections", "corrections.toml"]);
        run.ends(Status::Failed).err
    });
    insta::assert_snapshot!(errors.join("\n"), @r#"
    error[unapplied-correction]: beta/resources/pot.md is not among the pages
     --> corrections.toml:2:8
      |
    2 | page = "beta/resources/pot.md"
      |        ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: name the page below the docs root, as diagnostics do, or remove the entry if the page is gone

    error[unapplied-correction]: beta/resources/kettle.md does not say this
     --> corrections.toml:3:8
      |
    3 | find = "|litres|Int64|"
      |        ^^^^^^^^^^^^^^^^
      |
      = help: remove the entry if the page was corrected; if its text has changed, copy it from the page

    error[unapplied-correction]: beta/resources/kettle.md says this 7 times, not 1
     --> corrections.toml:3:8
      |
    3 | find = "kettle"
      |        ^^^^^^^^
      |
      = help: add text around it until it is unique, or `times = 7` to correct all of them

    error[bad-correction]: `replace` is the same as `find`
     --> corrections.toml:3:8
      |
    3 | find = "|litres|Int32|"
      |        ^^^^^^^^^^^^^^^^

    error[bad-correction]: `link` is not the address of a web page
     --> corrections.toml:6:8
      |
    6 | link = "issue 17"
      |        ^^^^^^^^^^

    error[bad-correction]: missing field `why`
     --> corrections.toml:1:1
      |
    1 | [[correction]]
      | ^^^^^^^^^^^^^^
    "#);
}

#[test]
fn a_text_that_stands_there_several_times_is_corrected_as_often_as_the_entry_says() {
    let corrections = with("|litres|Int32|", "Supports").replace("|litres|Double|", "Allows");
    let sandbox = sandbox(&corrections);
    let page = sandbox.read("docs-src/beta/resources/kettle.md");
    sandbox.write(
        "docs-src/beta/resources/kettle.md",
        format!("{page}\nSupports tea. Supports coffee.\n"),
    );
    let times = page.matches("Supports").count() + 2;
    sandbox.write("corrections.toml", format!("{corrections}times = {times}\n"));
    sandbox
        .run(&["stats", "--corrections", "corrections.toml"])
        .ends(Status::Done);
}

#[test]
fn pages_that_are_left_out_on_purpose_are_no_mistake() {
    let sandbox = sandbox(CORRECTION);
    sandbox.write("docs-src/v1.0/resources/kettle.md", crate::pages::RESOURCE);
    for left_out in [
        ["export", "--api-version", "v1.0"],
        ["export", "--docs", "docs-src/v1.0"],
    ] {
        let arguments = [&left_out[..], &["--corrections", "corrections.toml"]].concat();
        sandbox.run(&arguments).ends(Status::Done);
    }
}

#[test]
fn a_file_of_corrections_that_is_not_there_is_named() {
    let run = Sandbox::with_pages()
        .run(&["stats", "--corrections", "corrections.toml"])
        .ends(Status::Failed);
    run.says(&["error: cannot read the corrections file ", "corrections.toml: "]);
}

#[test]
fn a_diff_corrects_both_sides_and_asks_for_one_that_applies() {
    let sandbox = sandbox(CORRECTION);
    sandbox.write("corrected/beta/resources/kettle.md", crate::pages::RESOURCE);
    sandbox.edit(
        "corrected/beta/resources/kettle.md",
        "|litres|Int32|",
        "|litres|Double|",
    );
    let sides = ["diff", "docs-src", "corrected"];
    let run = sandbox.run(&sides).ends(Status::Done);
    assert!(run.out.contains("Edm.Int32 -> Edm.Double"), "{}", run.out);
    let arguments = [&sides[..], &["--corrections", "corrections.toml"]].concat();
    let run = sandbox.run(&arguments).ends(Status::Done);
    assert!(!run.out.contains("Edm.Int32 -> Edm.Double"), "{}", run.out);
    sandbox.edit("docs-src/beta/resources/kettle.md", "|litres|Int32|", "|litres|Double|");
    sandbox
        .run(&arguments)
        .ends(Status::Failed)
        .says(&["beta/resources/kettle.md does not say this", "corrections.toml:3:8"]);
}
