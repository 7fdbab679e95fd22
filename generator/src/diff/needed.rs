//! Items that a feature no longer turns on, because nothing of that area needs them any more.
//!
//! An item is compiled for the areas whose items name it. When such an item is gone, or has left the area itself, the feature
//! is lost with it: both are one change. A field is compiled only where its type is.

use super::{Change, RustItem};
use crate::emit::surface::{Aspect, Difference, Effect, Form, Item, Surface};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The version's module and the name of a type: `beta` and `Kettle`.
type Name<'s> = (&'s str, &'s str);
/// The paths of items by the type that they name, and whether they are updates of it.
type Users<'s> = BTreeMap<(Name<'s>, bool), BTreeSet<&'s str>>;

/// Gives items to the change of what needed them, and returns the others.
pub(super) fn adopt<'d, 's>(
    differences: Vec<&'d Difference<'s>>,
    before: &Surface,
    changes: &mut [Change],
) -> Vec<&'d Difference<'s>> {
    let follows = |difference: &&Difference<'_>| is_loss(difference) || is_unused(difference, before);
    let (mut waiting, mut left): (Vec<_>, Vec<_>) = differences.into_iter().partition(follows);
    let users = users(&waiting, before);
    let mut known = Known::of(changes);
    loop {
        let (found, others): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .map(|difference| (difference, known.cause(difference, &users)))
            .partition(|(_, at)| at.is_some());
        waiting = others.into_iter().map(|(difference, _)| difference).collect();
        if found.is_empty() {
            break;
        }
        for (difference, at) in found {
            if let Some((at, change)) = at.and_then(|at| Some((at, changes.get_mut(at)?))) {
                change.items.push(RustItem::of(difference));
                known.put(difference.path, at);
            }
        }
    }
    left.extend(waiting);
    left.sort_by(|one, two| one.path.cmp(two.path));
    left
}

/// Whether nothing but the features differs.
pub(super) fn is_loss(difference: &Difference<'_>) -> bool {
    difference.before.is_some() && difference.aspects.iter().all(|aspect| *aspect == Aspect::Features)
}

/// Whether it is a choice of kinds, or one of its kinds, that nothing refers to any more.
fn is_unused(difference: &Difference<'_>, before: &Surface) -> bool {
    let is_any = |path: &str| before.items.get(path).is_some_and(|item| item.form == Form::Any);
    let is_unused = is_any(difference.path) || is_any(owner(difference.path)) || is_method(difference);
    difference.after.is_none() && is_unused
}

/// Whether it is the method of a type that an update takes.
fn is_method(difference: &Difference<'_>) -> bool {
    let item = difference.before.or(difference.after);
    item.is_some_and(|item| matches!(item.form, Form::Part { word: "method", .. }))
}

/// The type that something has to name for the item to be there.
fn wanted<'d>(difference: &Difference<'d>) -> Name<'d> {
    let path = difference.path;
    name_of(if is_method(difference) { owner(path) } else { path })
}

/// The path of the struct or enum that has a part.
fn owner(path: &str) -> &str {
    path.rsplit_once("::").map_or("", |(owner, _)| owner)
}

/// The changes that items belong to, by path.
struct Known {
    paths: BTreeMap<String, usize>,
    /// By version and name of an item the first path.
    names: FxHashMap<String, FxHashMap<String, String>>,
}

impl Known {
    fn of(changes: &[Change]) -> Self {
        let mut known = Self {
            paths: BTreeMap::new(),
            names: FxHashMap::default(),
        };
        for (at, change) in changes.iter().enumerate() {
            for item in change.items.iter().filter(|item| item.before.is_some()) {
                if item.effect == Effect::Incompatible && !known.paths.contains_key(&item.path) {
                    known.put(&item.path, at);
                }
            }
        }
        known
    }

    fn put(&mut self, path: &str, at: usize) {
        self.paths.insert(path.to_owned(), at);
        let (version, name) = name_of(path);
        let names = self.names.entry(version.to_owned()).or_default();
        let first = names.entry(name.to_owned()).or_insert_with(|| path.to_owned());
        if path < first.as_str() {
            path.clone_into(first);
        }
    }

    /// The change of an item that named it, or of the type that a field has.
    fn cause(&self, difference: &Difference<'_>, users: &Users<'_>) -> Option<usize> {
        if is_part(difference) && !is_method(difference) {
            // What goes with its owner.
            if difference.after.is_none() {
                return self.paths.get(owner(difference.path)).copied();
            }
            let types = named(difference);
            let known = types.iter().filter_map(|(version, name)| {
                let path = self.names.get(*version)?.get(*name)?;
                Some((path, self.paths.get(path)?))
            });
            return known.min().map(|(_, at)| *at);
        }
        let users = users.get(&(wanted(difference), is_method(difference)))?;
        users.iter().find_map(|path| self.paths.get(*path).copied())
    }
}

fn is_part(difference: &Difference<'_>) -> bool {
    let item = difference.before.or(difference.after);
    item.is_some_and(|item| matches!(item.form, Form::Part { .. }))
}

/// The types that the item names.
pub(super) fn named<'d>(difference: &Difference<'d>) -> BTreeSet<Name<'d>> {
    let version = difference.path.split("::").next().unwrap_or_default();
    match difference.before.map(|item| &item.form) {
        Some(Form::Part { of, .. }) => words(of).map(|word| (version, word)).collect(),
        _ => BTreeSet::new(),
    }
}

/// For each type that has lost a feature the structs, enums and functions that named it; and for each that has lost the
/// method for updates the updates that took it.
fn users<'s>(losses: &[&Difference<'s>], before: &'s Surface) -> Users<'s> {
    let wanted = losses.iter().map(|loss| wanted(loss));
    let wanted: BTreeMap<String, Name<'s>> = wanted.map(|name| (format!("{}::{}", name.0, name.1), name)).collect();
    let mut users = Users::new();
    if wanted.is_empty() {
        return users;
    }
    for (path, item) in &before.items {
        let is_part = matches!(item.form, Form::Part { .. });
        if !is_part && !matches!(item.form, Form::Function { .. }) {
            continue;
        }
        let (version, _) = name_of(path);
        let owner = path.rsplit_once("::").filter(|_| is_part).map(|(owner, _)| owner);
        let signature = item.signature();
        for word in words(&signature) {
            if let Some(name) = wanted.get(&format!("{version}::{word}")) {
                let own = users.entry((*name, false)).or_default();
                own.insert(path);
                own.extend(owner);
                if is_update(item) {
                    users.entry((*name, true)).or_default().insert(path);
                }
            }
        }
    }
    users
}

fn is_update(item: &Item) -> bool {
    let is_update = |call: &String| call.starts_with("PATCH ") || call.starts_with("PUT ");
    matches!(&item.form, Form::Function { calls, .. } if calls.iter().any(is_update))
}

/// `beta` and `Kettle` of `beta::kettle::Kettle`.
pub(super) fn name_of(path: &str) -> Name<'_> {
    let version = path.split("::").next().unwrap_or_default();
    (version, path.rsplit("::").next().unwrap_or(path))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.filter(|word| word.starts_with(char::is_uppercase))
}
