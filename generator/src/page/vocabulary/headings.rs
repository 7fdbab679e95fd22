//! The headings of resource pages and of api pages.

use super::{Vocabulary, meaning, normal, read};
use crate::markdown::Section;

/// A section of a resource or enum page that readers look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Heading {
    /// Properties of a resource.
    Properties,
    /// Properties of something else: the keys of a JSON text in a string.
    PropertiesOfOther,
    /// Navigation properties of a resource.
    Relationships,
    /// Members of an enum page.
    Members,
    /// The JSON block of a resource.
    JsonRepresentation,
    /// A list or table of types that are derived from the resource.
    DerivedTypes,
    /// The calls of the resource.
    Methods,
}

const HEADINGS: &Vocabulary<Heading> = &[
    ("properties", Heading::Properties),
    ("property", Heading::Properties),
    ("instance attributes", Heading::Properties),
    ("common properties", Heading::Properties),
    ("fields", Heading::Properties),
    // `### Properties of a token lifetime policy definition` below `## Properties`.
    ("properties of *", Heading::PropertiesOfOther),
    ("relationships", Heading::Relationships),
    ("relationship", Heading::Relationships),
    ("navigation properties", Heading::Relationships),
    ("members", Heading::Members),
    ("member", Heading::Members),
    ("values", Heading::Members),
    ("possible values", Heading::Members),
    ("enum members", Heading::Members),
    ("enumeration members", Heading::Members),
    ("member values", Heading::Members),
    ("json representation", Heading::JsonRepresentation),
    ("derived types", Heading::DerivedTypes),
    ("derived type", Heading::DerivedTypes),
    ("subtypes", Heading::DerivedTypes),
    ("derived resources", Heading::DerivedTypes),
    ("methods", Heading::Methods),
    ("method", Heading::Methods),
    ("tasks", Heading::Methods),
];

/// The heading that a section has, if it is one of those.
pub(in crate::page) fn heading(section: &Section) -> Option<Heading> {
    meaning(HEADINGS, &section.heading.plain)
}

/// What a section tells about the whole item.
#[derive(Debug, Clone, Copy)]
pub(in crate::page) struct Telling {
    /// It describes the call in place of the words below the title.
    pub(in crate::page) describes: bool,
    /// It lists the limits of a call.
    pub(in crate::page) limits: bool,
    /// Whether its notes are about the item: what a call cannot do, what its properties cannot be. `None` when its heading
    /// says nothing about that, so that the section above it counts.
    pub(in crate::page) notes: Option<bool>,
}

/// What the heading of a section says about it.
pub(in crate::page) fn telling(section: &Section) -> Telling {
    let topic = topic(section);
    Telling {
        describes: section.level > 1 && topic == Some(Topic::Introduction),
        limits: meaning(LIMITS, unnumbered(&section.heading.plain)).is_some(),
        notes: has_notes(section, topic),
    }
}

fn has_notes(section: &Section, topic: Option<Topic>) -> Option<bool> {
    if section.level < 2 {
        return Some(false);
    }
    let of_type = heading(section).map(|kind| matches!(kind, Heading::Properties | Heading::Relationships));
    let is_of_call = |topic| {
        matches!(
            topic,
            Topic::Request
                | Topic::Query
                | Topic::Function
                | Topic::Path
                | Topic::Headers
                | Topic::Body
                | Topic::Response
        )
    };
    of_type.or_else(|| topic.map(is_of_call))
}

/// The subject of a section of an api page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Topic {
    /// Title and introduction.
    Introduction,
    /// Who may call.
    Permissions,
    /// The documented routes.
    Request,
    /// OData options and other query parameters.
    Query,
    /// Parameters in the parentheses of a function.
    Function,
    /// Parameters in the path.
    Path,
    /// Request headers.
    Headers,
    /// What is sent.
    Body,
    /// What comes back.
    Response,
    /// Request and response blocks.
    Examples,
    /// Anything else: remarks, errors, see also.
    Other,
}

const TOPICS: &Vocabulary<Topic> = &[
    // Sets that begin each page with boxes.
    ("api description", Topic::Introduction),
    ("api method description", Topic::Introduction),
    ("permissions", Topic::Permissions),
    // Intune pages of 2020 and 2021.
    ("prerequisites", Topic::Permissions),
    // `Permissions for channel`.
    ("permissions *", Topic::Permissions),
    ("http request", Topic::Request),
    ("http requests", Topic::Request),
    // `HTTP request (to upload a new file)`.
    ("http request *", Topic::Request),
    ("url", Topic::Request),
    ("optional query parameters", Topic::Query),
    ("optional odata query parameters", Topic::Query),
    ("odata query parameters", Topic::Query),
    ("query parameters", Topic::Query),
    ("query string parameters", Topic::Query),
    ("optional query string parameters", Topic::Query),
    ("query options", Topic::Query),
    ("function parameters", Topic::Function),
    ("path parameters", Topic::Path),
    ("uri parameters", Topic::Path),
    ("url parameters", Topic::Path),
    ("request uri parameters", Topic::Path),
    ("request url parameters", Topic::Path),
    ("request headers", Topic::Headers),
    ("request header", Topic::Headers),
    ("optional request headers", Topic::Headers),
    ("required request headers", Topic::Headers),
    ("optional headers", Topic::Headers),
    ("headers", Topic::Headers),
    ("request body", Topic::Body),
    // `Request body parameters`, `Request body (optional)`.
    ("request body *", Topic::Body),
    ("body parameters", Topic::Body),
    ("response", Topic::Response),
    ("responses", Topic::Response),
    ("http response", Topic::Response),
    // `Example 2: Get a filtered list`.
    ("example*", Topic::Examples),
    ("error responses", Topic::Other),
    ("error response", Topic::Other),
    ("errors", Topic::Other),
    ("remarks", Topic::Other),
    ("see also", Topic::Other),
];

/// The subject that a section's own heading states.
pub(in crate::page) fn topic(section: &Section) -> Option<Topic> {
    meaning(TOPICS, unnumbered(&section.heading.plain))
}

/// A heading without its number: `1.2 Permissions`.
fn unnumbered(heading: &str) -> &str {
    let words = heading.trim_start();
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if rest.len() < words.len() && rest.starts_with(' ') {
        rest.trim_start()
    } else {
        heading
    }
}

/// Headings of what a call cannot do.
const LIMITS: &Vocabulary<()> = &[("limitations", ()), ("limits", ())];

/// Headings of what a call sends, which do not say where it goes.
const INPUTS: &Vocabulary<()> = &[
    // `## Parameters` behind `## Create an upload session`, `## Properties` behind `## Request body`.
    ("parameters", ()),
    ("properties", ()),
    ("input parameters", ()),
    ("action parameters", ()),
    ("request parameters", ()),
];

/// Whether a section lists what a call sends, wherever its method puts that.
pub(in crate::page) fn is_input(section: &Section) -> bool {
    meaning(INPUTS, unnumbered(&section.heading.plain)).is_some()
}

/// Whether the heading of what a call sends is about parameters, not about the properties of something.
pub(in crate::page) fn is_parameters(section: &Section) -> bool {
    normal(unnumbered(&section.heading.plain)).ends_with("parameters")
}

/// Headings that belong to the examples once these have begun, whatever their level.
const EXAMPLE_PARTS: &Vocabulary<()> = &[("request", ()), ("response", ())];

/// Whether a heading names a part of an example: `## Request`, `## Response 2`.
pub(in crate::page) fn is_example_part(section: &Section) -> bool {
    let heading = normal(&section.heading.plain);
    let bare = heading.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    read(EXAMPLE_PARTS, bare).is_some()
}

/// Headings above a response: `##### Response (list of widgets)`.
const RESPONSES: &Vocabulary<()> = &[("response*", ())];

/// Whether a section shows a response.
pub(in crate::page) fn shows_response(section: &Section) -> bool {
    meaning(RESPONSES, &section.heading.plain).is_some()
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLE_PARTS, HEADINGS, INPUTS, LIMITS, RESPONSES, TOPICS, unnumbered};
    use crate::page::vocabulary::assert_needed;

    #[test]
    fn each_heading_of_a_resource_page() {
        let properties = [
            "Properties",
            "Property",
            "Instance Attributes",
            "Common properties:",
            "Fields",
        ];
        let relationships = ["Relationships", "Relationship", "Navigation properties"];
        let others = [
            "Properties of a kiln policy",
            "Members",
            "Member",
            "Values",
            "Possible values",
            "Enum members",
            "Enumeration members",
            "Member values",
            "JSON representation",
            "Methods",
            "Method",
            "Tasks",
        ];
        let derived = ["Derived types", "Derived type", "Subtypes", "Derived resources"];
        assert_needed(HEADINGS, &[&properties[..], &relationships, &others, &derived].concat());
    }

    #[test]
    fn each_heading_of_an_api_page() {
        let introductions = ["API description", "1.1 API method description"].map(unnumbered);
        let permissions = ["Permissions", "Prerequisites", "Permissions for kilns"];
        let requests = ["HTTP request", "HTTP Requests", "HTTP request (to fire a kiln)", "URL"];
        let queries = [
            "Optional query parameters",
            "Optional OData query parameters",
            "OData query parameters",
            "Query parameters",
            "Query string parameters",
            "Optional query string parameters",
            "Query options",
        ];
        let inputs = [
            "Function parameters",
            "Path parameters",
            "URI parameters",
            "URL parameters",
            "Request URI parameters",
            "Request URL parameters",
            "Required request headers",
            "Optional headers",
            "Request headers",
            "Optional request headers",
            "Request header",
            "Headers",
        ];
        let messages = [
            "Request body",
            "Request body (optional)",
            "Body parameters",
            "Response",
            "Responses",
            "HTTP response",
            "Example 1: one kiln",
        ];
        let others = ["Error responses", "Error response", "Errors", "Remarks", "See also"];
        let all = [
            &introductions[..],
            &permissions,
            &requests,
            &queries,
            &inputs,
            &messages,
            &others,
        ]
        .concat();
        assert_needed(TOPICS, &all);
    }

    #[test]
    fn each_heading_of_what_a_call_sends() {
        let inputs = [
            "Parameters",
            "Properties",
            "Input parameters",
            "Action parameters",
            "Request parameters",
        ];
        assert_needed(INPUTS, &inputs);
    }

    #[test]
    fn each_heading_below_examples() {
        assert_needed(EXAMPLE_PARTS, &["Request", "Response"]);
        assert_needed(LIMITS, &["Limitations", "Limits"]);
        assert_needed(RESPONSES, &["Response (list of kilns)"]);
    }
}
