//! What each section of an api page is about, from its heading.

use crate::markdown::{Document, Section};

/// The subject of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
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

/// How a heading has to look.
enum Wording {
    /// These words, nothing else.
    Is(&'static str),
    /// These words first (`Example 2: Get a filtered list`, `Permissions for channel`).
    Opens(&'static str),
}

use Wording::{Is, Opens};

/// Headings in lower case, without a colon at the end. The first one that fits counts.
const HEADINGS: &[(Wording, Topic)] = &[
    (Is("permissions"), Topic::Permissions),
    // Intune pages of 2020 and 2021.
    (Is("prerequisites"), Topic::Permissions),
    (Opens("permissions "), Topic::Permissions),
    (Is("http request"), Topic::Request),
    (Is("http requests"), Topic::Request),
    // `HTTP request (to upload a new file)`.
    (Opens("http request "), Topic::Request),
    (Is("optional query parameters"), Topic::Query),
    (Is("optional odata query parameters"), Topic::Query),
    (Is("odata query parameters"), Topic::Query),
    (Is("query parameters"), Topic::Query),
    (Is("function parameters"), Topic::Function),
    (Is("path parameters"), Topic::Path),
    (Is("request headers"), Topic::Headers),
    (Is("optional request headers"), Topic::Headers),
    (Is("request body"), Topic::Body),
    (Is("response"), Topic::Response),
    (Opens("example"), Topic::Examples),
    (Is("error responses"), Topic::Other),
    (Is("error response"), Topic::Other),
    (Is("errors"), Topic::Other),
    (Is("remarks"), Topic::Other),
    (Is("see also"), Topic::Other),
];

/// Headings that belong to the examples once these have begun, whatever their level: `## Request`, `## Response 2`.
const EXAMPLE_PARTS: &[&str] = &["request", "response"];

/// A section with its subject.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    /// The subject; a section without a heading of its own meaning has that of the section above it.
    pub(super) topic: Topic,
    /// Whether the heading itself says so; `false` below `### For groups`.
    pub(super) own: bool,
    /// The section.
    pub(super) section: &'a Section,
}

/// Every section of the page with its subject, in page order.
pub(super) fn place(document: &Document) -> Vec<Placed<'_>> {
    let mut above: Vec<(u8, Topic)> = Vec::new();
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for section in &document.sections {
        while above.last().is_some_and(|(level, _)| *level >= section.level) {
            above.pop();
        }
        let inherited = above.last().map(|(_, topic)| *topic);
        let (topic, own) = topic(section, inherited, &placed);
        above.push((section.level, topic));
        placed.push(Placed { topic, own, section });
    }
    placed
}

/// The sections with a subject.
pub(super) fn about<'p, 'a>(placed: &'p [Placed<'a>], topic: Topic) -> impl Iterator<Item = &'p Placed<'a>> {
    placed.iter().filter(move |place| place.topic == topic)
}

fn topic(section: &Section, inherited: Option<Topic>, before: &[Placed<'_>]) -> (Topic, bool) {
    if inherited == Some(Topic::Examples) {
        return (Topic::Examples, false);
    }
    let heading = words(&section.heading.plain);
    if continues_examples(&heading, inherited, before) {
        return (Topic::Examples, false);
    }
    if let Some(topic) = own_topic(&heading) {
        return (topic, true);
    }
    let topic = match (section.level, inherited) {
        (0 | 1, _) => Topic::Introduction,
        (_, None | Some(Topic::Introduction)) => Topic::Other,
        (_, Some(topic)) => topic,
    };
    (topic, false)
}

fn own_topic(heading: &str) -> Option<Topic> {
    let fits = |wording: &Wording| match wording {
        Is(words) => heading == *words,
        Opens(words) => heading.starts_with(words),
    };
    HEADINGS
        .iter()
        .find(|(wording, _)| fits(wording))
        .map(|(_, topic)| *topic)
}

/// `## Response` after `## Example` shows a response; it describes the call's result only when no section did yet.
fn continues_examples(heading: &str, above: Option<Topic>, before: &[Placed<'_>]) -> bool {
    let bare = heading.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let seen = |topic| before.iter().any(|place| place.topic == topic);
    let below_other = above.is_some_and(|above| above != Topic::Introduction);
    EXAMPLE_PARTS.contains(&bare) && seen(Topic::Examples) && (seen(Topic::Response) || below_other)
}

fn words(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let words = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches(':').trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn shown(page: &str) -> String {
        let (document, _) = crate::markdown::read(FileId(0), page);
        let line = |place: &Placed<'_>| {
            let own = if place.own { "" } else { " (inherited)" };
            format!("{}: {:?}{own}", place.section.heading.plain, place.topic)
        };
        place(&document)
            .iter()
            .filter(|place| place.section.level > 0)
            .map(line)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Every entry of the table, with the level at which pages use it.
    #[test]
    fn headings_and_their_subjects() {
        let page = "# List widgets\n## Permissions\n### For groups:\n## Prerequisites\n## Permissions for channel\n\
            ## HTTP request\n## HTTP Requests\n## HTTP request (to upload a new file)\n## Optional query parameters\n\
            ## OData query parameters\n## Optional OData query parameters\n## Query parameters\n## Function parameters\n## Path parameters\n## Request headers\n\
            ## Optional request headers\n## Request body\n### Item options\n## Response\n## Error responses\n\
            ## Error response\n## Errors\n## Remarks\n## See also\n## Example 1: one widget\n## Examples\n";
        insta::assert_snapshot!(shown(page), @r"
        List widgets: Introduction (inherited)
        Permissions: Permissions
        For groups:: Permissions (inherited)
        Prerequisites: Permissions
        Permissions for channel: Permissions
        HTTP request: Request
        HTTP Requests: Request
        HTTP request (to upload a new file): Request
        Optional query parameters: Query
        OData query parameters: Query
        Optional OData query parameters: Query
        Query parameters: Query
        Function parameters: Function
        Path parameters: Path
        Request headers: Headers
        Optional request headers: Headers
        Request body: Body
        Item options: Body (inherited)
        Response: Response
        Error responses: Other
        Error response: Other
        Errors: Other
        Remarks: Other
        See also: Other
        Example 1: one widget: Examples
        Examples: Examples
        ");
    }

    #[test]
    fn requests_and_responses_below_examples_are_examples_at_any_level() {
        let page = "# Get widget\n## HTTP request\n## Response\n## Example\n##### Request\n##### Response\n## Request 2\n## Response 2\n## See also\n";
        insta::assert_snapshot!(shown(page), @r"
        Get widget: Introduction (inherited)
        HTTP request: Request
        Response: Response
        Example: Examples
        Request: Examples (inherited)
        Response: Examples (inherited)
        Request 2: Examples (inherited)
        Response 2: Examples (inherited)
        See also: Other
        ");
    }

    #[test]
    fn a_response_section_after_the_example_still_describes_the_result() {
        insta::assert_snapshot!(shown("# Get widget\n## Example\n## Response\n"), @r"
        Get widget: Introduction (inherited)
        Example: Examples
        Response: Response
        ");
    }
}
