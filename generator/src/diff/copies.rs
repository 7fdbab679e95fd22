//! A type or enum that pages of several areas document: one copy for each area.

use super::hierarchy::key;
use super::pair::{Pairs, pair};
use crate::model::{Area, QualifiedName};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// An item that has a name and belongs to an area.
pub(super) trait InArea: Serialize {
    fn name(&self) -> &QualifiedName;
    fn area(&self) -> &Area;
}

/// The copies of one name on both sides.
pub(super) struct Copies<'a, T> {
    /// Copies of one area, and a copy that has moved to another area.
    pub(super) same: Vec<(&'a T, &'a T)>,
    /// Copies in areas that no longer document the name, although other areas do.
    pub(super) fewer: Vec<&'a T>,
    /// Copies in areas that did not document the name before, although other areas did.
    pub(super) more: Vec<&'a T>,
}

/// Pairs the copies of each name that both sides have. The other names are new or gone.
pub(super) fn by_name<'a, T: InArea>(before: &[&'a T], after: &[&'a T]) -> (Copies<'a, T>, Pairs<'a, T>) {
    let has = |list: &[&'a T]| {
        let names = list.iter().map(|item| key(item.name()));
        names.collect::<HashSet<_>>()
    };
    let (old, new) = (has(before), has(after));
    let stays = |names: &HashSet<String>, item: &T| names.contains(&key(item.name()));
    let (shared_before, gone): (Vec<&T>, Vec<&T>) = before.iter().partition(|item| stays(&new, item));
    let (shared_after, come): (Vec<&T>, Vec<&T>) = after.iter().partition(|item| stays(&old, item));
    let areas = pair(shared_before, shared_after, |item: &T| {
        (key(item.name()), item.area().clone())
    });
    let moved = pair(areas.removed, areas.added, |item: &T| key(item.name()));
    let mut copies = Copies {
        same: areas.both,
        fewer: moved.removed,
        more: moved.added,
    };
    // One copy here and one there is one that has moved. Of several, nobody knows which has become which.
    let leftover = moved.both.iter().map(|(old, _)| key(old.name()));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let others = copies.fewer.iter().chain(&copies.more).map(|item| key(item.name()));
    for name in leftover.chain(others) {
        *counts.entry(name).or_default() += 1;
    }
    for (old, new) in moved.both {
        if counts.get(&key(old.name())) == Some(&1) {
            copies.same.push((old, new));
        } else {
            copies.fewer.push(old);
            copies.more.push(new);
        }
    }
    let rest = Pairs {
        both: Vec::new(),
        removed: gone,
        added: come,
    };
    (copies, rest)
}

impl<'a, T: InArea> Copies<'a, T> {
    /// The copies that only one side has, by name: those of the baseline, and those of the current side.
    pub(super) fn uneven(&self) -> Vec<[Vec<&'a T>; 2]> {
        let mut names: BTreeMap<String, [Vec<&'a T>; 2]> = BTreeMap::new();
        for item in &self.fewer {
            names.entry(key(item.name())).or_default()[0].push(item);
        }
        for item in &self.more {
            names.entry(key(item.name())).or_default()[1].push(item);
        }
        names.into_values().collect()
    }
}

/// The areas of copies, sorted.
pub(super) fn areas<T: InArea>(copies: &[&T]) -> Option<String> {
    let mut areas: Vec<&str> = copies.iter().map(|item| item.area().0.as_str()).collect();
    areas.sort_unstable();
    (!areas.is_empty()).then(|| areas.join(", "))
}
