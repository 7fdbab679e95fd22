//! Turns parser events into a [`Document`].

mod html;
mod paragraph;
mod tabs;
#[cfg(test)]
mod tests;

use super::cells::Cells;
use super::document::{Annotation, Block, CodeBlock, Document, Row, Section, Table, Text};
use super::gfm_rows;
use super::references::References;
use super::text::{TextBuilder, without_place};
use crate::source::codes::markup::UNCLOSED_FENCE;
use crate::source::{Diagnostic, FileId, Span};
use pulldown_cmark::{CodeBlockKind, Event, RefDefs, Tag, TagEnd};
use std::ops::Range;
use std::rc::Rc;
use tabs::{Tab, Tabs};

/// The state of one reading.
pub(super) struct DocumentBuilder<'a> {
    file: FileId,
    source: &'a str,
    document: Document,
    /// The section that is being filled.
    section: Section,
    diagnostics: Vec<Diagnostic>,
    inline: TextBuilder,
    /// Start of the innermost block whose words are being collected.
    inline_start: Option<usize>,
    /// End of the last words.
    inline_end: usize,
    code: Option<(String, String, Range<usize>)>,
    html: Option<Range<usize>>,
    table: Option<Table>,
    row: Row,
    /// Comments between words, until the block that they stand in ends.
    comments: Vec<Annotation>,
    tabs: Tabs,
    /// The end of the last HTML table; blocks before it are parts of that.
    passed: usize,
    /// How many HTML blocks are open around the markdown that is being read.
    depth: usize,
    /// The link definitions of the page, for the parts that are read again.
    references: Rc<References>,
}

impl<'a> DocumentBuilder<'a> {
    pub(super) fn new(file: FileId, source: &'a str) -> Self {
        Self {
            file,
            source,
            document: Document::default(),
            section: Section {
                level: 0,
                heading: Text::default(),
                blocks: Vec::new(),
            },
            diagnostics: Vec::new(),
            inline: TextBuilder::default(),
            inline_start: None,
            inline_end: 0,
            code: None,
            html: None,
            table: None,
            row: Row::default(),
            comments: Vec::new(),
            tabs: Tabs::default(),
            passed: 0,
            depth: 0,
            references: Rc::default(),
        }
    }

    pub(super) fn finish(mut self) -> (Document, Vec<Diagnostic>) {
        self.flush_paragraph(self.source.len());
        self.document.sections.push(self.section);
        (self.document, self.diagnostics)
    }

    /// The link definitions of the page as far as they are known.
    pub(super) fn references(&self) -> Rc<References> {
        Rc::clone(&self.references)
    }

    /// Takes the link definitions of the page; those of a part are among them.
    pub(super) fn define(&mut self, definitions: &RefDefs<'_>) {
        if self.depth == 0 && definitions.iter().next().is_some() {
            self.references = Rc::new(References::new(definitions));
        }
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if range.start < self.passed {
            return self.passed_event(&event, &range);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.code.is_some() => self.code_text(&text, range),
            // By far the most frequent event.
            Event::Text(text) => {
                self.words_at(&range);
                self.inline.push(&text);
            }
            Event::Html(_) if self.html.is_some() => {}
            Event::InlineHtml(html) if html.starts_with("<!--") => self.comment(&html, range.start),
            Event::Rule => self.tabs.end_group(),
            other => {
                self.words_at(&range);
                self.inline.event(other);
            }
        }
    }

    /// A block that begins inside of an HTML table. What follows the table in its last block is read.
    fn passed_event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) if range.end > self.passed => self.html = Some(self.passed..range.end),
            Event::End(TagEnd::HtmlBlock) => self.end_html(),
            _ => {}
        }
    }

    fn words_at(&mut self, range: &Range<usize>) {
        self.inline_start.get_or_insert(range.start);
        self.inline_end = range.end;
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::CodeBlock(kind) => {
                self.flush_paragraph(range.start);
                let language = match kind {
                    CodeBlockKind::Fenced(word) => word.trim().to_ascii_lowercase(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new(), range.start..range.start));
            }
            Tag::HtmlBlock => {
                self.flush_paragraph(range.start);
                self.html = Some(range);
            }
            Tag::Paragraph | Tag::Heading { .. } => {
                self.flush_paragraph(range.start);
                self.inline.reserve(range.len());
            }
            Tag::Item | Tag::BlockQuote(_) | Tag::List(_) => self.flush_paragraph(range.start),
            Tag::Table(_) => {
                self.flush_paragraph(range.start);
                self.table = Some(Table {
                    span: self.span(&range),
                    ..Table::default()
                });
            }
            Tag::TableHead => {}
            Tag::TableRow => {
                let columns = self.table.as_ref().map_or(0, |table| table.header.len());
                self.row.cells.reserve_exact(columns);
            }
            Tag::TableCell => self.inline.reserve(range.len()),
            inline => {
                self.inline_start.get_or_insert(range.start);
                self.inline.event(Event::Start(inline));
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::CodeBlock => self.end_code(&range),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::Heading(level) => self.end_heading(level as u8, &range),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) => self.flush_paragraph(range.end),
            TagEnd::TableCell => self.end_cell(&range),
            TagEnd::TableHead => self.end_header(),
            TagEnd::TableRow => self.end_row(&range),
            TagEnd::Table => self.end_table(),
            TagEnd::List(_) => {}
            inline => {
                self.inline_end = range.end;
                self.inline.event(Event::End(inline));
            }
        }
    }

    fn code_text(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, code, place)) = &mut self.code {
            if code.is_empty() {
                place.start = range.start;
            }
            place.end = range.end;
            code.push_str(text);
        }
    }

    fn end_code(&mut self, range: &Range<usize>) {
        let Some((language, text, place)) = self.code.take() else {
            return;
        };
        self.warn_unclosed_fence(range);
        // A comment above the tab of another language belongs to what stands above the tabs.
        let above = |block: &mut Block| !self.tabs.is_foreign() && matches!(block, Block::Annotation(_));
        let annotation = match self.section.blocks.pop_if(above) {
            Some(Block::Annotation(annotation)) => Some(annotation),
            _ => None,
        };
        let span = self.span(&place);
        self.push(Block::Code(CodeBlock {
            language,
            text,
            span,
            annotation,
        }));
    }

    fn warn_unclosed_fence(&mut self, range: &Range<usize>) {
        let raw = self.source.get(range.clone()).unwrap_or("").trim();
        let fenced = raw.starts_with("```") || raw.starts_with("~~~");
        let last = raw.rfind('\n').and_then(|at| raw.get(at..)).unwrap_or("");
        let closed = last.trim_start_matches(['>', ' ', '\t', '\n']).starts_with(['`', '~']);
        if fenced && !closed && raw.len() > 3 {
            let span = self.span(&(range.start..range.start + 3));
            let message = "this code fence is never closed, so the rest of the page is code";
            self.diagnostics
                .push(Diagnostic::new(&UNCLOSED_FENCE, span, message).help("add a closing ``` line"));
        }
    }

    fn end_heading(&mut self, level: u8, range: &Range<usize>) {
        match self
            .inline
            .only_link()
            .and_then(|target| self.tabs.begin(target, self.section.level))
        {
            Some(Tab::Language) => {
                self.inline = TextBuilder::default();
                self.inline_start = None;
                return;
            }
            Some(Tab::Part(level)) => {
                let tabs = self.tabs;
                self.begin_section(level, range);
                self.tabs = tabs;
                return;
            }
            None => {}
        }
        let raw = self.source.get(range.clone()).unwrap_or("");
        // `[!INCLUDE [x](y)]` directly above the `---` that ends a tab group reads as an underlined heading. Real ones are
        // underlined from end to end.
        let words = raw.trim_end().trim_end_matches('-').len();
        if !raw.trim_start().starts_with('#') && matches!(raw.trim_end().len() - words, 1..=3) {
            let end = range.start + words;
            self.flush_paragraph(end);
            self.tabs.end_group();
            return;
        }
        self.begin_section(level, range);
    }

    fn begin_section(&mut self, level: u8, range: &Range<usize>) {
        self.tabs = Tabs::default();
        let start = self.inline_start.take().unwrap_or(range.start);
        let span = self.trimmed(&(start..self.inline_end.max(start)));
        let mut heading = self.inline.finish(span);
        without_place(&mut heading);
        let next = Section {
            level,
            heading,
            blocks: Vec::new(),
        };
        self.document.sections.push(std::mem::replace(&mut self.section, next));
        self.push_comments();
    }

    fn end_cell(&mut self, range: &Range<usize>) {
        self.inline_start = None;
        let span = self.trimmed(range);
        let cell = self.inline.finish(span);
        self.row.cells.push(cell);
    }

    fn end_header(&mut self) {
        let row = std::mem::take(&mut self.row);
        if let Some(table) = &mut self.table {
            table.header = row.cells;
        }
    }

    fn end_row(&mut self, range: &Range<usize>) {
        let mut row = std::mem::take(&mut self.row);
        row.span = self.trimmed(range);
        if let Some(table) = &mut self.table {
            let cells = Cells::new(self.file, &self.references);
            gfm_rows::add(self.source, table, row, &cells);
        }
    }

    fn end_table(&mut self) {
        self.inline_start = None;
        if let Some(mut table) = self.table.take() {
            let below = gfm_rows::take_text_below(self.source, &mut table);
            self.push(Block::Table(table));
            for text in below {
                self.push(Block::Paragraph(text));
            }
        }
        self.push_comments();
    }

    fn push(&mut self, block: Block) {
        if !self.tabs.is_foreign() {
            self.section.blocks.push(block);
        }
    }

    fn cells(&self) -> Cells<'_> {
        Cells::new(self.file, &self.references)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    /// The span of a range without its outer blanks and cell borders; pulldown's cell ranges keep the padding of
    /// spaced rows.
    fn trimmed(&self, range: &Range<usize>) -> Span {
        let raw = self.source.get(range.clone()).unwrap_or("");
        let words = raw.trim_ascii_start();
        let start = range.start + (raw.len() - words.len());
        Span::new(self.file, start, start + words.trim_ascii_end().len())
    }
}
