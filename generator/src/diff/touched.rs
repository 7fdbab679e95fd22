//! Whether an item of the crate has to do with a route.

use super::Rule;
use crate::emit::surface::{Difference, Form, Item};
use std::collections::BTreeSet;

/// Whether a change of some calls can be seen in an item: a function makes calls that it did not make, or no longer makes
/// them; a constructor stands for a place of theirs. Items that are about no call at all count as well.
pub(super) fn has(rule: Rule, calls: &[String], difference: &Difference<'_>) -> bool {
    let [old, new] = [difference.before, difference.after].map(calls_of);
    if let Some(place) = place(difference) {
        let is_own = match rule {
            Rule::RouteAdded => difference.before.is_none(),
            Rule::RouteRemoved => difference.after.is_none(),
            Rule::RouteReplaced | Rule::RouteMoved => true,
            // The call stays where it is.
            _ => difference.before.is_some() && difference.after.is_some(),
        };
        return is_own && calls.iter().any(|call| is_at(call, place));
    }
    if old.is_none() && new.is_none() {
        return true;
    }
    let has = |side: Option<&BTreeSet<String>>, call: &String| side.is_some_and(|side| holds(side, call));
    calls.iter().any(|call| match (has(old, call), has(new, call)) {
        (false, true) => rule != Rule::RouteRemoved,
        (true, false) => rule != Rule::RouteAdded,
        // Names and values of its path can differ.
        (true, true) => !matches!(rule, Rule::RouteAdded | Rule::RouteRemoved),
        (false, false) => false,
    })
}

/// Whether a name stood for the function of one page, and stands for that of another one.
pub(super) fn is_taken(difference: &Difference<'_>) -> bool {
    let sides = [difference.before, difference.after];
    let [Some(before), Some(after)] = sides else {
        return false;
    };
    let calls = sides.map(calls_of);
    let [Some(old), Some(new)] = calls else {
        return false;
    };
    before.source.owner != after.source.owner && old.is_disjoint(new)
}

/// Whether it is a function or its endpoint.
pub(super) fn is_function(difference: &Difference<'_>) -> bool {
    calls_of(difference.before.or(difference.after)).is_some()
}

fn calls_of(item: Option<&Item>) -> Option<&BTreeSet<String>> {
    match &item?.form {
        Form::Function { calls, .. } | Form::Endpoint { calls } => Some(calls),
        _ => None,
    }
}

/// Arguments that only examples show stand behind the path.
fn holds(calls: &BTreeSet<String>, call: &str) -> bool {
    calls.iter().any(|own| {
        own.strip_prefix(call)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    })
}

fn place<'d>(difference: &Difference<'d>) -> Option<&'d str> {
    let item = difference.after.or(difference.before)?;
    is_constructor(difference).then_some(item.place.as_str())
}

/// Whether it makes a place.
pub(super) fn is_constructor(difference: &Difference<'_>) -> bool {
    let item = difference.after.or(difference.before);
    item.is_some_and(|item| matches!(item.form, Form::Constructor(_)))
}

/// Whether a call is made at a place.
fn is_at(call: &str, place: &str) -> bool {
    let path = call.split_once(' ').map_or(call, |(_, path)| path);
    let rest = path.strip_prefix(place);
    // One thing of a collection is a place of its own.
    let is_further = |rest: &str| rest.starts_with(['/', '(', ':']) && !rest.starts_with("/{");
    rest.is_some_and(|rest| rest.is_empty() || is_further(rest))
}
