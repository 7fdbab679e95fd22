//! The form of tables, and characters that nobody sees.

use super::{Code, Fixable};

/// Codes about tables.
pub static CODES: &[&Code] = &[&SURPLUS_CELL, &MISSING_CELL, &SEPARATOR, &ROW_DIFFERS, &INVISIBLE];

macro_rules! table {
    ($rows:literal) => {
        &[(
            "beta/resources/kettle.md",
            concat!(
                "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n",
                $rows,
                "\n"
            ),
        )]
    };
}

/// More cells than columns.
pub static SURPLUS_CELL: Code = Code::warning("surplus-cell")
    .meaning(
        "A row has more cells than the table has columns. Websites do not show what stands in the surplus \
         cells. Often a `|` of the text was not escaped.",
    )
    .advice("Write `\\|` for a `|` that belongs to the text, or remove the cell.")
    .pages(
        table!("|kind|String|Black | green.|"),
        table!("|kind|String|Black \\| green.|"),
    )
    .lint()
    .fixed(Fixable::Safe);

/// Fewer cells than columns.
pub static MISSING_CELL: Code = Code::note("missing-cell")
    .meaning("A row has fewer cells than the table has columns: a cell or a `|` was forgotten.")
    .advice("Write the missing cell, empty if there is nothing to say.")
    .pages(table!("|kind|String|"), table!("|kind|String|Which tea.|"))
    .lint();

/// A separator that is not as wide as the header.
pub static SEPARATOR: Code = Code::warning("table-separator")
    .meaning(
        "The line below the header of a table has another number of columns than the header. For the markdown of \
         GitHub this is not a table but text.",
    )
    .advice("Give the line as many columns as the header.")
    .pages(
        &[(
            "beta/resources/kettle.md",
            "# kettle resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|\n|kind|String|Which tea.|\n",
        )],
        table!("|kind|String|Which tea.|"),
    )
    .lint();

/// Two rows about one name that disagree.
pub static ROW_DIFFERS: Code = Code::warning("duplicate-row-differs")
    .meaning("Two rows of a page name the same property and give it different types. The first one was used.")
    .advice("Keep one row, with the right type.")
    .pages(
        table!("|litres|Int32|How much.|\n|litres|Double|How much.|"),
        table!("|litres|Int32|How much.|"),
    )
    .lint();

/// Zero-width characters.
pub static INVISIBLE: Code = Code::warning("invisible-character")
    .meaning(
        "A table or a code block has a character that nobody sees, such as a zero-width space. A name with it is \
         another one than it seems to be, and who copies it gets an error.",
    )
    .advice("Remove the character.")
    .pages(
        table!("|ki\u{200b}nd|String|Which tea.|"),
        table!("|kind|String|Which tea.|"),
    )
    .lint()
    .fixed(Fixable::Safe);
