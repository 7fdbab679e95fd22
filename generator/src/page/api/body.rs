//! The Request body section in words.

use super::BodyRows;
use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Text};
use crate::page::Reference;

/// Phrases for "no body", lower case.
const NONE: &[&str] = &[
    "do not supply a request body",
    "don't supply a request body",
    "no request body",
    "without a body",
    "do not specify a request body",
];

/// Phrases for a body of bytes, lower case.
const BINARY: &[&str] = &["binary", "the contents of the request body should be"];

/// Headers of the name column that tell parameters from properties.
const PARAMETER: &[&str] = &["parameter", "parameters", "parameter name", "required parameter"];

/// Reads the section.
pub(super) fn read(placed: &[Placed<'_>]) -> BodyRows {
    let mut body = BodyRows::default();
    for place in about(placed, Topic::Body) {
        body.stated = true;
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) => sentence(text, &mut body),
                Block::Table(table) => {
                    let name = table.header.first().map(|cell| cell.plain.trim().to_lowercase());
                    body.parameters |= name.is_some_and(|name| PARAMETER.contains(&name.as_str()));
                }
                _ => {}
            }
        }
    }
    body
}

fn sentence(text: &Text, body: &mut BodyRows) {
    let lower = text.plain.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| lower.contains(phrase));
    body.none |= says(NONE);
    body.binary |= says(BINARY);
    body.parameters |= lower.contains("parameters");
    if body.entity.is_none() && (lower.contains("representation") || lower.contains("json object")) {
        body.entity = text
            .links
            .iter()
            .find(|link| link.target.contains(".md"))
            .map(|link| Reference {
                name: text.slice(&link.range).trim().to_owned(),
                link: Some(link.target.clone()),
            });
    }
}
