//! Lines of an HTTP request section that were put right.

use super::{Code, Example, Page};
use crate::source::Severity;

/// Codes about routes.
pub static CODES: &[&Code] = &[
    &PLACEHOLDER_PARENTHESES,
    &PLACEHOLDER_BRACE,
    &UNCLOSED_PARENTHESIS,
    &MISSING_SLASH,
    &ELLIPSIS,
    &DOUBLE_SLASH,
];

const PAGE: &str = "beta/api/kettle-list-lids.md";

macro_rules! page {
    ($route:literal) => {
        &[Page::new(
            PAGE,
            concat!("# List lids\n\n## HTTP request\n\n```http\n", $route, "\n```\n"),
        )]
    };
}

/// `(id)` for `{id}`.
pub static PLACEHOLDER_PARENTHESES: Code = Code {
    id: "placeholder-parentheses",
    severity: Severity::Warning,
    meaning: "A placeholder of a route stands in parentheses. It was read as if it stood in braces.",
    advice: "Write the placeholder in braces.",
    example: Example::Pages {
        wrong: page!("GET /kettles/(kettle-id)/lids"),
        right: page!("GET /kettles/{kettle-id}/lids"),
    },
};

/// `{id | name` with the brace in the middle.
pub static PLACEHOLDER_BRACE: Code = Code {
    id: "placeholder-brace",
    severity: Severity::Warning,
    meaning: "The brace of a placeholder that offers several keys is closed after the first of them. It was read as if \
              it was closed after the last.",
    advice: "Write the closing brace behind the last key.",
    example: Example::Pages {
        wrong: page!("GET /kettles/{id} | serialNumber/lids"),
        right: page!("GET /kettles/{id | serialNumber}/lids"),
    },
};

/// `(` without `)`.
pub static UNCLOSED_PARENTHESIS: Code = Code {
    id: "unclosed-parenthesis",
    severity: Severity::Warning,
    meaning: "A parenthesis of a function call in a route is not closed. It was closed before the next slash.",
    advice: "Add the closing parenthesis.",
    example: Example::Pages {
        wrong: page!("GET /kettles/hottest(unit='{unit}'/lids"),
        right: page!("GET /kettles/hottest(unit='{unit}')/lids"),
    },
};

/// `{id}$ref`.
pub static MISSING_SLASH: Code = Code {
    id: "missing-slash",
    severity: Severity::Warning,
    meaning: "Two segments of a route stand directly beside each other. A slash was put between them.",
    advice: "Add the slash.",
    example: Example::Pages {
        wrong: page!("GET /kettles/{kettle-id}/lids/{lid-id}$ref"),
        right: page!("GET /kettles/{kettle-id}/lids/{lid-id}/$ref"),
    },
};

/// `/.../`.
pub static ELLIPSIS: Code = Code {
    id: "route-ellipsis",
    severity: Severity::Warning,
    meaning: "A route leaves segments out with `...`. The shortest path was taken: the route without the `...`.",
    advice: "List the routes that the dots stand for.",
    example: Example::Pages {
        wrong: page!("GET /kettles/{kettle-id}/.../lids"),
        right: page!("GET /kettles/{kettle-id}/lids"),
    },
};

/// `//`.
pub static DOUBLE_SLASH: Code = Code {
    id: "double-slash",
    severity: Severity::Warning,
    meaning: "A route has two slashes in a row. They were read as one.",
    advice: "Remove a slash, or write the segment that is missing between them.",
    example: Example::Pages {
        wrong: page!("GET /kettles/{kettle-id}//lids"),
        right: page!("GET /kettles/{kettle-id}/lids"),
    },
};
