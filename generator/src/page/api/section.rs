//! What each section of an api page is about, from its heading.

use crate::markdown::{Block, Document, Section};
pub(super) use crate::page::vocabulary::headings::Topic;
use crate::page::vocabulary::headings::{is_example_part, is_input, is_parameters, topic as own_topic};

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
    let mut requests = Requests::default();
    let mut seen = Seen::default();
    for section in &document.sections {
        while above.last().is_some_and(|(level, _)| *level >= section.level) {
            above.pop();
        }
        let inherited = above.last().map(|(_, topic)| *topic);
        let (topic, own) = topic(section, inherited, seen, requests);
        seen.examples |= topic == Topic::Examples;
        seen.response |= topic == Topic::Response;
        if topic == Topic::Request {
            requests.add(section);
        }
        above.push((section.level, topic));
        placed.push(Placed { topic, own, section });
    }
    placed
}

/// The sections with a subject.
pub(super) fn about<'p, 'a>(placed: &'p [Placed<'a>], topic: Topic) -> impl Iterator<Item = &'p Placed<'a>> {
    placed.iter().filter(move |place| place.topic == topic)
}

fn topic(section: &Section, inherited: Option<Topic>, seen: Seen, requests: Requests) -> (Topic, bool) {
    if inherited == Some(Topic::Examples) {
        return (Topic::Examples, false);
    }
    if continues_examples(section, inherited, seen) {
        return (Topic::Examples, false);
    }
    if let Some(topic) = own_topic(section) {
        return (topic, true);
    }
    // `## Properties` behind `## Response` is about what comes back.
    if let Some(topic) = requests.of_input(section) {
        let is_of_response = topic == Topic::Body && seen.response && !is_parameters(section);
        return (if is_of_response { Topic::Response } else { topic }, !is_of_response);
    }
    let topic = match (section.level, inherited) {
        (0 | 1, _) => Topic::Introduction,
        (_, None | Some(Topic::Introduction)) => Topic::Other,
        (_, Some(topic)) => topic,
    };
    (topic, false)
}

/// Which subjects the sections above have.
#[derive(Clone, Copy, Default)]
struct Seen {
    examples: bool,
    response: bool,
}

/// Where a call puts what it sends, as far as the requests above tell.
#[derive(Clone, Copy, Default)]
struct Requests {
    /// One of them has a body.
    sends: bool,
    /// One of them has arguments in parentheses.
    calls: bool,
    /// One of them reads.
    reads: bool,
}

impl Requests {
    fn add(&mut self, section: &Section) {
        for line in lines(section) {
            self.sends |= ["POST ", "PATCH ", "PUT "]
                .iter()
                .any(|method| line.starts_with(method));
            self.calls |= line.contains('(');
            self.reads |= line.starts_with("GET ");
        }
    }

    /// `## Parameters` behind the request: the body's, those of a function where nothing is sent, or those of the query.
    fn of_input(self, section: &Section) -> Option<Topic> {
        if section.level < 2 || !is_input(section) {
            return None;
        }
        let has_table = section.tables().next().is_some();
        match self {
            Self { sends: true, .. } => has_table.then_some(Topic::Body),
            Self { calls: true, .. } => has_table.then_some(Topic::Function),
            Self { reads: true, .. } => is_parameters(section).then_some(Topic::Query),
            Self { reads: false, .. } => None,
        }
    }
}

/// The lines of the blocks of code of a section.
fn lines(section: &Section) -> impl Iterator<Item = &str> {
    let code = section.blocks.iter().filter_map(|block| match block {
        Block::Code(code) => Some(code.text.as_str()),
        _ => None,
    });
    code.flat_map(str::lines).map(str::trim)
}

/// `## Response` after `## Example` shows a response; it describes the call's result only when no section did yet.
fn continues_examples(section: &Section, above: Option<Topic>, seen: Seen) -> bool {
    let below_other = above.is_some_and(|above| above != Topic::Introduction);
    seen.examples && (seen.response || below_other) && is_example_part(section)
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

    #[test]
    fn a_heading_without_a_subject_of_its_own_has_that_above_it() {
        let page =
            "# List widgets\n## Permissions\n### For groups:\n## Request body\n### Item options\n## Background\n";
        insta::assert_snapshot!(shown(page), @r"
        List widgets: Introduction (inherited)
        Permissions: Permissions
        For groups:: Permissions (inherited)
        Request body: Body
        Item options: Body (inherited)
        Background: Other (inherited)
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

    /// Where the parameters go is up to the method.
    #[test]
    fn parameters_of_a_post_are_those_of_its_body() {
        let page = |request: &str| {
            let table = "|Parameter|Type|Description|\n|:--|:--|:--|\n|count|Int32|How many.|";
            shown(&format!(
                "# Fire kiln\n## HTTP request\n```http\n{request}\n```\n## Parameters\n{table}\n## Properties\nNone.\n"
            ))
        };
        insta::assert_snapshot!(page("POST /kilns/{id}/fire"), @r"
        Fire kiln: Introduction (inherited)
        HTTP request: Request
        Parameters: Body
        Properties: Other (inherited)
        ");
        insta::assert_snapshot!(page("GET /kilns/{id}/heat(count={count})"), @r"
        Fire kiln: Introduction (inherited)
        HTTP request: Request
        Parameters: Function
        Properties: Other (inherited)
        ");
        insta::assert_snapshot!(page("GET /kilns/{id}"), @r"
        Fire kiln: Introduction (inherited)
        HTTP request: Request
        Parameters: Query
        Properties: Other (inherited)
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
