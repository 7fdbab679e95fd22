//! The reader of rendered text: a page copied from the website, with all its markup gone.
//!
//! One line of the text is one block of the page: a heading, a paragraph, a table row, a line of code. What each line
//! is follows from its words and from what stands above it.

mod code;
mod detect;
mod json;
mod line;
mod paragraph;
mod sections;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod twin;
mod words;

pub(super) use detect::is_rendered;

use super::document::{Block, Document, Section, Text};
use crate::source::{Diagnostic, FileId};
use code::Context;
use line::{Line, lines};
use sections::Outline;

/// Reads rendered text. Never fails, and gives no diagnostics, because every line can be read.
pub(super) fn read(file: FileId, text: &str) -> (Document, Vec<Diagnostic>) {
    let mut reader = DocumentReader {
        file,
        text,
        lines: lines(text),
        outline: Outline::default(),
        document: Document::default(),
        section: section(0, Text::default()),
    };
    reader.all();
    (reader.document, Vec::new())
}

struct DocumentReader<'a> {
    file: FileId,
    text: &'a str,
    lines: Vec<Line<'a>>,
    outline: Outline,
    document: Document,
    /// The section that is being filled.
    section: Section,
}

impl DocumentReader<'_> {
    fn all(&mut self) {
        let mut at = self.title();
        while let Some(line) = self.lines.get(at) {
            let line = *line;
            at = match self.outline.heading(line.text) {
                Some(level) => {
                    self.start_section(level, line);
                    at + 1
                }
                None if line.is_blank() => at + 1,
                None => self.block(at),
            };
        }
        let last = std::mem::replace(&mut self.section, section(0, Text::default()));
        self.document.sections.push(last);
    }

    /// The first line is the title, unless the text was cut out of a page and starts with something else.
    fn title(&mut self) -> usize {
        let Some(first) = self.lines.iter().position(|line| !line.is_blank()) else {
            return 0;
        };
        let rest = self.lines.get(first..).unwrap_or(&[]);
        let Some(line) = rest.first().copied() else {
            return first;
        };
        let is_title = sections::rank(line.text).is_none()
            && table::length(rest).is_none()
            && code::find(rest, Context::Elsewhere).is_none();
        if !is_title {
            return first;
        }
        self.start_section(1, line);
        first + 1
    }

    /// Reads the block that starts at a line and returns the line after it.
    fn block(&mut self, at: usize) -> usize {
        let rest = self.lines.get(at..).unwrap_or(&[]);
        let context = match self.section.heading.plain.to_ascii_lowercase().as_str() {
            "http request" => Context::Routes,
            _ => Context::Elsewhere,
        };
        let (block, length) = if let Some(length) = table::length(rest) {
            let lines = rest.get(..length).unwrap_or(rest);
            (Block::Table(table::read(self.file, self.text, lines)), length)
        } else if let Some(parts) = code::find(rest, context) {
            (
                Block::Code(code::read(self.file, self.text, rest, parts)),
                parts.length(),
            )
        } else {
            let length = paragraph::length(rest);
            let lines = rest.get(..length).unwrap_or(rest);
            (Block::Paragraph(paragraph::read(self.file, self.text, lines)), length)
        };
        self.section.blocks.push(block);
        at + length.max(1)
    }

    fn start_section(&mut self, level: u8, line: Line<'_>) {
        let heading = words::read(self.file, self.text, line.start..line.end());
        let done = std::mem::replace(&mut self.section, section(level, heading));
        self.document.sections.push(done);
    }
}

fn section(level: u8, heading: Text) -> Section {
    Section {
        level,
        heading,
        blocks: Vec::new(),
    }
}
