//! What is followed through the revisions: pages whose text has changed, and calls whose route has.

use super::index::{Index, file_name};
use super::item::{Item, call};
use super::walk::is_page;
use crate::diff::{Change, Rule};
use crate::docs::Step;
use std::collections::BTreeSet;

/// The pages that may be about the item in any revision. They are followed from their first one.
pub(super) fn pages<'s>(steps: &'s [Step], item: &Item, index: &Index) -> BTreeSet<&'s str> {
    let files = || {
        let files = steps.iter().flat_map(|step| &step.changed);
        let files = files.filter(|(path, _)| is_page(path));
        files.filter_map(|(path, object)| Some((path.as_str(), index.keys(object.as_ref()?))))
    };
    let is_include = |path: &str| path.contains("includes/");
    let includes = item.include_key().map(|key| {
        let own = files().filter(|(path, keys)| is_include(path) && keys.iter().any(|own| own == key));
        own.map(|(path, _)| file_name(path).to_ascii_lowercase())
            .collect::<BTreeSet<String>>()
    });
    let includes = includes.unwrap_or_default();
    let includes_one = |keys: &[String]| {
        let mut named = keys.iter().filter_map(|key| key.strip_prefix("include:"));
        named.any(|name| includes.contains(name))
    };
    let own = files().filter(|(path, keys)| !is_include(path) && (item.may_be_on(path, keys) || includes_one(keys)));
    own.map(|(path, _)| path).collect()
}

/// For each revision the calls that the item is there: the named one, what it was before it was replaced by that one, and
/// what it has become since.
pub(super) fn calls<S>(item: &Item, found: &[(S, Vec<Change>)]) -> Vec<BTreeSet<String>> {
    let Item::Call(named) = item else {
        return vec![BTreeSet::new(); found.len()];
    };
    let replaced = |changes: &Vec<Change>| -> Vec<[BTreeSet<String>; 2]> {
        let replaced = changes.iter().filter(|change| change.rule == Rule::RouteReplaced);
        replaced
            .map(|change| [lines(change.before.as_deref()), lines(change.after.as_deref())])
            .collect()
    };
    let steps: Vec<_> = found.iter().map(|(_, changes)| replaced(changes)).collect();
    let mut calls = vec![BTreeSet::new(); found.len()];
    let mut known = BTreeSet::from([named.clone()]);
    for (own, step) in calls.iter_mut().zip(&steps).rev() {
        let was = step.iter().filter(|[_, after]| !after.is_disjoint(&known));
        let was: BTreeSet<String> = was.flat_map(|[before, _]| before.clone()).collect();
        known.extend(was);
        own.extend(known.iter().cloned());
    }
    let mut known = BTreeSet::from([named.clone()]);
    for (own, step) in calls.iter_mut().zip(&steps) {
        let is = step.iter().filter(|[before, _]| !before.is_disjoint(&known));
        let is: BTreeSet<String> = is.flat_map(|[_, after]| after.clone()).collect();
        known.extend(is);
        own.extend(known.iter().cloned());
    }
    calls
}

/// The calls of some routes, each in a line.
fn lines(text: Option<&str>) -> BTreeSet<String> {
    let lines = text.unwrap_or_default().lines();
    let calls = lines.filter_map(|line| line.split_once(' '));
    calls.map(|(method, path)| call(method, path)).collect()
}
