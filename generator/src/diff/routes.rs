//! Routes.

use super::context::Context;
use super::pair::{Pairs, pair};
use super::subject::{Found, Subject};
use super::{Impact, Kind, Rule, responses};
use crate::model::{Method, Operation, Path, PathKey, Route, pieces};

/// What identifies a route. The names of its placeholders do not matter.
pub(super) fn key(route: &Route) -> (Method, PathKey) {
    (route.method, route.path.key())
}

/// The routes of an operation that is gone.
pub(super) fn removed(owner: &Subject, operation: &Operation, found: &mut Found) {
    for route in &operation.routes {
        let subject = subject(owner, route).at(Some(&route.origin), None).implied();
        found.removed(&subject, Rule::RouteRemoved, Impact::Breaking, query(route));
    }
}

/// The routes of a new operation.
pub(super) fn added(owner: &Subject, operation: &Operation, found: &mut Found) {
    for route in &operation.routes {
        let subject = subject(owner, route).at(None, Some(&route.origin)).implied();
        found.added(&subject, Rule::RouteAdded, Impact::Additive, query(route));
    }
}

/// The routes of an operation that both sides have.
pub(super) fn compare(
    owner: &Subject,
    before: &Operation,
    after: &Operation,
    context: &Context<'_>,
    found: &mut Found,
) {
    let exact = |route: &Route| (key(route), route.query.clone());
    let mut pairs = pair(&before.routes, &after.routes, exact);
    let others = pair(
        std::mem::take(&mut pairs.removed),
        std::mem::take(&mut pairs.added),
        key,
    );
    pairs.both.extend(others.both.iter().copied());
    for (before, after) in &pairs.both {
        compare_pair(owner, before, after, found);
    }
    responses::compare(owner, [before, after], &pairs.both, context, found);
    let (replaced, others) = replaced(others);
    for (before, after) in &replaced {
        let subject = subject(owner, after).at(Some(&before.origin), Some(&after.origin));
        found.changed(
            &subject,
            Rule::RouteReplaced,
            Impact::Breaking,
            line(before),
            line(after),
        );
    }
    for route in &others.removed {
        let subject = subject(owner, route).at(Some(&route.origin), None);
        found.removed(&subject, Rule::RouteRemoved, Impact::Breaking, query(route));
    }
    for route in &others.added {
        let subject = subject(owner, route).at(None, Some(&route.origin));
        found.added(&subject, Rule::RouteAdded, Impact::Additive, query(route));
    }
    let same = replaced.is_empty() && others.removed.is_empty() && others.added.is_empty();
    let order = |operation: &Operation| operation.routes.iter().map(exact).collect::<Vec<_>>();
    let queries = pairs.both.iter().all(|(before, after)| before.query == after.query);
    if same && queries && order(before) != order(after) {
        let lines = |operation: &Operation| operation.routes.iter().map(line).collect::<Vec<_>>().join("\n");
        found.changed(owner, Rule::RoutesReordered, Impact::Docs, lines(before), lines(after));
    }
}

/// Routes that others stand for now: the same method, and either no other choice or a path that is mostly the same.
fn replaced(others: Pairs<'_, Route>) -> (Vec<(&Route, &Route)>, Pairs<'_, Route>) {
    let Pairs {
        both,
        removed,
        mut added,
    } = others;
    let only = removed.len() == 1 && added.len() == 1;
    let mut replaced = Vec::new();
    let mut left = Vec::new();
    for route in removed {
        let likeness = |other: &Route| {
            if other.method == route.method {
                shared(route, other)
            } else {
                0
            }
        };
        let best = added.iter().enumerate().max_by_key(|(_, other)| likeness(other));
        let least = if only { 20 } else { 60 };
        match best.filter(|(_, other)| likeness(other) >= least).map(|(at, _)| at) {
            Some(at) => replaced.push((route, added.swap_remove(at))),
            None => left.push(route),
        }
    }
    (
        replaced,
        Pairs {
            both,
            removed: left,
            added,
        },
    )
}

/// How many of a hundred segments two paths share at their beginning and their end.
fn shared(one: &Route, other: &Route) -> usize {
    let (one, other) = (one.path.key(), other.path.key());
    let (one, other): (Vec<&str>, Vec<&str>) = (one.as_str().split('/').collect(), other.as_str().split('/').collect());
    let first = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let last = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = one.len().max(other.len());
    let same = (first + last).min(one.len().min(other.len())).saturating_sub(1);
    same * 100 / longest.saturating_sub(1).max(1)
}

fn compare_pair(owner: &Subject, before: &Route, after: &Route, found: &mut Found) {
    let Route {
        id: _,
        method: _,
        path,
        query: options,
        // What is sent and what comes back is compared for all routes together.
        body: _,
        response: _,
        origin,
    } = after;
    let subject = subject(owner, after).at(Some(&before.origin), Some(origin));
    let (paths, impact) = ([&before.path, path], of_placeholders(&before.path, path));
    found.compared(
        &subject,
        Rule::RoutePlaceholdersChanged,
        impact,
        paths.map(Path::as_str),
    );
    let stated = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let arguments = paths.map(|path| stated(path.example_arguments()));
    found.compared(&subject, Rule::RouteArgumentsChanged, Impact::Breaking, arguments);
    let queries = [&before.query, options].map(|query| stated(query));
    found.compared(&subject, Rule::RouteQueryChanged, Impact::Breaking, queries);
}

/// Functions take the values in order, so their names do not matter, but their number does: it grows when a page
/// replaces a literal id in its route with a placeholder.
fn of_placeholders(before: &Path, after: &Path) -> Impact {
    let documented = |path: &Path| pieces(path.as_str()).len();
    if documented(before) == documented(after) {
        Impact::Docs
    } else {
        Impact::Breaking
    }
}

fn subject(owner: &Subject, route: &Route) -> Subject {
    owner.part(Kind::Route, line(route))
}

fn query(route: &Route) -> Option<String> {
    (!route.query.is_empty()).then(|| route.query.clone())
}

pub(super) fn line(route: &Route) -> String {
    let separator = if route.query.is_empty() { "" } else { "?" };
    format!("{} {}{separator}{}", route.method, route.path, route.query)
}
