//! Marks that are opened and never closed.

use super::Code;

/// Codes about markup.
pub static CODES: &[&Code] = &[&UNCLOSED_FRONT_MATTER, &UNTERMINATED_COMMENT, &UNCLOSED_FENCE];

const PAGE: &str = "beta/api/kettle-list.md";

/// `---` without a second one.
pub static UNCLOSED_FRONT_MATTER: Code = Code::warning("unclosed-front-matter")
    .meaning(
        "The page begins with a line `---` and with `key: value` lines, but no second `---` ends them. They \
         were taken to end at the first line that is not of this form.",
    )
    .advice("Add a line `---` below the last `key: value`.")
    .pages(
        &[(PAGE, "---\ntitle: List kettles\n\n# List kettles\n")],
        &[(PAGE, "---\ntitle: List kettles\n---\n\n# List kettles\n")],
    );

/// `<!--` without `-->`.
pub static UNTERMINATED_COMMENT: Code = Code::warning("unterminated-comment")
    .meaning(
        "A comment that begins with `<!--` never ends. It was taken to end at the next blank line or code \
         fence, so that the rest of the page is not lost.",
    )
    .advice("Add `-->` where the comment ends.")
    .pages(
        &[(PAGE, "# List kettles\n\n<!-- sorted by name\n\nLists all kettles.\n")],
        &[(
            PAGE,
            "# List kettles\n\n<!-- sorted by name -->\n\nLists all kettles.\n",
        )],
    );

/// A code block to the end of the page.
pub static UNCLOSED_FENCE: Code = Code::warning("unclosed-fence")
    .meaning("A code block is never closed, so everything below it is code: sections that follow are not seen.")
    .advice("Add a line of three backticks where the code ends.")
    .pages(
        &[(PAGE, "# List kettles\n\n## HTTP request\n\n```http\nGET /kettles\n")],
        &[(
            PAGE,
            "# List kettles\n\n## HTTP request\n\n```http\nGET /kettles\n```\n",
        )],
    );
