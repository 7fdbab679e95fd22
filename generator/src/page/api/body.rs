//! The Request body section in words.

use super::BodyRows;
use super::section::{Placed, Topic, about};
use super::sentences::{Sentence, sentences};
use crate::markdown::{Block, Table};
use crate::page::Reference;

/// Phrases for "no body", lower case.
const NONE: &[&str] = &[
    "not supply a request body",
    "don't supply a request body",
    "not specify a request body",
    "no request body",
    "not require a request body",
    "not require any request body",
    "no request content",
    "without a body",
];

/// Phrases for a body of bytes, lower case.
const BINARY: &[&str] = &["binary", "contents of the request body should be", "raw bytes", "zip "];

/// Phrases for a body of parameters, lower case.
const PARAMETERS: &[&str] = &[
    "representation of the parameters",
    "following parameter",
    "the parameters that",
    "following required parameter",
    "following optional parameter",
];

/// Phrases before the type of the body, lower case.
const ENTITY: &[&str] = &["representation", "object", "resource", "fields", "properties", "values"];

/// Phrases for a body that only refers to an object, lower case.
const REFERENCE: &[&str] = &["odata.id", "odata id", "identifier of", "the id of"];

/// Phrases for parameters that go into the address although the section is about the body, lower case.
const IN_ADDRESS: &[&str] = &["in the request url", "in the url"];

/// Headers of the name column that tell parameters from properties, lower case.
const PARAMETER: &[&str] = &["parameter", "parameters", "parameter name", "required parameter"];

/// Reads the section.
pub(super) fn read(placed: &[Placed<'_>]) -> BodyRows {
    let mut body = BodyRows::default();
    for place in about(placed, Topic::Body) {
        body.stated = true;
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) => {
                    for sentence in sentences(text) {
                        said(&sentence, &mut body);
                    }
                }
                Block::Table(table) => body.parameters |= lists_parameters(table),
                _ => {}
            }
        }
    }
    body.binary &= body.entity.is_none() && !body.parameters;
    body
}

fn lists_parameters(table: &Table) -> bool {
    let name = table.header.first().map(|cell| cell.plain.trim().to_lowercase());
    name.is_some_and(|name| PARAMETER.contains(&name.as_str()))
}

fn said(sentence: &Sentence<'_>, body: &mut BodyRows) {
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| sentence.lower.contains(phrase));
    body.none |= says(NONE);
    body.binary |= says(BINARY);
    body.in_address |= says(IN_ADDRESS) && sentence.lower.contains("parameter");
    let refers = says(REFERENCE);
    body.reference |= refers;
    let entity = if !refers && says(ENTITY) {
        entity(sentence)
    } else {
        None
    };
    // `... a JSON representation of the parameters of an [x](x.md) object` is an x.
    body.parameters |= says(PARAMETERS) && entity.is_none();
    if body.entity.is_none() {
        body.entity = entity;
    }
}

/// The type that a sentence asks for: linked, bold, or the word before "object".
fn entity(sentence: &Sentence<'_>) -> Option<Reference> {
    let linked = sentence
        .resource()
        .map(|cell| (cell.name().map(ToOwned::to_owned), cell.link));
    if let Some((name, link)) = linked {
        return name.map(|name| Reference { name, link });
    }
    let bold = sentence.bold().and_then(|cell| cell.name().map(ToOwned::to_owned));
    let name = bold.or_else(|| sentence.plain_object())?;
    Some(Reference { name, link: None })
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::page;

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
