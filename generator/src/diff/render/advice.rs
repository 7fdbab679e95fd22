//! What a breaking change means for code that uses the emitted crate.

use super::words::one_line;
use crate::diff::{Aspect, Change, Effect, RustItem};

/// More items than these are only counted.
const MOST: usize = 3;

/// A line for each item that programs have to treat differently because of the same change of some items. Endpoints and
/// parts of what is gone are left out.
pub(super) fn lines(members: &[&Change], quote: impl Fn(&str) -> String) -> Vec<String> {
    let broken = members.iter().flat_map(|change| {
        let broken = change.items.iter().filter(|item| item.effect == Effect::Incompatible);
        broken
            .filter(|item| !is_part_of_gone(item, change))
            .map(|item| line(item, change, &quote))
    });
    let mut lines: Vec<String> = broken.collect();
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(format!("and {more} more {}", if more == 1 { "item" } else { "items" }));
    }
    lines
}

/// An endpoint goes with its function, a field with its struct.
fn is_part_of_gone(item: &RustItem, change: &Change) -> bool {
    let owner = item.path.rsplit_once("::").map_or("", |(owner, _)| owner);
    let is_endpoint = item.before.as_deref() == Some("Endpoint");
    is_endpoint
        || change
            .items
            .iter()
            .any(|other| other.path == owner && other.after.is_none())
}

fn line(item: &RustItem, change: &Change, quote: &impl Fn(&str) -> String) -> String {
    let path = quote(&item.path);
    let Some(after) = &item.after else {
        return match successor(item, change) {
            Some(new) => format!("{path} is gone: use {}", quote(new)),
            None => format!("{path} is gone"),
        };
    };
    if item.before.as_ref() != Some(after) {
        return format!("{path} is now {}", quote(&one_line(after)));
    }
    if item.differs.contains(&Aspect::Features) {
        return match item.features.as_slice() {
            [] => format!("{path} is no longer in every feature that had it"),
            features => format!("{path} needs the feature {}", features.join(" or ")),
        };
    }
    format!("{path} makes another call")
}

/// The only new item of the same kind that came with the change, or the only one with the same signature.
fn successor<'c>(gone: &RustItem, change: &'c Change) -> Option<&'c str> {
    let depth = |path: &str| path.matches("::").count();
    let is_static = |item: &RustItem| item.before.as_deref().or(item.after.as_deref()) == Some("Endpoint");
    let new = change.items.iter().filter(|item| item.before.is_none());
    let alike = |item: &&RustItem| depth(&item.path) == depth(&gone.path) && is_static(item) == is_static(gone);
    let new: Vec<&RustItem> = new.filter(alike).collect();
    let same: Vec<&RustItem> = new.iter().filter(|item| item.after == gone.before).copied().collect();
    match (new.as_slice(), same.as_slice()) {
        ([only], _) | (_, [only]) => Some(only.path.as_str()),
        _ => None,
    }
}
