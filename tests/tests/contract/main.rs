//! The documented examples are contracts: each function makes the request that its page shows, its type reads and writes
//! each answer that its page shows without loss, and each body that its page shows can be built through fields alone.
//!
//! `cargo test -p tests --test contract -- --nocapture` shows the counts for `docs-src`. The real documentation takes
//! minutes, as its whole crate is compiled; where it is at hand:
//! `GRAPH_DOCS_CORPUS=FOLDER cargo test -p tests --test contract -- --ignored --nocapture`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod corpus;

use generated::testing::{ExampleOutcome, Outcome, Report, Side, run};

/// What the generator wrote beside the sources.
const EXAMPLES: &str = include_str!("../../../generated/examples.jsonl");

fn shown(report: &Report) -> String {
    report.failed().map(|example| format!("{example}\n")).collect()
}

#[test]
fn every_example_of_docs_src_holds() {
    let report = run(EXAMPLES);
    println!("{report}");
    insta::assert_snapshot!(shown(&report), @"");
    insta::assert_snapshot!(report.to_string(), @"
    Request: 100.00 % passed, 100.00 % of those that agree with their pages
      Passed 162
          162 rebuilt
      Failed 0
      Contradicts 0
      NoExample 0
    Response: 100.00 % passed, 100.00 % of those that agree with their pages
      Passed 128
            4 bytes
          124 read and written
      Failed 0
      Contradicts 0
      NoExample 36
           36 no body
    Body: 100.00 % passed, 100.00 % of those that agree with their pages
      Passed 67
           67 typed
      Failed 0
      Contradicts 0
      NoExample 0
    ");
}

/// The first outcome of an example of the page, after a change of its line.
fn outcome_of(page: &str, side: &str, change: impl Fn(&mut serde_json::Value)) -> ExampleOutcome {
    outcomes_of(page, side, change).remove(0)
}

fn outcomes_of(page: &str, side: &str, change: impl Fn(&mut serde_json::Value)) -> Vec<ExampleOutcome> {
    let lines = EXAMPLES
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let is_wanted =
        |line: &serde_json::Value| line["page"].as_str().unwrap_or_default().ends_with(page) && line["side"] == side;
    let mut line = lines
        .into_iter()
        .find(is_wanted)
        .unwrap_or_else(|| panic!("no {side} of {page}"));
    change(&mut line);
    run(&line.to_string()).outcomes
}

const UPDATE: &str = "intune-rbac-roleassignment-update.md";

fn class(side: &str, change: impl Fn(&mut serde_json::Value)) -> String {
    let example = outcome_of(UPDATE, side, change);
    format!("{:?}: {}", example.outcome, example.class)
}

#[test]
fn an_example_that_differs_is_found() {
    let broken =
        |name: &'static str, value: serde_json::Value| class("request", move |line| line[name] = value.clone());
    insta::assert_snapshot!(broken("path", "/deviceManagement/roleDefinitions/1/roleAssignments/2".into()), @"Failed: another path");
    insta::assert_snapshot!(broken("query", "$select=id".into()), @"Failed: another query");
    insta::assert_snapshot!(broken("method", "PUT".into()), @"Failed: another method");
    insta::assert_snapshot!(broken("version", "v1.0".into()), @"Passed: rebuilt, but for the version, which is not that of its page");
    insta::assert_snapshot!(broken("headers", serde_json::json!([["Content-Type", "text/plain"]])), @"Failed: another content type");
    insta::assert_snapshot!(broken("form", "none".into()), @"Failed: the function sends a body, the example has none");
    insta::assert_snapshot!(broken("body", "[1]".into()), @"Failed: the body does not fit the type");
    insta::assert_snapshot!(broken("values", serde_json::json!(["", ""])), @"Failed: the function refuses the values");
    insta::assert_snapshot!(broken("call", "beta::nobody::knows".into()), @"NoExample: an area that is switched off");
}

/// Nothing but the fields counts here: not what a program can put into the additional properties.
#[test]
fn a_body_that_fields_cannot_build_is_found() {
    let body = |body: &str| {
        let outcomes = outcomes_of(UPDATE, "request", |line| line["body"] = body.into());
        let [request, body] = &outcomes[..] else {
            panic!("a request and its body: {outcomes:?}")
        };
        let shown = |example: &ExampleOutcome| format!("{:?}: {} {}", example.outcome, example.class, example.detail);
        assert_eq!([request.side, body.side], [Side::Request, Side::Body]);
        format!("{} | {}", shown(request), shown(body))
    };
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.roleAssignment","id":"1","description":null}"##), @"Passed: rebuilt  | Passed: typed");
    insta::assert_snapshot!(body(r#"{"@odata.type":"microsoft.graph.roleAssignment"}"#), @"Passed: rebuilt  | Passed: typed");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.deviceAndAppManagementRoleAssignment","members":["a"]}"##), @"Passed: rebuilt  | Passed: typed");
    insta::assert_snapshot!(body(r#"{"displayName":"x"}"#), @"Failed: another body /@odata.type is added | Failed: a type is written that the example leaves out /@odata.type is added");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.unheardOf"}"##), @"Passed: rebuilt  | Failed: a type that is not documented as one of the declared type : microsoft.graph.unheardOf");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.roleAssignment","new":1}"##), @"Passed: rebuilt  | Failed: a property without a field /new");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.roleAssignment","members@odata.bind":["u"]}"##), @"Passed: rebuilt  | Failed: an annotation without a field /members@odata.bind");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.roleAssignment","DisplayName":"x"}"##), @"Passed: rebuilt  | Contradicts: a name in other capitals than in the table /DisplayName: displayName");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.roleAssignment","displayName":{}}"##), @"Passed: rebuilt  | Contradicts: an object where the table says text /displayName: {}");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#Contoso.Services.roleAssignment"}"##), @"Passed: rebuilt  | Contradicts: a type in another namespace or in other capitals than on its page : Contoso.Services.roleAssignment");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.roleAssignment","scopeMembers":[1]}"##), @"Passed: rebuilt  | Failed: the type of the field is another /scopeMembers");
    insta::assert_snapshot!(body(r##"{"@odata.type":"#microsoft.graph.roleAssignment","roleDefinition":{"id":"1"}}"##), @"Failed: another body /roleDefinition/@odata.type is added | Failed: a type is written that the example leaves out /roleDefinition/@odata.type is added");
}

#[test]
fn odd_answers_lose_nothing() {
    let answer = |body: &'static str| {
        let example = outcome_of(UPDATE, "response", move |line| line["body"] = body.into());
        assert_eq!(example.side, Side::Response);
        format!("{:?}: {}", example.outcome, example.class)
    };
    // Unknown members of enums, unknown properties, annotations, odd dates and shapes.
    insta::assert_snapshot!(answer(r#"{"@odata.context":"x","scopeType":"somethingNew","new":{"a":[1,2.50,null]},"displayName":null}"#), @"Passed: read and written");
    insta::assert_snapshot!(answer(r##"{"@odata.type":"#microsoft.graph.unheardOf","id":"1","since":"2021-05-01T08:00:00.1234567Z"}"##), @"Passed: read and written");
    insta::assert_snapshot!(answer(r#"{"displayName":["not","text"],"scopeMembers":"one"}"#), @"Passed: read and written");
    insta::assert_snapshot!(answer(r#"{"value":[{"id":"1"}]}"#), @"Failed: a list where the function returns one");
    insta::assert_snapshot!(answer("[]"), @"Failed: the response does not fit the type");
}

#[test]
fn counts_and_shares() {
    let report = run(EXAMPLES);
    let count = |outcome| report.count(Side::Request, outcome) + report.count(Side::Response, outcome);
    let all = [
        Outcome::Passed,
        Outcome::Failed,
        Outcome::Contradicts,
        Outcome::NoExample,
    ]
    .map(count);
    assert_eq!(
        all.iter().sum::<usize>(),
        EXAMPLES.lines().count() - 1,
        "the first line is a note"
    );
}
