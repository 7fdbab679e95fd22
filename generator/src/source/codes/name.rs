//! Names that no page explains.

use super::{Code, Fixable, Page};

/// Codes about names that are only understood beside other pages.
pub static CODES: &[&Code] = &[&UNDOCUMENTED_TYPE, &UNKNOWN_SCOPE];

macro_rules! resource {
    ($name:literal, $row:literal) => {
        (
            concat!("beta/resources/", $name, ".md"),
            concat!(
                "# ",
                $name,
                " resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n",
                $row,
                "\n"
            ),
        )
    };
}

const KETTLE: Page = resource!("kettle", "|lid|lid|Its lid.|");

/// A type without a page.
pub static UNDOCUMENTED_TYPE: Code = Code::note("undocumented-type")
    .meaning(
        "A page refers to a type that no page describes. The type becomes an open type without properties: \
         its values are kept, but only as JSON.",
    )
    .advice("Correct the name if it is misspelled, or add the page of the type to the docs root.")
    .pages(&[KETTLE], &[KETTLE, resource!("lid", "|id|String|Its key.|")]);

/// A permission that looks misspelled.
pub static UNKNOWN_SCOPE: Code = Code::warning("unknown-scope")
    .meaning(
        "The name of a permission looks like a misspelling of one that other pages have. The name was kept \
         as written, so an app that asks for it would probably be refused.",
    )
    .advice("Compare the name with the permissions reference, and correct it.")
    .pages(
        &[(
            "beta/api/kettle-list.md",
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|KettlePriviliged.Read.All|\n",
        )],
        &[(
            "beta/api/kettle-list.md",
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|KettlePrivileged.Read.All|\n",
        )],
    )
    .fixed(Fixable::Unsafe);
