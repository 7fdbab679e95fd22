//! Documented responses as ready answers for the tests of users.
//!
//! Each version has one file of them, which only the feature `test-util` compiles in. An endpoint refers to the file, and
//! the runtime looks the line of the call up: see `Answer::documented`.

use super::MARKER;
use super::body::{self, Body};
use super::calls::Calls;
use crate::emit::link;
use crate::emit::plan::{Function, OperationPlan, ReturnType, VersionPlan};
use crate::model::{Example, ExampleKind, ResponseBody};
use serde_json::{Map, Value};
use std::fmt::Write;

/// The name of the file, in the folder of the version.
pub(crate) const FILE: &str = "documented.txt";

/// The text of the file, with these lines: one for each endpoint that has a response.
pub(crate) fn text<'t>(lines: impl Iterator<Item = &'t str> + Clone) -> String {
    let first = format!("# {MARKER}. Do not edit.\n");
    let mut text = String::with_capacity(first.len() + lines.clone().map(str::len).sum::<usize>());
    text.push_str(&first);
    text.extend(lines);
    text
}

/// Adds the lines of the functions of a page.
pub(crate) fn push(plan: &OperationPlan<'_>, calls: &Calls<'_>, version: &VersionPlan<'_>, lines: &mut String) {
    let mut found: Vec<Option<Value>> = vec![None; plan.functions.len()];
    let mut last = None;
    let mut requests = calls.requests.iter();
    for example in plan.operation.examples.iter() {
        match example.kind {
            ExampleKind::Request => last = requests.next().and_then(|request| request.function),
            ExampleKind::Response => {
                let at = last.unwrap_or_else(|| first_with_value(plan));
                if let (Some(function), Some(slot @ None)) = (plan.functions.get(at), found.get_mut(at)) {
                    *slot = response(function, example);
                }
            }
        }
    }
    let docs = link::api(&plan.operation.file, version.schema).unwrap_or_default();
    for (function, found) in plan.functions.iter().zip(found) {
        let (method, path) = (function.route.method, function.route.path.template());
        if let Some(answer) = found.or_else(|| nothing(function)) {
            let _ = writeln!(lines, "{method} {path} {docs}\t{answer}");
        }
    }
}

/// The function that a response belongs to if no request says it.
fn first_with_value(plan: &OperationPlan<'_>) -> usize {
    let has_value =
        |function: &Function<'_>| matches!(function.returns, ReturnType::One(_) | ReturnType::Collection(_));
    plan.functions.iter().position(has_value).unwrap_or_default()
}

/// A success as the page shows it; nothing for an error, or for text that is not the body.
fn response(function: &Function<'_>, example: &Example) -> Option<Value> {
    let status = example.status.unwrap_or(200);
    let mut answer = Map::from_iter([("status".to_owned(), status.into())]);
    let location = example
        .headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("location"));
    answer.extend(location.map(|(_, url)| ("location".to_owned(), url.trim().into())));
    let bytes = function.returns == ReturnType::Bytes;
    match body::of(example) {
        _ if status >= 400 => return None,
        Body::None => {}
        Body::Json(text) | Body::Repaired(text) if !bytes => {
            answer.insert("body".to_owned(), serde_json::from_str(&text).ok()?);
        }
        _ if bytes && status == 200 => {
            answer.insert("text".to_owned(), example.body.as_str().into());
        }
        _ => return None,
    }
    Some(answer.into())
}

/// The answer of a call without a body.
fn nothing(function: &Function<'_>) -> Option<Value> {
    let response = &function.route.response;
    let first = response.bodies().next()?;
    let status = response.status.unwrap_or(204);
    matches!(first, ResponseBody::Nothing).then(|| serde_json::json!({ "status": status }))
}
