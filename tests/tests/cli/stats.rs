//! `generator stats`.

use crate::sandbox::Sandbox;
use generator::cli::Status;
use serde_json::Value;

#[test]
fn every_file_of_the_root_is_accounted_for() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("docs-src/README.md", "# Our pages\n");
    sandbox.write("docs-src/beta/resources/tea.md", "# About tea\n\nIt is hot.\n");
    sandbox.write("docs-src/beta/toc.yml", "items: []\n");
    let run = sandbox.run(&["stats", "--format", "json"]).ends(Status::Done);
    let stats: Value = serde_json::from_str(&run.out).unwrap();
    let skipped = stats["skipped"].as_array().unwrap().iter();
    let skipped: Vec<_> = skipped
        .map(|skip| format!("{}: {}", skip["file"], skip["reason"]))
        .collect();
    insta::assert_snapshot!(skipped.join("\n"), @r#"
        "README.md": "about the repository"
        "beta/resources/tea.md": "describes no type, enum or operation"
        "beta/toc.yml": "not a .md or .txt file"
        "#);
    assert_eq!(stats["versions"]["beta"]["types"], 1);
    assert_eq!(stats["versions"]["beta"]["routes"], 1);
    assert_eq!(stats["pages"]["api"]["used"], 1);
}

#[test]
fn the_text_form_is_a_table() {
    let run = Sandbox::with_pages().run(&["stats"]).ends(Status::Done);
    let (items, _) = run.out.split_once("\n\n").unwrap();
    insta::assert_snapshot!(items, @r#"
        version  types  placeholders  properties  enums  members  operations  routes
        beta         1             0           4      1        3           1       1
        "#);
}

#[test]
fn the_place_of_each_fact_that_was_not_simply_read() {
    let sandbox = Sandbox::with_pages();
    sandbox.write(
        "docs-src/beta/resources/pot.md",
        "# pot resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
         |id|String|Its key.|\n|id|String|Its key.|\n|lid||Its lid.|\n",
    );
    let run = sandbox.run(&["stats", "--list"]).ends(Status::Done);
    insta::assert_snapshot!(run.out, @r"
    beta/resources/pot.md:8:1: property unread: listed twice: id
    beta/resources/pot.md:9:1: propertyType unread: no type named
    ");
    let run = sandbox.run(&["stats", "--list", "--format", "json"]).ends(Status::Done);
    let list: Value = serde_json::from_str(&run.out).unwrap();
    insta::assert_snapshot!(
        list["facts"][0],
        @r#"{"certainty":"unread","column":1,"fact":"property","file":"beta/resources/pot.md","line":8,"reason":"listed twice","words":"id"}"#
    );
    assert_eq!(list["format"], 1);
}
