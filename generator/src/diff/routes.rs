//! Routes.

use super::context::Context;
use super::pair::pair;
use super::replaced::{self, Replaced};
use super::subject::{Found, Subject};
use super::{Impact, Kind, Rule, options, responses};
use crate::model::{Method, Operation, Path, PathKey, Route, pieces};
use std::collections::BTreeSet;

/// What identifies a route. The names of its placeholders do not matter.
pub(super) fn key(route: &Route) -> (Method, PathKey) {
    (route.method, route.path.key().clone())
}

/// The routes of an operation that is gone.
pub(super) fn removed(owner: &Subject, operation: &Operation, impact: Impact, found: &mut Found) {
    for route in &operation.routes {
        let subject = subject(owner, route).at(Some(&route.origin), None).implied();
        found.removed(&subject, Rule::RouteRemoved, impact, query(route));
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
    let same = others.removed.is_empty() && others.added.is_empty();
    let [removed, added] = [others.removed, others.added].map(|routes| {
        let stays = |route: &&Route| !context.moves.is_moved(route);
        routes.into_iter().filter(stays).collect::<Vec<_>>()
    });
    let optional = |route: &&Route| options::is_told(route, [before, after]);
    let [(told_removed, removed), (told_added, added)] =
        [removed, added].map(|routes| routes.into_iter().partition::<Vec<_>, _>(optional));
    for route in told_removed {
        let subject = subject(owner, route).at(Some(&route.origin), None).implied();
        found.removed(&subject, Rule::RouteRemoved, Impact::Docs, query(route));
    }
    for route in told_added {
        let subject = subject(owner, route).at(None, Some(&route.origin)).implied();
        found.added(&subject, Rule::RouteAdded, Impact::Docs, query(route));
    }
    let sorted = replaced::sort(&removed, &added, pairs.both.is_empty());
    for replaced in sorted.replaced {
        tell_replaced(owner, replaced, found);
    }
    for route in &sorted.removed {
        let subject = subject(owner, route).at(Some(&route.origin), None);
        found.removed(
            &subject,
            Rule::RouteRemoved,
            context.moves.impact_of_loss(std::iter::once(*route)),
            query(route),
        );
    }
    for route in &sorted.added {
        let subject = subject(owner, route).at(None, Some(&route.origin));
        // The same call with another query.
        let is_known = before.routes.iter().any(|other| key(other) == key(route));
        let impact = if is_known { Impact::Docs } else { Impact::Additive };
        found.added(&subject, Rule::RouteAdded, impact, query(route));
    }
    let order = |operation: &Operation| operation.routes.iter().map(exact).collect::<Vec<_>>();
    let queries = pairs.both.iter().all(|(before, after)| before.query == after.query);
    if same && queries && order(before) != order(after) {
        let lines = |operation: &Operation| operation.routes.iter().map(line).collect::<Vec<_>>().join("\n");
        found.changed(owner, Rule::RoutesReordered, Impact::Docs, lines(before), lines(after));
    }
}

/// Says that the operation calls some routes instead of others.
fn tell_replaced(owner: &Subject, replaced: Replaced<'_>, found: &mut Found) {
    let Replaced { before, after, swap } = replaced;
    let (Some(first), Some(new)) = (before.first(), after.first()) else {
        return;
    };
    let lines = |routes: &[&Route]| {
        let lines: BTreeSet<String> = routes.iter().map(|route| line(route)).collect();
        lines.into_iter().collect::<Vec<_>>().join("\n")
    };
    let subject = subject(owner, new).at(Some(&first.origin), Some(&new.origin));
    let subject = Subject { swap, ..subject };
    found.changed(
        &subject,
        Rule::RouteReplaced,
        Impact::Breaking,
        lines(&before),
        lines(&after),
    );
}

fn compare_pair(owner: &Subject, before: &Route, after: &Route, found: &mut Found) {
    let Route {
        id: _,
        method: _,
        path,
        query,
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
    let queries = [&before.query, query].map(|query| stated(query));
    // Another value of an option of OData is another example of it.
    let impact = if options::same_names(&before.query, query) {
        Impact::Docs
    } else {
        Impact::Breaking
    };
    found.compared(&subject, Rule::RouteQueryChanged, impact, queries);
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
