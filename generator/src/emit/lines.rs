//! Lines above an item: docs, comments, attributes.

use super::docs;
use super::file::WIDTH;
use super::gate::Gate;
use super::link;
use super::plan::{AreaSet, Areas};

/// Spaces, as many as any line begins with.
const SPACES: &str = "        ";

/// Adds lines to a text, all with the same indentation.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t mut String,
    indent: &'static str,
    start: usize,
}

impl<'t> Lines<'t> {
    /// Lines at the end of a text.
    pub(crate) fn new(text: &'t mut String, indent: usize) -> Self {
        Self {
            start: text.len(),
            text,
            indent: SPACES.get(..indent).unwrap_or(SPACES),
        }
    }

    /// Adds a line.
    pub(crate) fn line<'p>(&mut self, parts: impl IntoIterator<Item = &'p str>) {
        self.text.push_str(self.indent);
        self.text.extend(parts);
        self.text.push('\n');
    }

    /// Adds a blank line of docs.
    pub(crate) fn blank(&mut self) {
        self.line(["///"]);
    }

    /// Adds a line of docs.
    pub(crate) fn doc(&mut self, line: &str) {
        let mark = if line.is_empty() { "///" } else { "/// " };
        self.line([mark, line]);
    }

    /// Adds markdown as docs.
    pub(crate) fn docs(&mut self, markdown: &str) {
        let width = WIDTH - "/// ".len() - self.indent.len();
        docs::render(markdown, width, &mut |line| self.doc(line));
    }

    /// Adds a paragraph of docs, which is markdown of rustdoc already.
    pub(crate) fn paragraph(&mut self, text: &str) {
        let width = WIDTH - "/// ".len() - self.indent.len();
        docs::wrap(text, width, &mut |line| self.doc(line));
    }

    /// Adds the line that leads to the public page.
    pub(crate) fn public_page(&mut self, page: Option<String>) {
        if let Some(line) = link::line(page) {
            self.blank();
            self.line([line.as_str()]);
        }
    }

    /// Adds the attribute of a gate.
    pub(crate) fn gate(&mut self, gate: &Gate, areas: &Areas) {
        for line in gate.lines(areas) {
            self.line([line.as_str()]);
        }
    }

    /// Adds the attribute of what is deprecated.
    pub(crate) fn deprecated(&mut self, markdown: Option<&str>) {
        if let Some(markdown) = markdown {
            self.line([docs::deprecated(markdown).as_str()]);
        }
    }

    /// Makes links that stay inside of the lines so far.
    pub(crate) fn link(&mut self, links: &docs::Items, around: &AreaSet, client: bool) {
        links.inside(self.text, self.start, around, client);
    }
}
