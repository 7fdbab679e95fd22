//! Paragraphs of rendered text.

use super::super::document::Text;
use super::line::Line;
use super::{code, sections, table, words};
use crate::source::FileId;

/// How many lines, from the first, are one paragraph.
///
/// Each block of the page is one line, except that a value marked as code may end its line: `... returns a 201 Created`
/// over `response code and a ticket object in the response body.`
pub(super) fn length(lines: &[Line<'_>]) -> usize {
    let wrapped = lines.windows(2).position(|pair| match pair {
        [line, next] => !continues(line.text, next.text),
        _ => true,
    });
    let all = wrapped.map_or(lines.len(), |last| last + 1);
    // The rest of the sentence is no table, code or heading.
    let starts_block = |at: &usize| {
        let rest = lines.get(*at..).unwrap_or(&[]);
        let heading = rest.first().is_some_and(|line| sections::rank(line.text).is_some());
        heading || table::length(rest).is_some() || code::find(rest, code::Context::Elsewhere).is_some()
    };
    (1..all).find(starts_block).unwrap_or(all)
}

fn continues(line: &str, next: &str) -> bool {
    let Some(first) = next.chars().next() else { return false };
    let ended = line.is_empty() || line.ends_with(['.', '!', '?', ':']);
    matches!(first, ',' | ';' | '.' | ')') || (first.is_lowercase() && !ended)
}

/// Reads the lines of one paragraph or list item.
pub(super) fn read(file: FileId, text: &str, lines: &[Line<'_>]) -> Text {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Text::default();
    };
    let bullet = ["- ", "* ", "• "]
        .into_iter()
        .find(|bullet| first.text.starts_with(bullet));
    let start = first.start + bullet.map_or(0, str::len);
    words::read(file, text, start..last.end())
}
