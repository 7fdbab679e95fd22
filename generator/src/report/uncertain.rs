//! The facts that were guessed or left unread, with their lines.

use super::text::name;
use crate::model::{Fact, Model, Outcome};
use crate::source::SourceMap;
use serde::Serialize;
use std::fmt;

/// Every fact that was not simply read, in the order of files and lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UncertainFacts {
    /// The version of this form.
    pub format: u32,
    /// The facts.
    pub facts: Vec<UncertainFact>,
}

/// A fact that was not simply read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct UncertainFact {
    /// Path below the docs root.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Guessed or unread.
    pub certainty: Certainty,
    /// What kind of fact it is.
    pub fact: Fact,
    /// Why.
    pub reason: &'static str,
    /// The text that was not read, shortened. Guessed facts have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// Whether a fact was guessed or left unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Certainty {
    /// Inferred.
    Guessed,
    /// On the page and not read.
    Unread,
}

impl UncertainFacts {
    /// The uncertain facts of a model that was read from these files.
    pub fn of(model: &Model, sources: &SourceMap) -> Self {
        let outcomes = model.ledger.account.outcomes().iter();
        let mut facts: Vec<UncertainFact> = outcomes.map(|outcome| UncertainFact::of(outcome, sources)).collect();
        facts.sort();
        Self { format: 1, facts }
    }
}

impl UncertainFact {
    fn of(outcome: &Outcome, sources: &SourceMap) -> Self {
        let (certainty, words) = match outcome {
            Outcome::Guessed(..) => (Certainty::Guessed, None),
            Outcome::Unread { words, .. } => (Certainty::Unread, Some(words.clone())),
        };
        let reason = outcome.reason();
        let place = sources.line_column(outcome.span());
        Self {
            file: sources.path(outcome.span().file).to_owned(),
            line: place.line,
            column: place.column,
            certainty,
            fact: reason.fact,
            reason: reason.words,
            words: words.filter(|words| !words.is_empty()),
        }
    }
}

/// A line for each: `beta/api/kettle-list.md:12:1: route unread: prose: See below.`
impl fmt::Display for UncertainFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fact) in self.facts.iter().enumerate() {
            let start = if index > 0 { "\n" } else { "" };
            let (kind, certainty) = (name(&fact.fact), name(&fact.certainty));
            let UncertainFact {
                file,
                line,
                column,
                reason,
                ..
            } = fact;
            write!(f, "{start}{file}:{line}:{column}: {kind} {certainty}: {reason}")?;
            if let Some(words) = &fact.words {
                write!(f, ": {words}")?;
            }
        }
        Ok(())
    }
}
