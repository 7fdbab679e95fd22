//! A compact print of a [`Document`] for snapshots.
//!
//! Markup is put back from the remembered ranges (`[text](target)`, `` `code` ``, `**strong**`). Where the source at
//! a span differs from that, the source follows in `«»`; so a span that points elsewhere is always seen.

use super::document::{Block, CodeBlock, Document, Row, Table, Text};
use crate::source::{Diagnostic, FileId, SourceFile, SourceMap, Span};

/// Reads one page and prints it with its diagnostics.
pub(super) fn page(text: &str) -> String {
    let sources = SourceMap::new(vec![SourceFile::new("page.md", text)]);
    let (document, diagnostics) = super::read(FileId(0), text);
    all(&sources, &document, &diagnostics)
}

/// Prints a document and its diagnostics.
pub(super) fn all(sources: &SourceMap, document: &Document, diagnostics: &[Diagnostic]) -> String {
    let mut dump = Dump {
        sources,
        out: String::new(),
    };
    dump.document(document);
    for diagnostic in diagnostics {
        dump.diagnostic(diagnostic);
    }
    dump.out
}

struct Dump<'a> {
    sources: &'a SourceMap,
    out: String,
}

impl Dump<'_> {
    fn document(&mut self, document: &Document) {
        for entry in &document.front_matter.entries {
            let value = self.shown(&entry.value, entry.span);
            self.line(0, &format!("{}: {value}", entry.key));
        }
        for section in &document.sections {
            if section.level > 0 {
                let heading = self.text(&section.heading);
                self.line(0, &format!("{} {heading}", "#".repeat(section.level.into())));
            }
            for block in &section.blocks {
                self.block(block);
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => {
                let text = self.text(text);
                self.line(1, &format!("P {text}"));
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => self.code(code),
            Block::Annotation(annotation) => {
                let text = self.shown(&annotation.text, annotation.span);
                self.line(1, &format!("A {text}"));
            }
            Block::Include(include) => {
                let path = self.shown(&include.path, include.span);
                self.line(1, &format!("I {path}"));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let header: Vec<_> = table.header.iter().map(|cell| self.text(cell)).collect();
        self.line(1, &format!("T {}", header.join(" | ")));
        for row in &table.rows {
            self.row(row);
        }
    }

    fn row(&mut self, row: &Row) {
        let cells: Vec<_> = row.cells.iter().map(|cell| self.text(cell)).collect();
        self.line(2, &format!("R {}", cells.join(" | ")));
    }

    fn code(&mut self, code: &CodeBlock) {
        let annotation = code.annotation.as_ref();
        let annotation = annotation.map_or(String::new(), |it| format!(" A {}", self.shown(&it.text, it.span)));
        self.line(1, &format!("C {}{annotation}", code.language));
        let text = self.shown(&code.text, code.span);
        for line in text.lines() {
            self.line(2, line);
        }
    }

    fn diagnostic(&mut self, it: &Diagnostic) {
        let at = self.sources.line_column(it.span);
        let place = format!("{}:{}:{}", self.sources.path(it.span.file), at.line, at.column);
        let code = it.code;
        self.line(
            0,
            &format!("! {code} {place} «{}» {}", self.sources.text(it.span), it.message),
        );
    }

    fn text(&self, text: &Text) -> String {
        let mut marks: Vec<(usize, i8, String)> = Vec::new();
        // Closing marks come first; then what is outside opens first and closes last.
        let mut mark = |range: &std::ops::Range<usize>, open: &str, close: &str, inner: i8| {
            marks.push((range.start, inner, open.to_owned()));
            marks.push((range.end, -inner, close.to_owned()));
        };
        for strong in &text.strong {
            mark(strong, "**", "**", 1);
        }
        for link in &text.links {
            mark(&link.range, "[", &format!("]({})", link.target), 2);
        }
        for code in &text.code {
            mark(code, "`", "`", 3);
        }
        marks.sort_by_key(|(at, inner, _)| (*at, *inner));
        let mut out = text.plain.clone();
        for (at, _, words) in marks.iter().rev() {
            out.insert_str(*at, words);
        }
        self.shown(&out, text.span)
    }

    /// The words, and the source at `span` when it differs.
    fn shown(&self, words: &str, span: Span) -> String {
        let raw = self.sources.text(span);
        let file = if span.file == FileId(0) {
            ""
        } else {
            self.sources.path(span.file)
        };
        if raw == words && file.is_empty() {
            return words.to_owned();
        }
        if raw == words {
            return format!("{words} «{file}»");
        }
        let colon = if file.is_empty() { "" } else { ": " };
        format!("{words} «{file}{colon}{}»", raw.replace('\n', "⏎"))
    }

    fn line(&mut self, depth: usize, line: &str) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(line);
        self.out.push('\n');
    }
}
