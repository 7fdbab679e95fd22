//! What the Response section and the response examples say.

use super::ResponseRows;
use super::loose_json::{self, Loose};
use super::section::{Placed, Topic, about};
use super::sentences::sentences;
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
const BYTES: &[&str] = &[
    "octet-stream",
    "download",
    "binary",
    "bytes",
    "content of the",
    "contents of the",
    "csv",
];

/// How titles of operations on collections begin, lower case.
const LISTS: &[&str] = &["list "];

/// How titles of operations on single items begin, lower case.
const ITEMS: &[&str] = &["get ", "create ", "add ", "retrieve "];

/// Reads the section; `examples` are those of the page.
pub(super) fn read(title: &str, placed: &[Placed<'_>], examples: &[Example], ledger: &mut Ledger) -> ResponseRows {
    let mut rows = ResponseRows::default();
    let mut told = false;
    for text in paragraphs(placed, Topic::Response) {
        told = true;
        paragraph(text, &mut rows);
    }
    if !told {
        // Pages without the section describe the result above the response example.
        let told = about(placed, Topic::Examples).filter(|place| shows_response(place));
        told.flat_map(texts)
            .filter(|text| text.plain.contains("returns"))
            .for_each(|text| paragraph(text, &mut rows));
    }
    example(examples, &mut rows);
    no_type(placed, &mut rows);
    settle_collection(title, examples, &mut rows, ledger);
    match (&rows.text, &rows.example, rows.empty) {
        (Some(_), ..) | (None, _, true) => ledger.read(Fact::Response),
        (None, Some(_), false) => ledger.guessed(Fact::Response, "type from the example"),
        (None, None, false) => {
            let words = paragraphs(placed, Topic::Response)
                .next()
                .map_or("", |text| &text.plain);
            ledger.unread_shape(Fact::Response, "no type named", words);
        }
    }
    rows
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
        }
    }
}

fn is_success(example: &Example) -> bool {
    let status = example.status.is_none_or(|status| (200..400).contains(&status));
    example.kind == ExampleKind::Response && status
}

fn example(examples: &[Example], rows: &mut ResponseRows) {
    let responses = || examples.iter().filter(|example| is_success(example));
    rows.example_status = responses().find_map(|example| example.status);
    let typed = responses().find(|example| example.type_ref.name != TypeName::Unknown);
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
fn no_type(placed: &[Placed<'_>], rows: &mut ResponseRows) {
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

/// Where the sentence and the example's body disagree on "collection", the title decides: `List members` over a
/// sentence that says "a member object", `Get manager` over one that says "a collection of".
fn settle_collection(title: &str, examples: &[Example], rows: &mut ResponseRows, ledger: &mut Ledger) {
    let Some(text) = &mut rows.text else { return };
    let shown = examples
        .iter()
        .filter(|example| is_success(example))
        .find_map(is_collection_body);
    let Some(shown) = shown.filter(|shown| *shown != text.collection) else {
        return;
    };
    let lower = title.trim().to_lowercase();
    let starts = if shown { LISTS } else { ITEMS };
    if starts.iter().any(|start| lower.starts_with(start)) {
        text.collection = shown;
        ledger.guessed(Fact::Response, "collection from the example and the title");
    }
}

/// Whether a body is a collection: an object with an array named `value`. `None` for bodies that are no JSON objects.
fn is_collection_body(example: &Example) -> Option<bool> {
    if !example.body.starts_with('{') {
        return None;
    }
    let body = loose_json::read(&example.body)?;
    (!body.members().is_empty()).then(|| matches!(body.get("value"), Some(Loose::Array(_))))
}

#[cfg(test)]
mod tests;
