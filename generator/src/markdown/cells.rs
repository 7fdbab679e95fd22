//! Reads parts of a page again: rows that GFM refuses or splits, and lines between includes and tags.

use super::document::Text;
use super::references::References;
use super::text::TextBuilder;
use crate::source::{FileId, Span};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads slices of a page as running text.
pub(super) struct Cells<'a> {
    file: FileId,
    references: &'a References,
}

impl<'a> Cells<'a> {
    pub(super) fn new(file: FileId, references: &'a References) -> Self {
        Self { file, references }
    }

    /// The cells of a row that stands at `offset`.
    pub(super) fn row(&self, line: &str, offset: usize) -> Vec<Text> {
        let places = split(line, false).into_iter();
        places.map(|place| self.cell(line, &place, offset)).collect()
    }

    /// One cell of a row that stands at `offset`.
    pub(super) fn cell(&self, line: &str, place: &Range<usize>, offset: usize) -> Text {
        self.inline(line.get(place.clone()).unwrap_or(""), offset + place.start)
    }

    /// Lines of a paragraph that stand at `offset`, quote marks left out.
    ///
    /// They are read as one line, so that none of them can be taken for a fence or a heading.
    pub(super) fn lines(&self, raw: &str, offset: usize) -> Text {
        let marks = ['>', ' ', '\t', '\n'];
        let words = raw.trim_start_matches(marks);
        let offset = offset + raw.len() - words.len();
        if !words.trim_end().contains('\n') {
            return self.inline(words, offset);
        }
        let lines = words.split('\n').map(|line| line.trim_start_matches(marks));
        let text = self.inline(&lines.collect::<Vec<_>>().join(" "), offset);
        let span = Span::new(self.file, offset, offset + words.trim_end().len());
        Text { span, ..text }
    }

    /// A part of a line that stands at `offset`. It is running text, whatever it starts with.
    pub(super) fn inline(&self, raw: &str, offset: usize) -> Text {
        // Behind a word nothing is a block: no `<p>`, `# `, `~~~` or `- `.
        const WORD: &str = "\u{2060}";
        let start = offset + (raw.len() - raw.trim_start().len());
        let raw = raw.trim();
        let span = Span::new(self.file, start, start + raw.len());
        if raw.starts_with(char::is_alphabetic) {
            return self.parse(raw, span);
        }
        let mut text = self.parse(&[WORD, raw].concat(), span);
        text.splice(0..WORD.len(), &Text::default());
        let blanks = text.plain.len() - text.plain.trim_start().len();
        text.splice(0..blanks, &Text::default());
        text
    }

    fn parse(&self, raw: &str, span: Span) -> Text {
        let mut builder = TextBuilder::default();
        let callback = Some(self.references.callback());
        for event in Parser::new_with_broken_link_callback(raw, Options::empty(), callback) {
            match event {
                Event::Start(Tag::Paragraph | Tag::Item) if !builder.plain().is_empty() => builder.push("\n"),
                Event::End(TagEnd::Paragraph) => {}
                event => builder.event(event),
            }
        }
        builder.finish(span)
    }
}

/// The places of the cells of a row, outer pipes left out. With `keep_code`, a pipe inside a pair of backticks does not
/// end a cell (`` `worksheets/{id|name}` ``), as it does in GFM.
pub(super) fn split(line: &str, keep_code: bool) -> Vec<Range<usize>> {
    let content = line.trim_ascii_end();
    let blanks = content.len() - content.trim_ascii_start().len();
    let mut start = blanks + usize::from(content.trim_ascii_start().starts_with('|'));
    let closed = content.ends_with('|') && !content.ends_with("\\|");
    let end = (content.len() - usize::from(closed)).max(start);
    let mut cells = Vec::new();
    let mut escaped = false;
    let mut in_code = false;
    for (at, byte) in content.bytes().enumerate().take(end).skip(start) {
        match byte {
            b'|' if !escaped && !in_code => {
                cells.push(start..at);
                start = at + 1;
            }
            b'`' if keep_code => in_code = !in_code,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    cells.push(start..end);
    cells
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_are_split_at_unescaped_pipes() {
        let split = |line: &'static str, keep_code| {
            let cells = super::split(line, keep_code).into_iter().map(|cell| &line[cell]);
            cells.collect::<Vec<_>>()
        };
        assert_eq!(split(" | a |b\\|c|| \n", false), [" a ", "b\\|c", ""]);
        assert_eq!(split("a | b", false), ["a ", " b"]);
        assert_eq!(split("||b|", false), ["", "b"]);
        assert_eq!(split("a\\|", false), ["a\\|"]);
        assert_eq!(split("|`{a|b}` c|d|", false), ["`{a", "b}` c", "d"]);
        assert_eq!(split("|`{a|b}` c|d|", true), ["`{a|b}` c", "d"]);
        assert_eq!(split("|", false), [""]);
    }
}
