//! What was read, guessed and left unread.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The kind of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PageKind {
    /// A structured type.
    Resource,
    /// One or more enums.
    Enum,
    /// An operation.
    Api,
    /// Prose: overviews, concepts.
    Conceptual,
    /// Text that other pages include.
    Include,
    /// A file that is not a page: a table of contents, a licence.
    Other,
}

/// The result of reading a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PageOutcome {
    /// This many types, enums or routes were read.
    Items(usize),
    /// Nothing was read, for this reason.
    Skipped(String),
}

/// One page of the docs root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRecord {
    /// Path below the docs root.
    pub file: String,
    /// Its kind.
    pub kind: PageKind,
    /// The result of reading it.
    pub outcome: PageOutcome,
}

/// A kind of fact that the ledger counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the fact of that name")]
pub enum Fact {
    Type,
    BaseType,
    Property,
    PropertyType,
    Enum,
    Member,
    InlineValues,
    Route,
    PermissionTable,
    PermissionCell,
    Parameter,
    Response,
    Example,
    Include,
}

/// How often a fact was read, guessed or left unread.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Stated by the page and read.
    pub read: usize,
    /// Inferred, counted by reason.
    pub guessed: BTreeMap<String, usize>,
    /// On the page but not read, counted by reason.
    pub unread: BTreeMap<String, usize>,
    /// What unread facts look like: the header of a table, the words of a cell or line, shortened.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub shapes: BTreeMap<String, usize>,
}

/// The counts of a whole run: every page, and every kind of fact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// Every file of the docs root that is a page, in path order.
    pub pages: Vec<PageRecord>,
    /// Counts per kind of fact.
    pub facts: BTreeMap<Fact, Tally>,
}

impl Ledger {
    /// Counts a fact that was read.
    pub fn read(&mut self, fact: Fact) {
        self.facts.entry(fact).or_default().read += 1;
    }

    /// Counts a fact that was inferred.
    pub fn guessed(&mut self, fact: Fact, reason: impl Into<String>) {
        *self
            .facts
            .entry(fact)
            .or_default()
            .guessed
            .entry(reason.into())
            .or_default() += 1;
    }

    /// Counts a fact that stayed unread.
    pub fn unread(&mut self, fact: Fact, reason: impl Into<String>) {
        *self
            .facts
            .entry(fact)
            .or_default()
            .unread
            .entry(reason.into())
            .or_default() += 1;
    }

    /// Counts a fact that stayed unread, and what it looks like.
    pub fn unread_shape(&mut self, fact: Fact, reason: impl Into<String>, words: &str) {
        self.unread(fact, reason);
        let shape = shape(words);
        *self.facts.entry(fact).or_default().shapes.entry(shape).or_default() += 1;
    }

    /// Adds the counts of another ledger; its pages are appended.
    pub fn merge(&mut self, other: Self) {
        self.pages.extend(other.pages);
        for (fact, tally) in other.facts {
            let mine = self.facts.entry(fact).or_default();
            mine.read += tally.read;
            for (reason, count) in tally.guessed {
                *mine.guessed.entry(reason).or_default() += count;
            }
            for (reason, count) in tally.unread {
                *mine.unread.entry(reason).or_default() += count;
            }
            for (shape, count) in tally.shapes {
                *mine.shapes.entry(shape).or_default() += count;
            }
        }
    }
}

/// How many characters of a shape are kept.
const SHAPE: usize = 80;

fn shape(words: &str) -> String {
    let mut shape = String::new();
    for word in words.split_whitespace() {
        if !shape.is_empty() {
            shape.push(' ');
        }
        shape.push_str(word);
    }
    match shape.char_indices().nth(SHAPE) {
        Some((end, _)) => {
            shape.truncate(end);
            shape + "..."
        }
        None => shape,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_counted_and_short() {
        let mut ledger = Ledger::default();
        ledger.unread_shape(Fact::Route, "prose", " see\n the  article");
        ledger.unread_shape(Fact::Route, "prose", "see the article");
        let mut other = Ledger::default();
        other.unread_shape(Fact::Route, "prose", &"long ".repeat(30));
        ledger.merge(other);
        let tally = &ledger.facts[&Fact::Route];
        assert_eq!(tally.unread["prose"], 3);
        assert_eq!(tally.shapes["see the article"], 2);
        assert!(
            tally
                .shapes
                .keys()
                .any(|shape| shape.len() == 83 && shape.ends_with("..."))
        );
    }
}
