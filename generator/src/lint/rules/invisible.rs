//! Characters that nobody sees.

use crate::lint::{Finding, Set};
use crate::markdown::{Block, Document};
use crate::source::codes::table::INVISIBLE;
use crate::source::{FileId, SourceMap, Span};

/// Characters of no width. Those that join letters or tell the direction of a script (U+200C to U+200F) may be meant: a
/// sign for a currency ends in one.
const INVISIBLE_CHARACTERS: &[char] = &['\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}'];

pub(super) fn check(set: &Set<'_>, _: FileId, document: &Document, found: &mut Vec<Finding>) {
    let sources = set.sources();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Table(table) => {
                for row in &table.rows {
                    found.extend(in_span(sources, row.span));
                }
            }
            Block::Code(code) => found.extend(in_span(sources, code.span)),
            _ => {}
        }
    }
}

fn in_span(sources: &SourceMap, span: Span) -> Vec<Finding> {
    let text = sources.text(span);
    if text.is_ascii() {
        return Vec::new();
    }
    let places = text.match_indices(INVISIBLE_CHARACTERS);
    let finding = |(at, character): (usize, &str)| {
        let start = span.range().start + at;
        let place = Span::new(span.file, start, start + character.len());
        let code = character.chars().next().map_or(0, u32::from);
        Finding::new(&INVISIBLE, place, format!("the invisible character U+{code:04X}")).fix(place, "")
    };
    places.map(finding).collect()
}
