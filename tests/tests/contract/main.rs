//! The documented examples are contracts: each function makes the request that its page shows, and its type reads and
//! writes each answer that its page shows without loss.
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
    // Not yet: a property that is read-only elsewhere can be sent where an example sends it.
    insta::assert_snapshot!(shown(&report), @"v1.0/api/driveitem-post-children.md:56: Request Failed: the example sends what its type's page calls read-only: /folder is lost");
    insta::assert_snapshot!(report.to_string(), @"
    Request: 99.38 % passed
      Passed 159
          159 rebuilt
      Failed 1
            1 the example sends what its type's page calls read-only
      NoExample 0
    Response: 100.00 % passed
      Passed 128
            4 bytes
          124 read and written
      Failed 0
      NoExample 34
           34 no body
    ");
}

/// The outcome of an example of the page, after a change of its line.
fn outcome_of(page: &str, side: &str, change: impl Fn(&mut serde_json::Value)) -> ExampleOutcome {
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
    run(&line.to_string()).outcomes.remove(0)
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
    insta::assert_snapshot!(broken("version", "v1.0".into()), @"Failed: the example's URL names another version than its page");
    insta::assert_snapshot!(broken("headers", serde_json::json!([["Content-Type", "text/plain"]])), @"Failed: another content type");
    insta::assert_snapshot!(broken("form", "none".into()), @"Failed: the function sends a body, the example has none");
    insta::assert_snapshot!(broken("body", "[1]".into()), @"Failed: the body does not fit the type");
    insta::assert_snapshot!(broken("values", serde_json::json!(["", ""])), @"Failed: the function refuses the values");
    insta::assert_snapshot!(broken("call", "beta::nobody::knows".into()), @"NoExample: an area that is switched off");
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
    let all = [Outcome::Passed, Outcome::Failed, Outcome::NoExample].map(count);
    assert_eq!(all.iter().sum::<usize>(), report.outcomes.len());
    assert_eq!(
        report.outcomes.len(),
        EXAMPLES.lines().count() - 1,
        "the first line is a note"
    );
}
