//! The document tree that both dialects end in.

use crate::source::Span;
use std::ops::Range;

/// One page: front matter and a flat list of sections.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The `key: value` lines between the `---` fences; empty when there are none.
    pub front_matter: FrontMatter,
    /// Sections in page order. The first one holds what stands before any heading and has level 0.
    pub sections: Vec<Section>,
}

impl Document {
    /// The section of the page's own heading.
    pub fn title(&self) -> Option<&Section> {
        self.sections.iter().find(|section| section.level == 1)
    }

    /// The paragraphs before and below the first heading, where pages introduce themselves.
    pub fn opening(&self) -> impl Iterator<Item = &Text> {
        self.sections.iter().take(2).flat_map(Section::paragraphs)
    }
}

/// The front matter of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontMatter {
    /// The lines in page order.
    pub entries: Vec<FrontMatterEntry>,
}

impl FrontMatter {
    /// The value of the first line with this key, quotes removed; `None` when absent or empty.
    pub fn get(&self, key: &str) -> Option<&str> {
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        Some(entry.value.as_str()).filter(|value| !value.is_empty())
    }
}

/// One `key: value` line.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatterEntry {
    /// Left of the colon.
    pub key: String,
    /// Right of the colon, trimmed, surrounding quotes removed.
    pub value: String,
    /// The value's place.
    pub span: Span,
}

/// A heading and what stands under it, up to the next heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// 1 to 6; 0 for the text before the first heading.
    pub level: u8,
    /// The heading; empty at level 0.
    pub heading: Text,
    /// What follows.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Its paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Text> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            _ => None,
        })
    }

    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// Its code blocks.
    pub fn codes(&self) -> impl Iterator<Item = &CodeBlock> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Code(code) => Some(code),
            _ => None,
        })
    }
}

/// One block of a section, in page order.
///
/// The tabs of other programming languages (`# [C#](#tab/csharp)`) are not part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph, a list item or the text of a quote.
    Paragraph(Text),
    /// A pipe table.
    Table(Table),
    /// A fenced or indented code block, with the annotation comment directly before it.
    Code(CodeBlock),
    /// An HTML comment that is not directly before a code block.
    Annotation(Annotation),
    /// An include whose file could not be used; a resolved one is replaced by its blocks.
    Include(Include),
}

/// Running text with its markup taken off but remembered.
///
/// All ranges are byte ranges of `plain`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// The words without markup; a line break or `<br>` is `\n`.
    pub plain: String,
    /// Where it stands in the source, markup included, outer blanks excluded.
    pub span: Span,
    /// Links in order.
    pub links: Vec<Link>,
    /// Code spans.
    pub code: Vec<Range<usize>>,
    /// Strong (bold) spans.
    pub strong: Vec<Range<usize>>,
    /// Where items of lists in HTML begin: `<li>`.
    pub items: Vec<usize>,
}

impl Text {
    /// Whether nothing but blanks is left.
    pub fn is_empty(&self) -> bool {
        self.plain.trim().is_empty()
    }

    /// The words of a range of `plain`.
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.plain.get(range.clone()).unwrap_or("")
    }
}

/// A link inside a [`Text`].
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The link text's place in `plain`.
    pub range: Range<usize>,
    /// The target as written; empty when a reference has no definition (`[identitySet][]`).
    pub target: String,
}

/// A pipe table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Header cells.
    pub header: Vec<Cell>,
    /// Body rows; a row may have more cells than the header.
    pub rows: Vec<Row>,
    /// The whole table.
    pub span: Span,
}

impl Table {
    /// Every cell: the header, then the rows.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.header.iter().chain(self.rows.iter().flat_map(|row| &row.cells))
    }

    /// Every cell, to be changed.
    pub(super) fn cells_mut(&mut self) -> impl Iterator<Item = &mut Cell> {
        let rows = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        self.header.iter_mut().chain(rows)
    }
}

/// One table cell.
pub type Cell = Text;

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The cells as written; behind them empty ones up to the number of columns, when the page wrote fewer.
    pub cells: Vec<Cell>,
    /// The row's line (or lines).
    pub span: Span,
}

/// A code block.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeBlock {
    /// The word after the fence, lower case, such as `http`, `json`; empty for none.
    pub language: String,
    /// The lines between the fences, without the indentation of a list and the marks of a quote. In rendered text the
    /// blank line between the headers and the body of a message, which is lost there, is put back.
    pub text: String,
    /// Place of `text` in the source.
    pub span: Span,
    /// The HTML comment directly before the block.
    pub annotation: Option<Annotation>,
}

/// The text of an HTML comment, without `<!--` and `-->`.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// The text, trimmed.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// An `[!INCLUDE [label](path)]` line.
#[derive(Debug, Clone, PartialEq)]
pub struct Include {
    /// The path as written.
    pub path: String,
    /// The line's place.
    pub span: Span,
}
