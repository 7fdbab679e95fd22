//! Adds HTML blocks and comments to the document.

use super::super::commonmark;
use super::super::document::Block;
use super::super::html::{self, Part};
use super::super::html_table;
use super::DocumentBuilder;
use std::ops::Range;

/// HTML in markdown in HTML ...: real pages have one level. Deeper markdown is read as words, so that the time stays
/// linear in the size of the page.
const DEEPEST: usize = 8;

impl DocumentBuilder<'_> {
    pub(super) fn end_html(&mut self) {
        let Some(range) = self.html.take() else { return };
        if self.depth >= DEEPEST {
            self.push_words(range);
            return;
        }
        self.depth += 1;
        for part in html::parts(self.file, self.source, range) {
            match part {
                Part::Annotation(annotation) => self.push(Block::Annotation(annotation)),
                Part::Unclosed(annotation, opening) => {
                    self.diagnostics.push(html::unclosed(opening));
                    self.push(Block::Annotation(annotation));
                }
                Part::Table(places) => {
                    let table = html_table::read(self.source, self.file, &places, &self.cells());
                    self.push(Block::Table(table));
                    self.passed = self.passed.max(places.whole.end);
                }
                Part::Words(range) => self.push_words(range),
                Part::Markdown(range) => commonmark::parse(self.source, range, self),
            }
        }
        self.depth -= 1;
    }

    /// Adds a line of HTML as a paragraph of its words, when it has any.
    fn push_words(&mut self, range: Range<usize>) {
        let raw = self.source.get(range.clone()).unwrap_or("");
        let text = self.cells().lines(raw, range.start);
        if !text.is_empty() {
            self.push(Block::Paragraph(text));
        }
    }

    /// `Here is the request. <!-- { "blockType": "request" } -->`
    pub(super) fn comment(&mut self, html: &str, start: usize) {
        let text = html.strip_prefix("<!--").unwrap_or(html);
        let text = text.strip_suffix("-->").unwrap_or(text);
        self.comments.push(html::annotation(self.file, text, start + 4));
    }

    pub(super) fn push_comments(&mut self) {
        for comment in std::mem::take(&mut self.comments) {
            self.push(Block::Annotation(comment));
        }
    }
}
