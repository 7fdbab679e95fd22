//! The JSON block of a resource page.

use crate::json::{self, Kind, Member, Value};
use crate::markdown::{CodeBlock, Document, Section, Text};
use crate::model::Primitive;
use crate::page::Context;
use crate::page::annotation::Fields;
use crate::page::rows::JsonKey;
use crate::page::type_cell::{TypeCell, TypeWord, type_cell};
use crate::page::vocabulary::headings::{Heading, heading};
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
    sections.flat_map(Section::codes)
}

/// The keys of the block's object.
pub(super) fn keys(context: &Context<'_>, block: &CodeBlock) -> Vec<JsonKey> {
    let reading = json::read(&block.text);
    let members = reading.iter().flat_map(|reading| reading.value.members());
    // Keys such as `"4e98f8f1-..."` and `"String-value"` stand for any key of an open type.
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let named = members.filter(|member| is_name(&member.name));
    let key = |member: &Member<'_>| {
        let start = block.span.start as usize;
        let (start, end) = (start + member.range.start, start + member.range.end);
        JsonKey {
            name: member.name.to_string(),
            type_cell: shape(&member.value),
            origin: context.origin(Span::new(block.span.file, start, end)),
        }
    };
    named.map(key).collect()
}

/// The key of the object, as its value says: `"id": "String (identifier)"`. None where several are called so, unless one
/// is `id`.
pub(super) fn key(block: &CodeBlock) -> Option<String> {
    let reading = json::read(&block.text)?;
    let is_key = |member: &&Member<'_>| member.value.text().is_some_and(|text| text.contains("(identifier)"));
    let keys: Vec<&Member<'_>> = reading.value.members().iter().filter(is_key).collect();
    let id = keys.iter().find(|member| member.name == "id");
    let only = keys.first().filter(|_| keys.len() == 1);
    id.or(only).map(|member| member.name.to_string())
}

/// What a value suggests about the type.
fn shape(value: &Value<'_>) -> TypeCell {
    let is_digit = |c: char| c.is_ascii_digit();
    match &value.kind {
        Kind::Array(values) => TypeCell {
            collection: true,
            ..values.first().map_or_else(TypeCell::unknown, shape)
        },
        Kind::Object(_) => {
            let name = value.get("@odata.type").and_then(Value::text);
            name.map_or_else(TypeCell::unknown, word)
        }
        Kind::Text(text) => word(text),
        Kind::Word("true" | "false") => TypeCell::primitive(Primitive::Boolean),
        Kind::Word(number) if number.starts_with(is_digit) && number.contains('.') => {
            TypeCell::primitive(Primitive::Double)
        }
        Kind::Word(number) if number.starts_with(|c| is_digit(c) || c == '-') => TypeCell::primitive(Primitive::Int32),
        Kind::Word(_) => TypeCell::unknown(),
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
