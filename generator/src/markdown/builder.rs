//! Turns parser events into a [`Document`].

use super::comment::{self, HtmlBlock};
use super::document::{Block, CodeBlock, Document, Row, Section, Table, Text};
use super::front_matter;
use super::include::{self, Line};
use super::loose_table;
use super::text::TextBuilder;
use crate::source::{Diagnostic, FileId, Span};
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use std::ops::Range;

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
    code: Option<(String, String, Range<usize>)>,
    html: Option<Range<usize>>,
    metadata: bool,
    table: Option<Table>,
    row: Row,
    /// Inside a tab of another language than HTTP.
    foreign_tab: bool,
    resume: Option<usize>,
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
            code: None,
            html: None,
            metadata: false,
            table: None,
            row: Row::default(),
            foreign_tab: false,
            resume: None,
        }
    }

    pub(super) fn finish(mut self) -> (Document, Vec<Diagnostic>) {
        self.flush_paragraph(self.source.len());
        self.document.sections.push(self.section);
        (self.document, self.diagnostics)
    }

    /// Where parsing has to start again, when a block swallowed what follows it.
    pub(super) fn take_resume(&mut self) -> Option<usize> {
        self.resume.take()
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.metadata => {
                self.document.front_matter = front_matter::read(self.file, self.source, range, &text);
            }
            Event::Text(text) if self.code.is_some() => self.code_text(&text, range),
            Event::Html(_) if self.html.is_some() => {}
            Event::Rule => self.foreign_tab = false,
            other => {
                self.inline_start.get_or_insert(range.start);
                self.inline.event(other);
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::MetadataBlock(_) => self.metadata = true,
            Tag::CodeBlock(kind) => {
                self.flush_paragraph(range.start);
                self.code = Some((language(&kind), String::new(), range.start..range.start));
            }
            Tag::HtmlBlock => {
                self.flush_paragraph(range.start);
                self.html = Some(range);
            }
            Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::BlockQuote(_) | Tag::List(_) => {
                self.flush_paragraph(range.start);
            }
            Tag::Table(_) => {
                self.flush_paragraph(range.start);
                self.table = Some(Table {
                    span: self.span(&range),
                    ..Table::default()
                });
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            inline => {
                self.inline_start.get_or_insert(range.start);
                self.inline.event(Event::Start(inline));
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::MetadataBlock(_) => self.metadata = false,
            TagEnd::CodeBlock => self.end_code(&range),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::Heading(level) => self.end_heading(level as u8, &range),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) => self.flush_paragraph(range.end),
            TagEnd::TableCell => self.end_cell(&range),
            TagEnd::TableHead => self.end_header(&range),
            TagEnd::TableRow => self.end_row(&range),
            TagEnd::Table => self.end_table(),
            TagEnd::List(_) => {}
            inline => self.inline.event(Event::End(inline)),
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
        let annotation = match self.section.blocks.pop() {
            Some(Block::Annotation(annotation)) => Some(annotation),
            Some(other) => {
                self.section.blocks.push(other);
                None
            }
            None => None,
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
        let closed = raw.lines().count() > 1
            && raw
                .lines()
                .last()
                .is_some_and(|line| line.trim_start().starts_with(['`', '~']));
        if fenced && !closed && raw.len() > 3 {
            let span = self.span(&(range.start..range.start + 3));
            let message = "this code fence is never closed, so the rest of the page is code";
            self.diagnostics
                .push(Diagnostic::warning("unclosed-fence", span, message).help("add a closing ``` line"));
        }
    }

    fn end_html(&mut self) {
        let Some(range) = self.html.take() else { return };
        let read = comment::read(self.file, self.source, range);
        let HtmlBlock {
            annotations,
            resume,
            diagnostic,
        } = read;
        for annotation in annotations {
            self.push(Block::Annotation(annotation));
        }
        self.diagnostics.extend(diagnostic);
        self.resume = resume;
    }

    fn end_heading(&mut self, level: u8, range: &Range<usize>) {
        if self
            .inline
            .first_link()
            .is_some_and(|target| target.starts_with("#tab/"))
        {
            self.foreign_tab = !self
                .inline
                .first_link()
                .is_some_and(|target| target.starts_with("#tab/http"));
            self.inline = TextBuilder::default();
            self.inline_start = None;
            return;
        }
        let raw = self.source.get(range.clone()).unwrap_or("");
        // `[!INCLUDE [x](y)]` directly above the `---` that ends a tab group reads as an underlined heading.
        if !raw.trim_start().starts_with('#') && raw.trim_end().ends_with('-') {
            let end = range.start + raw.trim_end().trim_end_matches('-').len();
            self.flush_paragraph(end);
            self.foreign_tab = false;
            return;
        }
        self.foreign_tab = false;
        let start = self.inline_start.take().unwrap_or(range.start);
        let span = self.trimmed(&(start..range.end));
        let heading = self.inline.finish(span);
        let next = Section {
            level,
            heading,
            blocks: Vec::new(),
        };
        self.document.sections.push(std::mem::replace(&mut self.section, next));
    }

    /// Ends the paragraph that is being collected, if any.
    fn flush_paragraph(&mut self, end: usize) {
        let Some(start) = self.inline_start.take() else { return };
        let span = self.trimmed(&(start..end));
        let raw = self.source.get(span.range()).unwrap_or("");
        if let Some(lines) = include::lines(raw, span) {
            self.inline = TextBuilder::default();
            for line in lines {
                self.push_line(line, raw, span);
            }
            return;
        }
        if let Some(table) = loose_table::read(raw, span) {
            self.inline = TextBuilder::default();
            self.push(Block::Table(table));
            return;
        }
        let text = self.inline.finish(span);
        if !text.is_empty() {
            self.push(Block::Paragraph(text));
        }
    }

    /// Adds a part of a paragraph that has include lines.
    fn push_line(&mut self, line: Line, raw: &str, span: Span) {
        match line {
            Line::Include(include) => self.push(Block::Include(include)),
            Line::Words(words) => {
                let offset = span.start as usize + words.start;
                let text = loose_table::inline(raw.get(words).unwrap_or(""), span.file, offset);
                self.push(Block::Paragraph(text));
            }
        }
    }

    fn end_cell(&mut self, range: &Range<usize>) {
        self.inline_start = None;
        let span = self.trimmed(range);
        let cell = self.inline.finish(span);
        self.row.cells.push(cell);
    }

    fn end_header(&mut self, _range: &Range<usize>) {
        let row = std::mem::take(&mut self.row);
        if let Some(table) = &mut self.table {
            table.header = row.cells;
        }
    }

    fn end_row(&mut self, range: &Range<usize>) {
        let mut row = std::mem::take(&mut self.row);
        row.span = self.trimmed(range);
        loose_table::add_overflow(self.source, &mut row);
        if let Some(table) = &mut self.table {
            table.rows.push(row);
        }
    }

    fn end_table(&mut self) {
        self.inline_start = None;
        if let Some(table) = self.table.take() {
            self.push(Block::Table(table));
        }
    }

    fn push(&mut self, block: Block) {
        if !self.foreign_tab {
            self.section.blocks.push(block);
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    /// The span of a range without its outer blanks and cell borders; pulldown's cell ranges keep the padding of
    /// spaced rows.
    fn trimmed(&self, range: &Range<usize>) -> Span {
        let raw = self.source.get(range.clone()).unwrap_or("");
        let start = range.start + (raw.len() - raw.trim_start().len());
        Span::new(self.file, start, start + raw.trim().len())
    }
}

fn language(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(word) => word.trim().to_ascii_lowercase(),
        CodeBlockKind::Indented => String::new(),
    }
}
