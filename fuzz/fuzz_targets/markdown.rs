//! Any text is read as a document whose spans lie in the text.
#![no_main]

use generator::markdown::{Block, read};
use generator::source::{FileId, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (document, diagnostics) = read(FileId(0), text);
    let fits = |span: Span| text.get(span.range()).is_some();
    assert!(diagnostics.iter().all(|diagnostic| fits(diagnostic.span)));
    for section in &document.sections {
        assert!(fits(section.heading.span));
        for block in &section.blocks {
            let span = match block {
                Block::Paragraph(text) => text.span,
                Block::Table(table) => table.span,
                Block::Code(code) => code.span,
                Block::Annotation(annotation) => annotation.span,
                Block::Include(include) => include.span,
            };
            assert!(fits(span), "{block:?}");
        }
    }
});
