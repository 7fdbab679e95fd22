//! What notes say about single permissions: "Permissions marked with * use resource-specific consent", "The Kiln.All
//! permission is supported only for backward compatibility".

use super::cell::scope::scope;
use crate::markdown::Text;
use crate::model::{Alternative, Permissions, Rank, Scheme, Support};
use crate::page::prose::{AnyWords, Patterns, Words};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::LazyLock;

/// Every wording.
const WORDINGS: &[(&str, Rank)] = &[
    ("resource specific consent", Rank::ResourceSpecific),
    ("only for backward|backwards compatibility", Rank::Compatibility),
    ("for backward|backwards compatibility only", Rank::Compatibility),
];

pub(super) static SAYS: LazyLock<Patterns<Rank>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Few notes have one of the words that the wordings need.
static MAY_SAY: LazyLock<AnyWords> = LazyLock::new(|| AnyWords::new(["consent", "compatibility"]));

/// Ranks the permissions that the notes are about, by name or by the mark behind them: `Kiln.All**`. None of them is the
/// least; the next one is.
pub(super) fn apply<'a>(groups: &mut [Permissions], notes: impl Iterator<Item = &'a Text>) {
    let said: BTreeMap<String, Rank> = notes.flat_map(said).collect();
    if said.is_empty() {
        return;
    }
    for group in groups {
        let marked: BTreeMap<String, Rank> = group.notes.iter().filter_map(|note| of_mark(note, &said)).collect();
        // The mark has said what it says.
        group.notes.retain(|note| of_mark(note, &said).is_none());
        for scheme in Scheme::ALL {
            if let Support::Stated(alternatives) = group.scheme_mut(scheme) {
                rank(Arc::make_mut(alternatives), |scope| {
                    said.get(scope).or_else(|| marked.get(scope)).copied()
                });
            }
        }
    }
}

/// The names and marks of the sentences that say it.
fn said(text: &Text) -> Vec<(String, Rank)> {
    let mut found = Vec::new();
    if !MAY_SAY.stand_in(&text.plain) {
        return found;
    }
    let words = Words::new(text);
    for sentence in words.sentences() {
        let Some(said) = sentence.all(&SAYS).next() else {
            continue;
        };
        for word in sentence.plain().split_whitespace() {
            let mark = word.trim_matches(|c: char| !matches!(c, '*' | '\u{2020}' | '\u{2021}'));
            let name = scope(word.trim_end_matches(',')).map_or(mark, |(name, _)| name);
            if !name.is_empty() {
                found.push((name.to_owned(), *said.meaning));
            }
        }
    }
    found
}

/// `Kiln.All**` where "**" has a meaning.
fn of_mark(note: &str, said: &BTreeMap<String, Rank>) -> Option<(String, Rank)> {
    let (name, _) = scope(note)?;
    let mark = note.get(note.find(name)? + name.len()..)?.replace('\\', "");
    Some((name.to_owned(), *said.get(mark.trim())?))
}

fn rank(alternatives: &mut [Alternative], of: impl Fn(&str) -> Option<Rank>) {
    let mut had_least = false;
    for choice in alternatives.iter_mut() {
        if let Some(rank) = choice.scopes.iter().find_map(|scope| of(scope)) {
            had_least |= choice.rank == Rank::Least;
            choice.rank = rank;
        }
    }
    let has_least = alternatives.iter().any(|choice| choice.rank == Rank::Least);
    let next = alternatives.iter_mut().find(|choice| choice.rank == Rank::Higher);
    if let Some(next) = next.filter(|_| had_least && !has_least) {
        next.rank = Rank::Least;
    }
}

#[cfg(test)]
mod tests {
    use super::{MAY_SAY, SAYS};
    use crate::page::prose::proof::{assert_needs, assert_proven, paragraph};

    #[test]
    fn each_wording_has_a_sentence() {
        let sentences = [
            "It uses resource-specific consent.",
            "It is supported only for backward compatibility.",
            "It is for backward compatibility only.",
        ];
        assert_proven(&SAYS, &sentences.map(paragraph));
        assert_needs(&SAYS, &MAY_SAY);
    }
}
