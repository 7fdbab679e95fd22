//! Headings that are only bold: `**Properties**` in a line of its own, where other pages have `## Properties`.

use super::vocabulary::{Vocabulary, meaning};
use crate::markdown::{Block, Document, Section, Text};
use std::borrow::Cow;

/// The headings of sections with facts. "Request" and "Response" are left out: they are labels of examples.
#[rustfmt::skip]
const HEADINGS: &Vocabulary<()> = &[
    ("properties", ()), ("relationships", ()), ("members", ()), ("json representation", ()), ("permissions", ()),
    ("http request", ()), ("request headers", ()), ("request body", ()), ("query parameters", ()),
    ("optional query parameters", ()), ("function parameters", ()), ("path parameters", ()),
];

/// The document with such lines as headings.
pub(super) fn read(document: &Document) -> Cow<'_, Document> {
    let is_plain = |section: &Section| !section.blocks.iter().any(|block| heading(block).is_some());
    if document.sections.iter().all(is_plain) {
        return Cow::Borrowed(document);
    }
    let sections = document.sections.iter().flat_map(parts).collect();
    Cow::Owned(Document {
        sections,
        ..document.clone()
    })
}

/// A section and those that begin inside of it.
fn parts(section: &Section) -> Vec<Section> {
    let level = section.level.max(2);
    let mut parts = vec![Section {
        blocks: Vec::new(),
        ..section.clone()
    }];
    for block in &section.blocks {
        match (heading(block), parts.last_mut()) {
            (Some(heading), _) => parts.push(Section {
                level,
                heading: heading.clone(),
                blocks: Vec::new(),
            }),
            (None, Some(last)) => last.blocks.push(block.clone()),
            (None, None) => {}
        }
    }
    parts
}

fn heading(block: &Block) -> Option<&Text> {
    let Block::Paragraph(text) = block else { return None };
    let is_bold = |span: &std::ops::Range<usize>| span.start == 0 && span.end == text.plain.trim_end().len();
    let is_heading = text.strong.first().is_some_and(is_bold) && meaning(HEADINGS, &text.plain).is_some();
    is_heading.then_some(text)
}
