//! What the docs of a function say beyond the description of its page.

use super::place;
use crate::emit::docs;
use crate::emit::file::File;
use crate::emit::lines::Lines;
use crate::emit::plan::{Function, OperationPlan, ReturnType};
use crate::model::{self, Operation, ParameterSection, ResponseBody, Route, RouteResponse};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Where the object is that a body refers to.
pub(super) fn referred(function: &Function<'_>, lines: &mut Lines<'_>) {
    let model::Body::Reference { to } = &function.route.body else {
        return;
    };
    lines.blank();
    match to.as_str() {
        "" => lines.doc("The body is a path or a URL: no example shows where an id is."),
        to => lines.line(["/// An id as the body is the id of an object in `/", to, "`."]),
    }
}

/// A list of what goes into the parentheses of a function.
pub(super) fn arguments(operation: &Operation, lines: &mut Lines<'_>) {
    let rows = operation.parameters.iter();
    let rows = rows.filter(|row| row.section == ParameterSection::Function);
    for (at, row) in rows.enumerate() {
        if at == 0 {
            lines.blank();
        }
        lines.docs(&format!("- {}: {}", docs::code(&row.name), row.description.trim()));
    }
}

/// The query options that the page names, and what it says about them.
pub(super) fn options(operation: &Operation, lines: &mut Lines<'_>) {
    let names: Vec<&str> = operation.query_options.iter().map(|option| option.0.as_str()).collect();
    if names.is_empty() {
        return;
    }
    let rows = operation.parameters.iter().rev();
    let rows = rows.filter(|row| row.section == ParameterSection::Query);
    // Of several rows of an option, the first one counts.
    let words: FxHashMap<&str, &str> = rows.map(|row| (row.name.as_str(), row.description.trim())).collect();
    let words = |name: &str| words.get(name).copied().unwrap_or_default();
    lines.blank();
    if names.iter().all(|name| words(name).is_empty()) {
        let names: Vec<String> = names.iter().map(|name| docs::code(name)).collect();
        lines.docs(&format!("Query options: {}.", names.join(", ")));
        return;
    }
    lines.doc("Query options:");
    lines.blank();
    for name in names {
        let item = format!("- {}: {}", docs::code(name), words(name));
        lines.docs(item.trim_end_matches([':', ' ']));
    }
}

/// How many objects a page of the answer has, where the page says.
pub(super) fn page_size(plan: &OperationPlan<'_>, function: &Function<'_>, lines: &mut Lines<'_>) {
    let size = plan.operation.page_size;
    let words = match (size.default, size.maximum) {
        _ if !matches!(function.returns, ReturnType::Collection(_)) => return,
        (None, None) => return,
        (Some(default), None) => format!("A page has {default} objects by default."),
        (None, Some(most)) => format!("A page has at most {most} objects."),
        (Some(default), Some(most)) if default == most => {
            format!("A page has at most {most} objects, which is the default, too.")
        }
        (Some(default), Some(most)) => format!("A page has {default} objects by default, and at most {most}."),
    };
    lines.blank();
    lines.doc(&words);
}

/// With which statuses a call can end, where that is more than one; and whether its work goes on then.
pub(super) fn successes(response: &RouteResponse, lines: &mut Lines<'_>) {
    let others = response.others.iter().map(|other| Some(other.status));
    let statuses = std::iter::once(response.status).chain(others);
    // The client follows a redirect.
    let ends = statuses
        .zip(response.bodies())
        .filter_map(|(status, body)| match (status?, body) {
            (300..=399, _) => None,
            (status, ResponseBody::Nothing) => Some(format!("`{status}` without a body")),
            (status, _) => Some(format!("`{status}`")),
        });
    let ends: Vec<String> = ends.collect();
    let mut words = Vec::new();
    if ends.len() > 1 {
        let ends = ends.join(" or ");
        words.push(format!(
            "Ends with {ends}: [`reply`](rt::Request::reply) tells with which."
        ));
    }
    if response.goes_on() {
        let start = "The work may go on after the response: [`start`](rt::Request::start) waits for its end.";
        words.push(start.to_owned());
    }
    if !words.is_empty() {
        lines.blank();
        lines.paragraph(&words.join(" "));
    }
}

/// A list of the headers that change what a call does.
pub(super) fn headers(operation: &Operation, lines: &mut Lines<'_>) {
    let rows = operation.headers.iter().filter(|header| !header.is_of_the_client());
    for (at, header) in rows.enumerate() {
        if at == 0 {
            lines.blank();
            lines.doc("Request headers:");
            lines.blank();
        }
        let role = match (header.required, &header.value) {
            (true, Some(_)) => " (sent)",
            (true, None) => " (required)",
            (false, _) => "",
        };
        let words = match (header.description.trim(), &header.value) {
            ("", Some(value)) => docs::code(value),
            (words, _) => words.to_owned(),
        };
        lines.docs(&format!("- {}{role}: {words}", docs::code(&header.name)));
    }
}

/// Method, path and query, as documented; with a place, where it is documented.
pub(super) fn call(function: &Function<'_>, file: &File<'_>, lines: &mut Lines<'_>) {
    let route = function.route;
    let place = function.placed.as_ref();
    let Some((placed, place)) = place.and_then(|placed| Some((placed, file.places.get(placed.places)?))) else {
        documented_route(route, lines);
        if route.query.is_empty() {
            return;
        }
        let same_path = function.routes.iter().map(|located| located.route);
        let same_path = same_path.filter(|other| {
            !other.query.is_empty() && other.query != route.query && other.path.key() == route.path.key()
        });
        for other in same_path {
            lines.blank();
            documented_route(other, lines);
        }
        return;
    };
    let tail = function.routes.first().map_or("", |first| first.tail());
    let query: Vec<String> = function
        .query
        .iter()
        .map(|option| format!("{}={}", option.name, option.template))
        .collect();
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{}", query.join("&"))
    };
    let call = docs::code(&format!("{} {{at}}{tail}{query}", route.method));
    let at: BTreeSet<usize> = placed.constructors.iter().copied().collect();
    let at = at.into_iter().filter_map(|at| place.constructors.get(at));
    let at: Vec<String> = at.map(|constructor| place::link(place, constructor)).collect();
    let where_ = if at.len() == place.constructors.len() && at.len() > 1 {
        format!("at every place of [`{}`]", place.name)
    } else {
        format!("at {}", at.join(", "))
    };
    lines.paragraph(&format!("{call} {where_}."));
}

/// A line of the documentation.
fn documented_route(route: &Route, lines: &mut Lines<'_>) {
    let mark = if route.query.is_empty() { "" } else { "?" };
    let call = [route.method.as_str(), " ", route.path.template(), mark, &route.query].concat();
    lines.doc(&docs::code(&call));
}
