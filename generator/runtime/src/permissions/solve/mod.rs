//! The least set of permissions for a list of requirements.
//!
//! Emitted crates and `generator permissions` share this file, so that both give the same answer. Of all sets that meet
//! every requirement, the least one is chosen:
//!
//! 1. A permission's level is the last position, from 0, at which a list of choices has it alone; what is documented as
//!    the least privileged one is at position 0. If it stands only in groups that are needed together, its level is the
//!    first position of such a group.
//! 2. Of two sets, the one with fewer permissions of the highest level is less; if they have the same number of these,
//!    the one with fewer of the next level, and so on down to level 0.
//! 3. If they are equal in all levels, the one that has the first name, in alphabetical order, that the other lacks.
//!
//! So least privilege comes first, then the number. A set is never less than a part of it, so nothing is superfluous.

mod reduce;
mod search;

use std::collections::{BTreeMap, BTreeSet};

/// What a call needs: one of the choices, the least privileged first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Requirement<'a> {
    pub(crate) choices: Vec<Choice<'a>>,
}

/// Permissions that are enough together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice<'a> {
    pub(crate) permissions: Vec<&'a str>,
    /// Whether it is documented as the least privileged one.
    pub(crate) least: bool,
}

impl Requirement<'_> {
    /// Whether one of the choices is granted.
    pub(crate) fn is_met(&self, granted: impl Fn(&str) -> bool) -> bool {
        let whole = |choice: &Choice<'_>| choice.permissions.iter().all(|permission| granted(permission));
        self.choices.iter().any(whole)
    }
}

/// The least set that has to be granted in addition, sorted by name.
pub(crate) fn missing<'a>(requirements: &[Requirement<'a>], granted: &[&str]) -> Vec<&'a str> {
    let problem = Problem::of(requirements);
    let has = |at: &usize| problem.names.get(*at).is_some_and(|name| granted.contains(name));
    let lists = problem.lists.iter().map(|list| {
        let rest = |choice: &Vec<usize>| choice.iter().copied().filter(|at| !has(at)).collect();
        list.iter().map(rest).collect()
    });
    problem.named(&search::least(lists.collect(), &problem.levels))
}

/// Of what is granted, the part that is needed once [`missing`] is granted too; sorted by name.
pub(crate) fn kept<'a>(requirements: &[Requirement<'a>], granted: &[&str]) -> Vec<&'a str> {
    let missing = missing(requirements, granted);
    let problem = Problem::of(requirements);
    let has = |at: &usize| {
        problem
            .names
            .get(*at)
            .is_some_and(|name| granted.contains(name) || missing.contains(name))
    };
    let lists = problem.lists.iter().map(|list| {
        let whole = |choice: &&Vec<usize>| choice.iter().all(&has);
        list.iter().filter(whole).cloned().collect::<Vec<_>>()
    });
    let kept = problem.named(&search::least(lists.collect(), &problem.levels));
    kept.into_iter().filter(|name| granted.contains(name)).collect()
}

/// The alternatives of a requirement, each a list of numbers of permissions.
type Alternatives = Vec<Vec<usize>>;

/// The requirements with numbers for names. Numbers are in the order of the names.
struct Problem<'a> {
    names: Vec<&'a str>,
    levels: Vec<usize>,
    lists: Vec<Alternatives>,
}

impl<'a> Problem<'a> {
    fn of(requirements: &[Requirement<'a>]) -> Self {
        let choices = || requirements.iter().flat_map(|requirement| &requirement.choices);
        let names: BTreeSet<&str> = choices().flat_map(|choice| &choice.permissions).copied().collect();
        let numbers: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
        let mut levels: Vec<Level> = vec![Level::default(); names.len()];
        let mut lists = Vec::with_capacity(requirements.len());
        for requirement in requirements {
            let mut list = Vec::with_capacity(requirement.choices.len());
            for (position, choice) in requirement.choices.iter().enumerate() {
                let members = choice.permissions.iter().filter_map(|name| numbers.get(name).copied());
                let members: BTreeSet<usize> = members.collect();
                let position = if choice.least { 0 } else { position };
                for at in &members {
                    if let Some(level) = levels.get_mut(*at) {
                        level.see(position, members.len() == 1);
                    }
                }
                list.push(members.into_iter().collect());
            }
            lists.push(list);
        }
        Self {
            names: names.into_iter().collect(),
            levels: levels.into_iter().map(Level::number).collect(),
            lists,
        }
    }

    fn named(&self, set: &BTreeSet<usize>) -> Vec<&'a str> {
        set.iter().filter_map(|at| self.names.get(*at).copied()).collect()
    }
}

/// Where a permission stands in the lists.
#[derive(Clone, Copy, Default)]
struct Level {
    alone: Option<usize>,
    in_group: Option<usize>,
}

impl Level {
    fn see(&mut self, position: usize, alone: bool) {
        if alone {
            self.alone = self.alone.max(Some(position));
        } else {
            self.in_group = Some(self.in_group.map_or(position, |known| known.min(position)));
        }
    }

    fn number(self) -> usize {
        self.alone.or(self.in_group).unwrap_or(0)
    }
}
