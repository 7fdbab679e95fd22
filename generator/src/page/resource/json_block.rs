//! The JSON block of a resource page.

use crate::markdown::{Block, CodeBlock, Document, Text};
use crate::model::Primitive;
use crate::page::Context;
use crate::page::annotation::Fields;
use crate::page::headings::{Heading, heading};
use crate::page::rows::JsonKey;
use crate::page::type_cell::{TypeCell, TypeWord, type_cell};
use crate::source::Span;

/// The block that is annotated as the resource, else the first block of the JSON representation section.
pub(super) fn find(document: &Document) -> Option<&CodeBlock> {
    let annotated = blocks(document, |_| true).find(|block| {
        let fields = block.annotation.as_ref().map(Fields::read);
        fields
            .and_then(|fields| fields.text("blockType"))
            .is_some_and(|kind| kind == "resource")
    });
    annotated.or_else(|| blocks(document, |found| found == Some(Heading::JsonRepresentation)).next())
}

fn blocks(document: &Document, wanted: impl Fn(Option<Heading>) -> bool) -> impl Iterator<Item = &CodeBlock> {
    let sections = document.sections.iter().filter(move |section| wanted(heading(section)));
    sections
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Code(code) => Some(code),
            _ => None,
        })
}

/// The block's top-level keys. Also reads text that is not strict JSON: trailing commas, comments, `...`.
pub(super) fn keys(context: &Context<'_>, block: &CodeBlock) -> Vec<JsonKey> {
    let mut keys = Vec::new();
    for (key, value) in entries(&block.text) {
        let name = block.text.get(key.clone()).unwrap_or("");
        // Keys such as `"4e98f8f1-..."` and `"String-value"` stand for any key of an open type.
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name {
            continue;
        }
        let start = block.span.start as usize + key.start;
        keys.push(JsonKey {
            name: name.to_owned(),
            type_cell: shape(block.text.get(value).unwrap_or("").trim()),
            origin: context.origin(Span::new(block.span.file, start, start + name.len())),
        });
    }
    keys
}

type Range = std::ops::Range<usize>;

/// Keys (without quotes) and values of the outermost object.
fn entries(text: &str) -> Vec<(Range, Range)> {
    let mut entries = Vec::new();
    let (mut depth, mut string, mut key, mut value) = (0_usize, None::<usize>, None::<Range>, None::<usize>);
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(start) = string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    string = None;
                    if depth == 1 && value.is_none() {
                        key = Some(start..at);
                    }
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => string = Some(at + 1),
            b'{' | b'[' => depth += 1,
            b':' if depth == 1 && key.is_some() && value.is_none() => value = Some(at + 1),
            b'}' | b']' | b',' => {
                if byte != b',' {
                    depth = depth.saturating_sub(1);
                }
                let ends = if byte == b',' { depth == 1 } else { depth == 0 };
                if ends && let (Some(key), Some(start)) = (key.take_if(|_| value.is_some()), value.take()) {
                    entries.push((key, start..at));
                }
            }
            _ => {}
        }
    }
    entries
}

/// What a value suggests about the type.
fn shape(value: &str) -> TypeCell {
    if let Some(items) = value.strip_prefix('[') {
        return TypeCell {
            collection: true,
            ..shape(items.trim_start())
        };
    }
    if value.starts_with('{') {
        let odata_type = entries(value)
            .into_iter()
            .find(|(key, _)| value.get(key.clone()) == Some("@odata.type"));
        let name = odata_type
            .and_then(|(_, range)| value.get(range))
            .map(|name| name.trim().trim_matches('"'));
        return name.map_or_else(TypeCell::unknown, word);
    }
    if let Some(text) = value.strip_prefix('"') {
        return word(text.split('"').next().unwrap_or(""));
    }
    match value {
        "true" | "false" => TypeCell::primitive(Primitive::Boolean),
        number if number.starts_with(|c: char| c.is_ascii_digit()) && number.contains('.') => {
            TypeCell::primitive(Primitive::Double)
        }
        number if number.starts_with(|c: char| c.is_ascii_digit() || c == '-') => TypeCell::primitive(Primitive::Int32),
        _ => TypeCell::unknown(),
    }
}

/// `String (timestamp)`, `String (identifier)`, `microsoft.graph.identitySet`, `Int32`.
fn word(text: &str) -> TypeCell {
    let lower = text.to_ascii_lowercase();
    if lower.contains("timestamp") || lower.contains("datetime") {
        return TypeCell::primitive(Primitive::DateTimeOffset);
    }
    if lower.contains("duration") {
        return TypeCell::primitive(Primitive::Duration);
    }
    let cell = type_cell(&Text {
        plain: text.to_owned(),
        ..Text::default()
    });
    match &cell.word {
        TypeWord::Name(name) if !name.contains('.') && text.contains(' ') => TypeCell::primitive(Primitive::String),
        TypeWord::Unknown => TypeCell::primitive(Primitive::String),
        _ => cell,
    }
}
