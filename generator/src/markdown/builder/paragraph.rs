//! Adds paragraphs to the document, and the tables and includes that stand in paragraphs.

use super::super::cells::Cells;
use super::super::document::Block;
use super::super::include::{self, Line};
use super::super::refused_table;
use super::DocumentBuilder;
use crate::source::Span;
use std::ops::Range;

/// How many comments a table can have between its rows; without a limit the time is not linear.
const COMMENTS: usize = 64;

impl DocumentBuilder<'_> {
    /// Ends the paragraph that is being collected, if any.
    pub(super) fn flush_paragraph(&mut self, end: usize) {
        let Some(start) = self.inline_start.take() else { return };
        let span = self.trimmed(&(start..end));
        let raw = self.source.get(span.range()).unwrap_or("");
        let text = self.inline.finish(span);
        // Every include holds a link; most paragraphs do not.
        let includes = if text.links.is_empty() {
            None
        } else {
            include::lines(raw, span)
        };
        if let Some(lines) = includes {
            for line in lines {
                self.push_line(line, raw, span);
            }
        } else if text.is_empty() || (raw.contains('|') && self.push_refused_table(raw, span)) {
            // Nothing is left of it.
        } else {
            self.push(Block::Paragraph(text));
        }
        self.push_comments();
    }

    /// Adds the table that a paragraph holds, or its rows to the table above; `false` when there is neither.
    fn push_refused_table(&mut self, raw: &str, span: Span) -> bool {
        if let Some(found) = refused_table::read(raw, span, &self.cells()) {
            self.push_paragraph(raw, found.above, span);
            self.push(Block::Table(found.table));
            return true;
        }
        let references = self.references();
        let cells = Cells::new(self.file, &references);
        // A comment between two rows ends the table for GFM.
        let mut blocks = self.section.blocks.iter_mut().rev().take(COMMENTS);
        let above = blocks.find(|block| !matches!(block, Block::Annotation(_)));
        let Some(Block::Table(table)) = above.filter(|_| !self.tabs.is_foreign()) else {
            return false;
        };
        let Some(rows) = refused_table::rows(raw, span, &cells) else {
            return false;
        };
        table.rows.extend(rows);
        table.span.end = span.end;
        true
    }

    /// Adds some lines of a paragraph as a paragraph.
    fn push_paragraph(&mut self, raw: &str, lines: Range<usize>, span: Span) {
        let offset = span.start as usize + lines.start;
        let text = self.cells().lines(raw.get(lines).unwrap_or(""), offset);
        if !text.is_empty() {
            self.push(Block::Paragraph(text));
        }
    }

    /// Adds a part of a paragraph that has include lines.
    fn push_line(&mut self, line: Line, raw: &str, span: Span) {
        match line {
            Line::Include(include) => self.push(Block::Include(include)),
            Line::Words(words) => self.push_paragraph(raw, words, span),
        }
    }
}
