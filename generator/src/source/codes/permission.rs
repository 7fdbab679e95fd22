//! Tables of permissions.

use super::{Code, Example, Page};
use crate::source::Severity;

/// Codes about tables of permissions.
pub static CODES: &[&Code] = &[&UNKNOWN_TYPE, &AMBIGUOUS];

const PAGE: &str = "beta/api/kettle-list.md";

/// A row that is for no known kind of sign-in.
pub static UNKNOWN_TYPE: Code = Code {
    id: "unknown-permission-type",
    severity: Severity::Warning,
    meaning: "A row of a permission table names none of the known permission types. Its permissions were not read, unless \
              it stands where the row of applications usually stands.",
    advice: "Write `Delegated (work or school account)`, `Delegated (personal Microsoft account)` or `Application` \
             into the first cell.",
    example: Example::Pages {
        wrong: &[Page::new(
            PAGE,
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n|Cook|Kettle.Read.All|\n",
        )],
        right: &[Page::new(
            PAGE,
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n|Application|Kettle.Read.All|\n",
        )],
    },
};

/// "A, B, and C": all of them, or any?
pub static AMBIGUOUS: Code = Code {
    id: "ambiguous-permissions",
    severity: Severity::Warning,
    meaning: "A cell lists permissions with commas and ends in \"and\". This can mean that all of them are needed, or \
              that any of them is enough. The last two were read as needed together, \
              the others as alternatives.",
    advice: "Write `A and B, A and C` for permissions that are needed together, and `A, B, C` for alternatives.",
    example: Example::Pages {
        wrong: &[Page::new(
            PAGE,
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|Kettle.Read.All, Pot.Read.All, and Lid.Read.All|\n",
        )],
        right: &[Page::new(
            PAGE,
            "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n\
             |Application|Kettle.Read.All and Pot.Read.All, Kettle.Read.All and Lid.Read.All|\n",
        )],
    },
};
