//! Lines that bring the text of another file into a page: `[!INCLUDE [label](path)]`.

use super::{Code, Page};

/// Codes about includes.
pub static CODES: &[&Code] = &[
    &MISSING,
    &OUTSIDE_ROOT,
    &ELSEWHERE,
    &NOT_RELATIVE,
    &SNIPPET,
    &CYCLE,
    &TOO_MANY,
];

const PAGE: &str = "beta/api/kettle-list.md";
const NOTE: Page = ("beta/includes/note.md", "A kettle is a resource.\n");
const WITH_NOTE: &[Page] = &[
    (PAGE, "# List kettles\n\n[!INCLUDE [note](../includes/note.md)]\n"),
    NOTE,
];

/// The file is not among the pages.
pub static MISSING: Code = Code::warning("include-missing")
    .meaning(
        "The page includes a file that is not in the docs root. What the file says is lost: often the \
         permissions of an operation, or the clouds in which it is available.",
    )
    .advice(
        "Check the path. It is relative to the file that includes it, and files for inclusion stand in a \
         folder named `includes`. If only a part of the documentation was copied, copy these folders too.",
    )
    .pages(
        &[
            (PAGE, "# List kettles\n\n[!INCLUDE [note](../includes/nota.md)]\n"),
            NOTE,
        ],
        WITH_NOTE,
    );

/// The path climbs above the root.
pub static OUTSIDE_ROOT: Code = Code::error("include-outside-root")
    .meaning(
        "The path of an include leads out of the docs root. Nothing outside of the root is read, so the \
         file was not included.",
    )
    .advice("Move the file into the docs root, or read the folder above: `--docs ..`.")
    .pages(
        &[(PAGE, "# List kettles\n\n[!INCLUDE [note](../../../note.md)]\n")],
        WITH_NOTE,
    );

/// A page that was read alone includes a file of its docs set.
pub static ELSEWHERE: Code = Code::note("include-elsewhere")
    .meaning(
        "A page that was read without the folders around it includes a file that lies elsewhere. The clouds \
         of the operation were taken from the file's name, if it says them; nothing else was assumed.",
    )
    .advice("To have the file read too, read the folder that holds both, or copy the page's folders `includes`.")
    .pages(
        &[(
            "kettle-list.md",
            "# List kettles\n\n[!INCLUDE [clouds](../../includes/all-clouds.md)]\n\n\
            ## HTTP request\n\n```http\nGET /kettles\n```\n",
        )],
        WITH_NOTE,
    );

/// A URL, or a path from the root of a disk.
pub static NOT_RELATIVE: Code = Code::warning("include-not-relative")
    .meaning(
        "The target of an include is a URL or an absolute path. Nothing is fetched from elsewhere, so the \
         file was not included.",
    )
    .advice("Write the path relative to the page, or from the docs root after `~/`.")
    .pages(
        &[(PAGE, "# List kettles\n\n[!INCLUDE [note](/includes/note.md)]\n"), NOTE],
        WITH_NOTE,
    );

/// A code sample in another language.
pub static SNIPPET: Code = Code::note("include-snippet")
    .meaning(
        "The page includes a code sample for another language. Such samples say nothing about the API that \
         the page does not say itself, so they are not read.",
    )
    .advice("There is nothing to do.")
    .pages(
        &[(
            PAGE,
            "# List kettles\n\n## Example\n\n[!INCLUDE [sample](../includes/snippets/go/list-kettles.md)]\n",
        )],
        WITH_NOTE,
    );

/// A file that includes itself.
pub static CYCLE: Code = Code::error("include-cycle")
    .meaning(
        "A file includes itself, directly or through the files that it includes. The line was left as it \
         is.",
    )
    .advice("Remove one of the include lines that make the circle.")
    .pages(
        &[
            (PAGE, "# List kettles\n\n[!INCLUDE [note](../includes/note.md)]\n"),
            (
                "beta/includes/note.md",
                "A kettle is a resource.\n\n[!INCLUDE [note](note.md)]\n",
            ),
        ],
        WITH_NOTE,
    );

macro_rules! seven {
    ($line:literal) => {
        concat!($line, $line, $line, $line, $line, $line, $line)
    };
}

/// More includes than a page can need.
pub static TOO_MANY: Code = Code::error("include-too-many")
    .meaning(
        "One page includes more files, or files inside of files to a greater depth, than anybody writes by \
         hand. The rest of the includes were left as they are.",
    )
    .advice("Look for files that include each other repeatedly, so that their number multiplies.")
    .pages(
        &[
            (PAGE, seven!("[!INCLUDE [a](../includes/a.md)]\n\n")),
            ("beta/includes/a.md", seven!("[!INCLUDE [b](b.md)]\n\n")),
            ("beta/includes/b.md", seven!("[!INCLUDE [c](c.md)]\n\n")),
            ("beta/includes/c.md", "A kettle is a resource.\n"),
        ],
        WITH_NOTE,
    );
