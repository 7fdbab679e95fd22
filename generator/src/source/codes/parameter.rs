//! Parameters of functions, and what titles say about methods.

use super::Code;

/// Codes about parameters.
pub static CODES: &[&Code] = &[
    &ARGUMENT_WITHOUT_ROW,
    &ROW_WITHOUT_ARGUMENT,
    &TITLE_METHOD,
    &FILE_METHOD,
];

macro_rules! function {
    ($row:literal) => {
        &[(
            "beta/api/kettle-heat.md",
            concat!(
                "# kettle: heat\n\n## HTTP request\n\n```http\nGET /kettles/{id}/heat(degrees={degrees})\n```\n\n\
                 ## Function parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n",
                $row,
                "\n"
            ),
        )]
    };
}

const RIGHT: &[super::Page] = function!("|degrees|Int32|How hot.|");

/// An argument without a row.
pub static ARGUMENT_WITHOUT_ROW: Code = Code::warning("argument-without-row")
    .meaning("A route passes an argument to a function, and the table of the function's parameters has no row for it.")
    .advice("Add the row, or correct the name.")
    .pages(function!("|degree|Int32|How hot.|"), RIGHT)
    .lint();

/// A row without an argument.
pub static ROW_WITHOUT_ARGUMENT: Code = Code::note("row-without-argument")
    .meaning("The table of a function's parameters has a row, and no route of the page passes such an argument.")
    .advice("Add the argument to the routes, or remove the row.")
    .pages(function!("|degrees|Int32|How hot.|\n|minutes|Int32|How long.|"), RIGHT)
    .lint();

macro_rules! titled {
    ($method:literal) => {
        &[(
            "beta/api/kettle-delete.md",
            concat!(
                "# Delete kettle\n\n## HTTP request\n\n```http\n",
                $method,
                " /kettles/{id}\n```\n"
            ),
        )]
    };
}

/// "Delete kettle" with PATCH.
pub static TITLE_METHOD: Code = Code::warning("title-method-differs")
    .meaning("The first word of the title asks for another HTTP method than the routes of the page have.")
    .advice("Correct the method, or the title.")
    .pages(titled!("PATCH"), titled!("DELETE"))
    .lint();

macro_rules! named {
    ($file:literal) => {
        &[(
            $file,
            "# Hide kettle\n\n## HTTP request\n\n```http\nPOST /kettles/{id}/hide\n```\n",
        )]
    };
}

/// `kettle-delete.md` with POST.
pub static FILE_METHOD: Code = Code::note("file-method-differs")
    .meaning(
        "The name of the file says another HTTP method than the routes of the page have: `kettle-delete.md` with `POST`. \
         Links by that name mislead.",
    )
    .advice("Rename the file, or correct the method.")
    .pages(named!("beta/api/kettle-delete.md"), named!("beta/api/kettle-hide.md"))
    .lint();
