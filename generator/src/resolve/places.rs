//! Places of a call that only an example shows: the routes of a page begin with `/users/{id}`, and its example calls
//! `/me/kilns`.
//!
//! Such a request is a route where it ends like a route of its page, and begins like routes of other pages.

use super::pages::LoadedPage;
use super::reason;
use super::segments::Tree;
use super::spans::Spans;
use crate::model::{Account, Example, ExampleKind, Method, Operation, Path, Route, RouteId, Segment};
use crate::page::api::ApiRows;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::iter::once;

/// Adds the routes to the operations whose examples show them; `calls` are the rows of their pages.
pub(super) fn add(
    operations: &mut [Operation],
    calls: &[(&LoadedPage, &ApiRows)],
    spans: &Spans<'_>,
    account: &mut Account,
) {
    let known = Known::of(operations);
    let pages = operations.par_iter().zip(calls);
    let found = pages.map(|(operation, (_, rows))| of_operation(operation, rows, &known));
    let found: Vec<Vec<Shown>> = found.collect();
    for (operation, found) in operations.iter_mut().zip(found) {
        for (route, like) in found {
            account.guessed(&reason::PLACE_OF_EXAMPLE, spans.place(&route.origin));
            operation.add_route(route, like);
        }
    }
}

/// A route that an example shows, and the route of the page that it ends like.
type Shown = (Route, RouteId);

fn of_operation(operation: &Operation, rows: &ApiRows, known: &Known<'_>) -> Vec<Shown> {
    let own = Own::of(operation);
    let examples = rows.examples.iter().zip(&rows.called);
    let requests = examples.filter(|(example, _)| example.kind == ExampleKind::Request);
    let shown = requests.filter_map(|(example, called)| own.shown(example, called.as_ref()?, known));
    let mut seen = FxHashSet::default();
    let is_new = |(route, _): &Shown| {
        let key = route.path.key();
        !known.routes.contains(&(route.method, key.as_str())) && seen.insert((route.method, key.as_str().to_owned()))
    };
    shown.filter(is_new).collect()
}

/// The routes of a page.
struct Own<'a> {
    operation: &'a Operation,
    /// Methods, then the segments from the last to the first; and the first route that has them.
    ends: Tree<'a, usize>,
}

impl<'a> Own<'a> {
    fn of(operation: &'a Operation) -> Self {
        let mut ends = Tree::default();
        for (at, route) in operation.routes.iter().enumerate() {
            let key = route.path.key();
            let segments = (0..key.len()).rev().map(|index| key.segment(index));
            ends.add(once(route.method.as_str()).chain(segments), |_| at);
        }
        Self { operation, ends }
    }

    fn shown(&self, example: &Example, called: &Path, known: &Known<'_>) -> Option<Shown> {
        let (method, called) = (example.method?, parts(called));
        let (common, route) = self.like(method, &called)?;
        let key = route.path.key();
        if common == called.len() && common == key.len() {
            return None;
        }
        // `/me` is no key of `/users/{id}`: the common end begins with a name.
        let common = (1..=common)
            .rev()
            .find(|count| is_name(key.segment(key.len() - count)))?;
        // Deeper in the same place is no other place: `/pots/{id}/open` beside `/pots/open`.
        let start = (0..key.len() - common).map(|index| key.segment(index));
        let place = called.get(..called.len() - common)?;
        if place.len() >= key.len() - common && place.iter().zip(start).all(|(part, segment)| part.is(segment)) {
            return None;
        }
        let place = known.documented(place)?;
        let end = route.path.as_str().get(route.path.prefix(key.len() - common).len()..)?;
        Some((shown(method, format!("{place}{end}"), route, example), route.id))
    }

    /// The first of the routes that have most segments at their end in common with a call, and how many.
    fn like(&self, method: Method, called: &[Part]) -> Option<(usize, &'a Route)> {
        let parts = called.iter().rev().map(|part| (part.word.as_deref(), part.value()));
        let words = once((Some(method.as_str()), None)).chain(parts);
        let (depth, routes) = self
            .ends
            .deepest(words.map(|(word, value)| word.into_iter().chain(value)));
        let at = **routes.iter().min()?;
        Some((depth.checked_sub(1)?, self.operation.routes.get(at)?))
    }
}

fn shown(method: Method, path: String, like: &Route, example: &Example) -> Route {
    Route {
        path: Path::parse(path),
        query: like.query.clone(),
        origin: example.origin.clone(),
        ..Route::new(method, "")
    }
}

fn is_name(segment: &str) -> bool {
    segment != VALUE && segment.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// A value in the key of a path.
const VALUE: &str = "{}";

/// A segment of an address that is called.
struct Part {
    /// Its word in the key of a route: `users`, `open(key={})`.
    word: Option<String>,
    /// Whether it can be a value.
    is_value: bool,
}

impl Part {
    fn is(&self, segment: &str) -> bool {
        self.keys().any(|key| key == segment)
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        self.word.as_deref().into_iter().chain(self.value())
    }

    fn value(&self) -> Option<&'static str> {
        self.is_value.then_some(VALUE)
    }
}

/// The segments of an address. The path of a file is one value, however long it is.
fn parts(path: &Path) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut in_file = false;
    for segment in path.segments() {
        if segment == Segment::Colon {
            in_file = !in_file;
        } else if in_file {
            if parts.last().is_some_and(|part: &Part| part.word.is_some()) {
                parts.push(Part {
                    word: None,
                    is_value: true,
                });
            }
            continue;
        }
        parts.push(part(segment));
    }
    parts
}

fn part(segment: Segment<'_>) -> Part {
    let word = |text: &str| Some(text.to_ascii_lowercase());
    let (word, is_value) = match segment {
        Segment::Literal(text) | Segment::Cast(text) => (word(text), true),
        Segment::Call(call) => {
            let arguments = call.arguments().map(|argument| match argument.name {
                Some(name) => format!("{}={VALUE}", name.to_ascii_lowercase()),
                None => VALUE.to_owned(),
            });
            let arguments: Vec<String> = arguments.collect();
            (word(&format!("{}({})", call.name, arguments.join(","))), false)
        }
        Segment::Key(_) | Segment::Mixed(_) => (None, true),
        Segment::Ref => (word("$ref"), false),
        Segment::Value => (word("$value"), false),
        Segment::Count => (word("$count"), false),
        Segment::Colon => (word(":"), false),
    };
    Part { word, is_value }
}

/// What all pages document.
#[derive(Default)]
struct Known<'a> {
    /// A call that has a page of its own is no other place of this one.
    routes: FxHashSet<(Method, &'a str)>,
    /// Their beginnings, as the first route writes them.
    beginnings: Tree<'a, &'a str>,
}

impl<'a> Known<'a> {
    fn of(operations: &'a [Operation]) -> Self {
        let mut known = Self::default();
        for route in operations.iter().flat_map(|operation| &operation.routes) {
            let key = route.path.key();
            known.routes.insert((route.method, key.as_str()));
            let segments = (0..key.len()).map(|index| key.segment(index));
            known.beginnings.add(segments, |at| route.path.prefix(at + 1));
        }
        known
    }

    /// The documented form of the beginning of a call.
    fn documented(&self, called: &[Part]) -> Option<&'a str> {
        let (depth, forms) = self.beginnings.deepest(called.iter().map(Part::keys));
        forms.first().filter(|_| depth == called.len()).map(|form| **form)
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::decide::sample::model;

    /// The routes of the first page, of which an example calls `called`, beside a page with the routes `others`.
    fn routes(own: &str, others: &str, called: &str) -> String {
        let page = |title: &str, lines: &str, example: &str| {
            format!("# {title}\n\n## HTTP request\n\n```http\n{lines}\n```\n\n## Example\n\n```http\n{example}\n```\n")
        };
        let model = model(&[
            ("api/kiln-list-pots.md", &page("List pots", own, called)),
            ("api/yard-list-kilns.md", &page("List kilns", others, "")),
        ]);
        let operation = model.schemas[0]
            .operations
            .iter()
            .find(|found| found.title == "List pots");
        let routes = operation.unwrap().routes.iter();
        let lines = routes.map(|route| format!("{} {} ({})", route.method, route.path.template(), route.origin.line));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_place_that_other_pages_know() {
        let own = "GET /users/{id}/kilns/{id}/pots";
        insta::assert_snapshot!(routes(own, "GET /me/kilns", "GET https://graph.microsoft.com/beta/me/kilns/7/pots?$top=1"), @r"
        GET /users/{id}/kilns/{id}/pots (6)
        GET /me/kilns/{id}/pots (12)
        ");
        insta::assert_snapshot!(routes(own, "GET /yards/{yardId}/shed", "GET /yards/a/kilns/7/pots"), @r"
        GET /users/{id}/kilns/{id}/pots (6)
        GET /yards/{yardId}/kilns/{id}/pots (12)
        ");
        insta::assert_snapshot!(routes("GET /yards/{id}/pots:/{pot-path}:/lid", "GET /me/pots", "GET /me/pots:/blue/big.pot:/lid"), @r"
        GET /yards/{id}/pots:/{pot-path}:/lid (6)
        GET /me/pots:/{pot-path}:/lid (12)
        ");
    }

    #[test]
    fn a_place_of_no_page_another_method_or_end_is_none() {
        let own = "GET /users/{id}/kilns/{id}/pots";
        insta::assert_snapshot!(routes(own, "GET /me/kilns", "GET /mine/kilns/7/pots"), @"GET /users/{id}/kilns/{id}/pots (6)");
        insta::assert_snapshot!(routes(own, "GET /me/kilns", "POST /me/kilns/7/pots"), @"GET /users/{id}/kilns/{id}/pots (6)");
        insta::assert_snapshot!(routes(own, "GET /me/kilns", "GET /me/kilns/7/lids"), @"GET /users/{id}/kilns/{id}/pots (6)");
        insta::assert_snapshot!(routes(own, "GET /me/kilns", "GET /kilns/7/pots"), @"GET /users/{id}/kilns/{id}/pots (6)");
        insta::assert_snapshot!(routes(own, "GET /me/kilns/{id}/pots", "GET /me/kilns/7/pots"), @"GET /users/{id}/kilns/{id}/pots (6)");
        insta::assert_snapshot!(routes("GET /kilns/open", "GET /kilns/{id}", "GET /kilns/7/open"), @"GET /kilns/open (6)");
        insta::assert_snapshot!(routes("GET /users/{id}/pots/{id}", "GET /me/kilns", "GET /me/7"), @"GET /users/{id}/pots/{id} (6)");
    }
}
