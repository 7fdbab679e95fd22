//! Operations: which pages of the two sides belong together, and what they say about the operation as a whole.

use super::alike::Numbers;
use super::context::Context;
use super::pair::{Pairs, pair};
use super::rename::ActionFacts;
use super::subject::{Found, Subject, deprecations};
use super::{Change, Impact, Kind, Rule, exchange, parameters, permissions, rename, routes};
use crate::model::{Method, Operation, PathKey, UnreadRoute};
use std::collections::{BTreeMap, BTreeSet};

/// Every operation of a version.
pub(super) fn compare(pairs: &Pairs<'_, Operation>, context: &Context<'_>, found: &mut Found) {
    // Most pages are the same.
    for (before, after) in pairs.both.iter().filter(|(before, after)| before != after) {
        compare_pair(before, after, context, found);
    }
    // A page whose calls have all moved is told with them.
    let told = |subject: Subject, operation: &Operation| {
        if context.moves.has_all(operation) {
            subject.implied()
        } else {
            subject
        }
    };
    for operation in &pairs.removed {
        let subject = told(subject(operation).at(Some(&operation.origin), None), operation);
        let impact = if operation.routes.is_empty() {
            Impact::Breaking
        } else {
            context.moves.impact_of_loss(operation.routes.iter())
        };
        found.removed(&subject, Rule::OperationRemoved, impact, operation.title.clone());
        routes::removed(&subject, operation, impact, found);
    }
    for operation in &pairs.added {
        let subject = told(subject(operation).at(None, Some(&operation.origin)), operation);
        found.added(
            &subject,
            Rule::OperationAdded,
            Impact::Additive,
            operation.title.clone(),
        );
        routes::added(&subject, operation, found);
    }
    context.moves.tell(found);
}

/// Matches by file name, then by all routes, then by the first route, because pages are renamed, then by what is left
/// when the action has another name, too. `renamed` has the types
/// with another name.
pub(super) fn matched<'a>(
    before: &'a [Operation],
    after: &'a [Operation],
    renamed: &BTreeMap<String, String>,
) -> Pairs<'a, Operation> {
    let file = |operation: &Operation| stem(operation).to_ascii_lowercase();
    let mut pairs = pair(before, after, file);
    let all = |operation: &Operation| operation.routes.iter().map(routes::key).collect::<BTreeSet<_>>();
    again(&mut pairs, [before, after], renamed, all);
    let first = |operation: &Operation| operation.routes.first().map(routes::key).into_iter().collect();
    again(&mut pairs, [before, after], renamed, first);
    with_other_actions(&mut pairs, renamed);
    pairs
}

/// Pairs pages about calls that stand side by side and say the same.
fn with_other_actions(pairs: &mut Pairs<'_, Operation>, renamed: &BTreeMap<String, String>) {
    let places = |operations: &[&Operation]| {
        let places = operations
            .iter()
            .filter_map(|operation| rename::place(operation, renamed));
        places.collect::<BTreeSet<_>>()
    };
    let [old, new] = [places(&pairs.removed), places(&pairs.added)];
    let common: BTreeSet<_> = old.intersection(&new).collect();
    let is_common =
        |operation: &&Operation| rename::place(operation, renamed).is_some_and(|place| common.contains(&place));
    let (removed, rest_removed) = std::mem::take(&mut pairs.removed).into_iter().partition(is_common);
    let (added, rest_added) = std::mem::take(&mut pairs.added).into_iter().partition(is_common);
    (pairs.removed, pairs.added) = (removed, added);
    let mut numbers = Numbers::default();
    pairs.also(
        |operation| ActionFacts::of(operation, renamed, &mut numbers),
        ActionFacts::marks,
        ActionFacts::same,
    );
    pairs.removed.extend(rest_removed);
    pairs.added.extend(rest_added);
}

/// Pairs the remaining operations by their routes. Operations without routes are not paired. Routes that several pages
/// document, as those of all derived types do, say nothing alone: the pages have to be about one type, too.
fn again(
    pairs: &mut Pairs<'_, Operation>,
    sides: [&[Operation]; 2],
    renamed: &BTreeMap<String, String>,
    routes: impl Fn(&Operation) -> BTreeSet<(Method, PathKey)>,
) {
    let has_routes = |operation: &&Operation| !operation.routes.is_empty();
    let (before, alone_before): (Vec<_>, Vec<_>) = std::mem::take(&mut pairs.removed).into_iter().partition(has_routes);
    let (after, alone_after): (Vec<_>, Vec<_>) = std::mem::take(&mut pairs.added).into_iter().partition(has_routes);
    let mut seen = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for side in sides {
        seen.clear();
        let all = side.iter().map(&routes);
        shared.extend(all.filter(|routes| !seen.insert(routes.clone())));
    }
    let more = pair(before, after, |operation: &Operation| {
        let routes = routes(operation);
        let about = shared.contains(&routes).then(|| about(operation, renamed));
        (routes, about)
    });
    pairs.both.extend(more.both);
    pairs.removed = more.removed.into_iter().chain(alone_before).collect();
    pairs.added = more.added.into_iter().chain(alone_after).collect();
}

/// The type that a page is about, by its newest name in lower case.
pub(super) fn about(operation: &Operation, renamed: &BTreeMap<String, String>) -> String {
    let name = match &operation.resource_type {
        Some(name) => name.to_string(),
        None => format!("{}.{}", operation.namespace, operation.resource),
    };
    renamed.get(&name).unwrap_or(&name).to_ascii_lowercase()
}

/// The file name without folders and extension, which names the operation.
pub(super) fn stem(operation: &Operation) -> &str {
    let file = operation.file.as_str();
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

pub(super) fn subject(operation: &Operation) -> Subject {
    let name = stem(operation).to_owned();
    let mut subject = Subject::whole(Kind::Operation, name, &operation.area, &operation.resource);
    subject.routes = calls(operation);
    subject
}

/// The subject of an operation that both sides have. It names the calls of either side.
fn of_both(before: &Operation, after: &Operation) -> Subject {
    let mut subject = subject(after);
    let known: BTreeSet<_> = after.routes.iter().map(routes::key).collect();
    let gone = before
        .routes
        .iter()
        .filter(|route| !known.contains(&routes::key(route)));
    subject
        .routes
        .extend(gone.map(|route| format!("{} {}", route.method, route.path.template())));
    subject.was = (stem(before) != stem(after)).then(|| stem(before).to_owned());
    subject
}

/// The calls of a page, each once.
fn calls(operation: &Operation) -> Vec<String> {
    let routes = operation.routes.iter();
    let calls: BTreeSet<String> = routes
        .map(|route| format!("{} {}", route.method, route.path.template()))
        .collect();
    calls.into_iter().collect()
}

fn compare_pair(before: &Operation, after: &Operation, context: &Context<'_>, found: &mut Found) {
    let Operation {
        // A page that moves is no change; a function that moves with it is.
        file: _,
        origin,
        namespace: _,
        title,
        area,
        resource: _,
        resource_type: _,
        action: _,
        description,
        routes: _,
        unread_routes,
        permissions: _,
        // What other pages say, and a change there.
        route_permissions: _,
        parameters: _,
        request_body: _,
        response: _,
        query_options: _,
        // Only the docs of the function say it.
        page_size: _,
        headers: _,
        origins: _,
        clouds: _,
        clouds_origin: _,
        examples: _,
        deprecated,
    } = after;
    let subject = of_both(before, after).at(Some(&before.origin), Some(origin));
    let told = found.changes.len();
    let stays = stem(before).eq_ignore_ascii_case(stem(after));
    if !follows_type(before, after, context) {
        found.modules(&subject, Rule::OperationMoved, [&module(before), &module(after)]);
    }
    let areas = [&*before.area.0, &*area.0];
    found.compared(&subject, Rule::OperationAreaChanged, Impact::Breaking, areas);
    let (old, new) = (before.deprecated.as_deref(), deprecated.as_deref());
    found.deprecation(
        &subject,
        [Rule::OperationDeprecated, Rule::OperationUndeprecated],
        old,
        new,
    );
    // The heading follows the name of the page.
    let titles = if stays { (&*before.title, &**title) } else { ("", "") };
    let texts = [titles, (&before.description, description), deprecations(old, new)];
    if old.is_some() == new.is_some() {
        found.words(&subject, Rule::OperationDocsChanged, &texts);
    }
    let sides = [unread(&before.unread_routes), unread(unread_routes)];
    found.compared(&subject, Rule::UnreadRoutesChanged, Impact::Docs, sides);
    routes::compare(&subject, before, after, context, found);
    follow_routes(found.changes.iter_mut().skip(told));
    let own = found.changes.iter().skip(told);
    let body_told = own.into_iter().any(|change| change.rule == Rule::BodyChanged);
    parameters::compare(&subject, [before, after], body_told, context, found);
    permissions::compare(&subject, before, after, found);
    exchange::compare(&subject, [before, after], told, context, found);
}

/// A function that calls other routes has their name.
fn follow_routes<'c>(own: impl Iterator<Item = &'c mut Change>) {
    let mut own: Vec<&mut Change> = own.collect();
    if own.iter().any(|change| change.rule == Rule::RouteReplaced) {
        for change in own.iter_mut().filter(|change| change.rule == Rule::OperationMoved) {
            change.implied = true;
        }
    }
}

/// Whether the function moves only because its type has another name.
fn follows_type(before: &Operation, after: &Operation, context: &Context<'_>) -> bool {
    let (old, new) = (before.resource_type.as_ref(), after.resource_type.as_ref());
    before.action == after.action && old.is_some() && new.is_some() && context.same_name(old, new)
}

/// The module of the emitted crate that has the functions of the page.
fn module(operation: &Operation) -> String {
    let Operation { namespace, action, .. } = operation;
    match &operation.resource_type {
        Some(name) => format!("{name} {action}"),
        None => format!("{namespace}.{} {action}", operation.resource),
    }
}

fn unread(lines: &[UnreadRoute]) -> Option<String> {
    let mut lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    lines.sort_unstable();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
