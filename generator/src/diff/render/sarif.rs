//! SARIF 2.1.0, for code scanning.

use super::{Sides, advice, members, program};
use crate::diff::{Change, Changes, Impact, Rule};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One run with one result for each change. Changes that follow from another change are left out.
pub fn sarif(changes: &Changes, sides: &Sides) -> serde_json::Result<String> {
    let own = members::by_place(changes);
    let rules: BTreeSet<Rule> = own.iter().flatten().map(|change| change.rule).collect();
    let rules: Vec<Rule> = rules.into_iter().collect();
    let described = rules
        .iter()
        .map(|rule| json!({"id": rule.id(), "shortDescription": {"text": rule.code().meaning}}));
    let results = own.iter().filter_map(|members| result(members, &rules, sides));
    let driver = json!({
        "name": "generator diff",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": described.collect::<Vec<_>>(),
    });
    let mut run = json!({
        "tool": {"driver": driver},
        "results": results.collect::<Vec<_>>(),
        "columnKind": "unicodeCodePoints",
    });
    if let (Some(program), Some(fields)) = (&changes.program, run.as_object_mut()) {
        fields.insert("properties".to_owned(), json!({"program": program::json(program)}));
    }
    serde_json::to_string_pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }))
}

fn result(members: &[&Change], rules: &[Rule], sides: &Sides) -> Option<Value> {
    let change = members.first()?;
    let quote = |text: &str| format!("`{text}`");
    let mut message = members::message(members, quote);
    for line in advice::lines(members, quote) {
        message.push_str(&format!("; {line}"));
    }
    if let Some(touches) = program::touches(members.iter().copied(), quote) {
        message.push_str(&format!("; {touches}"));
    }
    let mut properties = json!({"impact": change.impact, "version": change.version, "item": change.item()});
    if let Some(fields) = properties.as_object_mut().filter(|_| members.len() > 1) {
        let items: Vec<String> = members.iter().map(|change| change.item()).collect();
        fields.insert("items".to_owned(), json!(items));
    }
    if let Some(fields) = properties.as_object_mut().filter(|_| !change.touches.is_empty()) {
        fields.insert("touches".to_owned(), json!(change.touches));
    }
    let place = sides.place_in_repository(change).map(|(path, line)| {
        let region = json!({"startLine": line.max(1)});
        json!([{"physicalLocation": {"artifactLocation": {"uri": uri(&path)}, "region": region}}])
    });
    let values = format!("{:?} {:?}", change.before, change.after);
    Some(json!({
        "ruleId": change.rule.id(),
        "ruleIndex": rules.iter().position(|rule| *rule == change.rule),
        "level": match change.impact {
            Impact::Breaking => "error",
            Impact::Additive | Impact::Docs => "note",
        },
        "message": {"text": message},
        "locations": place.unwrap_or_else(|| json!([])),
        "partialFingerprints": {
            "change/v1": format!("{} {} {} {values}", change.version, change.rule.id(), change.item()),
        },
        "properties": properties,
    }))
}

/// A relative path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri_reference() {
        assert_eq!(uri("docs-src/beta/a b#é.md"), "docs-src/beta/a%20b%23%C3%A9.md");
    }
}
