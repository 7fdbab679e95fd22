//! Front matter: one `key: value` a line on every page; no YAML beyond that occurs.

use super::document::{FrontMatter, FrontMatterEntry};
use crate::source::{FileId, Span};
use std::ops::Range;

/// Reads the lines between the fences; `text` stands at `range` of the page.
pub(super) fn read(file: FileId, source: &str, range: Range<usize>, text: &str) -> FrontMatter {
    let text = source.get(range.clone()).unwrap_or(text);
    let mut entries = Vec::new();
    let mut offset = range.start;
    for line in text.split_inclusive('\n') {
        entries.extend(entry(file, line, offset));
        offset += line.len();
    }
    FrontMatter { entries }
}

fn entry(file: FileId, line: &str, offset: usize) -> Option<FrontMatterEntry> {
    let (key, rest) = line.split_once(':')?;
    let padded = rest.trim();
    let value = padded.trim_matches(['"', '\'']);
    let start = offset
        + key.len()
        + 1
        + (rest.len() - rest.trim_start().len())
        + (padded.len() - padded.trim_start_matches(['"', '\'']).len());
    Some(FrontMatterEntry {
        key: key.trim().to_owned(),
        value: value.trim().to_owned(),
        span: Span::new(file, start, start + value.len()),
    })
}
