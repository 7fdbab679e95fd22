//! HTML blocks: annotation comments, and what pages hide in HTML by accident.

use super::document::Annotation;
use crate::source::{Diagnostic, FileId, Span};
use std::ops::Range;

/// What an HTML block held.
pub(super) struct HtmlBlock {
    pub(super) annotations: Vec<Annotation>,
    /// Offset after which markdown goes on although the block had not ended.
    pub(super) resume: Option<usize>,
    pub(super) diagnostic: Option<Diagnostic>,
}

/// Reads the HTML block at `range` of `source`.
pub(super) fn read(file: FileId, source: &str, range: Range<usize>) -> HtmlBlock {
    let raw = source.get(range.clone()).unwrap_or("");
    let blanks = raw.len() - raw.trim_start().len();
    let mut html = HtmlBlock {
        annotations: Vec::new(),
        resume: None,
        diagnostic: None,
    };
    match raw.trim_start().strip_prefix("<!--") {
        Some(rest) => {
            let start = range.start + blanks + 4;
            match rest.find("-->") {
                Some(end) => html
                    .annotations
                    .push(annotation(file, rest.get(..end).unwrap_or(""), start)),
                None => unterminated(file, rest, start, &mut html),
            }
        }
        None => html.resume = after_first_line(raw, &range),
    }
    html
}

fn annotation(file: FileId, text: &str, start: usize) -> Annotation {
    let blanks = text.len() - text.trim_start().len();
    let trimmed = text.trim();
    let start = start + blanks;
    Annotation {
        text: trimmed.to_owned(),
        span: Span::new(file, start, start + trimmed.len()),
    }
}

/// A comment without `-->` would swallow the page: it is taken to end before the next blank line or fence.
fn unterminated(file: FileId, rest: &str, start: usize, html: &mut HtmlBlock) {
    let blank = rest.find("\n\n").map(|at| at + 1);
    let fence = rest.find("\n```").map(|at| at + 1);
    let end = blank.into_iter().chain(fence).min().unwrap_or(rest.len());
    html.annotations
        .push(annotation(file, rest.get(..end).unwrap_or(""), start));
    html.resume = Some(start + end);
    let span = Span::new(file, start - 4, start);
    let diagnostic = Diagnostic::warning("unterminated-comment", span, "this comment is never closed")
        .help("add `-->`; the comment was taken to end at the next blank line or code fence");
    html.diagnostic = Some(diagnostic);
}

/// `<br>` or `<a name="x"></a>` on a line of its own starts an HTML block that lasts until a blank line and hides a
/// table or a list written directly below it. Only the first line is taken as HTML.
fn after_first_line(raw: &str, range: &Range<usize>) -> Option<usize> {
    let end = raw.find('\n')? + 1;
    let more = raw.get(end..).is_some_and(|rest| !rest.trim().is_empty());
    more.then_some(range.start + end)
}
