//! The kinds of bodies that examples have.

use crate::json;
use crate::model::Example;

/// A body, and what has to be known to use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Body {
    /// There is none.
    None,
    /// Valid JSON.
    Json(String),
    /// JSON after repairing comments, ellipses and commas.
    Repaired(String),
    /// Not JSON, with the reason.
    Other(&'static str),
}

/// The kind of an example's body.
pub(super) fn of(example: &Example) -> Body {
    let text = example.body.trim().trim_start_matches('\u{feff}');
    if text.is_empty() {
        return Body::None;
    }
    if example.json {
        return Body::Json(text.to_owned());
    }
    if let Some(text) = json::strict(text) {
        return Body::Repaired(text);
    }
    Body::Other(reason(example, text))
}

fn reason(example: &Example, text: &str) -> &'static str {
    let header = |name: &str| {
        let found = example.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.to_ascii_lowercase()).unwrap_or_default()
    };
    let kind = header("content-type");
    if text.starts_with(['{', '[']) {
        let depth = |open: char, close: char| text.matches(open).count().abs_diff(text.matches(close).count());
        return if depth('{', '}') + depth('[', ']') > 0 {
            "broken JSON: brackets do not match"
        } else {
            "broken JSON"
        };
    }
    if kind.contains("multipart") || text.starts_with("--") {
        return "a multipart body";
    }
    if text.starts_with('<') && !text.contains(' ') || text.starts_with("<!--") && !text.contains('\n') {
        return "a word in place of a body";
    }
    if text.starts_with('<') {
        return "XML or HTML";
    }
    let first = text.lines().next().unwrap_or_default();
    if kind.contains("csv") || first.matches(',').count() > 2 {
        return "a table of text (CSV)";
    }
    if kind.contains("octet-stream") || kind.contains("image") || kind.contains("text/") || kind.contains("video") {
        return "bytes or text";
    }
    "prose or a bare value"
}
