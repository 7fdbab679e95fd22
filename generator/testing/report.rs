//! The outcomes of all examples.

use std::collections::BTreeMap;
use std::fmt;

use super::outcome::{ExampleOutcome, Outcome, Side};

/// The outcomes of all examples.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// One for each example, and one more for each JSON body of a request, in the order of the pages.
    pub outcomes: Vec<ExampleOutcome>,
}

impl Report {
    /// The examples that did not pass.
    pub fn failed(&self) -> impl Iterator<Item = &ExampleOutcome> {
        self.outcomes
            .iter()
            .filter(|example| matches!(example.outcome, Outcome::Failed | Outcome::Contradicts))
    }

    /// The number of examples of a side with an outcome.
    pub fn count(&self, side: Side, outcome: Outcome) -> usize {
        let all = self.outcomes.iter();
        all.filter(|example| example.side == side && example.outcome == outcome)
            .count()
    }

    /// The percentage of examples of a side that passed; texts that are not examples do not count.
    pub fn share(&self, side: Side) -> f64 {
        let others = [Outcome::Failed, Outcome::Contradicts].map(|outcome| self.count(side, outcome));
        percent(self.count(side, Outcome::Passed), others.iter().sum())
    }

    /// Like [`Report::share`], of the examples that do not contradict the tables of their own pages.
    pub fn share_of_consistent(&self, side: Side) -> f64 {
        percent(self.count(side, Outcome::Passed), self.count(side, Outcome::Failed))
    }

    /// The number of examples of each class.
    pub fn classes(&self) -> BTreeMap<(Side, Outcome, &str), usize> {
        let mut classes = BTreeMap::new();
        for example in &self.outcomes {
            let class = (example.side, example.outcome, example.class.as_str());
            *classes.entry(class).or_default() += 1;
        }
        classes
    }
}

fn percent(passed: usize, others: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    100.0 * number(passed) / number(passed + others).max(1.0)
}

impl fmt::Display for Report {
    /// A table of the classes, below the share of each side.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let classes = self.classes();
        for side in [Side::Request, Side::Response, Side::Body] {
            let (share, consistent) = (self.share(side), self.share_of_consistent(side));
            writeln!(
                f,
                "{side:?}: {share:.2} % passed, {consistent:.2} % of those that agree with their pages"
            )?;
            for outcome in [
                Outcome::Passed,
                Outcome::Failed,
                Outcome::Contradicts,
                Outcome::NoExample,
            ] {
                writeln!(f, "  {outcome:?} {}", self.count(side, outcome))?;
                for ((_, _, class), count) in classes.iter().filter(|((s, o, _), _)| *s == side && *o == outcome) {
                    writeln!(f, "    {count:>5} {class}")?;
                }
            }
        }
        Ok(())
    }
}
