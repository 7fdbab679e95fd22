//! Links, base types, groups of tabs.

use super::{Code, Fixable};

/// Codes about references to other pages and other parts of a page.
pub static CODES: &[&Code] = &[
    &LINK_MISSING,
    &LINK_TYPE,
    &BASE_DIFFERS,
    &BASE_CYCLE,
    &OPEN_TABS,
    &DEPRECATED,
];

macro_rules! kettle {
    ($before:literal, $row:literal, $annotation:literal) => {
        (
            "beta/resources/kettle.md",
            concat!(
                "# kettle resource type\n\n",
                $before,
                "\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n",
                $row,
                "\n\n## JSON representation\n\n<!-- { \"blockType\": \"resource\", ",
                $annotation,
                "\"@odata.type\": \"microsoft.graph.kettle\" } -->\n```json\n{\n  \"id\": \"String\"\n}\n```\n"
            ),
        )
    };
}

macro_rules! other {
    ($name:literal, $words:literal) => {
        (
            concat!("beta/resources/", $name, ".md"),
            concat!(
                "# ",
                $name,
                " resource type\n\n",
                $words,
                "\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its key.|\n"
            ),
        )
    };
}

/// A page that is not there.
pub static LINK_MISSING: Code = Code::warning("link-missing")
    .meaning(
        "A link leads to a page that does not exist, though other pages of its folder were read; or its folders are \
         separated by `\\`, which is no separator in an address.",
    )
    .advice("Correct the path.")
    .pages(
        &[
            kettle!("Has a [lid](lidd.md).", "|id|String|Its key.|", ""),
            other!("lid", ""),
        ],
        &[
            kettle!("Has a [lid](lid.md).", "|id|String|Its key.|", ""),
            other!("lid", ""),
        ],
    )
    .lint()
    .fixed(Fixable::Safe);

/// A link that leads to another type than its text says.
pub static LINK_TYPE: Code = Code::warning("link-type-differs")
    .meaning("The cell of a type names one type and links to the page of another one. The name was used.")
    .advice("Correct the name, or the target of the link.")
    .pages(
        &[
            kettle!("", "|top|[lid](pot.md)|What closes it.|", ""),
            other!("lid", ""),
            other!("pot", ""),
        ],
        &[
            kettle!("", "|top|[lid](lid.md)|What closes it.|", ""),
            other!("lid", ""),
            other!("pot", ""),
        ],
    )
    .lint();

/// Two bases.
pub static BASE_DIFFERS: Code = Code::warning("base-differs")
    .meaning("A sentence of the page and the annotation of its JSON block name different base types.")
    .advice("Correct the one that is wrong.")
    .pages(
        &[
            kettle!(
                "Inherits from [pot](pot.md).",
                "|id|String|Its key.|",
                "\"baseType\": \"microsoft.graph.lid\", "
            ),
            other!("lid", ""),
            other!("pot", ""),
        ],
        &[
            kettle!(
                "Inherits from [pot](pot.md).",
                "|id|String|Its key.|",
                "\"baseType\": \"microsoft.graph.pot\", "
            ),
            other!("lid", ""),
            other!("pot", ""),
        ],
    )
    .lint();

/// A type that is its own base.
pub static BASE_CYCLE: Code = Code::error("base-cycle")
    .meaning("A type is derived from itself, directly or through its bases.")
    .advice("Correct the base type that is wrong.")
    .pages(
        &[
            kettle!("Inherits from [pot](pot.md).", "|id|String|Its key.|", ""),
            other!("pot", "Inherits from [kettle](kettle.md)."),
        ],
        &[
            kettle!("Inherits from [pot](pot.md).", "|id|String|Its key.|", ""),
            other!("pot", ""),
        ],
    )
    .lint();

/// Tabs without an end.
pub static OPEN_TABS: Code = Code::warning("tabs-not-closed")
    .meaning(
        "A group of tabs is not closed with `---` before the next heading. On the website, what follows becomes part of \
         the last tab.",
    )
    .advice("Add a line `---` behind the last tab.")
    .pages(
        &[(
            "beta/api/kettle-list.md",
            "# List kettles\n\n# [HTTP](#tab/http)\n\n```http\nGET /kettles\n```\n\n## Response\n\nKettles.\n",
        )],
        &[(
            "beta/api/kettle-list.md",
            "# List kettles\n\n# [HTTP](#tab/http)\n\n```http\nGET /kettles\n```\n---\n\n## Response\n\nKettles.\n",
        )],
    )
    .lint();

/// Deprecated, but since when?
pub static DEPRECATED: Code = Code::note("deprecated-without-date")
    .meaning("A page says that something is deprecated, and does not say since when or until when it works.")
    .advice("Add the date.")
    .pages(
        &[kettle!("", "|id|String|Its key. Deprecated.|", "")],
        &[kettle!(
            "",
            "|id|String|Its key. Deprecated; it works until 2026-12-31.|",
            ""
        )],
    )
    .on_request();
