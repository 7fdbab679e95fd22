//! The words that name sections and columns, as data: which heading and which header means what.
//!
//! A wording is a whole heading or header as real pages have it, in normal form. `*` stands for any words: `permissions *`
//! opens with that word, `delegated*personal*` has the second word somewhere behind the first.

pub(super) mod clouds;
pub(super) mod columns;
pub(super) mod headings;
pub(super) mod permissions;

use super::prose::{is_one_line, one_line};
use std::borrow::Cow;
use std::cell::LazyCell;

/// Wordings with their meanings. The first that fits counts.
pub(super) type Vocabulary<M> = [(&'static str, M)];

/// Normal form: lower case, single spaces, no colon at the end.
pub(super) fn normal(written: &str) -> String {
    normal_form(written).into_owned()
}

fn normal_form(written: &str) -> Cow<'_, str> {
    let words = written.trim_end_matches(|c: char| c == ':' || c.is_whitespace());
    if is_one_line(words) {
        let is_capital = |byte: u8| byte.is_ascii_uppercase();
        return if words.bytes().any(is_capital) {
            words.to_ascii_lowercase().into()
        } else {
            words.into()
        };
    }
    one_line(words).to_lowercase().into()
}

/// What a heading or header means.
pub(super) fn meaning<M: Copy>(vocabulary: &Vocabulary<M>, written: &str) -> Option<M> {
    // Most words mean nothing, and their first letter tells it before they are copied.
    let first = written.trim_start().bytes().next()?.to_ascii_lowercase();
    let words = LazyCell::new(|| normal_form(written));
    let begins = |wording: &str| {
        let begin = wording.as_bytes().first();
        !first.is_ascii() || begin.is_some_and(|begin| *begin == first || *begin == b'*')
    };
    let mut entries = vocabulary.iter().filter(|(wording, _)| begins(wording));
    let found = entries.find(|(wording, _)| rest(wording, &words).is_some())?;
    Some(found.1)
}

/// What words in normal form mean, with the words that stand for the first `*`.
pub(super) fn read<'w, M: Copy>(vocabulary: &Vocabulary<M>, words: &'w str) -> Option<(M, &'w str)> {
    let mut entries = vocabulary.iter();
    entries.find_map(|(wording, meaning)| Some((*meaning, rest(wording, words)?)))
}

fn rest<'w>(wording: &str, words: &'w str) -> Option<&'w str> {
    // There are many wordings, and most differ in the first letters.
    for (at, byte) in wording.bytes().enumerate() {
        if byte == b'*' {
            let rest = words.get(at..)?;
            let inside = wording.get(at + 1..)?.trim_end_matches('*');
            return rest.contains(inside).then_some(rest);
        }
        if words.as_bytes().get(at) != Some(&byte) {
            return None;
        }
    }
    (wording.len() == words.len()).then_some("")
}

/// Panics when a wording stands twice, or when an entry makes no difference to any of the headings or headers.
#[cfg(test)]
fn assert_needed<M: Copy + PartialEq>(vocabulary: &Vocabulary<M>, written: &[&str]) {
    let makes_difference = |entry: usize, words: &str| {
        let mut others = vocabulary.to_vec();
        others.remove(entry);
        read(vocabulary, words) != read(&others, words)
    };
    for (entry, (wording, _)) in vocabulary.iter().enumerate() {
        let twice = vocabulary.iter().filter(|(other, _)| other == wording).count() > 1;
        assert!(!twice, "{wording:?} stands twice");
        let needed = written.iter().any(|written| makes_difference(entry, &normal(written)));
        assert!(needed, "no row needs {wording:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::{meaning, normal};

    #[test]
    fn case_blanks_and_a_colon_do_not_count() {
        let shown = ["Properties", " HTTP  Request ", "Property name:", "Type :", "::", ""].map(normal);
        insta::assert_compact_debug_snapshot!(shown, @r#"["properties", "http request", "property name", "type", "", ""]"#);
    }

    #[test]
    fn a_star_stands_for_any_words() {
        let words = [("red*dark*", 1), ("red *", 2), ("red", 3), ("*dark*", 4)];
        let shown = [
            "Red, a dark one",
            "Red one",
            "red",
            "a dark one",
            "reddish",
            "a red one",
        ];
        let shown = shown.map(|written| meaning(&words, written));
        insta::assert_compact_debug_snapshot!(shown, @"[Some(1), Some(2), Some(3), Some(4), None, None]");
    }
}
