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

/// The same, where the columns of scopes say what they are: `Type | Least privileged | More privileged`.
pub(in crate::page) const SHORT_SCHEME_COLUMN: &Vocabulary<()> = &[("type", ()), ("access type", ()), ("scheme", ())];

/// Columns that repeat the permission in words.
pub(in crate::page) const NAME_COLUMNS: &Vocabulary<()> = &[
    ("permission display name*", ()),
    ("display name*", ()),
    ("description*", ()),
];

/// Columns of scopes. `Permissions acting on self (from least to most privileged)` states order and label behind the word.
pub(in crate::page) const SCOPE_COLUMNS: &Vocabulary<Option<Order>> = &[
    ("least privileged*", Some(Order::Least)),
    ("higher privileged*", Some(Order::Higher)),
    ("more privileged*", Some(Order::Higher)),
    ("permission*", None),
    ("scope*", None),
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
    ("app-only*", Scheme::Application),
    ("delegated*personal*", Scheme::DelegatedPersonal),
    ("delegated*", Scheme::DelegatedWork),
];

/// Scopes without a dot.
pub(in crate::page) const PLAIN_SCOPES: &Vocabulary<()> =
    &[("openid", ()), ("email", ()), ("profile", ()), ("offline_access", ())];

/// What a word between scopes does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Connective {
    /// It binds two scopes into one choice: `A and B`, `A (also needs B)`.
    Binds,
    /// It binds every choice on its left with every choice on its right: `A, B plus C`.
    Distributes,
    /// It says nothing more than a comma does.
    Separates,
}

/// Every word between scopes.
pub(in crate::page) const CONNECTIVES: &Vocabulary<Connective> = &[
    ("and", Connective::Binds),
    ("&", Connective::Binds),
    ("with", Connective::Binds),
    ("needs", Connective::Binds),
    ("requires", Connective::Binds),
    ("plus", Connective::Distributes),
    (",", Connective::Separates),
    ("or", Connective::Separates),
    ("either", Connective::Separates),
    ("one", Connective::Separates),
    ("from", Connective::Separates),
    ("also", Connective::Separates),
    ("of", Connective::Separates),
];

/// What the words of a cell without a scope say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Absence {
    /// The call cannot be made.
    Unsupported,
    /// The call needs no permission.
    NoneNeeded,
    /// Nothing, like an empty cell.
    Empty,
}

/// Every wording. `None.` stands where calls need no permission beside a token, often below a `Not supported.`.
pub(in crate::page) const ABSENCES: &Vocabulary<Absence> = &[
    ("not supported", Absence::Unsupported),
    ("not currently supported", Absence::Unsupported),
    ("currently not supported", Absence::Unsupported),
    ("not yet supported", Absence::Unsupported),
    ("isn't supported", Absence::Unsupported),
    ("is not supported", Absence::Unsupported),
    ("unsupported", Absence::Unsupported),
    ("not available", Absence::Unsupported),
    ("not applicable", Absence::Unsupported),
    ("n/a", Absence::Unsupported),
    ("na", Absence::Unsupported),
    ("none", Absence::NoneNeeded),
    ("none required", Absence::NoneNeeded),
    ("none needed", Absence::NoneNeeded),
    ("no permission*", Absence::NoneNeeded),
    ("-", Absence::Empty),
    ("\u{2013}", Absence::Empty),
    ("\u{2014}", Absence::Empty),
];

#[cfg(test)]
mod tests {
    use super::{ABSENCES, CONNECTIVES, PLAIN_SCOPES};
    use super::{DIRECTIONS, NAME_COLUMNS, SCHEME_COLUMN, SCHEMES, SCOPE_COLUMNS, SHORT_SCHEME_COLUMN};
    use crate::page::vocabulary::assert_needed;

    #[test]
    fn each_header_and_label() {
        let scopes = [
            "Least privileged permissions",
            "Higher privileged permissions",
            "More privileged permissions",
            "Permissions",
            "Scopes",
        ];
        let schemes = [
            "Application-only",
            "App-only",
            "Delegated (personal account)",
            "Delegated (work or school account)",
        ];
        assert_needed(SCHEME_COLUMN, &["Permission type"]);
        assert_needed(SHORT_SCHEME_COLUMN, &["Type", "Access type", "Scheme"]);
        assert_needed(SCOPE_COLUMNS, &scopes);
        assert_needed(
            NAME_COLUMNS,
            &["Permission display name", "Display name", "Description"],
        );
        assert_needed(
            DIRECTIONS,
            &["from most to least privileged)", "from least to most privileged)"],
        );
        assert_needed(SCHEMES, &schemes);
    }

    #[test]
    fn each_word_of_a_cell() {
        let words = "one from a , either b or c and d , also needs e & f with g requires h plus one of i";
        assert_needed(CONNECTIVES, &words.split(' ').collect::<Vec<_>>());
        assert_needed(PLAIN_SCOPES, &["openid", "email", "profile", "offline_access"]);
        let cells = [
            "Not supported",
            "Not currently supported",
            "Currently not supported",
            "Not yet supported",
            "Isn't supported",
            "Is not supported",
            "Unsupported",
            "Not available",
            "Not applicable",
            "N/A",
            "NA",
            "None",
            "None required",
            "None needed",
            "No permissions are required",
            "-",
            "\u{2013}",
            "\u{2014}",
        ];
        assert_needed(ABSENCES, &cells);
    }
}
