//! The account of reading pages: every fact is recorded here once, and counts and diagnostics both come from that.

use super::{Fact, Outcome, Reason};
use crate::source::{Diagnostic, Span};
use std::collections::BTreeMap;

/// What was read, guessed and left unread, and what is wrong with the pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// How many facts of each kind were stated and read.
    read: BTreeMap<Fact, usize>,
    outcomes: Vec<Outcome>,
    diagnostics: Vec<Diagnostic>,
}

/// How often a fact was read, guessed or left unread.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Stated by the page and read.
    pub read: usize,
    /// Inferred, with the reason counted.
    pub guessed: BTreeMap<String, usize>,
    /// Present on the page and not read, with the reason counted.
    pub unread: BTreeMap<String, usize>,
    /// What unread facts look like: the header of a table, the words of a cell or line, shortened.
    pub shapes: BTreeMap<String, usize>,
}

impl Account {
    /// Records a fact that the page states.
    pub fn read(&mut self, fact: Fact) {
        *self.read.entry(fact).or_default() += 1;
    }

    /// Records a fact that was inferred.
    pub fn guessed(&mut self, reason: &'static Reason, span: Span) {
        self.record(Outcome::Guessed(reason, span));
    }

    /// Records a fact that was not read, with the words that stand there.
    pub fn unread(&mut self, reason: &'static Reason, span: Span, words: &str) {
        self.record(Outcome::unread(reason, span, words));
    }

    /// Records a fact that was not read, where the diagnostic says more than the reason.
    pub fn unread_with(&mut self, reason: &'static Reason, diagnostic: Diagnostic) {
        self.unread(reason, diagnostic.span, "");
        self.report(diagnostic);
    }

    /// Adds a diagnostic about something that is not counted, or was read nevertheless.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn record(&mut self, outcome: Outcome) {
        self.diagnostics.extend(outcome.diagnostic());
        self.outcomes.push(outcome);
    }

    /// Adds another account.
    pub fn merge(&mut self, mut other: Self) {
        for (fact, count) in other.read {
            *self.read.entry(fact).or_default() += count;
        }
        self.outcomes.append(&mut other.outcomes);
        self.diagnostics.append(&mut other.diagnostics);
    }

    /// Every fact that was guessed or not read, as recorded.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// What is wrong with the pages, as recorded.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Takes the diagnostics out, sorted by place; the counts stay. What is wrong with an included file is found again
    /// on every page that includes it, and told once.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        let mut diagnostics = std::mem::take(&mut self.diagnostics);
        diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code.id));
        diagnostics.dedup();
        diagnostics
    }

    /// Counts per kind of fact.
    pub fn facts(&self) -> BTreeMap<Fact, Tally> {
        let mut facts: BTreeMap<Fact, Tally> = BTreeMap::new();
        for (fact, count) in &self.read {
            facts.entry(*fact).or_default().read = *count;
        }
        for outcome in &self.outcomes {
            let reason = outcome.reason();
            let tally = facts.entry(reason.fact).or_default();
            let counts = match outcome {
                Outcome::Guessed(..) => &mut tally.guessed,
                Outcome::Unread { words, .. } => {
                    if !words.is_empty() {
                        *tally.shapes.entry(words.clone()).or_default() += 1;
                    }
                    &mut tally.unread
                }
            };
            *counts.entry(reason.words.to_owned()).or_default() += 1;
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Code;

    static ODD: Code = Code::warning("odd-line");
    static PROSE: Reason = Reason::new(Fact::Route, "prose");
    static ODD_LINE: Reason = Reason::new(Fact::Route, "odd").told(&ODD, "this line is odd");

    #[test]
    fn words_are_counted_and_short() {
        let mut account = Account::default();
        account.unread(&PROSE, Span::default(), " see\n the  article");
        account.unread(&PROSE, Span::default(), "see the article");
        let mut other = Account::default();
        other.unread(&PROSE, Span::default(), &"long ".repeat(30));
        account.merge(other);
        let tally = &account.facts()[&Fact::Route];
        assert_eq!(tally.unread["prose"], 3);
        assert_eq!(tally.shapes["see the article"], 2);
        assert!(
            tally
                .shapes
                .keys()
                .any(|shape| shape.len() == 83 && shape.ends_with("..."))
        );
    }

    #[test]
    fn what_is_counted_and_what_is_told_come_from_one_record() {
        let mut account = Account::default();
        account.read(Fact::Route);
        account.unread(&ODD_LINE, Span::default(), "?");
        account.unread(&ODD_LINE, Span::default(), "?");
        account.guessed(&PROSE, Span::default());
        let tally = &account.facts()[&Fact::Route];
        assert_eq!((tally.read, tally.unread["odd"], tally.guessed["prose"]), (1, 2, 1));
        let messages: Vec<_> = account
            .take_diagnostics()
            .into_iter()
            .map(|found| found.message)
            .collect();
        assert_eq!(messages, ["this line is odd"]);
        assert_eq!(account.outcomes().len(), 3);
    }
}
