//! The search: branch and bound over the requirements that share permissions.

use super::Alternatives;
use super::reduce::{parts, reduce};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// After so many steps for requirements that share permissions, the best set so far is taken. The calls of a program need
/// some tens of steps.
const STEPS: usize = 200_000;

/// The least set of permissions that has an alternative of each list.
pub(super) fn least(lists: Vec<Alternatives>, levels: &[usize]) -> BTreeSet<usize> {
    let found = parts(reduce(lists, levels)).into_iter().flat_map(|lists| {
        let mut search = Search {
            lists: &lists,
            levels,
            best: None,
            steps: 0,
        };
        search.extend(&BTreeSet::new());
        search.best.map(|(set, _)| set).unwrap_or_default()
    });
    found.collect()
}

/// How many permissions a set has of each level, the highest level first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Cost(Vec<usize>);

impl Cost {
    fn of(set: impl IntoIterator<Item = usize>, levels: &[usize]) -> Self {
        let highest = levels.iter().max().copied().unwrap_or(0);
        let mut counts = vec![0; highest + 1];
        for at in set {
            let level = levels.get(at).copied().unwrap_or(0);
            if let Some(count) = counts.get_mut(highest - level) {
                *count += 1;
            }
        }
        Self(counts)
    }

    fn add(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(&other.0) {
            *count += more;
        }
    }
}

/// Of sets of one cost: the one with the first permission that the other lacks.
fn by_names(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> Ordering {
    one.iter().cmp(other.iter())
}

struct Search<'a> {
    lists: &'a [Alternatives],
    levels: &'a [usize],
    best: Option<(BTreeSet<usize>, Cost)>,
    steps: usize,
}

impl Search<'_> {
    /// Tries every way to complete a set.
    fn extend(&mut self, set: &BTreeSet<usize>) {
        self.steps += 1;
        if self.steps > STEPS && self.best.is_some() {
            return;
        }
        let unmet: Vec<&Alternatives> = self.lists.iter().filter(|list| !is_met(list, set)).collect();
        let Some(next) = unmet.iter().min_by_key(|list| list.len()) else {
            self.keep(set);
            return;
        };
        if self
            .best
            .as_ref()
            .is_some_and(|(_, best)| self.bound(set, &unmet) > *best)
        {
            return;
        }
        let mut ways: Vec<(Cost, BTreeSet<usize>)> = next
            .iter()
            .map(|choice| {
                let new: Vec<usize> = choice.iter().copied().filter(|at| !set.contains(at)).collect();
                (
                    Cost::of(new.iter().copied(), self.levels),
                    set.iter().copied().chain(new).collect(),
                )
            })
            .collect();
        ways.sort();
        for (_, extended) in ways {
            self.extend(&extended);
        }
    }

    fn keep(&mut self, set: &BTreeSet<usize>) {
        let cost = Cost::of(set.iter().copied(), self.levels);
        let is_less = self
            .best
            .as_ref()
            .is_none_or(|(best, least)| cost.cmp(least).then_with(|| by_names(set, best)) == Ordering::Less);
        if is_less {
            self.best = Some((set.clone(), cost));
        }
    }

    /// No way to complete the set costs less: of requirements that share nothing, each costs something of its own.
    fn bound(&self, set: &BTreeSet<usize>, unmet: &[&Alternatives]) -> Cost {
        let mut bound = Cost::of(set.iter().copied(), self.levels);
        let mut counted: BTreeSet<usize> = set.clone();
        for list in unmet {
            let new = |choice: &Vec<usize>| {
                choice
                    .iter()
                    .copied()
                    .filter(|at| !set.contains(at))
                    .collect::<Vec<_>>()
            };
            let new: Vec<Vec<usize>> = list.iter().map(new).collect();
            if new.iter().flatten().any(|at| counted.contains(at)) {
                continue;
            }
            let costs = new.iter().map(|choice| Cost::of(choice.iter().copied(), self.levels));
            if let Some(least) = costs.min() {
                bound.add(&least);
            }
            counted.extend(new.into_iter().flatten());
        }
        bound
    }
}

fn is_met(list: &Alternatives, set: &BTreeSet<usize>) -> bool {
    list.iter().any(|choice| choice.iter().all(|at| set.contains(at)))
}
