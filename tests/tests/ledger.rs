//! The account of `docs-src` against the committed one: a change that reads less, guesses more or leaves more unread fails.
//!
//! When pages or the reading of them change on purpose, `UPDATE_BASELINE=1 cargo test -p tests --test ledger` writes
//! `tests/baseline/docs-src.json` anew; the difference is part of the review.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use generator::report::Stats;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::PathBuf;
use tests::pages::Reading;

fn baseline() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("baseline/docs-src.json")
}

fn current() -> Value {
    let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs-src");
    serde_json::to_value(Stats::of(&Reading::of(&docs).model)).unwrap()
}

#[test]
fn docs_src_is_read_as_well_as_before() {
    let now = current();
    if std::env::var_os("UPDATE_BASELINE").is_some() {
        fs::write(baseline(), format!("{now:#}\n")).unwrap();
    }
    let before: Value = serde_json::from_str(&fs::read_to_string(baseline()).unwrap()).unwrap();
    let worse = worse(&before, &now);
    assert!(
        worse.is_empty(),
        "worse than tests/baseline/docs-src.json:\n{}",
        worse.join("\n")
    );
}

/// Which counts have grown worse: more guessed, unread or skipped, less of everything else.
fn worse(before: &Value, now: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (path, was) in numbers(before) {
        let is = now.pointer(&path).and_then(Value::as_u64).unwrap_or(0);
        // Reasons and shapes add up to the numbers beside them.
        if path.contains("Reasons/") || path.contains("Shapes/") {
            continue;
        }
        if is != was && is_cost(&path) == (is > was) {
            found.push(format!("{path}: {was} before, {is} now"));
        }
    }
    let fresh = numbers(now).into_iter().filter(|(path, count)| {
        *count > 0
            && is_cost(path)
            && before.pointer(path).is_none()
            && !path.contains("Reasons/")
            && !path.contains("Shapes/")
    });
    found.extend(fresh.map(|(path, count)| format!("{path}: 0 before, {count} now")));
    found
}

fn is_cost(path: &str) -> bool {
    ["guessed", "unread", "unreadRoutes", "skipped", "placeholders"]
        .iter()
        .any(|name| path.ends_with(&format!("/{name}")))
}

/// Every number of a value, with its JSON pointer.
fn numbers(value: &Value) -> Vec<(String, u64)> {
    let object = value.as_object().into_iter().flatten();
    object
        .flat_map(|(key, value)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            match value.as_u64() {
                Some(number) => vec![(format!("/{key}"), number)],
                None => numbers(value)
                    .into_iter()
                    .map(|(path, number)| (format!("/{key}{path}"), number))
                    .collect(),
            }
        })
        .collect()
}

#[test]
fn what_counts_as_worse() {
    let stats = |read: u64, guessed: u64, unread: u64| json!({"facts": {"route": {"read": read, "guessed": guessed, "unread": unread, "unreadReasons": {"a/b": unread}}}});
    assert!(worse(&stats(5, 1, 1), &stats(5, 1, 1)).is_empty());
    assert!(worse(&stats(5, 1, 1), &stats(6, 0, 0)).is_empty());
    insta::assert_snapshot!(worse(&stats(5, 1, 1), &stats(4, 2, 3)).join("\n"), @r"
    /facts/route/guessed: 1 before, 2 now
    /facts/route/read: 5 before, 4 now
    /facts/route/unread: 1 before, 3 now
    ");
    let nothing = json!({"facts": Map::new()});
    insta::assert_snapshot!(worse(&nothing, &stats(5, 0, 2)).join("\n"), @"/facts/route/unread: 0 before, 2 now");
    insta::assert_snapshot!(worse(&stats(5, 0, 2), &nothing).join("\n"), @"/facts/route/read: 5 before, 0 now");
}

/// The keys that other programs read: they are only ever added.
#[test]
fn the_json_form_keeps_its_keys() {
    let now = current();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    insta::assert_snapshot!(keys(&now), @"corrections facts format pages skipped versions");
    insta::assert_snapshot!(keys(&now["versions"]["beta"]), @"enums members operations placeholders properties routes types unreadRoutes");
    insta::assert_snapshot!(keys(&now["pages"]["api"]), @"items pages skipped used");
    insta::assert_snapshot!(keys(&now["facts"]["route"]), @"guessed guessedReasons read unread unreadReasons unreadShapes");
    insta::assert_snapshot!(keys(&now["facts"]), @"baseType clouds enum example include inlineValues member parameter permissionCell permissionTable property propertyType response route type");
}
