//! What the Response section says.

use super::ResponseRows;
use super::section::{Placed, Topic, about};
use super::sentences::Said;
use crate::markdown::{Block, Text};
use crate::page::Context;
use crate::page::prose::{Patterns, Words};
use crate::page::vocabulary::headings::shows_response;
use std::sync::LazyLock;

/// Phrases for a body of bytes.
const BYTES: &[(&str, ())] = &[
    ("`octet` `stream`", ()),
    ("`download|downloads|downloaded|downloading`", ()),
    ("`binary|bytes|csv`", ()),
    ("content|contents of the", ()),
];

static IS_BYTES: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BYTES));

/// Reads the section.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>]) -> ResponseRows {
    let mut rows = ResponseRows::default();
    let mut words = None;
    for text in paragraphs(placed, Topic::Response) {
        words = words.or(Some(text));
        paragraph(text, &mut rows);
    }
    rows.span = words.map_or(context.start(), |text| text.span);
    if words.is_none() {
        // Pages without the section describe the result above the response example.
        let told = about(placed, Topic::Examples).filter(|place| shows_response(place.section));
        told.flat_map(texts)
            .filter(|text| text.plain.contains("returns"))
            .for_each(|text| paragraph(text, &mut rows));
    }
    if rows.text.is_none() && !rows.empty {
        rows.bytes = paragraphs(placed, Topic::Response).any(|text| IS_BYTES.stands_in(text));
        rows.words = words.map(|text| text.plain.clone()).unwrap_or_default();
    }
    rows
}

fn paragraphs<'a>(placed: &[Placed<'a>], topic: Topic) -> impl Iterator<Item = &'a Text> {
    about(placed, topic).flat_map(texts)
}

fn texts<'a>(place: &Placed<'a>) -> impl Iterator<Item = &'a Text> + use<'a> {
    place.section.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    })
}

fn paragraph(text: &Text, rows: &mut ResponseRows) {
    for sentence in Words::new(text).sentences() {
        let said = Said::read(sentence);
        for status in said.statuses() {
            if !rows.statuses.contains(&status) {
                rows.statuses.push(status);
            }
        }
        rows.empty |= said.empty;
        if rows.text.is_none() && !said.is_about_headers() {
            rows.text = said.body_type();
            rows.text_span = rows.text.as_ref().map(|_| text.span);
        }
    }
}

#[cfg(test)]
mod tests;
