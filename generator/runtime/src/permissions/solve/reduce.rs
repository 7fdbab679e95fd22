//! What can be left out of a search without changing its result.

use super::Alternatives;
use std::collections::{BTreeMap, BTreeSet};

/// Leaves out requirements that others imply, and alternatives that are never better than another one.
pub(super) fn reduce(mut lists: Vec<Alternatives>, levels: &[usize]) -> Vec<Alternatives> {
    loop {
        lists.retain(|list| list.iter().all(|choice| !choice.is_empty()));
        for list in &mut lists {
            *list = smallest(list);
        }
        lists.sort();
        lists.dedup();
        lists = not_implied(&lists);
        let worse = replaceable(&lists, levels);
        if worse.is_empty() {
            return lists;
        }
        for list in &mut lists {
            list.retain(|choice| choice.iter().all(|at| !worse.contains(at)));
        }
    }
}

/// The alternatives that contain no other one.
fn smallest(list: &[Vec<usize>]) -> Alternatives {
    let mut list = list.to_vec();
    list.sort();
    list.dedup();
    let is_whole = |choice: &&Vec<usize>| !list.iter().any(|other| other != *choice && contains(choice, other));
    list.iter().filter(is_whole).cloned().collect()
}

fn contains(choice: &[usize], part: &[usize]) -> bool {
    part.len() <= choice.len() && part.iter().all(|at| choice.contains(at))
}

/// The requirements that are not met by everything that meets another one. Equal ones are there once.
fn not_implied(lists: &[Alternatives]) -> Vec<Alternatives> {
    let implies = |one: &Alternatives, other: &Alternatives| {
        let meets = |choice: &Vec<usize>| other.iter().any(|part| contains(choice, part));
        one.iter().all(meets)
    };
    let is_free = |list: &&Alternatives| !lists.iter().any(|other| other != *list && implies(other, list));
    lists.iter().filter(is_free).cloned().collect()
}

/// Permissions that another one can replace everywhere and that is less privileged, or as privileged with an earlier name.
/// What replaces one of them may be replaced itself, by one that stays.
fn replaceable(lists: &[Alternatives], levels: &[usize]) -> BTreeSet<usize> {
    let mut alone: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut grouped: BTreeSet<usize> = BTreeSet::new();
    for (place, list) in lists.iter().enumerate() {
        for choice in list {
            match choice.as_slice() {
                [at] => _ = alone.entry(*at).or_default().insert(place),
                group => grouped.extend(group),
            }
        }
    }
    let price = |at: &usize| (levels.get(*at).copied().unwrap_or(0), *at);
    let is_worse = |(at, places): &(&usize, &BTreeSet<usize>)| {
        !grouped.contains(*at)
            && alone
                .iter()
                .any(|(other, others)| price(other) < price(at) && places.is_subset(others))
    };
    alone.iter().filter(is_worse).map(|(at, _)| *at).collect()
}

/// Requirements that share permissions, directly or through others.
pub(super) fn parts(lists: Vec<Alternatives>) -> Vec<Vec<Alternatives>> {
    let mut parts: Vec<(BTreeSet<usize>, Vec<Alternatives>)> = Vec::new();
    for list in lists {
        let mut permissions: BTreeSet<usize> = list.iter().flatten().copied().collect();
        let mut part = vec![list];
        let (connected, others): (Vec<_>, Vec<_>) = parts
            .into_iter()
            .partition(|(known, _)| !known.is_disjoint(&permissions));
        for (known, mut lists) in connected {
            permissions.extend(known);
            part.append(&mut lists);
        }
        parts = others;
        parts.push((permissions, part));
    }
    parts.into_iter().map(|(_, lists)| lists).collect()
}
