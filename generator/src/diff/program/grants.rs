//! The permissions that a program has to ask for anew.

use super::calls::documented_at;
use super::{Documented, Regrant};
use crate::model::{Method, PathKey, Scheme, Version};
use crate::permissions::answer::{self, Answer, OfScheme};
use crate::permissions::program::{Known, Program};
use crate::permissions::{Grants, Needs};
use std::collections::BTreeSet;

/// For each kind of sign-in that the program can use: the one that every call could be made with; if there is none, any
/// that a call could be made with. A log tells which one was used.
pub(super) fn of(
    before: &Program<'_, '_>,
    after: &Program<'_, '_>,
    granted: &Grants,
    schemes: &[Scheme],
) -> Vec<Regrant> {
    let answer = Answer::of(before, schemes, &Grants::default());
    let is_seen = |one: &&OfScheme| before.is_seen_with(one.scheme);
    let is_whole = |one: &&OfScheme| one.whole().is_some_and(|set| !set.is_empty());
    let mut usable: Vec<&OfScheme> = answer.schemes.iter().filter(is_seen).collect();
    if usable.is_empty() {
        usable = answer.schemes.iter().filter(is_whole).collect();
    }
    if usable.is_empty() {
        usable = answer.schemes.iter().filter(|one| !one.least.is_empty()).collect();
    }
    let regrants = usable.into_iter().map(|one| {
        let named = granted.of(one.scheme);
        let held = named.unwrap_or_else(|| one.least.iter().map(String::as_str).collect());
        regrant(one.scheme, &held, before, after)
    });
    regrants.collect()
}

fn regrant(scheme: Scheme, held: &[&str], before: &Program<'_, '_>, after: &Program<'_, '_>) -> Regrant {
    let compared = answer::against(after, scheme, held);
    let was = answer::against(before, scheme, held);
    let at = |index: &usize| after.calls.get(*index).map(documented_at);
    // What was missing or too much before is nothing that the changes have done.
    let lacked = |name: &String| was.missing.iter().any(|(known, _)| known == name);
    let ask = compared.missing.iter().filter(|(name, _)| !lacked(name));
    let ask = ask.map(|(name, calls)| {
        let mut calls: Vec<Documented> = calls.iter().filter_map(at).collect();
        calls.dedup();
        (name.clone(), calls)
    });
    let was_idle = |name: &String| was.excess.iter().any(|(known, _)| known == name);
    let idle = compared.excess.iter().map(|(name, _)| name);
    let idle = idle.filter(|name| !was_idle(name));
    Regrant {
        scheme,
        held: held.iter().map(|name| (*name).to_owned()).collect(),
        ask: ask.collect(),
        idle: idle.cloned().collect(),
        refused: refused(scheme, before, after),
    }
}

/// Calls that one side allows and the other does not.
fn refused(scheme: Scheme, before: &Program<'_, '_>, after: &Program<'_, '_>) -> Vec<Documented> {
    let is = |call: &&Known<'_, '_>, allowed: bool| match call.needs(scheme) {
        Needs::Stated(_) => allowed,
        Needs::NotSupported => !allowed,
        Needs::NotStated => false,
    };
    let could = before.calls.iter().filter(|call| is(call, true));
    let could: BTreeSet<_> = could.filter_map(key).collect();
    let now = after.of_scheme(scheme).map(|(_, call)| call);
    let now = now.filter(|call| is(call, false));
    let refused = now.filter(|call| key(call).is_some_and(|key| could.contains(&key)));
    let mut refused: Vec<Documented> = refused.map(documented_at).collect();
    refused.dedup();
    refused
}

/// What makes it the same call on both sides, however its placeholders are named.
fn key(call: &Known<'_, '_>) -> Option<(Version, Method, PathKey)> {
    let route = call.documented.pages.first()?.route;
    Some((call.documented.version.clone(), route.method, route.path.key().clone()))
}
