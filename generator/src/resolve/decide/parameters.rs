//! Which parameters a call has, and where they go: into the body, or into an object that is in it.
//!
//! Tables list most of them; the bodies that a page shows tell the rest.

use super::{Decided, Source};
use crate::model::{Account, BodyKind, Call, ParameterSection, RequestBody, Segment, squashed};
use crate::page::api::{ApiRows, BodyKey, ParameterRow};
use crate::resolve::reason;
use crate::resolve::spans::Spans;
use rustc_hash::FxHashSet;
use std::cell::LazyCell;

/// A parameter, and where it goes.
pub(in crate::resolve) type PlacedParameter<'a> = (&'a ParameterRow, Decided<'a, ParameterSection>);

/// The rows of all tables, then the keys of shown bodies that no table has. Where the words name the type of the body
/// (create and update), the rows are its properties.
pub(in crate::resolve) fn decide<'a>(rows: &'a ApiRows) -> Vec<PlacedParameter<'a>> {
    // Most pages have rows about the body alone, which need none of these.
    let called = LazyCell::new(|| argument_names(rows));
    let in_paths = LazyCell::new(|| placeholders(rows.routes.iter().map(|route| route.path.as_str())));
    // `?$filter=id eq '{id_value}'` has one too.
    let in_queries = LazyCell::new(|| placeholders(rows.routes.iter().map(|route| route.query.as_str())));
    let has_routes = !rows.routes.is_empty();
    let row = |row: &'a ParameterRow| {
        let stated = Decided::new(row.section, Source::at("row of a table", &row.origin));
        if !matches!(row.section, ParameterSection::Query | ParameterSection::Path) {
            return (row, stated);
        }
        if called.contains(&row.name.to_ascii_lowercase()) {
            let rule = Source::at("calls of the function have it in their parentheses", &row.origin);
            return (row, stated.but(ParameterSection::Function, rule));
        }
        let name = squashed(&row.name);
        let decided = match (row.section, in_paths.contains(&name)) {
            // "Request URI parameters" of a call without such a placeholder.
            (ParameterSection::Path, false) if has_routes && !in_queries.contains(&name) => {
                let rule = Source::at("no route of the page has it in its path", &row.origin);
                stated.but(ParameterSection::Query, rule)
            }
            (ParameterSection::Query, true) => {
                let rule = Source::at("a route of the page has it in its path", &row.origin);
                stated.but(ParameterSection::Path, rule)
            }
            _ => stated,
        };
        (row, decided)
    };
    let mut placed: Vec<PlacedParameter<'a>> = rows.parameters.iter().map(row).collect();
    if rows.body.entity.is_some() && !lists_parameters(rows) {
        as_properties(&mut placed, "the words of the section name the type of the body");
    } else if !rows.body.reference {
        rows.bodies
            .iter()
            .for_each(|keys| add_shown(&mut placed, keys, rows.parameters.len()));
    }
    placed
}

/// The names in small letters of the arguments that routes and examples pass in parentheses.
fn argument_names(rows: &ApiRows) -> FxHashSet<String> {
    let routes = rows.routes.iter().map(|route| &route.path);
    let mut names = FxHashSet::default();
    for path in routes.chain(rows.called.iter().flatten()) {
        let calls = path.segments().filter_map(|segment| match segment {
            Segment::Call(call) => Some(call),
            _ => None,
        });
        let arguments = calls.flat_map(Call::arguments);
        names.extend(arguments.filter_map(|argument| Some(argument.name?.to_ascii_lowercase())));
    }
    names
}

/// The placeholders of texts, squashed: `{kiln-id | name}` is `kilnid` and `name`.
fn placeholders<'a>(texts: impl Iterator<Item = &'a str>) -> FxHashSet<String> {
    let starts = texts.flat_map(|text| text.split('{').skip(1));
    let inside = starts
        .filter_map(|start| start.split_once('}'))
        .map(|(inside, _)| inside);
    inside.flat_map(|inside| inside.split('|')).map(squashed).collect()
}

/// Makes properties of the rows when the body turns out to be an object of a type.
pub(in crate::resolve) fn settle(placed: &mut [PlacedParameter<'_>], body: &RequestBody) {
    if body.kind == BodyKind::Entity {
        as_properties(placed, "the body is an object of a type, and it is a property of that");
    }
}

/// Whether the section says that its rows are parameters.
///
/// "Provide an optional `credential` object" says it too, where the body that the page shows is `{"credential": {..}}`:
/// it names a key of the body, not the body's type.
pub(in crate::resolve) fn lists_parameters(rows: &ApiRows) -> bool {
    let is_key = |name: &str| rows.bodies.iter().flatten().any(|key| key.row.name == name);
    let entity = rows.body.entity.as_ref().filter(|entity| entity.link.is_none());
    rows.body.parameters || entity.is_some_and(|entity| is_key(&entity.name))
}

/// Records the keys that no table has.
pub(in crate::resolve) fn record(
    rows: &ApiRows,
    placed: &[PlacedParameter<'_>],
    spans: &Spans<'_>,
    account: &mut Account,
) {
    for (row, _) in placed.iter().skip(rows.parameters.len()) {
        account.guessed(&reason::KEY_OF_BODY, spans.place(&row.origin));
    }
}

/// Adds the keys of a body that are not known yet; the first `tabled` parameters are rows of tables. When a table lists
/// what is inside a key (`{"credential": {"displayName": ..}}` over a table of `displayName`), its rows are properties of
/// that key.
fn add_shown<'a>(placed: &mut Vec<PlacedParameter<'a>>, keys: &'a [BodyKey], tabled: usize) {
    let mut names: FxHashSet<String> = placed.iter().map(|(row, _)| row.name.to_ascii_lowercase()).collect();
    let is_flat = keys
        .iter()
        .any(|key| names.contains(&key.row.name.to_ascii_lowercase()));
    let inside: FxHashSet<&str> = keys.iter().flat_map(|key| &key.inside).map(String::as_str).collect();
    let rows = placed.get_mut(..tabled).unwrap_or_default();
    let is_inside = |(row, decided): &PlacedParameter<'_>| {
        decided.value == ParameterSection::Body && inside.contains(row.name.to_ascii_lowercase().as_str())
    };
    if !is_flat && rows.iter().any(is_inside) {
        as_properties(rows, "the body that the page shows has it inside of a key");
    }
    for key in keys {
        if names.insert(key.row.name.to_ascii_lowercase()) {
            let source = Source::at("key of a body that the page shows", &key.row.origin);
            placed.push((&key.row, Decided::new(key.row.section, source)));
        }
    }
}

/// Makes properties of the rows about the body.
fn as_properties(placed: &mut [PlacedParameter<'_>], rule: &'static str) {
    for (row, decided) in placed {
        if decided.value == ParameterSection::Body {
            let source = Source::at(rule, &row.origin);
            *decided = decided.clone().but(ParameterSection::Property, source);
        }
    }
}
