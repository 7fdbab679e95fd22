//! Page headings and the names in them.

use crate::markdown::Document;

/// Words that end a resource heading, lower case, longest first.
const RESOURCE_ENDS: &[&str] = &[
    " resource type (deprecated)",
    " resource type",
    " resource (deprecated)",
    " resouce type",
    " complex type",
    " entity type",
    " resource",
    " facet",
];

/// Words that end an enum heading, lower case, longest first.
const ENUM_ENDS: &[&str] = &[
    " enum type",
    " enumeration values",
    " enum values",
    " enumeration",
    " enum",
    " values",
    " value",
    " flags",
    " members",
];

/// The page's first heading; empty when it has none.
pub(super) fn heading(document: &Document) -> &str {
    document
        .sections
        .iter()
        .find(|section| section.level == 1)
        .map_or("", |section| section.heading.plain.trim())
}

/// The type's name in a heading: the words before "resource type".
pub(super) fn type_name(heading: &str) -> String {
    strip(heading, RESOURCE_ENDS).unwrap_or(heading).trim().to_owned()
}

/// The enum's name in a heading such as `riskLevel values` or `## colorMode enum type`.
pub(super) fn enum_name(heading: &str) -> Option<&str> {
    let name = strip(heading.trim(), ENUM_ENDS)?.trim().trim_matches('`');
    (!name.is_empty() && !name.contains(' ')).then_some(name)
}

fn strip<'a>(heading: &'a str, ends: &[&str]) -> Option<&'a str> {
    let heading = heading.trim();
    ends.iter().find_map(|end| {
        let cut = heading.len().checked_sub(end.len())?;
        let tail = heading.get(cut..)?;
        tail.eq_ignore_ascii_case(end).then(|| heading.get(..cut)).flatten()
    })
}
