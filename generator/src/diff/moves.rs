//! Routes that another page documents now: the call is the same, and its function has another name.

use super::operations::{about, stem, subject};
use super::pair::Pairs;
use super::routes::{self, key, line};
use super::subject::Found;
use super::{Impact, Kind, Rule};
use crate::model::{Method, Operation, PathKey, Route};
use std::collections::{BTreeMap, BTreeSet};

type Key = (Method, PathKey);
/// A page that has lost a route, or that has gained one.
type Page<'a> = (&'a Operation, &'a Route);

/// Which routes have moved from page to page.
#[derive(Debug, Default)]
pub(super) struct Moves<'a> {
    /// For each route the pages that no longer have it, and those that have it now.
    moved: BTreeMap<Key, [Vec<Page<'a>>; 2]>,
    /// Every route of the current side.
    documented: BTreeSet<Key>,
}

impl<'a> Moves<'a> {
    pub(super) fn of(pairs: &Pairs<'a, Operation>, after: &[Operation], renamed: &BTreeMap<String, String>) -> Self {
        let mut moved: BTreeMap<Key, [Vec<Page<'a>>; 2]> = BTreeMap::new();
        let none = BTreeSet::new();
        let lost = pairs.both.iter().map(|(before, after)| (*before, keys(after)));
        for (operation, kept) in lost.chain(pairs.removed.iter().map(|operation| (*operation, none.clone()))) {
            for (key, route) in own(operation, &kept) {
                moved.entry(key).or_default()[0].push((operation, route));
            }
        }
        let gained = pairs.both.iter().map(|(before, after)| (*after, keys(before)));
        for (operation, had) in gained.chain(pairs.added.iter().map(|operation| (*operation, none.clone()))) {
            for (key, route) in own(operation, &had) {
                moved.entry(key).or_default()[1].push((operation, route));
            }
        }
        let kept = kept(pairs);
        moved.retain(|key, [lost, gained]| {
            if kept.contains(key) {
                same_types(lost, gained, renamed);
            }
            !lost.is_empty() && !gained.is_empty()
        });
        Self {
            moved,
            documented: after.iter().flat_map(keys).collect(),
        }
    }

    /// Whether one page has lost the route and another one has got it.
    pub(super) fn is_moved(&self, route: &Route) -> bool {
        self.moved.contains_key(&key(route))
    }

    /// Whether an operation that is new or gone has only routes that have moved.
    pub(super) fn has_all(&self, operation: &Operation) -> bool {
        !operation.routes.is_empty() && operation.routes.iter().all(|route| self.is_moved(route))
    }

    /// What it means that an operation no longer has some routes: nothing for calls that another page documents.
    pub(super) fn impact_of_loss<'r>(&self, mut routes: impl Iterator<Item = &'r Route>) -> Impact {
        if routes.all(|route| self.documented.contains(&key(route))) {
            Impact::Docs
        } else {
            Impact::Breaking
        }
    }

    /// One change for each page that has lost a route and each page that has it now.
    pub(super) fn tell(&self, found: &mut Found) {
        for [lost, gained] in self.moved.values() {
            for (from, before) in lost {
                for (to, after) in gained {
                    let subject = subject(from).part(Kind::Route, line(before));
                    let subject = subject.at(Some(&before.origin), Some(&after.origin));
                    found.changed(&subject, Rule::RouteMoved, Impact::Docs, stem(from), stem(to));
                }
            }
        }
    }
}

/// The routes that a page of both sides has.
fn kept(pairs: &Pairs<'_, Operation>) -> BTreeSet<Key> {
    let kept = pairs.both.iter().flat_map(|(before, after)| {
        let after = keys(after);
        keys(before).into_iter().filter(move |key| after.contains(key))
    });
    kept.collect()
}

/// Leaves the pages about types that pages of both lists are about. A route that other pages still have, as all derived types
/// share those of their base, has not moved from the page of one type to that of another.
fn same_types<'a>(lost: &mut Vec<Page<'a>>, gained: &mut Vec<Page<'a>>, renamed: &BTreeMap<String, String>) {
    let types = |pages: &[Page<'a>]| {
        pages
            .iter()
            .map(|(page, _)| about(page, renamed))
            .collect::<BTreeSet<_>>()
    };
    let (from, to) = (types(lost), types(gained));
    lost.retain(|(page, _)| to.contains(&about(page, renamed)));
    gained.retain(|(page, _)| from.contains(&about(page, renamed)));
}

fn keys(operation: &Operation) -> BTreeSet<Key> {
    operation.routes.iter().map(routes::key).collect()
}

/// The routes that the other side does not have, each once.
fn own<'a>(operation: &'a Operation, others: &BTreeSet<Key>) -> BTreeMap<Key, &'a Route> {
    let routes = operation.routes.iter().rev().map(|route| (key(route), route));
    routes.filter(|(key, _)| !others.contains(key)).collect()
}
