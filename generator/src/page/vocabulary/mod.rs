//! The words that name sections and columns, as data: which heading and which header means what.
//!
//! A wording is a whole heading or header as real pages have it, in normal form. `*` stands for any words: `permissions *`
//! opens with that word, `delegated*personal*` has the second word somewhere behind the first.

pub(super) mod clouds;
pub(super) mod columns;
pub(super) mod headings;
pub(super) mod permissions;

use super::prose::{is_one_line, one_line};

/// Wordings with their meanings. The first that fits counts.
pub(super) type Vocabulary<M> = [(&'static str, M)];

/// Normal form: lower case, single spaces, no colon at the end.
pub(super) fn normal(written: &str) -> String {
    let words = without_colon(written);
    if is_one_line(words) {
        return words.to_ascii_lowercase();
    }
    one_line(words).to_lowercase()
}

fn without_colon(written: &str) -> &str {
    written.trim_end_matches(|c: char| c == ':' || c.is_whitespace())
}

/// What a heading or header means.
pub(super) fn meaning<M: Copy>(vocabulary: &Vocabulary<M>, written: &str) -> Option<M> {
    let words = without_colon(written);
    // Nearly all words have the normal form but for capitals, and need no copy.
    if !is_one_line(words) {
        return read(vocabulary, &normal(words)).map(|(meaning, _)| meaning);
    }
    let first = words.bytes().next()?.to_ascii_lowercase();
    let begins = |wording: &str| {
        let begin = wording.as_bytes().first();
        begin.is_some_and(|begin| *begin == first || *begin == b'*')
    };
    let mut entries = vocabulary.iter().filter(|(wording, _)| begins(wording));
    let found = entries.find(|(wording, _)| fits(wording.as_bytes(), words.as_bytes()))?;
    Some(found.1)
}

/// Whether words in any case fit a wording.
fn fits(wording: &[u8], words: &[u8]) -> bool {
    for (at, byte) in wording.iter().enumerate() {
        if *byte == b'*' {
            let inside = wording.get(at + 1..).unwrap_or_default();
            let inside = inside.strip_suffix(b"*").unwrap_or(inside);
            let rest = words.get(at..).unwrap_or_default();
            return inside.is_empty() || has(rest, inside);
        }
        if !words.get(at).is_some_and(|word| word.eq_ignore_ascii_case(byte)) {
            return false;
        }
    }
    wording.len() == words.len()
}

/// Whether some bytes stand among others, in any case.
fn has(bytes: &[u8], inside: &[u8]) -> bool {
    !inside.is_empty()
        && bytes
            .windows(inside.len())
            .any(|part| part.eq_ignore_ascii_case(inside))
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
