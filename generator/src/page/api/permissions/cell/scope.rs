//! A word that is a scope, with the marks around it: `(User.Read).`, `Group.Read.All*`.

use crate::page::vocabulary::permissions::PLAIN_SCOPES;
use crate::page::vocabulary::read;

/// A form of words that hold a scope: what a reader is told, and the word that stays.
#[derive(Debug, Clone, Copy)]
pub(in crate::page::api::permissions) struct Repair {
    pub(super) message: &'static str,
    /// It points to words that stand elsewhere.
    pub(super) is_footnote: bool,
    /// Nothing for a word without the form.
    fix: fn(&str) -> Option<&str>,
}

/// Every form, each tried once in this order. `User.Read` alone is regular.
static REPAIRS: &[Repair] = &[
    Repair {
        message: "permission cell: marks stand around the permission, left out",
        is_footnote: false,
        fix: marks,
    },
    Repair {
        message: "permission cell: a footnote mark follows the permission, left out",
        is_footnote: true,
        fix: footnote,
    },
];

/// A scope, and what a reader is told about the word.
pub(in crate::page::api::permissions) fn scope(word: &str) -> Option<(&str, Vec<&'static Repair>)> {
    repaired(word, REPAIRS)
}

fn repaired<'w, 't>(word: &'w str, table: &'t [Repair]) -> Option<(&'w str, Vec<&'t Repair>)> {
    let mut repairs = Vec::new();
    let name = table.iter().fold(word, |word, repair| match (repair.fix)(word) {
        Some(rest) => {
            repairs.push(repair);
            rest
        }
        None => word,
    });
    let has_parts = name.contains('.') && name.split('.').all(is_part);
    let is_scope = has_parts && name.starts_with(|c: char| c.is_ascii_alphabetic());
    // `Profile photo` is no scope: capitals count.
    (is_scope || read(PLAIN_SCOPES, name).is_some()).then_some((name, repairs))
}

/// `(User.Read).`
fn marks(word: &str) -> Option<&str> {
    let bare = word.trim_matches(|c: char| matches!(c, '`' | '(' | ')' | '.' | '"' | '\'' | '\u{200b}'));
    (bare.len() < word.len()).then_some(bare)
}

/// `Group.Read.All*`, `Group.Read.All1`.
fn footnote(word: &str) -> Option<&str> {
    let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '*' | '\\' | '\u{2020}' | '\u{b9}' | '\u{b2}' | '\u{b3}');
    let bare = word.trim_end_matches(is_mark).trim_end_matches(['.', '`']);
    (bare.len() < word.len()).then_some(bare)
}

/// `Read` of `User.Read`; `e` of `e.g` is none.
fn is_part(part: &str) -> bool {
    part.len() > 1 && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word for each entry, in the order of the table. The entry reads its word, alone, and without it the word is no
    /// scope.
    #[test]
    fn each_repair_with_its_offender() {
        let offenders = ["(`Site.Read.All`).", "Tab.Read.All\u{b2}"];
        assert_eq!(REPAIRS.len(), offenders.len());
        for (repair, offender) in REPAIRS.iter().zip(offenders) {
            let others = REPAIRS.iter().filter(|other| other.message != repair.message);
            let others: Vec<Repair> = others.copied().collect();
            let (_, repairs) = repaired(offender, REPAIRS).unwrap();
            assert_eq!(repairs.len(), 1, "{offender}");
            assert_eq!(repairs[0].message, repair.message, "{offender}");
            assert!(repaired(offender, &others).is_none(), "{offender}");
        }
        assert!(scope("Site.Read.All").unwrap().1.is_empty());
    }
}
