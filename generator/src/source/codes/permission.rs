//! Tables of permissions.

use super::Code;

/// Codes about tables of permissions.
pub static CODES: &[&Code] = &[&UNKNOWN_TYPE, &AMBIGUOUS];

macro_rules! page {
    ($row:literal) => {
        &[(
            "beta/api/kettle-list.md",
            concat!(
                "# List kettles\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n",
                $row,
                "\n"
            ),
        )]
    };
}

/// A row that is for no known kind of sign-in.
pub static UNKNOWN_TYPE: Code = Code::warning("unknown-permission-type")
    .meaning(
        "A row of a permission table names none of the known permission types. Its permissions were not \
         read, unless it stands where the row of applications usually stands.",
    )
    .advice(
        "Write `Delegated (work or school account)`, `Delegated (personal Microsoft account)` or \
         `Application` into the first cell.",
    )
    .pages(page!("|Cook|Kettle.Read.All|"), page!("|Application|Kettle.Read.All|"));

/// "A, B, and C": all of them, or any?
pub static AMBIGUOUS: Code = Code::warning("ambiguous-permissions")
    .meaning(
        "A cell lists permissions with commas and ends in \"and\". This can mean that all of them are \
         needed, or that any of them is enough. The last two were read as needed together, the others as \
         alternatives.",
    )
    .advice("Write `A and B, A and C` for permissions that are needed together, and `A, B, C` for alternatives.")
    .pages(
        page!("|Application|Kettle.Read.All, Pot.Read.All, and Lid.Read.All|"),
        page!("|Application|Kettle.Read.All and Pot.Read.All, Kettle.Read.All and Lid.Read.All|"),
    );
