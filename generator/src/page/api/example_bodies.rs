//! The bodies that a page shows: JSON blocks of the Request body section, and request examples of its routes.

use super::section::{Placed, Topic, about};
use super::{BodyKey, ParameterRow};
use crate::json::{self, Kind, Member, Value, is_timestamp};
use crate::markdown::{Annotation, Block, Text};
use crate::model::{Example, ExampleKind, Method, Origin, ParameterSection, Path, Primitive, Route};
use crate::page::annotation::Fields;
use crate::page::prose::{Patterns, Words};
use crate::page::{Context, Described, TypeCell, TypeWord};
use std::sync::LazyLock;

/// Reads the bodies, those of the Request body section first.
pub(super) fn read(
    context: &Context<'_>,
    placed: &[Placed<'_>],
    routes: &[Route],
    examples: &[Example],
) -> Vec<Vec<BodyKey>> {
    let mut bodies = Vec::new();
    for place in about(placed, Topic::Body) {
        let mut introduction = None;
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) => introduction = Some(text),
                Block::Code(code) => {
                    let is_of_body = !code.annotation.as_ref().is_some_and(shows_a_type)
                        && !introduction.take().is_some_and(is_about_a_property);
                    bodies.extend(
                        is_of_body
                            .then(|| keys_of(&code.text, &context.origin(code.span)))
                            .flatten(),
                    );
                }
                _ => introduction = None,
            }
        }
    }
    let requests = examples.iter().filter(|example| is_call(example, routes));
    bodies.extend(requests.filter_map(|example| keys_of(&example.body, &example.origin)));
    bodies
}

/// The type of the value that the first request with this key sends.
pub(super) fn shown(examples: &[Example], name: &str) -> Option<TypeCell> {
    let requests = examples.iter().filter(|example| example.kind == ExampleKind::Request);
    let mut values = requests.filter_map(|example| Some(type_of(json::read(&example.body)?.value.get(name)?)));
    values.find(|cell| *cell != TypeCell::unknown())
}

/// Words behind the name of a property whose own members follow: "the **item** property allows setting the following
/// parameters".
const INSIDE: &[(&str, ())] = &[(
    "property|parameter|object|field can|may? allow|allows|support|supports|accept|accepts|contain|contains|have|has|take|takes",
    (),
)];

static IS_INSIDE: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(INSIDE));

/// Whether the block behind a paragraph shows what one property is made of.
fn is_about_a_property(text: &Text) -> bool {
    let words = Words::new(text);
    let is_behind_name = |start: usize| {
        let at = words.start_of(start);
        let ends = text.strong.iter().chain(&text.code).map(|span| span.end);
        ends.filter(|end| *end <= at)
            .any(|end| text.plain.get(end..at).is_some_and(|between| between.trim().is_empty()))
    };
    words
        .sentences()
        .any(|sentence| sentence.all(&IS_INSIDE).any(|found| is_behind_name(found.start)))
}

/// A block that shows the form of a type, not of the body.
fn shows_a_type(annotation: &Annotation) -> bool {
    Fields::read(annotation)
        .text("blockType")
        .is_some_and(|kind| kind == "resource")
}

/// A POST whose address ends like a documented route.
fn is_call(example: &Example, routes: &[Route]) -> bool {
    let posts = example.kind == ExampleKind::Request && example.method == Some(Method::Post);
    let Some(line) = example.line.as_deref().filter(|_| posts) else {
        return false;
    };
    let called = Path::parse(line.split('?').next().unwrap_or(line));
    let key = called.key();
    let same = |route: &Route| {
        let documented = route.path.key();
        documented.segment(documented.len().saturating_sub(1)) == key.segment(key.len().saturating_sub(1))
    };
    routes.iter().any(same)
}

/// The keys of a body; nothing for text that is not JSON.
fn keys_of(text: &str, origin: &Origin) -> Option<Vec<BodyKey>> {
    let body = json::read(text)?.value;
    let is_key = |member: &&Member<'_>| !member.name.is_empty() && !member.name.contains(['@', ' ', '#']);
    let keys: Vec<BodyKey> = body
        .members()
        .iter()
        .filter(is_key)
        .map(|member| key(member, origin))
        .collect();
    (!keys.is_empty()).then_some(keys)
}

fn key(member: &Member<'_>, origin: &Origin) -> BodyKey {
    let item = match &member.value.kind {
        Kind::Array(values) => values.first().unwrap_or(&member.value),
        _ => &member.value,
    };
    BodyKey {
        row: ParameterRow {
            name: member.name.to_string(),
            section: ParameterSection::Body,
            type_cell: type_of(&member.value),
            described: Described::default(),
            origin: origin.clone(),
        },
        inside: item
            .members()
            .iter()
            .map(|member| member.name.to_ascii_lowercase())
            .collect(),
    }
}

/// What a value suggests.
fn type_of(value: &Value<'_>) -> TypeCell {
    match &value.kind {
        Kind::Text(text) if is_timestamp(text) => TypeCell::primitive(Primitive::DateTimeOffset),
        Kind::Text(_) => TypeCell::primitive(Primitive::String),
        Kind::Word("true" | "false") => TypeCell::primitive(Primitive::Boolean),
        Kind::Word(word) if word.parse::<i64>().is_ok() => TypeCell::primitive(Primitive::Int32),
        Kind::Word(word) if word.parse::<f64>().is_ok() => TypeCell::primitive(Primitive::Double),
        Kind::Word(_) => TypeCell::unknown(),
        Kind::Array(values) => TypeCell {
            collection: true,
            ..values.first().map_or_else(TypeCell::unknown, type_of)
        },
        Kind::Object(_) => match value.get("@odata.type").and_then(Value::text) {
            Some(name) => TypeCell {
                word: TypeWord::Name(name.trim_start_matches('#').to_owned()),
                ..TypeCell::unknown()
            },
            None => TypeCell::primitive(Primitive::Json),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::IS_INSIDE;
    use crate::page::api::sample::page;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_phrase_has_a_sentence() {
        assert_proven(
            &IS_INSIDE,
            &[paragraph("The **glaze** property can have these members.")],
        );
    }

    #[test]
    fn the_members_of_a_property_are_no_members_of_the_body() {
        let block = "```json\n{\"colour\": \"red\", \"coats\": 2}\n```\n";
        let shown = |words: &str| {
            let text = format!(
                "# Fire kiln\n\n## HTTP request\n```http\nPOST /kilns/{{id}}/fire\n```\n## Request body\n\n{words}\n{block}\nFor example:\n```json\n{{\"glaze\": {{}}}}\n```\n"
            );
            let bodies = page(&text).rows.bodies;
            let names = |keys: &Vec<super::BodyKey>| keys.iter().map(|key| key.row.name.clone()).collect::<Vec<_>>();
            bodies
                .iter()
                .map(|keys| names(keys).join(" "))
                .collect::<Vec<_>>()
                .join("; ")
        };
        insta::assert_snapshot!(shown("The **glaze** property allows setting the following parameters:"), @"glaze");
        insta::assert_snapshot!(shown("The body has the following parameters:"), @"colour coats; glaze");
    }
}
