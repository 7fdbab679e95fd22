//! The members of a group, behind the sentence that they share.

use super::words::{one_line, owned, shared_sentence, short};
use crate::diff::{Change, Changes, Kind, Place, Rule, groups};
use std::collections::BTreeMap;

/// More members of a group than these are only counted.
const MOST: usize = 4;

/// `kettle/litres, shelf/width and 3 more`. What the sentence names already is left out: several permissions of one page.
pub(super) fn names(members: &[&Change], quote: impl Fn(&str) -> String) -> String {
    let mut names: Vec<String> = members.iter().map(|change| name(change)).collect();
    names.dedup();
    let shown: Vec<String> = names.iter().take(MOST).map(|name| quote(name)).collect();
    let shown = shown.join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// What annotations are made for: each change, but a change in an include once, with the pages that it reaches.
pub(super) fn by_place(changes: &Changes) -> Vec<Vec<&Change>> {
    let mut all = Vec::new();
    for group in groups(&changes.changes) {
        let mut includes: BTreeMap<&Place, usize> = BTreeMap::new();
        for change in group.members {
            let include = change.place().filter(|place| place.is_in_include());
            let known = include.map(|place| *includes.entry(place).or_insert(all.len()));
            let members: Option<&mut Vec<&Change>> = known.and_then(|at| all.get_mut(at));
            match members {
                Some(members) => members.push(change),
                None => all.push(vec![change]),
            }
        }
    }
    all
}

/// What has happened to some items, with their names.
pub(super) fn message(members: &[&Change], quote: impl Fn(&str) -> String) -> String {
    match members {
        [] => String::new(),
        [change] => owned(change, quote),
        [first, ..] => {
            let names = names(members, &quote);
            format!("{} items: {} ({names})", members.len(), shared_sentence(first, quote))
        }
    }
}

/// The owner, with the part if each member has another one.
fn name(change: &Change) -> String {
    let owner = one_line(short(&change.target));
    let has_part = matches!(change.kind, Kind::Property | Kind::Relationship | Kind::Parameter)
        || change.rule == Rule::MemberValueChanged;
    if has_part {
        format!("{owner}/{}", one_line(&change.name))
    } else {
        owner
    }
}

/// `1 part`, `4 parts`.
pub(super) fn counted(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}
