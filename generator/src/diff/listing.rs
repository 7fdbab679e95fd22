//! Sentences that list values.
//!
//! The values themselves are compared as an enum. How a sentence introduces them says nothing else: "Possible values are:
//! `slow`, `fast`" and "The possible values are slow, fast" are the same.

use std::collections::BTreeSet;

/// The words that introduce a list of values.
const INTRODUCE: &[&str] = &[
    "a",
    "any",
    "are",
    "be",
    "can",
    "following",
    "have",
    "is",
    "it",
    "of",
    "one",
    "or",
    "possible",
    "supported",
    "the",
    "valid",
    "value",
    "values",
];

/// Whether two descriptions say the same except for the values that they list, and how they introduce them.
pub(super) fn same_but_for_lists([before, after]: [&str; 2], [old, new]: [&[String]; 2]) -> bool {
    !old.is_empty() && !new.is_empty() && telling(before, old) == telling(after, new)
}

/// Whether a text lists the values, and its other words.
fn telling(text: &str, values: &[String]) -> (bool, Vec<String>) {
    let values: BTreeSet<String> = values.iter().map(|value| value.to_ascii_lowercase()).collect();
    let (mut has_list, mut all) = (false, Vec::new());
    for sentence in text.split(". ") {
        let words: Vec<&str> = sentence
            .split(|letter: char| letter.is_whitespace() || "`*,:;'\"".contains(letter))
            .map(|word| word.trim_matches('.'))
            .filter(|word| !word.is_empty())
            .collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_ascii_lowercase()).collect();
        let lists =
            lower.iter().any(|word| word.starts_with("value")) && lower.iter().any(|word| values.contains(word));
        has_list |= lists;
        let is_told = |word: &String| lists && (values.contains(word) || INTRODUCE.contains(&word.as_str()));
        let told = words.iter().zip(&lower).filter(|(_, word)| !is_told(word));
        all.extend(told.map(|(word, _)| (*word).to_owned()));
    }
    (has_list, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(before: &str, after: &str) -> bool {
        let values = ["slow".to_owned(), "fast".to_owned()];
        same_but_for_lists([before, after], [&values, &values])
    }

    #[test]
    fn how_values_are_introduced_says_nothing() {
        assert!(same(
            "How it boils. Possible values are: `slow`, `fast`.",
            "How it boils. The possible values are: slow, fast."
        ));
        assert!(same(
            "One of `slow` or `fast` is the value.",
            "The values can be: **fast**, **slow**."
        ));
    }

    #[test]
    fn each_side_has_values_of_its_own() {
        let (old, new) = (["slow".to_owned()], ["slow".to_owned(), "fast".to_owned()]);
        let same = |after: &str| same_but_for_lists(["It boils. Possible values are: slow.", after], [&old, &new]);
        assert!(same("It boils. Possible values are: slow, fast."));
        assert!(!same("It sings. Possible values are: slow, fast."));
    }

    #[test]
    fn everything_else_does() {
        assert!(!same(
            "How it boils. Possible values are: `slow`.",
            "How it sings. Possible values are: `slow`."
        ));
        assert!(!same(
            "Possible values are: `slow`, `fast`.",
            "Possible values are: `slow`, `fast`. Read-only."
        ));
        assert!(!same("The value is slow for tea.", "The value is slow for coffee."));
        assert!(!same("It can be slow.", "It can be fast."));
        assert!(!same("Possible values are: `slow`, `fast`.", ""));
    }
}
