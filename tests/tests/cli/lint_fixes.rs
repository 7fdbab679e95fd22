//! `generator lint --fix`, `--metadata` and `--corrections`; and which findings `generator generate` tells.

use crate::lint::{PAGE, POT, found, json, with_pot};
use crate::sandbox::Sandbox;
use generator::cli::Status;

#[test]
fn fixes_are_shown_then_made_and_then_there_are_none() {
    let sandbox = with_pot();
    // Windows line ends and a byte order mark stay.
    sandbox.write(PAGE, format!("\u{feff}{}", POT.replace('\n', "\r\n")));
    let shown = sandbox.run(&["lint", "--diff"]).ends(Status::Done).out;
    assert!(
        shown.contains("-  \"lid\": true,") && shown.contains("+  \"lid\": true"),
        "{shown}"
    );
    let run = sandbox
        .run(&["lint", "--fix"])
        .ends(Status::Done)
        .says(&["files that were corrected: 1"]);
    assert!(run.out.contains("1 warning in the pages"), "{}", run.out);
    let fixed = sandbox.read(PAGE);
    assert_eq!(
        fixed,
        format!("\u{feff}{}", POT.replace("true,", "true").replace('\n', "\r\n"))
    );
    sandbox.run(&["lint", "--fix"]).says(&["files that were corrected: 0"]);
    assert_eq!(sandbox.read(PAGE), fixed);
    assert_eq!(sandbox.run(&["lint", "--diff"]).out, "");
}

#[test]
fn unsafe_fixes_are_made_on_request() {
    let sandbox = with_pot();
    sandbox.run(&["lint", "--fix", "--unsafe-fixes"]).ends(Status::Done);
    assert!(
        sandbox
            .read(PAGE)
            .contains("|litres|Int32|How much.|\n|lid|Boolean|TODO|\n")
    );
    let run = sandbox.run(&["lint"]).ends(Status::Done);
    assert_eq!(run.out, "nothing is wrong with the pages\n");
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_docs_root_is_fixed() {
    let sandbox = with_pot();
    sandbox.write("beside.md", POT);
    sandbox.write("docs-src/beta/resources/other.md", POT);
    std::fs::remove_file(sandbox.path(PAGE)).unwrap();
    std::os::unix::fs::symlink(sandbox.path("beside.md"), sandbox.path(PAGE)).unwrap();
    sandbox.run(&["lint", "--fix"]).ends(Status::Found);
    assert_eq!(sandbox.read("beside.md"), POT);
    assert_ne!(sandbox.read("docs-src/beta/resources/other.md"), POT);
}

/// Metadata of the three pages, in which a kettle holds fractions.
const METADATA: &str = "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices>\n\
    <Schema Namespace=\"microsoft.graph\" Alias=\"graph\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">\n\
    <EnumType Name=\"kettleState\"><Member Name=\"idle\" Value=\"0\"/><Member Name=\"heating\" Value=\"1\"/><Member Name=\"boiling\" Value=\"2\"/></EnumType>\n\
    <EntityType Name=\"kettle\"><Property Name=\"id\" Type=\"Edm.String\"/><Property Name=\"displayName\" Type=\"Edm.String\"/>\n\
    <Property Name=\"litres\" Type=\"Edm.Double\"/><Property Name=\"state\" Type=\"graph.kettleState\"/></EntityType>\n\
    <EntityType Name=\"kitchen\"><NavigationProperty Name=\"kettles\" Type=\"Collection(graph.kettle)\"/></EntityType>\n\
    <EntityContainer Name=\"Service\"><Singleton Name=\"kitchen\" Type=\"graph.kitchen\"/></EntityContainer>\n\
    </Schema></edmx:DataServices></edmx:Edmx>\n";

#[test]
fn the_metadata_gives_findings_and_corrections_that_generate_applies() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("metadata.xml", METADATA);
    let run = sandbox.run(&[
        "lint",
        "--metadata",
        "metadata.xml",
        "--corrections",
        "corrections.toml",
        "--format",
        "json",
    ]);
    assert_eq!(found(&run), "metadata-type-differs 18:9");
    assert_eq!(json(&run)["findings"][0]["help"], "see metadata.xml:5");
    insta::assert_snapshot!(sandbox.read("corrections.toml"), @r#"
    [[correction]]
    page = "beta/resources/kettle.md"
    find = "|litres|Int32|"
    replace = "|litres|Double|"
    why = "`litres` is `Int32` here and `Double` in the metadata; see metadata.xml:5"
    link = "https://graph.microsoft.com/beta/$metadata"
    "#);
    let exported = sandbox
        .run(&["export", "--corrections", "corrections.toml"])
        .ends(Status::Done)
        .out;
    assert!(
        exported.contains("\"name\":\"litres\",\"section\":\"properties\",\"type\":\"Edm.Double\""),
        "{exported}"
    );
}

#[test]
fn files_that_are_no_metadata_are_refused() {
    let sandbox = Sandbox::with_pages();
    let refused = |bytes: &[u8], says: &[&str]| {
        sandbox.write("metadata.xml", bytes);
        sandbox
            .run(&["lint", "--metadata", "metadata.xml"])
            .ends(Status::Failed)
            .says(says);
    };
    refused(b"\x1f\x8b\x08", &["not UTF-8", "gunzip"]);
    refused(b"<a", &["it is not XML"]);
    refused(b"<a/>", &["it has no `Schema`"]);
}

/// A reference of its own writing: one permission in another case, one for users only, one for applications only.
#[test]
fn a_reference_tells_which_permissions_there_are_not() {
    let sandbox = Sandbox::with_pages();
    let reference = |read: &str, write: &str| {
        format!(
            "{{\n\"permissionDeployments\": {{\n\"Kettle.Read.All\": [{read}],\n\"{write}\": [{{\"id\": \"3\", \"scheme\": \"DelegatedWork\"}}]\n}}\n}}\n"
        )
    };
    let (user, application) = (
        "{\"id\": \"1\", \"scheme\": \"DelegatedWork\"}",
        "{\"id\": \"2\", \"scheme\": \"Application\"}",
    );
    let ids = |text: String| {
        sandbox.write("reference.json", text);
        let run = sandbox.run(&["lint", "--reference", "reference.json", "--format", "json"]);
        let findings = json(&run)["findings"].as_array().unwrap().clone();
        let shown = findings.iter().map(|finding| {
            format!(
                "{}: {}",
                finding["message"].as_str().unwrap(),
                finding["help"].as_str().unwrap()
            )
        });
        shown.collect::<Vec<_>>().join("\n")
    };
    let both = format!("{user}, {application}");
    assert_eq!(ids(reference(&both, "Kettle.ReadWrite.All")), "");
    assert_eq!(
        ids(reference(&both, "Kettle.Readwrite.All")),
        "`Kettle.ReadWrite.All` is spelled `Kettle.Readwrite.All`: see reference.json:4"
    );
    assert_eq!(
        ids(reference(user, "Kettle.ReadWrite.All")),
        "`Kettle.Read.All` is for signed-in users only: see reference.json:3"
    );
    assert_eq!(
        ids(reference(application, "Kettle.ReadWrite.All")),
        "`Kettle.Read.All` is for applications only: see reference.json:3"
    );
    sandbox.write("reference.json", "{}");
    sandbox
        .run(&["lint", "--reference", "reference.json"])
        .ends(Status::Failed)
        .says(&["neither `permissions`"]);
}

/// Generating a part of the pages does not tell what is wrong with the others.
#[test]
fn generate_tells_findings_of_what_it_emits_only() {
    let sandbox = Sandbox::with_pages();
    sandbox.write(
        "docs-src/beta/resources/teapot.md",
        super::pages::teapot().replace("|litres|", "||"),
    );
    let whole = sandbox.run(&["generate"]).ends(Status::Done);
    assert!(whole.err.contains("skipped-row"), "{}", whole.err);
    let part = sandbox
        .run(&["generate", "--include", "type:kettle"])
        .ends(Status::Done);
    assert_eq!(part.err, "");
    let other = sandbox
        .run(&["generate", "--include", "type:teapot"])
        .ends(Status::Done);
    assert!(other.err.contains("skipped-row"), "{}", other.err);
    let quiet = sandbox.run(&["generate", "--quiet"]).ends(Status::Done);
    assert_eq!((quiet.out.as_str(), quiet.err.as_str()), ("", ""));
}
