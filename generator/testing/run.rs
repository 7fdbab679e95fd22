//! Runs the examples.

use std::collections::HashMap;

use serde_json::Value;

use super::case::Case;
use super::outcome::{CallOutcome, ExampleOutcome, Outcome, Side, failed, no_example};
use super::report::Report;
use crate::runtime::Client;

/// The path of a function, and how an example calls it.
pub(super) type Call = (&'static str, for<'a, 'b> fn(&'b Case<'a>) -> CallOutcome);

/// The functions that examples call, by their paths.
type Calls = HashMap<&'static str, for<'a, 'b> fn(&'b Case<'a>) -> CallOutcome>;

/// Checks the example of each line.
pub(super) fn run(examples: &str, calls: &[&[Call]]) -> Report {
    let mut report = Report::default();
    let calls: Calls = calls.iter().copied().flatten().copied().collect();
    // Nothing is sent; the client only gives the base URL.
    let Ok(client) = Client::loopback("http://localhost") else {
        return report;
    };
    for line in examples.lines() {
        let Ok(line) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let Some(page) = line.get("page").and_then(Value::as_str) else {
            continue;
        };
        for side in sides(&line) {
            let (outcome, class, detail) = check(&client, &line, *side, &calls);
            report.outcomes.push(ExampleOutcome {
                page: page.to_owned(),
                line: line.get("line").and_then(Value::as_u64).unwrap_or_default(),
                side: *side,
                outcome,
                class,
                detail,
            });
        }
    }
    report
}

/// What an example is checked for.
fn sides(line: &Value) -> &'static [Side] {
    let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default();
    match (text("side"), text("form")) {
        ("request", "json" | "repaired") => &[Side::Request, Side::Body],
        ("request", _) => &[Side::Request],
        _ => &[Side::Response],
    }
}

fn check(client: &Client, line: &Value, side: Side, calls: &Calls) -> CallOutcome {
    let outcome = call(Case::new(client, line, side, false), calls);
    if side == Side::Body && outcome.0 == Outcome::Failed {
        // A program can name any type: see `named`.
        let named = call(Case::new(client, line, side, true), calls);
        return if named.0 == Outcome::Failed { outcome } else { named };
    }
    outcome
}

fn call(case: Case<'_>, calls: &Calls) -> CallOutcome {
    match case.text("skip") {
        // The page shows a request of this API that nothing of this crate can make: that is no excuse.
        skip if case.is_request() && skip.ends_with("that no page documents") => return failed(skip, ""),
        "" => {}
        skip => return no_example(skip),
    }
    match calls.get(case.text("call")) {
        Some(call) => call(&case),
        None => no_example("an area that is switched off"),
    }
}
