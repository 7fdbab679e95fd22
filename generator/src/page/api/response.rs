//! What the Response section and the response examples say.

use super::ResponseRows;
use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Text};
use crate::model::{Example, ExampleKind, Fact, Ledger, TypeName};
use crate::page::{TypeCell, TypeWord, primitive};

/// Phrases for "no body", lower case.
const EMPTY: &[&str] = &[
    "does not return anything",
    "doesn't return anything",
    "no response body",
    "empty response body",
    "no content in the response body",
];

/// Reads the section; `examples` are those of the page.
pub(super) fn read(placed: &[Placed<'_>], examples: &[Example], ledger: &mut Ledger) -> ResponseRows {
    let mut rows = ResponseRows::default();
    for place in about(placed, Topic::Response) {
        for block in &place.section.blocks {
            if let Block::Paragraph(text) = block {
                paragraph(text, &mut rows);
            }
        }
    }
    example(examples, &mut rows);
    match (&rows.text, &rows.example, rows.empty) {
        (Some(_), ..) | (None, _, true) => ledger.read(Fact::Response),
        (None, Some(_), false) => ledger.guessed(Fact::Response, "from the example"),
        (None, None, false) => ledger.unread(Fact::Response, "no type named"),
    }
    rows
}

fn paragraph(text: &Text, rows: &mut ResponseRows) {
    let lower = text.plain.to_lowercase();
    for word in lower.split(|c: char| !c.is_ascii_alphanumeric()) {
        let status = word
            .parse::<u16>()
            .ok()
            .filter(|status| (200..300).contains(status) || *status == 302);
        if let Some(status) = status.filter(|status| !rows.statuses.contains(status)) {
            rows.statuses.push(status);
        }
    }
    rows.empty |= EMPTY.iter().any(|phrase| lower.contains(phrase));
    if rows.text.is_none() {
        rows.text = linked(text, &lower);
    }
}

/// The first link to a page, and whether the sentence says "collection" or "list".
fn linked(text: &Text, lower: &str) -> Option<TypeCell> {
    let link = text.links.iter().find(|link| link.target.contains(".md"))?;
    let name = text.slice(&link.range).trim();
    let word = match primitive(name) {
        Some(primitive) => TypeWord::Primitive(primitive),
        None => TypeWord::Name(name.to_owned()),
    };
    Some(TypeCell {
        word,
        collection: lower.contains("collection") || lower.contains("list of"),
        link: Some(link.target.clone()),
        others: Vec::new(),
        raw: text.plain.clone(),
    })
}

fn example(examples: &[Example], rows: &mut ResponseRows) {
    let responses = || examples.iter().filter(|example| example.kind == ExampleKind::Response);
    let success = |example: &&Example| example.status.is_some_and(|status| (200..400).contains(&status));
    rows.example_status = responses().find(success).and_then(|example| example.status);
    let typed = responses().find(|example| example.type_ref.name != TypeName::Unknown);
    rows.example = typed.map(|example| TypeCell {
        word: match &example.type_ref.name {
            TypeName::Primitive(primitive) => TypeWord::Primitive(*primitive),
            TypeName::Named { name, .. } => TypeWord::Name(name.to_string()),
            TypeName::Unknown => TypeWord::Unknown,
        },
        collection: example.type_ref.collection,
        link: None,
        others: Vec::new(),
        raw: String::new(),
    });
}
