//! JSON, for other programs: `generator/docs/lint.md` describes it.

use super::{Shown, counts};
use crate::lint::{Finding, Fix};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// `{"format": 1, "findings": [..], "summary": {..}}`. Keys are only ever added.
pub fn json(shown: &Shown<'_>) -> serde_json::Result<String> {
    let findings: Vec<Row> = shown
        .report
        .findings
        .iter()
        .map(|finding| row(shown, finding))
        .collect();
    let mut summary = Map::new();
    for (severity, count) in counts(shown.report) {
        summary.insert(severity.name().to_owned(), count.into());
    }
    summary.insert("baselined".to_owned(), shown.report.known.len().into());
    summary.insert("suppressed".to_owned(), shown.report.suppressed.into());
    serde_json::to_string_pretty(&Document {
        format: 1,
        findings,
        summary,
    })
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    findings: Vec<Row<'a>>,
    summary: Map<String, Value>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    severity: &'a str,
    file: String,
    line: u32,
    column: u32,
    message: &'a str,
    help: Option<&'a str>,
    fix: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Value>,
}

fn row<'a>(shown: &Shown<'_>, finding: &'a Finding) -> Row<'a> {
    let place = shown.sources.line_column(finding.diagnostic.span);
    let related = finding.diagnostic.labels.iter().map(|label| {
        let place = shown.sources.line_column(label.span);
        json!({"file": shown.path_of(label.span), "line": place.line, "column": place.column, "message": label.message})
    });
    Row {
        id: finding.id(),
        severity: finding.severity.name(),
        file: shown.path(finding),
        line: place.line,
        column: place.column,
        message: &finding.diagnostic.message,
        help: finding.diagnostic.help.as_deref(),
        fix: finding.fix.as_ref().map(|fix| self::fix(shown, fix)),
        related: related.collect(),
    }
}

fn fix(shown: &Shown<'_>, fix: &Fix) -> Value {
    let edits = fix.edits.iter().map(|edit| {
        json!({
            "file": shown.path_of(edit.span),
            "start": edit.span.start,
            "end": edit.span.end,
            "text": edit.text,
        })
    });
    json!({"safe": fix.safe, "edits": edits.collect::<Vec<_>>()})
}
