//! The reader of both markdown generations.

use super::builder::DocumentBuilder;
use super::document::Document;
use super::front_matter;
use crate::source::{Diagnostic, FileId};
use pulldown_cmark::{Options, Parser};
use std::ops::Range;

/// Reads a markdown page. Never fails: what cannot be read is a diagnostic, and the rest of the page is kept.
pub(super) fn read(file: FileId, text: &str) -> (Document, Vec<Diagnostic>) {
    let split = front_matter::split(file, text);
    let mut builder = DocumentBuilder::new(file, text);
    parse(text, split.body..text.len(), &mut builder);
    let (document, mut diagnostics) = builder.finish();
    diagnostics.extend(split.diagnostic);
    let front_matter = split.front_matter;
    (
        Document {
            front_matter,
            ..document
        },
        diagnostics,
    )
}

/// Feeds a part of a page to the builder, which calls this again for markdown inside HTML blocks.
pub(super) fn parse(page: &str, part: Range<usize>, builder: &mut DocumentBuilder<'_>) {
    let text = page.get(part.clone()).unwrap_or("");
    let references = builder.references();
    let parser = Parser::new_with_broken_link_callback(text, Options::ENABLE_TABLES, Some(references.callback()));
    let events = parser.into_offset_iter();
    builder.define(events.reference_definitions());
    for (event, range) in events {
        builder.event(event, range.start + part.start..range.end + part.start);
    }
}
