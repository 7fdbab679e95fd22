//! The Request body section in words.

use super::BodyRows;
use super::section::{Placed, Topic, about};
use super::sentences::Said;
use crate::markdown::Block;
use crate::page::prose::{Patterns, Sentence, Words};
use crate::page::vocabulary::columns::lists_parameters;
use crate::page::{Context, Reference};
use crate::source::Span;
use std::sync::LazyLock;

/// What a phrase says about the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phrase {
    /// There is none.
    NoBody,
    /// It is made of bytes.
    Bytes,
    /// It has parameters.
    Parameters,
    /// Parameters are mentioned, which may go elsewhere.
    Mention,
    /// The type of the body is near.
    Entity,
    /// It only refers to an object.
    Reference,
    /// What the section lists goes into the address.
    InAddress,
    /// Several objects of a type.
    Array,
    /// What is named is a part of the body.
    Inside,
    /// Names of what it must have follow.
    Requires,
}

use Phrase::{Array, Bytes, Entity, InAddress, Inside, Mention, NoBody, Parameters, Reference as Refers, Requires};

#[rustfmt::skip]
const PHRASES: &[(&str, Phrase)] = &[
    ("not supply|specify a request body", NoBody),
    ("don't supply a request body", NoBody),
    ("no request body|content", NoBody),
    ("not require|have a|any request body", NoBody),
    ("without a body", NoBody),
    ("`binary`", Bytes),
    ("contents of the request body should be", Bytes),
    ("raw bytes", Bytes),
    ("zip", Bytes),
    ("representation of the parameters", Parameters),
    ("following required|optional? parameter|parameters", Parameters),
    ("the parameters that", Parameters),
    ("parameter|parameters", Mention),
    ("representation|representations|object|objects|resource|resources", Entity),
    ("fields|properties|values", Entity),
    ("`@odata.id|odata.id`", Refers),
    ("odata id", Refers),
    ("identifier of", Refers),
    ("the `id` of", Refers),
    ("in the request? url", InAddress),
    ("an array of", Array),
    ("properties inside the", Inside),
    ("body must contain|include|specify", Requires),
];

/// How a sentence about the body begins.
#[rustfmt::skip]
const PLACES: &[(&str, ())] = &[
    ("in the request body", ()),
];

static PLACE: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(PLACES));

static SAYS: LazyLock<Patterns<Phrase>> = LazyLock::new(|| Patterns::new(PHRASES));

/// Reads the section.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>]) -> BodyRows {
    let mut body = BodyRows::default();
    for place in about(placed, Topic::Body) {
        body.stated = true;
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) => {
                    let before = statements(&body);
                    for sentence in Words::new(text).sentences() {
                        said(sentence, &mut body);
                    }
                    if statements(&body) != before {
                        body.origin = Some(context.origin(text.span));
                    }
                }
                Block::Table(table) => body.parameters |= lists_parameters(table),
                _ => {}
            }
        }
    }
    if !body.stated {
        misplaced(placed, &mut body);
    }
    body.binary &= body.entity.is_none() && !body.parameters;
    body
}

/// What the body is, as far as it was said.
fn statements(body: &BodyRows) -> [bool; 3] {
    [body.none, body.binary, body.entity.is_some()]
}

/// Some pages have forgotten the heading, so that the sentence ends the section about headers.
fn misplaced(placed: &[Placed<'_>], body: &mut BodyRows) {
    let sections = [Topic::Headers, Topic::Query];
    let places = placed.iter().filter(|place| sections.contains(&place.topic));
    for block in places.flat_map(|place| &place.section.blocks) {
        let Block::Paragraph(text) = block else { continue };
        for sentence in Words::new(text).sentences() {
            if sentence.all(&PLACE).next().is_some() {
                body.stated = true;
                said(sentence, body);
            }
        }
    }
}

fn said(sentence: Sentence<'_, '_>, body: &mut BodyRows) {
    let (mut parameters, mut mention, mut near, mut refers, mut in_address) = (false, false, false, false, false);
    let mut inside = false;
    for found in sentence.all(&SAYS) {
        match found.meaning {
            NoBody => body.none = true,
            Bytes => body.binary = true,
            Parameters => parameters = true,
            Mention => mention = true,
            Entity => near = true,
            Refers => refers = true,
            InAddress => in_address = true,
            Array => body.array = true,
            Inside => inside = true,
            Requires => body.required.extend(names(&sentence, found.end)),
        }
    }
    let entity = if near && !refers && !inside {
        entity(&Said::read(sentence))
    } else {
        None
    };
    body.in_address |= in_address && (mention || parameters);
    body.reference |= refers;
    // `... a JSON representation of the parameters of an [x](x.md) object` is an x.
    body.parameters |= parameters && entity.is_none();
    if body.entity.is_none() {
        body.entity = entity;
    }
}

/// The marked names of the list behind a token: "must contain **a** and `b`". What stands behind other words ("the **a**
/// with a valid **c**") is no item.
fn names(sentence: &Sentence<'_, '_>, from: usize) -> Vec<(String, Span)> {
    let text = sentence.words.text;
    let start = sentence.words.start_of(from);
    let marked = [&text.strong, &text.code]
        .into_iter()
        .flat_map(|spans| sentence.spans(spans));
    let mut marked: Vec<_> = marked.filter(|span| span.start >= start).collect();
    marked.sort_by_key(|span| span.start);
    let mut names = Vec::new();
    let mut behind = None;
    for span in marked {
        let between = behind.and_then(|end| text.plain.get(end..span.start)).unwrap_or("");
        let joins = |word: &str| matches!(word, "and" | "," | "or" | "the");
        let name = text.slice(span).trim();
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name || !between.replace(',', " , ").split_whitespace().all(joins) {
            break;
        }
        names.push((name.to_owned(), text.span));
        behind = Some(span.end);
    }
    names
}

/// The type that a sentence asks for: linked, bold, or the word before "object".
fn entity(said: &Said<'_, '_>) -> Option<Reference> {
    let linked = said
        .resource()
        .map(|cell| (cell.name().map(ToOwned::to_owned), cell.link));
    if let Some((name, link)) = linked {
        return name.map(|name| Reference { name, link });
    }
    let bold = said.bold().and_then(|cell| cell.name().map(ToOwned::to_owned));
    let name = bold.or_else(|| said.plain_object())?;
    Some(Reference { name, link: None })
}

#[cfg(test)]
mod tests {
    use super::SAYS;
    use crate::page::api::sample::page;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_phrase_has_a_sentence() {
        let sentences = [
            "Do not supply a request body.",
            "Don't supply a request body.",
            "There is no request body.",
            "It does not require a request body.",
            "It does not have a request body.",
            "It is sent without a body.",
            "Send the `binary` form.",
            "The contents of the request body should be a file.",
            "Send raw bytes.",
            "Send a zip file.",
            "Supply a representation of the parameters.",
            "Supply the following parameters.",
            "Supply the parameters that you need.",
            "Parameters in it.",
            "Supply an object.",
            "Supply the values.",
            "Use `@odata.id`.",
            "Use an OData id.",
            "Supply the identifier of it.",
            "Supply the ID of it.",
            "Supply it in the URL.",
            "Supply an array of kilns.",
            "Keep the properties inside the lid.",
            "The request body must contain **size**.",
        ];
        assert_proven(&SAYS, &sentences.map(paragraph));
    }

    fn shown(words: &str) -> String {
        let text = format!("# Create widget\n\n## Request body\n\n{words}\n");
        let body = page(&text).rows.body;
        let flags = [
            (body.none, "none"),
            (body.parameters, "parameters"),
            (body.binary, "binary"),
            (body.reference, "reference"),
            (body.in_address, "in address"),
        ];
        let mut parts: Vec<String> = flags
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, name)| (*name).to_owned())
            .collect();
        parts.extend(body.entity.map(|entity| match entity.link {
            Some(link) => format!("{} -> {link}", entity.name),
            None => entity.name,
        }));
        parts.join(", ")
    }

    #[test]
    fn no_body() {
        let words = [
            "Do not supply a request body for this method.",
            "Don't supply a request body for this method.",
            "No request body should be supplied.",
            "This method does not require a request body.",
            "This API does not require any request body.",
            "This operation has no request content.",
            "The request is sent without a body.",
            "Do not specify a request body.",
        ];
        insta::assert_snapshot!(words.map(shown).join("\n"), @r"
        none
        none
        none
        none
        none
        none
        none
        none
        ");
    }

    #[test]
    fn the_type_of_the_body() {
        let words = [
            "In the request body, supply a JSON representation for the [widget](../resources/widget.md) object.",
            "In the request body, supply a JSON representation for the carPart object.",
            "In the request body, supply a JSON representation of a **carPart** object.",
            "Provide the new [widget](../resources/widget.md) object in the request body for this method.",
            "In the request body, supply the values for the relevant [widget](../resources/widget.md) fields to update.",
            "Supply a JSON representation of the parameters of a [widget](../resources/widget.md) object.",
            "In the request body, supply the values for relevant fields that should be updated.",
            "What is left out (but for properties inside the `lid` object) stays as it is.",
        ];
        insta::assert_snapshot!(words.map(shown).join("\n"), @r"
        widget -> ../resources/widget.md
        carPart
        carPart
        widget -> ../resources/widget.md
        widget -> ../resources/widget.md
        widget -> ../resources/widget.md
        ");
    }

    /// The heading is missing.
    #[test]
    fn the_sentence_about_the_body_may_end_the_section_about_headers() {
        let sentence = "In the request body, supply a JSON representation of a **carPart** object.";
        let text = format!("# Create widget\n\n## Request headers\n\nSend an object in none.\n\n{sentence}\n");
        let body = page(&text).rows.body;
        assert_eq!(body.entity.map(|entity| entity.name).as_deref(), Some("carPart"));
        let text = format!("{text}\n## Request body\n\nDo not supply a request body.\n");
        assert!(page(&text).rows.body.entity.is_none());
    }

    #[test]
    fn parameters_references_bytes() {
        let words = [
            "In the request body, supply JSON representation of the parameters.",
            "In the request body, provide a JSON object with the following parameters.",
            "Provide a JSON object that contains the parameters that your operation needs.",
            "Send it.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|count|Int32|How many.|",
            "Supply the identifier of the [widget](../resources/widget.md) object (using an `@odata.id` property).",
            "The contents of the request body should be the binary stream of the file.",
            "In the request URL, provide the following query parameters with values.",
        ];
        insta::assert_snapshot!(words.map(shown).join("\n"), @r"
        parameters
        parameters
        parameters
        parameters
        reference
        binary
        in address
        ");
    }
}
