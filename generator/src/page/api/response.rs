//! What the Response section and the response examples say.

use super::ResponseRows;
use super::sentences::{Sentence, sentences};
use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Text};
use crate::model::{Example, ExampleKind, Fact, Ledger, Primitive, TypeName};
use crate::page::{TypeCell, TypeWord};

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
const BYTES: &[&str] = &["download", "binary", "bytes", "content of the", "contents of the", "csv"];

/// Reads the section; `examples` are those of the page.
pub(super) fn read(placed: &[Placed<'_>], examples: &[Example], ledger: &mut Ledger) -> ResponseRows {
    let mut rows = ResponseRows::default();
    let mut told = false;
    for text in paragraphs(placed, Topic::Response) {
        told = true;
        paragraph(text, &mut rows);
    }
    if !told {
        // Pages without the section describe the result above the response example.
        let told = paragraphs(placed, Topic::Examples).filter(|text| tells_result(text));
        told.for_each(|text| paragraph(text, &mut rows));
    }
    example(examples, &mut rows);
    reconcile(placed, &mut rows);
    match (&rows.text, &rows.example, rows.empty) {
        (Some(_), ..) | (None, _, true) => ledger.read(Fact::Response),
        (None, Some(_), false) => ledger.guessed(Fact::Response, "from the example"),
        (None, None, false) => ledger.unread(Fact::Response, "no type named"),
    }
    rows
}

fn paragraphs<'a>(placed: &[Placed<'a>], topic: Topic) -> impl Iterator<Item = &'a Text> {
    let blocks = about(placed, topic).flat_map(|place| &place.section.blocks);
    blocks.filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    })
}

fn tells_result(text: &Text) -> bool {
    let lower = text.plain.to_lowercase();
    lower.contains("successful") && lower.contains("return")
}

fn paragraph(text: &Text, rows: &mut ResponseRows) {
    for sentence in sentences(text) {
        for status in sentence.statuses() {
            if !rows.statuses.contains(&status) {
                rows.statuses.push(status);
            }
        }
        rows.empty |= EMPTY.iter().any(|phrase| sentence.lower.contains(phrase));
        if rows.text.is_none() {
            rows.text = named(&sentence);
        }
    }
}

/// The type that a sentence names as the body.
fn named(sentence: &Sentence<'_>) -> Option<TypeCell> {
    if sentence.is_about_headers() {
        return None;
    }
    sentence.resource().or_else(|| sentence.primitive()).or_else(|| sentence.bold())
}

fn example(examples: &[Example], rows: &mut ResponseRows) {
    let responses = || examples.iter().filter(|example| example.kind == ExampleKind::Response);
    let success = |example: &&Example| example.status.is_none_or(|status| (200..400).contains(&status));
    rows.example_status = responses().filter(success).find_map(|example| example.status);
    let typed = responses().filter(success).find(|example| example.type_ref.name != TypeName::Unknown);
    rows.example = typed.map(|example| TypeCell {
        word: match &example.type_ref.name {
            TypeName::Primitive(primitive) => TypeWord::Primitive(*primitive),
            TypeName::Named { name, .. } => TypeWord::Name(name.to_string()),
            TypeName::Unknown => TypeWord::Unknown,
        },
        collection: example.type_ref.collection,
        ..TypeCell::unknown()
    });
}

/// Bodies that no sentence gives a type: nothing after 202 and 204, bytes after a redirect.
fn reconcile(placed: &[Placed<'_>], rows: &mut ResponseRows) {
    if rows.text.is_some() {
        return;
    }
    rows.empty |= !rows.statuses.is_empty() && rows.statuses.iter().all(|status| matches!(status, 202 | 204));
    if rows.empty || rows.example.is_some() {
        return;
    }
    let bytes = paragraphs(placed, Topic::Response).any(|text| {
        let lower = text.plain.to_lowercase();
        BYTES.iter().any(|phrase| lower.contains(phrase))
    });
    if bytes {
        rows.text = Some(TypeCell::primitive(Primitive::Stream));
    }
}
