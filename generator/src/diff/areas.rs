//! The areas of an item, which are the features that turn it on.

use super::subject::{Found, Subject};
use super::{Impact, Rule};
use crate::model::Area;
use std::collections::BTreeSet;

/// The rules for one kind of item: it is in more areas, in fewer, or in others.
pub(super) struct Rules {
    pub(super) added: Rule,
    pub(super) removed: Rule,
    pub(super) changed: Rule,
}

/// Compares areas. A program that turns on only a feature that no longer has the item does not compile any more.
pub(super) fn compare<'a>(
    subject: &Subject,
    rules: &Rules,
    before: impl Iterator<Item = &'a Area>,
    after: impl Iterator<Item = &'a Area>,
    found: &mut Found,
) {
    let (old, new): (BTreeSet<&Area>, BTreeSet<&Area>) = (before.collect(), after.collect());
    if old == new {
        return;
    }
    let (rule, impact) = if old.is_subset(&new) {
        (rules.added, Impact::Additive)
    } else if new.is_subset(&old) {
        (rules.removed, Impact::Breaking)
    } else {
        (rules.changed, Impact::Breaking)
    };
    found.changed(subject, rule, impact, list(&old), list(&new));
}

/// `kitchen, pantry`.
pub(super) fn list(areas: &BTreeSet<&Area>) -> String {
    areas.iter().map(|area| area.0.as_str()).collect::<Vec<_>>().join(", ")
}
