//! Tables of permissions.

use super::Code;

/// Codes about tables of permissions.
pub static CODES: &[&Code] = &[
    &UNKNOWN_TYPE,
    &AMBIGUOUS,
    &MISSING_ROW,
    &ROUTE_UNLISTED,
    &ORDER,
    &LEAST,
    &UNDECIDED,
    &CELL,
    &NOT_IN_REFERENCE,
    &DELEGATED_ONLY,
    &APPLICATION_ONLY,
];

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

macro_rules! three {
    ($work:literal, $personal:literal, $application:literal) => {
        &[(
            "beta/api/kettle-list.md",
            concat!(
                "# List kettles\n\n## Permissions\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
                 |Delegated (work or school account)|",
                $work,
                "|\n",
                $personal,
                "|Application|",
                $application,
                "|\n\n## HTTP request\n\n```http\nGET /kettles\n```\n"
            ),
        )]
    };
}

const THREE: &[super::Page] = three!(
    "Kettle.Read.All, Kettle.ReadWrite.All",
    "|Delegated (personal Microsoft account)|Not supported.|\n",
    "Kettle.Read.All"
);

/// A kind of sign-in without a row.
pub static MISSING_ROW: Code = Code::warning("permission-row-missing")
    .meaning(
        "A permission table has no row, or an empty cell, for one of the three ways to sign in. Whether the call can be \
         made that way is not known.",
    )
    .advice("Add the row. Write `Not supported.` if the call cannot be made that way.")
    .pages(three!("Kettle.Read.All, Kettle.ReadWrite.All", "", "Kettle.Read.All"), THREE)
    .lint();

/// More before less.
pub static ORDER: Code = Code::warning("permission-order")
    .meaning(
        "The header says in which order the permissions stand, and a permission stands on the wrong side of one that \
         allows less: `ReadWrite` before `Read`, or all before one's own. The first one was used as the least privileged.",
    )
    .advice("Sort the permissions as the header says.")
    .pages(
        three!(
            "Kettle.ReadWrite.All, Kettle.Read.All",
            "|Delegated (personal Microsoft account)|Not supported.|\n",
            "Kettle.Read.All"
        ),
        THREE,
    )
    .lint();

macro_rules! annotated {
    ($call:literal) => {
        &[(
            "beta/api/kettle-list.md",
            concat!(
                "# List kettles\n\n## Permissions\n\n<!-- { \"blockType\": \"permissions\", \"name\": \"kettle_list\", \
                 \"requestUrls\": [\"",
                $call,
                "\"] } -->\n\n|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n\
                 |Delegated (work or school account)|Kettle.Read.All|Kettle.ReadWrite.All|\n\
                 |Delegated (personal Microsoft account)|Not supported.|Not supported.|\n\
                 |Application|Kettle.Read.All|Not available.|\n\n## HTTP request\n\n```http\nGET /kettles\n```\n"
            ),
        )]
    };
}

/// A table for a call that the page does not have.
pub static ROUTE_UNLISTED: Code = Code::warning("permission-route-unlisted")
    .meaning(
        "The annotation of a permission table (`requestUrls`) names a call that is no route of the page. The table was read \
         as if the call was not named.",
    )
    .advice("Correct the call, or add the route to the HTTP request.")
    .pages(annotated!("GET /kettle"), annotated!("GET /kettles"))
    .lint();

macro_rules! columns {
    ($least:literal, $higher:literal) => {
        &[(
            "beta/api/kettle-list.md",
            concat!(
                "# List kettles\n\n## Permissions\n\n\
                 |Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n\
                 |Delegated (work or school account)|",
                $least,
                "|",
                $higher,
                "|\n|Delegated (personal Microsoft account)|Not supported.|Not supported.|\n\
                 |Application|Kettle.Read.All|Not available.|\n\n## HTTP request\n\n```http\nGET /kettles\n```\n"
            ),
        )]
    };
}

/// The least one allows more than another one.
pub static LEAST: Code = Code::warning("permission-least-differs")
    .meaning(
        "The column of the least privileged permissions has one that allows more than one of the column of the higher \
         privileged permissions. An app that follows the page asks for more than it needs.",
    )
    .advice("Change the places of the two permissions.")
    .pages(
        columns!("Kettle.ReadWrite.All", "Kettle.Read.All"),
        columns!("Kettle.Read.All", "Kettle.ReadWrite.All"),
    )
    .lint();

/// "TODO".
pub static UNDECIDED: Code = Code::warning("permission-todo")
    .meaning("A cell of a permission table says that the permissions are still to be written.")
    .advice("Write the permissions.")
    .pages(
        three!(
            "**TODO: Determine scopes **",
            "|Delegated (personal Microsoft account)|Not supported.|\n",
            "Kettle.Read.All"
        ),
        THREE,
    )
    .lint();

/// Permissions in a cell that the header does not have.
pub static CELL: Code = Code::warning("permission-cell")
    .meaning("The permissions stand in another cell than the header says: the row has a cell too many.")
    .advice("Remove the empty or the surplus cell.")
    .pages(
        three!(
            "|Kettle.Read.All",
            "|Delegated (personal Microsoft account)|Not supported.|\n",
            "Kettle.Read.All"
        ),
        THREE,
    )
    .lint();

/// A reference with `Kettle.Read.All` and another permission; the pages list the first one for users and applications, and
/// `Kettle.ReadWrite.All` for users.
macro_rules! reference {
    ($read:literal, $other:literal) => {
        concat!(
            "{\n  \"permissionDeployments\": {\n    \"Kettle.Read.All\": [",
            $read,
            "],\n    \"",
            $other,
            "\": [{\"id\": \"3\", \"scheme\": \"DelegatedWork\"}]\n  }\n}\n"
        )
    };
}

const REFERENCE: &str = reference!(
    "{\"id\": \"1\", \"scheme\": \"DelegatedWork\"}, {\"id\": \"2\", \"scheme\": \"Application\"}",
    "Kettle.ReadWrite.All"
);

/// Unknown elsewhere.
pub static NOT_IN_REFERENCE: Code = Code::warning("permission-not-in-reference")
    .meaning(
        "A permission is not in the files that `generator lint --reference FILE` names, or is spelled otherwise there: it is \
         misspelled, retired, or newer than the files.",
    )
    .advice("Correct the name, or remove a permission that cannot be granted any more.")
    .file(
        "reference.json",
        reference!(
            "{\"id\": \"1\", \"scheme\": \"DelegatedWork\"}, {\"id\": \"2\", \"scheme\": \"Application\"}",
            "Kettle.Readwrite.All"
        ),
        REFERENCE,
    )
    .lint()
    .fixed(super::Fixable::Safe);

/// Not for applications.
pub static DELEGATED_ONLY: Code = Code::warning("permission-delegated-only")
    .meaning(
        "A permission stands in the row of applications, and in the files that `generator lint --reference FILE` names it is \
         for signed-in users only. An application cannot get it.",
    )
    .advice("Move the permission to the row of users, or name the one that applications need.")
    .file(
        "reference.json",
        reference!("{\"id\": \"1\", \"scheme\": \"DelegatedWork\"}", "Kettle.ReadWrite.All"),
        REFERENCE,
    )
    .lint();

/// Not for users.
pub static APPLICATION_ONLY: Code = Code::warning("permission-application-only")
    .meaning(
        "A permission stands in a row of signed-in users, and in the files that `generator lint --reference FILE` names it is \
         for applications only. A user cannot consent to it.",
    )
    .advice("Move the permission to the row of applications, or name the one that users need.")
    .file(
        "reference.json",
        reference!("{\"id\": \"2\", \"scheme\": \"Application\"}", "Kettle.ReadWrite.All"),
        REFERENCE,
    )
    .lint();
