//! JSON on pages: bodies of examples, JSON blocks of resources, annotations.

use super::{Code, Fixable};

/// Codes about JSON.
pub static CODES: &[&Code] = &[&INVALID, &ORNAMENT, &INVALID_ANNOTATION];

macro_rules! body {
    ($body:literal) => {
        &[(
            "beta/api/kettle-get.md",
            concat!(
                "# Get kettle\n\n## HTTP request\n\n```http\nGET /kettles/{id}\n```\n\n## Example\n\n### Response\n\n\
                 <!-- { \"blockType\": \"response\" } -->\n```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n",
                $body,
                "\n```\n"
            ),
        )]
    };
}

macro_rules! annotation {
    ($text:literal) => {
        &[(
            "beta/resources/kettle.md",
            concat!(
                "# kettle resource type\n\n## JSON representation\n\n<!-- ",
                $text,
                " -->\n```json\n{\n  \"id\": \"String\"\n}\n```\n"
            ),
        )]
    };
}

/// A slip in a body.
pub static INVALID: Code = Code::warning("invalid-json")
    .meaning(
        "The body of an example or the JSON block of a resource is not valid JSON: a comma is missing or one \
         too many, a bracket or a text is not closed, quotes are curly. Whoever copies it gets an error.",
    )
    .advice("Correct the JSON at the place that the finding shows.")
    .pages(
        body!("{\n  \"id\": \"k1\"\n  \"litres\": 2\n}"),
        body!("{\n  \"id\": \"k1\",\n  \"litres\": 2\n}"),
    )
    .lint()
    .fixed(Fixable::Safe);

/// Comments and ellipses.
pub static ORNAMENT: Code = Code::note("json-ornament")
    .meaning(
        "A body has what JSON does not know, but readers do: a comment, or dots for what is left out. Programs \
         cannot read the body.",
    )
    .advice("Leave the comment or the dots out, and set `\"truncated\": true` in the annotation.")
    .pages(body!("{\n  \"id\": \"k1\",\n  ...\n}"), body!("{\n  \"id\": \"k1\"\n}"))
    .on_request();

/// A slip in an annotation.
pub static INVALID_ANNOTATION: Code = Code::warning("invalid-annotation")
    .meaning(
        "The annotation of a code block is not valid JSON. Tools that are stricter than this one do not see the \
         code block.",
    )
    .advice("Correct the JSON at the place that the finding shows.")
    .pages(
        annotation!("{ \"blockType\": \"resource\" \"@odata.type\": \"microsoft.graph.kettle\" }"),
        annotation!("{ \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.kettle\" }"),
    )
    .lint()
    .fixed(Fixable::Safe);
