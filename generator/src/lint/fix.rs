//! Applies fixes to the bytes of files. What is not fixed stays as it is, byte for byte.

use super::{Edit, Finding};
use crate::source::{FileId, SourceMap};
use std::collections::BTreeMap;

/// The edits of the findings that can be fixed, file by file; with `unsafe_fixes` also those that an author has to check.
/// Of two that overlap the first one is taken; the other one can follow when the page is read again.
pub fn edits(findings: &[Finding], unsafe_fixes: bool) -> BTreeMap<FileId, Vec<Edit>> {
    let mut files: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        if fix.safe || unsafe_fixes {
            for edit in &fix.edits {
                files.entry(edit.span.file).or_default().push(edit.clone());
            }
        }
    }
    for edits in files.values_mut() {
        edits.sort_by(|a, b| (a.span, &a.text).cmp(&(b.span, &b.text)));
        edits.dedup();
        let mut end = 0;
        edits.retain(|edit| {
            let fits = edit.span.start >= end && !(edit.span.start == end && end > 0 && edit.span.range().is_empty());
            if fits {
                end = edit.span.end;
            }
            fits
        });
    }
    files
}

/// The bytes of a file with its edits; nothing if the file is not what was read.
pub fn fixed(bytes: &[u8], sources: &SourceMap, file: FileId, edits: &[Edit]) -> Option<Vec<u8>> {
    let read = sources.file(file)?.text.as_str();
    let raw = std::str::from_utf8(bytes).ok()?;
    let (mark, raw) = raw
        .strip_prefix('\u{feff}')
        .map_or(("", raw), |rest| ("\u{feff}", rest));
    if raw.replace("\r\n", "\n").replace('\r', "\n") != read {
        return None;
    }
    let line_end = if raw.contains("\r\n") { "\r\n" } else { "\n" };
    let places = Places::of(raw);
    let mut out = mark.to_owned();
    let mut position = 0;
    for edit in edits {
        let range = edit.span.range();
        let (start, end) = (places.raw(range.start), places.raw(range.end));
        out.push_str(raw.get(position..start)?);
        out.push_str(&edit.text.replace('\n', line_end));
        position = end;
    }
    out.push_str(raw.get(position..)?);
    Some(out.into_bytes())
}

/// Where the line ends of two bytes are, which were read as one.
struct Places(Vec<usize>);

impl Places {
    fn of(raw: &str) -> Self {
        let ends = raw.match_indices("\r\n").map(|(at, _)| at);
        Self(ends.enumerate().map(|(before, at)| at - before).collect())
    }

    /// The place in the file of a place in what was read.
    fn raw(&self, at: usize) -> usize {
        at + self.0.partition_point(|end| *end < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceFile, Span};

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit {
            span: Span::new(FileId(0), start, end),
            text: text.to_owned(),
        }
    }

    #[test]
    fn line_ends_and_the_byte_order_mark_stay() {
        let sources = SourceMap::new(vec![SourceFile::new("a.md", "a\nbc\nd\n")]);
        let raw = "\u{feff}a\r\nbc\r\nd\r\n".as_bytes();
        let edits = [edit(1, 1, "!"), edit(2, 3, "B"), edit(6, 6, "e\nf")];
        let out = fixed(raw, &sources, FileId(0), &edits).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\u{feff}a!\r\nBc\r\nde\r\nf\r\n");
        assert_eq!(fixed(b"another", &sources, FileId(0), &edits), None);
    }
}
