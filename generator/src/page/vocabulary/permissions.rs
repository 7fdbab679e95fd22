//! The columns and row labels of permission tables.

use super::Vocabulary;
use crate::model::Scheme;

/// What the header of a column of scopes says about the order of their privileges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Order {
    /// "from least to most privileged".
    LeastFirst,
    /// "from most to least privileged".
    MostFirst,
    /// The least privileged ones have this column for themselves.
    Least,
    /// All but the least privileged.
    Higher,
    /// Nothing.
    Unstated,
}

/// The first column of a table whose rows are schemes.
pub(in crate::page) const SCHEME_COLUMN: &Vocabulary<()> = &[("permission type*", ())];

/// Columns of scopes. `Permissions acting on self (from least to most privileged)` states order and label behind the word.
pub(in crate::page) const SCOPE_COLUMNS: &Vocabulary<Option<Order>> = &[
    ("least privileged permission*", Some(Order::Least)),
    ("higher privileged permission*", Some(Order::Higher)),
    ("permission*", None),
];

/// What stands in the parentheses of such a header.
pub(in crate::page) const DIRECTIONS: &Vocabulary<Order> = &[
    ("*most to least*", Order::MostFirst),
    ("*least to most*", Order::LeastFirst),
];

/// Row labels, and headers of tables with a column for each scheme: `Delegated (personal Microsoft account`,
/// `Application-only`, `Delegated permission (work or school account)`.
pub(in crate::page) const SCHEMES: &Vocabulary<Scheme> = &[
    ("application*", Scheme::Application),
    ("delegated*personal*", Scheme::DelegatedPersonal),
    ("delegated*", Scheme::DelegatedWork),
];

#[cfg(test)]
mod tests {
    use super::{DIRECTIONS, SCHEME_COLUMN, SCHEMES, SCOPE_COLUMNS};
    use crate::page::vocabulary::assert_needed;

    #[test]
    fn each_header_and_label() {
        let scopes = [
            "Least privileged permissions",
            "Higher privileged permissions",
            "Permissions",
        ];
        let schemes = [
            "Application-only",
            "Delegated (personal account)",
            "Delegated (work or school account)",
        ];
        assert_needed(SCHEME_COLUMN, &["Permission type"]);
        assert_needed(SCOPE_COLUMNS, &scopes);
        assert_needed(
            DIRECTIONS,
            &["from most to least privileged)", "from least to most privileged)"],
        );
        assert_needed(SCHEMES, &schemes);
    }
}
