//! Names that no page explains.

use super::{Code, Example, Page};
use crate::source::Severity;

/// Codes about names that are only understood beside other pages.
pub static CODES: &[&Code] = &[&UNDOCUMENTED_TYPE, &UNKNOWN_SCOPE];

const KETTLE: Page = Page::new(
    "beta/resources/kettle.md",
    "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|lid|lid|Its lid.|\n",
);

/// A type without a page.
pub static UNDOCUMENTED_TYPE: Code = Code {
    id: "undocumented-type",
    severity: Severity::Note,
    meaning: "A page refers to a type that no page describes. The type becomes an open type without properties: its values \
              are kept, but only as JSON.",
    advice: "Correct the name if it is misspelled, or add the page of the type to the docs root.",
    example: Example::Pages {
        wrong: &[KETTLE],
        right: &[
            KETTLE,
            Page::new(
                "beta/resources/lid.md",
                "# lid resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its key.|\n",
            ),
        ],
    },
};

/// A permission that looks misspelled.
pub static UNKNOWN_SCOPE: Code = Code {
    id: "unknown-scope",
    severity: Severity::Warning,
    meaning: "The name of a permission looks like a misspelling of one that other pages have. The name was kept as \
              written, so an app that asks for it would probably be refused.",
    advice: "Compare the name with the permissions reference, and correct it.",
    example: Example::Pages {
        wrong: &[Page::new(
            "beta/api/kettle-list.md",
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|KettlePriviliged.Read.All|\n",
        )],
        right: &[Page::new(
            "beta/api/kettle-list.md",
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|KettlePrivileged.Read.All|\n",
        )],
    },
};
