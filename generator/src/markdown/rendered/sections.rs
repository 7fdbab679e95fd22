//! Which lines are headings, and of what level.

/// What a heading opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// A part of the page: level 2.
    Part,
    /// A part of the page, or a step of an example when it follows one.
    PartOrStep,
    /// A part that holds requests and responses: level 2.
    Examples,
    /// One of several examples: level 3.
    Example,
    /// Below a part: level 3.
    Subpart,
    /// A request or response: one level below its example.
    Step,
}

/// Headings of pages, in lower case. A line is one of them when it has the same words and starts with a capital.
const SECTIONS: &[(&str, Rank)] = &[
    ("authorization", Rank::Part),
    ("common use cases", Rank::Part),
    ("csv", Rank::Subpart),
    ("derived types", Rank::Part),
    ("error handling", Rank::Part),
    ("error responses", Rank::Part),
    ("example", Rank::Examples),
    ("example request", Rank::Step),
    ("example response", Rank::Step),
    ("examples", Rank::Examples),
    ("function parameters", Rank::Part),
    ("http request", Rank::Part),
    ("inheritance", Rank::Part),
    ("instance attributes", Rank::Part),
    ("json", Rank::Subpart),
    ("json representation", Rank::Part),
    ("members", Rank::Part),
    ("methods", Rank::Part),
    ("next steps", Rank::Part),
    ("odata query parameters", Rank::Subpart),
    ("optional query parameters", Rank::Part),
    ("optional request headers", Rank::Part),
    ("path parameters", Rank::Part),
    ("permissions", Rank::Part),
    ("permissions acting on other users", Rank::Subpart),
    ("permissions acting on self", Rank::Subpart),
    ("permissions for channel", Rank::Subpart),
    ("permissions for chat", Rank::Subpart),
    ("prerequisites", Rank::Part),
    ("properties", Rank::Part),
    ("query parameters", Rank::Part),
    ("related content", Rank::Part),
    ("relationships", Rank::Part),
    ("remarks", Rank::Part),
    ("request", Rank::Step),
    ("request body", Rank::Part),
    ("request headers", Rank::Part),
    ("response", Rank::PartOrStep),
    ("response headers", Rank::Part),
    ("see also", Rank::Part),
    ("what's new", Rank::Part),
];

/// The longest heading of an example: `Example 2: List the tickets that ...`.
const LONGEST: usize = 200;

/// What a line opens, when it is a heading.
pub(super) fn rank(line: &str) -> Option<Rank> {
    // `request body for the method` may be the rest of a wrapped sentence; headings start with a capital.
    if line.len() > LONGEST || !line.starts_with(|first: char| first.is_ascii_uppercase()) {
        return line
            .strip_suffix(" values")
            .filter(|name| is_name(name))
            .map(|_| Rank::Subpart);
    }
    let words = line.to_ascii_lowercase();
    match SECTIONS.binary_search_by(|(name, _)| name.cmp(&words.as_str())) {
        Ok(found) => SECTIONS.get(found).map(|(_, rank)| *rank),
        Err(_) => numbered(&words),
    }
}

/// `Example 1`, `Example 2: Get a ticket`, `Request 1`; not `Example 2 shows how to ...`.
fn numbered(words: &str) -> Option<Rank> {
    let (kind, number) = words.split_once(' ')?;
    let title = number.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let is_titled = title.trim_start().starts_with([':', '-', '–', '.']) && !title.ends_with('.');
    match kind {
        _ if title.len() == number.len() => None,
        "example" if title.is_empty() || is_titled => Some(Rank::Example),
        "request" | "response" if title.is_empty() => Some(Rank::Step),
        _ => None,
    }
}

/// `ticketPriority values` heads a table of members.
fn is_name(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Where in the page the reader is.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Level of the innermost example.
    example: Option<u8>,
}

impl Outline {
    /// The level of a line when it is a heading; the outline moves on to it.
    pub(super) fn heading(&mut self, line: &str) -> Option<u8> {
        let level = match (rank(line)?, self.example) {
            (Rank::Step | Rank::PartOrStep, Some(example)) => return Some(example + 1),
            // A request without an example above it still makes the response below it a step.
            (Rank::Step, None) => {
                self.example = Some(2);
                return Some(3);
            }
            (Rank::Examples, _) => {
                self.example = Some(2);
                return Some(2);
            }
            (Rank::Example, _) => {
                self.example = Some(3);
                return Some(3);
            }
            (Rank::Part | Rank::PartOrStep, _) => 2,
            (Rank::Subpart, _) => 3,
        };
        self.example = None;
        Some(level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_so_that_it_can_be_searched() {
        assert!(SECTIONS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn levels_depend_on_what_stands_above() {
        let mut outline = Outline::default();
        let lines = [
            "HTTP Request",
            "Response",
            "Examples",
            "Example 1: Get a ticket",
            "Request",
            "Response",
            "Example 2",
            "Response 1",
            "See also",
            "Request",
            "Response",
            "ticketKind values",
            "Response",
        ];
        let levels = lines.map(|line| format!("{line} {}", outline.heading(line).unwrap_or(0)));
        insta::assert_snapshot!(levels.join("\n"), @r"
        HTTP Request 2
        Response 2
        Examples 2
        Example 1: Get a ticket 3
        Request 4
        Response 4
        Example 2 3
        Response 1 4
        See also 2
        Request 3
        Response 3
        ticketKind values 3
        Response 2
        ");
    }

    #[test]
    fn sentences_are_no_headings() {
        let sentences = [
            "request body",
            "Request bodies are small",
            "Example 2 shows how",
            "Example 2: It works.",
            "one of the values",
            "Response code 200",
            "Examples of tickets",
            "",
        ];
        assert_eq!(sentences.map(rank), [None; 8]);
    }
}
