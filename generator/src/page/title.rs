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
    // `### Roles property values`
    " property values",
    " values",
    " value",
    " flags",
    " members",
];

/// The page's first heading; empty when it has none.
pub(super) fn heading(document: &Document) -> &str {
    document.title().map_or("", |section| section.heading.plain.trim())
}

/// Whether the heading says that the page is about a type: "kiln resource type".
pub fn says_type(document: &Document) -> bool {
    // "Get a kiln resource" is a call.
    strip(heading(document), RESOURCE_ENDS).is_some_and(|name| !name.trim().contains(' '))
}

/// The type's name in a heading: the words before "resource type".
pub(super) fn type_name(heading: &str) -> String {
    strip(heading, RESOURCE_ENDS).unwrap_or(heading).trim().to_owned()
}

/// The words of a heading that says that it is about a type.
pub(super) fn without_end(heading: &str) -> Option<&str> {
    strip(heading, RESOURCE_ENDS)
}

/// Words that begin an enum heading, lower case, longest first.
const ENUM_STARTS: &[&str] = &[
    "possible values of ",
    "possible values for ",
    "enumeration ",
    "members of ",
    "values of ",
    "values for ",
    "enum ",
];

/// The enum's name in a heading such as `riskLevel values`, `## colorMode enum type` or `### Values of colorMode`.
pub(super) fn enum_name(heading: &str) -> Option<&str> {
    let heading = heading.trim();
    let heading = strip(heading, &[" (deprecated)", " (flags)"]).unwrap_or(heading);
    let begun = || {
        ENUM_STARTS.iter().find_map(|start| {
            let begins = heading.get(..start.len())?.eq_ignore_ascii_case(start);
            begins.then(|| heading.get(start.len()..)).flatten()
        })
    };
    let name = strip(heading, ENUM_ENDS)
        .or_else(begun)?
        .trim()
        .trim_matches(['`', '*']);
    (!name.is_empty() && !name.contains(' ')).then_some(name)
}

/// The words before one of these ends.
pub(super) fn strip<'a>(heading: &'a str, ends: &[&str]) -> Option<&'a str> {
    let heading = heading.trim();
    ends.iter().find_map(|end| {
        let cut = heading.len().checked_sub(end.len())?;
        let tail = heading.get(cut..)?;
        tail.eq_ignore_ascii_case(end).then(|| heading.get(..cut)).flatten()
    })
}
