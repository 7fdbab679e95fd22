//! Facts that were not read, for reasons that an author can do something about.

use crate::lint::{Finding, Set};
use crate::model::{Fact, Outcome};
use crate::source::Code;
use crate::source::codes::permission::{CELL, UNDECIDED};

/// The reasons, by the words that `generator stats` has for them.
const REASONS: &[(Fact, &str, &Code, &str)] = &[
    (
        Fact::PermissionCell,
        "the page says TODO",
        &UNDECIDED,
        "the permissions are still to be written",
    ),
    (
        Fact::PermissionCell,
        "an empty cell too many stands before it",
        &CELL,
        "an empty cell stands before the permissions",
    ),
    (
        Fact::PermissionCell,
        "more cells than columns",
        &CELL,
        "this cell stands below no header",
    ),
];

pub(super) fn check(set: &Set<'_>, found: &mut Vec<Finding>) {
    for outcome in set.account.outcomes() {
        let (Outcome::Guessed(reason, span) | Outcome::Unread { reason, span, .. }) = outcome;
        let known = REASONS
            .iter()
            .find(|(fact, words, ..)| *fact == reason.fact && *words == reason.words);
        found.extend(known.map(|(_, _, code, message)| Finding::new(code, *span, *message)));
    }
}

#[cfg(test)]
mod tests {
    use super::REASONS;

    /// The words are those of the reader.
    #[test]
    fn every_reason_is_one_of_the_reader() {
        let reader = include_str!("../../page/reason.rs");
        for (_, words, ..) in REASONS {
            assert!(reader.contains(&format!("\"{words}\"")), "{words}");
        }
    }
}
