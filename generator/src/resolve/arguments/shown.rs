//! Arguments of functions that a route line leaves out.
//!
//! Above `GET /deviceManagement/getEffectivePermissions` stands a table with the parameter `scope`, below it an example
//! that calls `getEffectivePermissions(scope='parameterValue')`. The line names the function, the example shows how it is
//! called; without arguments the service refuses the call.

use crate::model::{ExampleKind, Method, Operation, ParameterSection, Route, Segment};
use crate::resolve::decide::parameters::PlacedParameter;
use std::collections::BTreeSet;

/// Gives each such route the arguments that an example of its page passes.
pub(in crate::resolve) fn complete(operation: &mut Operation, placed: &[PlacedParameter<'_>]) {
    let rows = operation.parameters.iter().zip(placed);
    let rows: Vec<_> = rows
        .filter(|(row, _)| row.section == ParameterSection::Function)
        .collect();
    if rows.is_empty() || rows.iter().any(|(_, (read, _))| read.described.optional) {
        return;
    }
    let names: Vec<&str> = rows.iter().map(|(row, _)| row.name.as_str()).collect();
    let requests = operation.examples.iter();
    let requests = requests.filter(|example| example.kind == ExampleKind::Request);
    let lines: Vec<&str> = requests.filter_map(|example| example.line.as_deref()).collect();
    let written = written(&operation.routes);
    let found = operation.routes.iter().map(|route| {
        let is_written = function(route).is_some_and(|function| written.contains(function));
        if is_written {
            None
        } else {
            of_route(route, &lines, &names)
        }
    });
    let found: Vec<_> = found.collect();
    for (route, arguments) in operation.routes.iter_mut().zip(found) {
        route.path.set_example_arguments(&arguments.unwrap_or_default());
    }
}

/// The functions that some line of the page calls with arguments. Where such a page has none, none are needed:
/// `/columns/{id}/range` beside `/worksheets/{id}/range(address='{address}')`.
fn written(routes: &[Route]) -> BTreeSet<&str> {
    let with_arguments = |route: &&Route| matches!(route.path.last(), Some(Segment::Call(_)));
    routes.iter().filter(with_arguments).filter_map(function).collect()
}

/// The name at the end of a route.
fn function(route: &Route) -> Option<&str> {
    route.path.last().and_then(Segment::name)
}

/// `(scope='{scope}')`; nothing where an example calls the function without arguments, or none calls it.
fn of_route(route: &Route, lines: &[&str], names: &[&str]) -> Option<String> {
    let (Method::Get, Some(Segment::Literal(function) | Segment::Cast(function))) = (route.method, route.path.last())
    else {
        return None;
    };
    let calls: Vec<&str> = lines.iter().filter_map(|line| call(line, function)).collect();
    if calls.iter().any(|arguments| arguments.is_empty()) {
        return None;
    }
    arguments_of(calls.first()?, names)
}

/// Arguments with places for their values: `(scope='{scope}')`.
pub(super) fn arguments_of(arguments: &str, names: &[&str]) -> Option<String> {
    let arguments: Option<Vec<String>> = split(arguments).map(|argument| place(argument, names)).collect();
    Some(format!("({})", arguments?.join(",")))
}

/// What stands in the parentheses of a call that ends a request line; empty for a call without any.
pub(super) fn call<'a>(line: &'a str, function: &str) -> Option<&'a str> {
    let line = line.split('?').next()?;
    let line = line.rsplit_once(" HTTP/").map_or(line, |(line, _)| line).trim();
    let at = line
        .to_ascii_lowercase()
        .rfind(&format!("/{}", function.to_ascii_lowercase()))?;
    match line.get(at + 1 + function.len()..)? {
        "" => Some(""),
        rest => rest.strip_prefix('(')?.strip_suffix(')'),
    }
}

/// The parts between commas, as far as these are not in quotes.
fn split(arguments: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    arguments.split(move |c| {
        quoted ^= c == '\'';
        c == ',' && !quoted
    })
}

/// The argument with a place for its value: `scope='x'` -> `scope='{scope}'`, `count=5` -> `count={count}`.
fn place(argument: &str, names: &[&str]) -> Option<String> {
    let (name, value) = argument.split_once('=')?;
    let (name, value) = (name.trim(), value.trim());
    let name = *names.iter().find(|known| known.eq_ignore_ascii_case(name))?;
    match value.split_once('\'') {
        // An enum's value has its type before it: `standard=microsoft.graph.timeZoneStandard'Iana'`.
        Some((kind, rest)) if rest.ends_with('\'') && !kind.contains(['{', '}']) => {
            Some(format!("{name}={kind}'{{{name}}}'"))
        }
        None if !value.is_empty() && !value.contains(['@', '[', '"']) => Some(format!("{name}={{{name}}}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str, names: &[&str], lines: &[&str]) -> String {
        of_route(&Route::new(Method::Get, path), lines, names).unwrap_or_else(|| "-".to_owned())
    }

    #[test]
    fn what_examples_pass() {
        let shown = |names: &[&str], call: &str| shown("/box/{id}/open", names, &[call]);
        insta::assert_snapshot!(shown(&["key"], "https://host/beta/box/1/open(key='it''s, so')?$top=1"), @"(key='{key}')");
        insta::assert_snapshot!(shown(&["key", "turns"], "/box/1/Open(Key='a', turns=5) HTTP/1.1"), @"(key='{key}',turns={turns})");
        insta::assert_snapshot!(shown(&["way"], "/box/1/open(way=shop.way'left')"), @"(way=shop.way'{way}')");
        insta::assert_snapshot!(shown(&["key"], "/box/1/open(other='a')"), @"-");
        insta::assert_snapshot!(shown(&["keys"], "/box/1/open(keys=["), @"-");
        insta::assert_snapshot!(shown(&["key"], "/box/1/open(key=@key)"), @"-");
        insta::assert_snapshot!(shown(&["key"], "/box/1/open/lid"), @"-");
    }

    #[test]
    fn a_call_without_arguments_shows_that_they_can_be_left_out() {
        let lines = ["/box/1/open", "/box/1/open(key='a')"];
        insta::assert_snapshot!(shown("/box/{id}/open", &["key"], &lines), @"-");
    }

    #[test]
    fn a_line_that_says_it_all_stays() {
        insta::assert_snapshot!(shown("/box/open(key='{key}')", &["key"], &["/box/open(key='a')"]), @"-");
    }

    #[test]
    fn a_page_that_writes_arguments_writes_them_where_they_are_needed() {
        let route = |path| Route::new(Method::Get, path);
        let routes = [
            route("/box/{id}/open(key='{key}')"),
            route("/lid/{id}/open"),
            route("/lid/{id}/turn"),
        ];
        assert_eq!(written(&routes), BTreeSet::from(["open"]));
    }
}
