//! Lines with their places.

/// One line without its outer blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// The words.
    pub(super) text: &'a str,
    /// Offset of the first word.
    pub(super) start: usize,
    /// Offset behind the line break.
    pub(super) next: usize,
}

impl Line<'_> {
    /// Offset behind the last word.
    pub(super) fn end(self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_blank(self) -> bool {
        self.text.is_empty()
    }
}

/// All lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut offset = 0;
    let line = |raw| {
        let start = offset;
        offset += str::len(raw);
        Line {
            text: raw.trim(),
            start: start + (raw.len() - raw.trim_start().len()),
            next: offset,
        }
    };
    text.split_inclusive('\n').map(line).collect()
}
