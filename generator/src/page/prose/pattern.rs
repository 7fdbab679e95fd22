//! Sentence patterns, written as text.
//!
//! A pattern is a row of elements between blanks:
//!
//! - `value|values`: one of these words, in lower case; marks such as `:` and `(` are words too;
//! - `VALUES`: a group of words from [`GROUPS`]; it can stand wherever a word can;
//! - `` `csv` ``: a word that counts in code spans too; other words do not, but for query options such as `$filter`;
//! - `the?`: the word may be missing;
//! - `*`: any one word;
//! - `~`: at most six words and marks of the same sentence, as few as possible;
//! - `!when|if`: the next word is none of these, `=when|if`: it is one of these (it is not part of the match);
//! - `^` and `$`: a sentence begins or ends here; `<` and `>`: the same for a part between commas.

use super::words::{Words, fingerprint};
use std::ops::Range;

/// Words that stand for each other in many patterns.
const GROUPS: &[(&str, &str)] = &[
    (
        "AMOUNT",
        "number|integer|percentage|amount|count|duration|length|level|limit|port|priority|quantity|rank|score|size|threshold|weight",
    ),
    ("ARE", "is|are|include|includes|being|:|-|–|—"),
    ("CAN", "can|may|must|should|could"),
    ("CONDITION", "if|when|unless|except|until|after|for"),
    ("NO", "no|not|never|cannot|can't|mustn't|shouldn't"),
    ("OPTION", "$count|$expand|$filter|$orderby|$search|$select|$top"),
    (
        "POSSIBLE",
        "possible|supported|allowed|valid|acceptable|accepted|permitted|available|expected|legal|defined",
    ),
    ("PROPERTY", "property|field|parameter|attribute|value|member"),
    ("VALUES", "value|values|vaules|options|option|strings"),
];

/// How many tokens `~` can stand for.
const GAP: usize = 6;

/// A table of patterns, found by their first word.
#[derive(Debug)]
pub(in crate::page) struct Patterns<T: 'static> {
    table: &'static [(&'static str, T)],
    entries: Vec<Vec<Element>>,
    /// Places in `entries`, for each fingerprint of a word that a match can begin with.
    by_first: Vec<Vec<usize>>,
    /// Which fingerprints have any; most words have one that has none.
    begins: [bool; 256],
}

/// A pattern that matched.
#[derive(Debug, Clone, Copy)]
pub(in crate::page) struct Match<T: 'static> {
    /// The first token.
    pub(in crate::page) start: usize,
    /// One past the last token.
    pub(in crate::page) end: usize,
    /// What the table says about the pattern.
    pub(in crate::page) meaning: &'static T,
}

#[derive(Debug)]
enum Element {
    Words {
        alternatives: Alternatives,
        optional: bool,
        /// Code spans count.
        code: bool,
    },
    AnyWord,
    Gap,
    Next {
        alternatives: Alternatives,
        wanted: bool,
    },
    SentenceStart,
    SentenceEnd,
    ClauseStart,
    ClauseEnd,
}

/// Some words, one of which has to stand at a place.
#[derive(Debug)]
struct Alternatives {
    words: Vec<&'static str>,
    /// A bit for each of their fingerprints: most words of a text have none of them.
    fingerprints: [u64; 4],
}

impl Alternatives {
    fn new(words: Vec<&'static str>) -> Self {
        let mut fingerprints = [0; 4];
        for word in &words {
            let fingerprint = fingerprint(word);
            if let Some(bits) = fingerprints.get_mut(usize::from(fingerprint / 64)) {
                *bits |= 1 << (fingerprint % 64);
            }
        }
        Self { words, fingerprints }
    }

    /// Whether the word at a place is one of them.
    fn have(&self, words: &Words<'_>, at: usize) -> bool {
        let Some(token) = words.tokens().get(at) else {
            return false;
        };
        let bits = self.fingerprints.get(usize::from(token.fingerprint / 64));
        let may_be = bits.is_some_and(|bits| (bits >> (token.fingerprint % 64)) & 1 == 1);
        may_be && self.words.contains(&words.lower(at))
    }
}

impl<T> Patterns<T> {
    /// Prepares a table.
    pub(in crate::page) fn new(table: &'static [(&'static str, T)]) -> Self {
        let mut by_first = vec![Vec::new(); 256];
        let mut entries = Vec::with_capacity(table.len());
        for (index, (pattern, _)) in table.iter().enumerate() {
            let elements: Vec<Element> = pattern.split(' ').map(element).collect();
            for word in first_words(&elements) {
                if let Some(bucket) = by_first.get_mut(usize::from(fingerprint(word)))
                    && bucket.last() != Some(&index)
                {
                    bucket.push(index);
                }
            }
            entries.push(elements);
        }
        let mut begins = [false; 256];
        for (begins, entries) in begins.iter_mut().zip(&by_first) {
            *begins = !entries.is_empty();
        }
        Self {
            table,
            entries,
            by_first,
            begins,
        }
    }

    /// The longest match that begins at `index`; the first of the table among equals.
    pub(in crate::page) fn at(&self, words: &Words<'_>, index: usize) -> Option<Match<T>> {
        let (entry, end) = self.longest(words, index, |_| true)?;
        Some(Match {
            start: index,
            end,
            meaning: self.meaning(entry)?,
        })
    }

    /// The place in the table and the end of the longest match at `index` among the wanted patterns.
    pub(super) fn longest(
        &self,
        words: &Words<'_>,
        index: usize,
        wanted: impl Fn(usize) -> bool,
    ) -> Option<(usize, usize)> {
        let token = words.tokens().get(index)?;
        let candidates = self.by_first.get(usize::from(token.fingerprint))?;
        let mut best: Option<(usize, usize)> = None;
        for entry in candidates.iter().copied().filter(|entry| wanted(*entry)) {
            if let Some(end) = matched(self.entries.get(entry)?, words, index)
                && best.is_none_or(|(_, longest)| longest < end)
            {
                best = Some((entry, end));
            }
        }
        best
    }

    /// What the table says about a pattern.
    pub(super) fn meaning(&self, entry: usize) -> Option<&'static T> {
        self.table.get(entry).map(|(_, meaning)| meaning)
    }

    /// All matches that do not overlap, in order.
    pub(in crate::page) fn all(&self, words: &Words<'_>) -> impl Iterator<Item = Match<T>> {
        self.all_in(words, 0..words.tokens().len())
    }

    /// Whether one of the phrases stands in the text.
    pub(in crate::page) fn stands_in(&self, words: &Words<'_>) -> bool {
        self.all(words).next().is_some()
    }

    /// Those that begin and end in a range of tokens.
    pub(in crate::page) fn all_in(&self, words: &Words<'_>, range: Range<usize>) -> impl Iterator<Item = Match<T>> {
        let Range { start: mut index, end } = range;
        std::iter::from_fn(move || {
            loop {
                index += self.skipped(words, index..end);
                if index >= end {
                    return None;
                }
                match self.at(words, index).filter(|found| found.end <= end) {
                    Some(found) => {
                        index = found.end.max(index + 1);
                        return Some(found);
                    }
                    None => index += 1,
                }
            }
        })
    }

    /// How many tokens at the start of a range begin no pattern.
    fn skipped(&self, words: &Words<'_>, range: Range<usize>) -> usize {
        let tokens = words.tokens().get(range).unwrap_or_default();
        let begins = |fingerprint: u8| self.begins.get(usize::from(fingerprint)).is_some_and(|begins| *begins);
        let first = tokens.iter().position(|token| begins(token.fingerprint));
        first.unwrap_or(tokens.len())
    }
}

#[cfg(test)]
impl<T> Patterns<T> {
    /// How many patterns there are.
    pub(super) fn len(&self) -> usize {
        self.table.len()
    }

    /// A pattern as it is written.
    pub(super) fn source(&self, entry: usize) -> &'static str {
        self.table[entry].0
    }

    /// The words that a pattern cannot do without: one of each list has to stand in a text.
    pub(super) fn needed(&self, entry: usize) -> impl Iterator<Item = &[&'static str]> {
        self.entries[entry].iter().filter_map(|element| match element {
            Element::Words {
                alternatives,
                optional: false,
                ..
            } => Some(alternatives.words.as_slice()),
            _ => None,
        })
    }
}

fn element(source: &'static str) -> Element {
    match source {
        "*" => Element::AnyWord,
        "~" => Element::Gap,
        "^" => Element::SentenceStart,
        "$" => Element::SentenceEnd,
        "<" => Element::ClauseStart,
        ">" => Element::ClauseEnd,
        _ => with_words(source),
    }
}

fn with_words(source: &'static str) -> Element {
    let lookahead = [('!', false), ('=', true)]
        .into_iter()
        .find_map(|(mark, wanted)| Some((source.strip_prefix(mark)?, wanted)));
    match lookahead {
        Some((words, wanted)) if !words.is_empty() => Element::Next {
            alternatives: alternatives(words),
            wanted,
        },
        _ => {
            let optional = source.len() > 1 && source.ends_with('?');
            let words = source.strip_suffix('?').filter(|_| optional).unwrap_or(source);
            let code = words.strip_prefix('`').and_then(|words| words.strip_suffix('`'));
            Element::Words {
                alternatives: alternatives(code.unwrap_or(words)),
                optional,
                code: code.is_some(),
            }
        }
    }
}

fn alternatives(source: &'static str) -> Alternatives {
    let group = |word: &'static str| {
        GROUPS
            .iter()
            .find(|(name, _)| *name == word)
            .map_or(word, |(_, words)| *words)
    };
    Alternatives::new(source.split('|').flat_map(|word| group(word).split('|')).collect())
}

/// The words that a match can begin with. Anchors stand for no word; an optional word may be followed by the next.
fn first_words(elements: &[Element]) -> Vec<&'static str> {
    let mut words = Vec::new();
    for element in elements {
        if let Element::Words {
            alternatives, optional, ..
        } = element
        {
            words.extend_from_slice(&alternatives.words);
            if !optional {
                break;
            }
        }
    }
    words
}

/// Where a match of the elements that begins at `index` ends.
fn matched(elements: &[Element], words: &Words<'_>, index: usize) -> Option<usize> {
    let mut at = index;
    for (position, element) in elements.iter().enumerate() {
        at = match element {
            Element::Words {
                alternatives,
                optional,
                code,
            } => match is_one_of(alternatives, *code, words, at) {
                true => at + 1,
                false if *optional => at,
                false => return None,
            },
            Element::AnyWord => words.tokens().get(at).filter(|token| token.is_word).map(|_| at + 1)?,
            Element::Gap => after_gap(elements.get(position + 1)?, words, at)?,
            Element::Next { alternatives, wanted } => (alternatives.have(words, at) == *wanted).then_some(at)?,
            Element::SentenceStart => words.starts_sentence(at).then_some(at)?,
            Element::SentenceEnd => words.is_sentence_end(at).then_some(at)?,
            Element::ClauseStart => words.starts_clause(at).then_some(at)?,
            Element::ClauseEnd => words.is_clause_end(at).then_some(at)?,
        };
    }
    Some(at)
}

/// Names in code are no words of a sentence, but for query options: "Supports `$filter`".
fn is_one_of(alternatives: &Alternatives, code: bool, words: &Words<'_>, at: usize) -> bool {
    let Some(token) = words.tokens().get(at) else {
        return false;
    };
    let counts = || !token.in_code || code || words.lower(at).starts_with('$');
    !token.taken && alternatives.have(words, at) && counts()
}

fn after_gap(next: &Element, words: &Words<'_>, from: usize) -> Option<usize> {
    let Element::Words { alternatives, code, .. } = next else {
        return None;
    };
    (from..=from + GAP)
        .take_while(|at| *at == from || !words.is_sentence_end(at - 1))
        .find(|at| is_one_of(alternatives, *code, words, *at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Text;

    fn matches(pattern: &'static str, plain: &str) -> bool {
        let table: &'static [(&'static str, ())] = Box::leak(Box::new([(pattern, ())]));
        let text = Text {
            plain: plain.to_owned(),
            ..Text::default()
        };
        Patterns::new(table).stands_in(&Words::new(&text))
    }

    #[test]
    fn each_element_matches_what_it_says() {
        assert!(matches(
            "possible|allowed value|values are",
            "The allowed values are x."
        ));
        assert!(!matches("possible values are", "The possible values were x."));
        assert!(matches("POSSIBLE|known VALUES ARE", "The known options: x."));
        assert!(matches("the? end", "End."));
        assert!(matches("when a * is", "when a group is made"));
        assert!(!matches("when a * is", "when a new group is made"));
        assert!(matches("values for ~ are", "values for the old kind are x"));
        assert!(!matches("values for ~ are", "values for the old kind. They are x"));
        assert!(matches("required !when|if", "required for x"));
        assert!(!matches("required !when|if", "required if x"));
        assert!(matches("required =when|if", "required if x"));
    }

    #[test]
    fn anchors_see_sentences_and_commas() {
        assert!(matches("^ read only $", "The id. Read-only."));
        assert!(matches("^ read only $", "The id (read-only)"));
        assert!(matches("^ read only $", "The id\nRead only\nNullable."));
        assert!(!matches("^ read only $", "Opens it read-only."));
        assert!(matches("< nullable >", "Read-only, nullable, unique."));
        assert!(!matches("^ nullable $", "Read-only, nullable, unique."));
        assert!(matches("^ inherited from", "The name of it Inherited from thing."));
        assert!(!matches("^ inherited from", "Settings inherited from thing."));
    }
}
