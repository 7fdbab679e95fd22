//! Lines of an HTTP request section that were put right.

use super::Code;

/// Codes about routes.
pub static CODES: &[&Code] = &[
    &PLACEHOLDER_PARENTHESES,
    &PLACEHOLDER_BRACE,
    &UNCLOSED_PARENTHESIS,
    &MISSING_SLASH,
    &ELLIPSIS,
    &DOUBLE_SLASH,
    &SURPLUS_SLASH,
    &SAMPLE_ID,
    &RESPONSE_DIFFERS,
    &PERMISSIONS_DIFFER,
];

const PAGE: &str = "beta/api/kettle-list-lids.md";

macro_rules! page {
    ($route:literal) => {
        &[(
            PAGE,
            concat!("# List lids\n\n## HTTP request\n\n```http\n", $route, "\n```\n"),
        )]
    };
}

/// `(id)` for `{id}`.
pub static PLACEHOLDER_PARENTHESES: Code = Code::warning("placeholder-parentheses")
    .meaning("A placeholder of a route stands in parentheses. It was read as if it stood in braces.")
    .advice("Write the placeholder in braces.")
    .pages(
        page!("GET /kettles/(kettle-id)/lids"),
        page!("GET /kettles/{kettle-id}/lids"),
    );

/// `{id | name` with the brace in the middle.
pub static PLACEHOLDER_BRACE: Code = Code::warning("placeholder-brace")
    .meaning(
        "The brace of a placeholder that offers several keys is closed after the first of them. It was read \
         as if it was closed after the last.",
    )
    .advice("Write the closing brace behind the last key.")
    .pages(
        page!("GET /kettles/{id} | serialNumber/lids"),
        page!("GET /kettles/{id | serialNumber}/lids"),
    );

/// `(` without `)`.
pub static UNCLOSED_PARENTHESIS: Code = Code::warning("unclosed-parenthesis")
    .meaning("A parenthesis of a function call in a route is not closed. It was closed before the next slash.")
    .advice("Add the closing parenthesis.")
    .pages(
        page!("GET /kettles/hottest(unit='{unit}'/lids"),
        page!("GET /kettles/hottest(unit='{unit}')/lids"),
    );

/// `{id}$ref`.
pub static MISSING_SLASH: Code = Code::warning("missing-slash")
    .meaning("Two segments of a route stand directly beside each other. A slash was put between them.")
    .advice("Add the slash.")
    .pages(
        page!("GET /kettles/{kettle-id}/lids/{lid-id}$ref"),
        page!("GET /kettles/{kettle-id}/lids/{lid-id}/$ref"),
    );

/// `/.../`.
pub static ELLIPSIS: Code = Code::warning("route-ellipsis")
    .meaning("A route leaves segments out with `...`. The shortest path was taken: the route without the `...`.")
    .advice("List the routes that the dots stand for.")
    .pages(
        page!("GET /kettles/{kettle-id}/.../lids"),
        page!("GET /kettles/{kettle-id}/lids"),
    );

/// `//`.
pub static DOUBLE_SLASH: Code = Code::warning("double-slash")
    .meaning("A route has two slashes in a row. They were read as one.")
    .advice("Remove a slash, or write the segment that is missing between them.")
    .pages(
        page!("GET /kettles/{kettle-id}//lids"),
        page!("GET /kettles/{kettle-id}/lids"),
    );

/// `/kettles/(serial='{serial}')`.
pub static SURPLUS_SLASH: Code = Code::warning("surplus-slash")
    .meaning("A route has a slash before the arguments of a key or a call. It was read without that slash.")
    .advice("Remove the slash before the parenthesis.")
    .pages(
        page!("GET /kettles/(serial='{serial}')/lids"),
        page!("GET /kettles(serial='{serial}')/lids"),
    );

/// `/kettles/11111111-2222-3333-4444-555555555555`.
pub static SAMPLE_ID: Code = Code::warning("route-sample-id")
    .meaning("A route has an id of an example where any id can stand. It was read as a placeholder.")
    .advice("Write a placeholder in braces.")
    .pages(
        page!("GET /kettles/11111111-2222-3333-4444-555555555555/lids"),
        page!("GET /kettles/{kettle-id}/lids"),
    )
    .lint()
    .fixed(super::Fixable::Unsafe);

/// Two pages with the same call, a page of its type, and a page of another type.
macro_rules! twins {
    ($permission:literal, $type:literal) => {
        &[
            (
                "beta/resources/kettle.md",
                "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
                 |litres|Int32|How much.|\n",
            ),
            (
                "beta/resources/pot.md",
                "# pot resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
                 |id|String|Its key.|\n",
            ),
            (
                "beta/api/kettle-get.md",
                "# Get kettle\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n\
                 |Application|Kettle.Read.All|\n\n## HTTP request\n\n```http\nGET /kettles/{id}\n```\n\n## Response\n\n\
                 Returns `200 OK` and a [kettle](../resources/kettle.md) object.\n",
            ),
            (
                "beta/api/kettle-show.md",
                concat!(
                    "# Show kettle\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n|Application|",
                    $permission,
                    "|\n\n## HTTP request\n\n```http\nGET /kettles/{kettle-id}\n```\n\n## Response\n\n\
                     Returns `200 OK` and a [",
                    $type,
                    "](../resources/",
                    $type,
                    ".md) object.\n"
                ),
            ),
        ]
    };
}

const TWINS: &[super::Page] = twins!("Kettle.Read.All", "kettle");

/// The same call, another response.
pub static RESPONSE_DIFFERS: Code = Code::warning("route-response-differs")
    .meaning("Two pages document the same call and say that it returns different types.")
    .advice("Correct one of the pages, or remove the call from it.")
    .pages(twins!("Kettle.Read.All", "pot"), TWINS)
    .lint();

/// The same call, other permissions.
pub static PERMISSIONS_DIFFER: Code = Code::note("route-permissions-differ")
    .meaning(
        "Two pages document the same call and list different permissions for the same way to sign in. A reader of one \
         page does not learn of the others.",
    )
    .advice("List the same permissions on both pages, or keep the call on one of them.")
    .pages(twins!("Kettle.ReadWrite.All", "kettle"), TWINS)
    .on_request();
