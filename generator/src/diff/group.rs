//! The same change on many items is one entry of a report.

use super::{Action, Change, Impact, Kind, Rule};
use std::collections::BTreeMap;

/// A change, or the same change on several items.
#[derive(Debug, Clone)]
pub struct Group<'c> {
    /// The items, in the order of the changes; at least one.
    pub members: Vec<&'c Change>,
}

impl<'c> Group<'c> {
    /// The member that stands for all.
    pub fn first(&self) -> Option<&'c Change> {
        self.members.first().copied()
    }
}

/// What changes of one group share.
pub(super) type Shared<'c> = (&'c str, Impact, &'c str, &'c str, Option<&'c str>, Option<&'c str>);

/// The changes that follow from no other one, those that say the same together.
pub fn groups<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Vec<Group<'c>> {
    let mut groups: Vec<Group<'c>> = Vec::new();
    let mut known: BTreeMap<Shared<'c>, usize> = BTreeMap::new();
    for change in changes.into_iter().filter(|change| !change.implied) {
        let at = shared(change).map(|shared| *known.entry(shared).or_insert(groups.len()));
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => group.members.push(change),
            None => groups.push(Group { members: vec![change] }),
        }
    }
    groups
}

/// `None` for what each item has for itself, such as its name or the text of its page.
pub(super) fn shared(change: &Change) -> Option<Shared<'_>> {
    let family = family(change);
    if change.rule == Rule::MemberValueChanged {
        // An enum is numbered anew.
        return Some((
            change.version.0.as_str(),
            change.impact,
            family,
            &change.target,
            None,
            None,
        ));
    }
    let mut values = [change.before.as_deref(), change.after.as_deref()];
    // Calls of many paths that begin otherwise now have the same change.
    if let Some([old, new]) = &change.swap {
        values = [Some(old), Some(new)];
    }
    let says = values.iter().any(Option::is_some);
    let is_part = matches!(
        change.kind,
        Kind::Cloud | Kind::QueryOption | Kind::Header | Kind::Permission
    );
    // An inherited row has the same words on the page of each derived type.
    let is_words = family.ends_with("docs-changed");
    let part = match change.kind {
        Kind::Member => change.name.as_str(),
        _ if is_part || is_words => change.name.as_str(),
        _ => "",
    };
    let same = change.action == Action::Changed && says;
    (is_part || same && !(is_words && change.kind.is_whole())).then(|| {
        let [before, after] = values;
        (change.version.0.as_str(), change.impact, family, part, before, after)
    })
}

/// The id of the rule; the area of a type, an enum or an operation is one family.
fn family(change: &Change) -> &'static str {
    let id = change.rule.id();
    match id.split_once('-') {
        Some(("type" | "enum" | "operation", rest)) if rest.starts_with("area-") => rest,
        _ => id,
    }
}
