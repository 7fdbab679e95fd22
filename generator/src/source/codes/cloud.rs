//! National clouds.

use super::{Code, Example, Page};
use crate::source::Severity;

/// Codes about national clouds.
pub static CODES: &[&Code] = &[&UNKNOWN_MARK, &NOWHERE];

const PAGE: &str = "beta/api/kettle-list.md";
const RIGHT: &[Page] = &[Page::new(
    PAGE,
    "# List kettles\n\n|Global service|China operated by 21Vianet|\n|:---|:---|\n|:white_check_mark:|:x:|\n",
)];

/// A cell that says neither yes nor no.
pub static UNKNOWN_MARK: Code = Code {
    id: "cloud-mark-unknown",
    severity: Severity::Warning,
    meaning: "A cell in the table of national clouds has no mark that is known to say yes or no. The table was not read; \
              if the name of an include says the clouds, they were taken from there.",
    advice: "Write `:white_check_mark:` or `:x:`, the signs for them, or \"Yes\" or \"No\".",
    example: Example::Pages {
        wrong: &[Page::new(
            PAGE,
            "# List kettles\n\n|Global service|China operated by 21Vianet|\n|:---|:---|\n|:white_check_mark:|Perhaps|\n",
        )],
        right: RIGHT,
    },
};

/// A table that says no everywhere.
pub static NOWHERE: Code = Code {
    id: "cloud-nowhere",
    severity: Severity::Warning,
    meaning: "The table of national clouds says of every cloud that the operation is not available there. No operation is \
              available nowhere, so the table was not used.",
    advice: "Mark the clouds where the operation is available.",
    example: Example::Pages {
        wrong: &[Page::new(
            PAGE,
            "# List kettles\n\n|Global service|China operated by 21Vianet|\n|:---|:---|\n|:x:|:x:|\n",
        )],
        right: RIGHT,
    },
};
