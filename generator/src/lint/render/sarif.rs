//! SARIF 2.1.0, for code scanning.

use super::Shown;
use super::uri::uri;
use crate::lint::{Finding, Fix, fingerprints};
use crate::source::{Code, LineColumn, Severity, Span};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// GitHub takes no more results of one run.
pub const MOST_RESULTS: usize = 5000;

/// One run with one result for each finding, the worst first. Beyond [`MOST_RESULTS`] findings are counted, not listed.
/// With `baseline`, each result says whether the file of known findings has it; new ones come first.
pub fn sarif(shown: &Shown<'_>, baseline: bool) -> serde_json::Result<String> {
    let all = Shared::of(shown);
    let listed = all.get(..MOST_RESULTS).unwrap_or(&all);
    let codes: BTreeMap<&str, &Code> = listed
        .iter()
        .map(|one| (one.finding.id(), one.finding.diagnostic.code))
        .collect();
    let index: BTreeMap<&str, usize> = codes.keys().enumerate().map(|(at, id)| (*id, at)).collect();
    let results = listed.iter().map(|one| {
        let mut result = result(shown, one.finding, &one.print);
        set(&mut result, "ruleIndex", json!(index.get(one.finding.id())));
        if baseline {
            let state = if one.is_known { "unchanged" } else { "new" };
            set(&mut result, "baselineState", json!(state));
        }
        result
    });
    let results: Vec<Value> = results.collect();
    let left_out = all.len() - listed.len();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &all {
        *counts.entry(one.finding.id()).or_default() += 1;
    }
    let mut run = json!({
        "tool": {"driver": driver(&codes)},
        "results": results,
        "columnKind": "unicodeCodePoints",
        "properties": {"counts": counts, "leftOut": left_out},
    });
    if left_out > 0 {
        let text = format!(
            "{} findings, of which the worst {MOST_RESULTS} are listed; --format json lists all",
            all.len()
        );
        let note = json!({"level": "warning", "message": {"text": text}});
        let invocation = json!({"executionSuccessful": true, "toolExecutionNotifications": [note]});
        set(&mut run, "invocations", json!([invocation]));
    }
    serde_json::to_string_pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }))
}

/// A finding, new or known, as a service keeps it.
struct Shared<'f> {
    finding: &'f Finding,
    print: String,
    is_known: bool,
}

impl<'f> Shared<'f> {
    /// Everything that was found, new before known and the worst first. Fingerprints count equal findings of a file, so
    /// they are taken of all together.
    fn of(shown: &Shown<'f>) -> Vec<Self> {
        let new = shown.report.findings.iter().map(|finding| (finding, false));
        let known = shown.report.known.iter().map(|finding| (finding, true));
        let mut all: Vec<(&Finding, bool)> = new.chain(known).collect();
        all.sort_by(|(a, _), (b, _)| a.order().cmp(&b.order()));
        let prints = fingerprints(all.iter().map(|(finding, _)| *finding), shown.sources);
        let shared = all.into_iter().zip(prints).map(|((finding, is_known), print)| Self {
            finding,
            print,
            is_known,
        });
        let mut shared: Vec<Self> = shared.collect();
        shared.sort_by_key(|one| (one.is_known, one.finding.severity));
        shared
    }
}

fn set(value: &mut Value, key: &str, field: Value) {
    if let Value::Object(fields) = value {
        fields.insert(key.to_owned(), field);
    }
}

fn driver(codes: &BTreeMap<&str, &Code>) -> Value {
    let rules = codes.values().map(|code| {
        json!({
            "id": code.id,
            "name": name(code.id),
            "shortDescription": {"text": first_sentence(code.meaning)},
            "fullDescription": {"text": code.meaning},
            "help": {"text": code.advice, "markdown": code.advice},
            "defaultConfiguration": {"level": level(code.severity)},
        })
    });
    json!({
        "name": "generator lint",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules.collect::<Vec<_>>(),
    })
}

/// `invalid-json` as `InvalidJson`.
fn name(id: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    };
    id.split('-').map(word).collect()
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").and_then(|end| text.get(..=end)).unwrap_or(text)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Change => "note",
    }
}

fn result(shown: &Shown<'_>, finding: &Finding, print: &str) -> Value {
    let diagnostic = &finding.diagnostic;
    let text = match &diagnostic.help {
        Some(help) => format!("{}; {help}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let mut result = json!({
        "ruleId": diagnostic.code.id,
        "level": level(finding.severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": physical(shown, diagnostic.span)}],
        "partialFingerprints": {"finding/v1": print},
    });
    if !diagnostic.labels.is_empty() {
        let related = diagnostic
            .labels
            .iter()
            .map(|label| json!({"physicalLocation": physical(shown, label.span), "message": {"text": label.message}}));
        set(&mut result, "relatedLocations", related.collect());
    }
    if let Some(fix) = &finding.fix {
        set(&mut result, "fixes", json!([self::fix(shown, fix, diagnostic.code)]));
    }
    result
}

fn physical(shown: &Shown<'_>, span: Span) -> Value {
    json!({"artifactLocation": {"uri": uri(&shown.path_of(span))}, "region": region(shown, span)})
}

fn region(shown: &Shown<'_>, span: Span) -> Value {
    let start = shown.sources.line_column(span);
    let end = end(shown, span);
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

fn end(shown: &Shown<'_>, span: Span) -> LineColumn {
    let end = Span::new(span.file, span.range().end, span.range().end);
    shown.sources.line_column(end)
}

fn fix(shown: &Shown<'_>, fix: &Fix, code: &Code) -> Value {
    let changes = fix.edits.iter().map(|edit| {
        json!({
            "artifactLocation": {"uri": uri(&shown.path_of(edit.span))},
            "replacements": [{
                "deletedRegion": region(shown, edit.span),
                "insertedContent": {"text": edit.text},
            }],
        })
    });
    json!({"description": {"text": code.advice}, "artifactChanges": changes.collect::<Vec<_>>()})
}
