//! What differs between two surfaces, and what that does to programs.

use super::item::{Form, Item, Role};
use super::{Features, Surface};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// What a difference does to programs that use the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// A program that uses the item does not compile any more, or makes another call.
    Incompatible,
    /// There is more to use.
    Compatible,
}

/// Which part of an item differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    /// The item is new or gone.
    Name,
    /// What it is, or its type.
    Type,
    /// The features that turn it on.
    Features,
    /// Where the call goes: the place, or the values in the path.
    Path,
    /// Values of query options.
    Query,
    /// Values of headers.
    Header,
    /// What is sent.
    Body,
    /// What is returned.
    Returns,
    /// The routes that are called.
    Calls,
}

/// A difference of one item.
#[derive(Debug, Clone)]
pub struct Difference<'s> {
    /// The path of the item.
    pub path: &'s str,
    /// Before; `None` if it is new.
    pub before: Option<&'s Item>,
    /// After; `None` if it is gone.
    pub after: Option<&'s Item>,
    /// What differs.
    pub aspects: BTreeSet<Aspect>,
    /// What that does.
    pub effect: Effect,
}

/// Every difference of two surfaces, by path. What comes with a struct or enum that is new or gone is listed, too.
pub fn compare<'s>(before: &'s Surface, after: &'s Surface) -> Vec<Difference<'s>> {
    let (mut old, mut new) = (before.items.iter().peekable(), after.items.iter().peekable());
    let mut differences = Vec::new();
    // Both are sorted by path.
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some((one, _)), Some((other, _))) => one.cmp(other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return differences,
        };
        let before = if order.is_le() { old.next() } else { None };
        let now = if order.is_ge() { new.next() } else { None };
        differences.extend(difference(before, now, after));
    }
}

/// The difference of one path, if there is one.
fn difference<'s>(
    before: Option<(&'s String, &'s Item)>,
    after: Option<(&'s String, &'s Item)>,
    surface: &Surface,
) -> Option<Difference<'s>> {
    let (path, _) = before.or(after)?;
    let [before, after] = [before, after].map(|entry| entry.map(|(_, item)| item));
    let (aspects, effect) = match (before, after) {
        (Some(before), Some(after)) => differs(path, [before, after], surface)?,
        (Some(_), None) => (BTreeSet::from([Aspect::Name]), Effect::Incompatible),
        (None, _) => (BTreeSet::from([Aspect::Name]), Effect::Compatible),
    };
    Some(Difference {
        path,
        before,
        after,
        aspects,
        effect,
    })
}

fn differs(path: &str, [before, after]: [&Item; 2], surface: &Surface) -> Option<(BTreeSet<Aspect>, Effect)> {
    let mut aspects = forms(&before.form, &after.form);
    let mut effect = if aspects.is_empty() {
        Effect::Compatible
    } else {
        Effect::Incompatible
    };
    if before.features != after.features {
        let owner = path.rsplit_once("::").and_then(|(owner, _)| surface.items.get(owner));
        let lost = is_lost(&before.features, &after.features, owner.map(|owner| &owner.features));
        let is_own = owner.is_none_or(|owner| owner.features != after.features);
        if lost || is_own {
            aspects.insert(Aspect::Features);
        }
        if lost {
            effect = Effect::Incompatible;
        }
    }
    if let (Form::Function { calls: old, .. }, Form::Function { calls: new, .. }) = (&before.form, &after.form)
        && old != new
    {
        aspects.insert(Aspect::Calls);
        if !old.is_subset(new) {
            effect = Effect::Incompatible;
        }
    }
    (!aspects.is_empty()).then_some((aspects, effect))
}

/// Whether a feature no longer turns the item on, although it turns its owner on.
fn is_lost(before: &Features, after: &Features, owner: Option<&Features>) -> bool {
    let mut lost = before.iter().filter(|feature| !after.contains(*feature));
    lost.any(|feature| owner.is_none_or(|owner| owner.contains(feature)))
}

fn forms(before: &Form, after: &Form) -> BTreeSet<Aspect> {
    let (
        Form::Function {
            arguments: old,
            returns: was,
            ..
        },
        Form::Function {
            arguments: new,
            returns: is,
            ..
        },
    ) = (before, after)
    else {
        if matches!((before, after), (Form::Endpoint { .. }, Form::Endpoint { .. })) {
            return BTreeSet::new();
        }
        return (before != after).then_some(Aspect::Type).into_iter().collect();
    };
    let mut aspects = BTreeSet::new();
    let of = |arguments: &[super::Argument], roles: &[Role]| {
        let own = arguments.iter().filter(|argument| roles.contains(&argument.role));
        own.map(|argument| argument.of.clone()).collect::<Vec<_>>()
    };
    for (aspect, roles) in [
        (Aspect::Path, &[Role::Place, Role::Path][..]),
        (Aspect::Query, &[Role::Query]),
        (Aspect::Header, &[Role::Header]),
        (Aspect::Body, &[Role::Body]),
    ] {
        aspects.extend((of(old, roles) != of(new, roles)).then_some(aspect));
    }
    aspects.extend((was != is).then_some(Aspect::Returns));
    aspects
}
