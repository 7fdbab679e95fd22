//! The verdict: which public items of the emitted crate a change touches.
//!
//! A change of the pages breaks a program when an item that it touches is incompatible, or when the call itself differs in
//! a way that no compiler sees: a permission, a cloud, a requirement. The first is read from the surfaces of both sides.
//! An incompatible item that no change of the pages explains is a change of its own.

use super::claim::{self, Claim};
use super::follow::Followed;
use super::{Change, Impact, Rule, RustItem, adopt, needed, unexplained};
use crate::emit::surface::{Aspect, Difference, Effect, Surface};
use std::collections::{BTreeMap, BTreeSet};

/// The version, the owner and the part of an item, in lower case.
pub(super) type Key = (String, String, String);

/// The differences of two surfaces, found by what they come from.
pub(super) struct Verdict<'d, 's> {
    differences: &'d [Difference<'s>],
    keys: Vec<Vec<Key>>,
    before: &'s Surface,
}

impl<'d, 's> Verdict<'d, 's> {
    pub(super) fn new(differences: &'d [Difference<'s>], followed: &Followed<'_>, before: &'s Surface) -> Self {
        let keys = differences.iter().map(|difference| followed.keys(difference)).collect();
        Self {
            differences,
            keys,
            before,
        }
    }

    /// Gives every change its items and its impact, and adds the changes that only items show.
    pub(super) fn apply(&self, changes: &mut Vec<Change>) {
        let chosen = self.choose(changes);
        let mut unexplained: Vec<&Difference<'_>> = Vec::new();
        for (difference, chosen) in self.differences.iter().zip(&chosen) {
            for at in chosen {
                if let Some(change) = changes.get_mut(*at) {
                    touch(change, difference);
                }
            }
            if chosen.is_empty() && difference.effect == Effect::Incompatible {
                unexplained.push(difference);
            }
        }
        let unexplained = adopt::adopt(unexplained, changes);
        let unexplained = needed::adopt(unexplained, self.before, changes);
        for change in changes.iter_mut().filter(|change| !change.implied) {
            judge(change);
        }
        changes.extend(unexplained::changes(&unexplained));
        follow_owners(changes);
    }

    /// For each difference the changes that explain it best.
    fn choose(&self, changes: &[Change]) -> Vec<Vec<usize>> {
        let mut claims: BTreeMap<Key, Vec<(usize, Claim)>> = BTreeMap::new();
        for (at, change) in changes.iter().enumerate().filter(|(_, change)| !change.implied) {
            for (key, claim) in claim::of(change) {
                claims.entry(key).or_default().push((at, claim));
            }
        }
        let chosen = |(difference, keys): (&Difference<'_>, &Vec<Key>)| {
            let candidates: Vec<(usize, &Claim, &str)> = keys
                .iter()
                .filter_map(|key| Some((key, claims.get(key)?)))
                .flat_map(|(key, claims)| claims.iter().map(|(at, claim)| (*at, claim, key.2.as_str())))
                .collect();
            let best: BTreeSet<usize> = difference
                .aspects
                .iter()
                .flat_map(|aspect| best(*aspect, difference, &candidates))
                .collect();
            best.into_iter().collect()
        };
        self.differences.iter().zip(&self.keys).map(chosen).collect()
    }
}

/// The changes that explain an aspect best.
fn best(aspect: Aspect, difference: &Difference<'_>, candidates: &[(usize, &Claim, &str)]) -> Vec<usize> {
    let fits = candidates.iter();
    let fits: Vec<(usize, usize)> = fits
        .filter_map(|(at, claim, part)| Some((claim.rank(aspect, difference, part)?, *at)))
        .collect();
    let best = fits.iter().map(|(rank, _)| *rank).min();
    fits.into_iter()
        .filter(|(rank, _)| Some(*rank) == best)
        .map(|(_, at)| at)
        .collect()
}

fn touch(change: &mut Change, difference: &Difference<'_>) {
    change.items.push(RustItem::of(difference));
}

/// The impact of a change with its items.
fn judge(change: &mut Change) {
    let broken = change.items.iter().any(|item| item.effect == Effect::Incompatible);
    let wire = if is_wire(change) { change.impact } else { Impact::Docs };
    change.wire = wire == Impact::Breaking;
    change.impact = if broken || change.wire {
        Impact::Breaking
    } else if wire == Impact::Additive || !change.items.is_empty() {
        Impact::Additive
    } else {
        Impact::Docs
    };
}

/// What follows from another change has its impact.
fn follow_owners(changes: &mut [Change]) {
    let key = |change: &Change| (change.version.clone(), change.action, change.target.clone());
    let owners: BTreeMap<_, Impact> = changes
        .iter()
        .filter(|change| !change.implied && change.kind.is_whole())
        .map(|change| (key(change), change.impact))
        .collect();
    for change in changes.iter_mut().filter(|change| change.implied) {
        if let Some(impact) = owners.get(&key(change)) {
            change.impact = *impact;
        }
    }
}

/// Whether the facts of the pages decide, too: what a call carries, and what has to be true for it to succeed. The rest is
/// seen by the compiler.
fn is_wire(change: &Change) -> bool {
    !(matches!(
        change.rule,
        Rule::TypeAdded
            | Rule::TypeRemoved
            | Rule::TypeRenamed
            | Rule::TypeReferenced
            | Rule::TypeUnreferenced
            | Rule::TypeAreaAdded
            | Rule::TypeAreaRemoved
            | Rule::TypeAreaChanged
            | Rule::BaseTypeChanged
            | Rule::TypeKindsAdded
            | Rule::TypeKindsRemoved
            | Rule::PropertyRemoved
            | Rule::PropertySpellingChanged
            | Rule::ParameterSpellingChanged
            | Rule::PropertyTypeChanged
            | Rule::PropertySectionChanged
            | Rule::PropertyAreaChanged
            | Rule::PropertyValuesChanged
            | Rule::RelationshipAdded
            | Rule::RelationshipRemoved
            | Rule::RelationshipTypeChanged
            | Rule::ValuesAdded
            | Rule::ValuesRemoved
            | Rule::EnumAdded
            | Rule::EnumRemoved
            | Rule::EnumRenamed
            | Rule::EnumAreaAdded
            | Rule::EnumAreaRemoved
            | Rule::EnumAreaChanged
            | Rule::EnumFlagsChanged
            | Rule::MemberAdded
            | Rule::MemberRemoved
            | Rule::OperationMoved
            | Rule::OperationAreaChanged
            | Rule::RouteMoved
            | Rule::RoutePlaceholdersChanged
            | Rule::ParameterTypeChanged
            | Rule::BodyChanged
            | Rule::ResponseChanged
            | Rule::StatusChanged
    ) || change.rule == Rule::PropertyAdded && change.impact != Impact::Breaking)
}
