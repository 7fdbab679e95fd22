//! National clouds.

use super::{Code, Page};

/// Codes about national clouds.
pub static CODES: &[&Code] = &[&UNKNOWN_MARK, &NOWHERE];

const PAGE: &str = "beta/api/kettle-list.md";

macro_rules! page {
    ($row:literal) => {
        &[(
            PAGE,
            concat!(
                "# List kettles\n\n|Global service|China operated by 21Vianet|\n|:---|:---|\n",
                $row,
                "\n"
            ),
        )]
    };
}

const RIGHT: &[Page] = page!("|:white_check_mark:|:x:|");

/// A cell that says neither yes nor no.
pub static UNKNOWN_MARK: Code = Code::warning("cloud-mark-unknown")
    .meaning(
        "A cell in the table of national clouds has no mark that is known to say yes or no. The table was \
         not read; if the name of an include says the clouds, they were taken from there.",
    )
    .advice("Write `:white_check_mark:` or `:x:`, the signs for them, or \"Yes\" or \"No\".")
    .pages(page!("|:white_check_mark:|Perhaps|"), RIGHT);

/// A table that says no everywhere.
pub static NOWHERE: Code = Code::warning("cloud-nowhere")
    .meaning(
        "The table of national clouds says of every cloud that the operation is not available there. No \
         operation is available nowhere, so the table was not used.",
    )
    .advice("Mark the clouds where the operation is available.")
    .pages(page!("|:x:|:x:|"), RIGHT);
