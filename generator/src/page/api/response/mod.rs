//! What the Response section says.

use super::ResponseRows;
use super::section::{Placed, Topic, about};
use super::sentences::sentences;
use crate::markdown::{Block, Text};

/// Phrases for "no body", lower case.
const EMPTY: &[&str] = &[
    "not return anything",
    "doesn't return anything",
    "no response body",
    "empty response body",
    "with no content",
    "without a body",
];

/// Phrases for a body of bytes, lower case.
const BYTES: &[&str] = &[
    "octet-stream",
    "download",
    "binary",
    "bytes",
    "content of the",
    "contents of the",
    "csv",
];

/// Reads the section.
pub(super) fn read(placed: &[Placed<'_>]) -> ResponseRows {
    let mut rows = ResponseRows::default();
    let mut words = None;
    for text in paragraphs(placed, Topic::Response) {
        words = words.or(Some(text));
        paragraph(text, &mut rows);
    }
    if words.is_none() {
        // Pages without the section describe the result above the response example.
        let told = about(placed, Topic::Examples).filter(|place| shows_response(place));
        told.flat_map(texts)
            .filter(|text| text.plain.contains("returns"))
            .for_each(|text| paragraph(text, &mut rows));
    }
    if rows.text.is_none() && !rows.empty {
        rows.bytes = paragraphs(placed, Topic::Response).any(is_about_bytes);
        rows.words = words.map(|text| text.plain.clone()).unwrap_or_default();
    }
    rows
}

fn is_about_bytes(text: &Text) -> bool {
    let lower = text.plain.to_lowercase();
    BYTES.iter().any(|phrase| lower.contains(phrase))
}

fn shows_response(place: &Placed<'_>) -> bool {
    place
        .section
        .heading
        .plain
        .trim()
        .to_lowercase()
        .starts_with("response")
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
    for sentence in sentences(text) {
        for status in sentence.statuses() {
            if !rows.statuses.contains(&status) {
                rows.statuses.push(status);
            }
        }
        rows.empty |= EMPTY.iter().any(|phrase| sentence.lower.contains(phrase));
        if rows.text.is_none() && !sentence.is_about_headers() {
            rows.text = sentence.body_type();
            rows.text_span = rows.text.as_ref().map(|_| text.span);
        }
    }
}

#[cfg(test)]
mod tests;
