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
    /// The examples that failed.
    pub fn failed(&self) -> impl Iterator<Item = &ExampleOutcome> {
        self.outcomes
            .iter()
            .filter(|example| example.outcome == Outcome::Failed)
    }

    /// The number of examples of a side with an outcome.
    pub fn count(&self, side: Side, outcome: Outcome) -> usize {
        let all = self.outcomes.iter();
        all.filter(|example| example.side == side && example.outcome == outcome)
            .count()
    }

    /// The percentage of examples of a side that passed; texts that are not examples do not count.
    pub fn share(&self, side: Side) -> f64 {
        let [passed, failed] = [Outcome::Passed, Outcome::Failed].map(|outcome| self.count(side, outcome));
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        100.0 * number(passed) / number(passed + failed).max(1.0)
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

impl fmt::Display for Report {
    /// A table of the classes, below the share of each side.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let classes = self.classes();
        for side in [Side::Request, Side::Response, Side::Body] {
            writeln!(f, "{side:?}: {:.2} % passed", self.share(side))?;
            for outcome in [Outcome::Passed, Outcome::Failed, Outcome::NoExample] {
                writeln!(f, "  {outcome:?} {}", self.count(side, outcome))?;
                for ((_, _, class), count) in classes.iter().filter(|((s, o, _), _)| *s == side && *o == outcome) {
                    writeln!(f, "    {count:>5} {class}")?;
                }
            }
        }
        Ok(())
    }
}
