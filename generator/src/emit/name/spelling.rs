//! Words that pages run together.

use super::ident;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words of a name in snake case, without regard to keywords: `messagerules` is `message_rules`.
pub(crate) fn words(text: &str) -> String {
    let mut name = String::with_capacity(text.len() + 8);
    for word in ident::words(text) {
        if !name.is_empty() {
            name.push('_');
        }
        let start = name.len();
        name.push_str(word);
        if let Some(word) = name.get_mut(start..) {
            word.make_ascii_lowercase();
        }
        if let Some(parted) = name.get(start..).and_then(compound) {
            name.truncate(start);
            name.push_str(&parted);
        }
    }
    name
}

/// The parts of a word of a name if it is several.
fn compound(word: &str) -> Option<String> {
    if let Some(parts) = COMPOUNDS.get(word) {
        return Some((*parts).clone());
    }
    let singular = ident::one_of(word);
    if singular == word {
        return None;
    }
    let parts = COMPOUNDS.get(&*singular)?;
    let ending = word.strip_prefix(&*singular)?;
    Some(format!("{parts}{ending}"))
}

/// The words of each compound with `_` between them, by the compound.
static COMPOUNDS: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let lines = include_str!("spelling.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| (ident::squashed(line), line.replace(' ', "_")))
        .collect()
});

/// What a known word and a letter of an unknown part cost: few words are better than many, and known ones than unknown.
const KNOWN: usize = 1;
const UNKNOWN: usize = 10;
const UNKNOWN_LETTER: usize = 3;
/// No word is longer: file names are not much longer.
const LONGEST_WORD: usize = 200;

/// A text of small letters in known words; what is unknown stays as it is.
pub(crate) fn parts(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<&str> {
    // For each end the least cost up to there, and where its last word begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; text.len() + 1];
    if let Some(start) = best.first_mut() {
        *start = Some((0, 0));
    }
    for end in 1..=text.len() {
        let candidates = (end.saturating_sub(LONGEST_WORD)..end).filter_map(|start| {
            let (before, _) = best.get(start).copied().flatten()?;
            let word = text.get(start..end)?;
            let cost = if is_known(word) {
                KNOWN
            } else {
                UNKNOWN + UNKNOWN_LETTER * word.len()
            };
            Some((before + cost, start))
        });
        let least = candidates.min();
        if let Some(place) = best.get_mut(end) {
            *place = least;
        }
    }
    let mut parts = Vec::new();
    let mut end = text.len();
    while let Some((_, start)) = best.get(end).copied().flatten().filter(|_| end > 0) {
        parts.extend(text.get(start..end));
        end = start;
    }
    parts.reverse();
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_parted_in_the_singular_and_in_the_plural() {
        insta::assert_snapshot!(words("messagerules"), @"message_rules");
        insta::assert_snapshot!(words("inbox/messagerule"), @"inbox_message_rule");
        insta::assert_snapshot!(words("userPrincipalName"), @"user_principal_name");
    }

    #[test]
    fn every_compound_is_of_several_words_and_stands_once() {
        let lines = include_str!("spelling.txt").lines();
        let lines: Vec<&str> = lines
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .collect();
        assert!(lines.is_sorted(), "sorted by the words");
        assert!(lines.iter().all(|line| line.contains(' ')));
        assert_eq!(lines.len(), COMPOUNDS.len());
    }

    #[test]
    fn few_known_words_are_better_than_many() {
        let known = ["check", "member", "group", "groups", "me", "mber"];
        let shown = |text: &str| parts(text, |word| known.contains(&word)).join(" ");
        assert_eq!(shown("checkmembergroups"), "check member groups");
        assert_eq!(shown("checkxyzgroups"), "check xyz groups");
        assert_eq!(shown("é"), "é");
        assert_eq!(shown(""), "");
    }
}
