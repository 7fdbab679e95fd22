//! How the requests of examples relate to the routes of their page.

use super::corpora;
use generator::model::{ExampleKind, Method, Operation, Path as UrlPath, Route, Segment};
use std::collections::{BTreeMap, BTreeSet};

/// The most requests, in percent, that match no route of their page for another reason than a foreign host. The pages
/// of 2020 have more examples that contradict their own routes.
fn most_unmatched(corpus: &str) -> f64 {
    if corpus.contains("2021-07") { 2.0 } else { 9.1 }
}

/// How the requests of examples relate to the routes of their page; printed with `--nocapture`.
#[test]
fn examples_call_the_routes_of_their_page() {
    for corpus in corpora("examples_call_the_routes_of_their_page") {
        let operations = corpus.model.schemas.iter().flat_map(|schema| &schema.operations);
        let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
        for operation in operations {
            let requests = operation
                .examples
                .iter()
                .filter(|example| example.kind == ExampleKind::Request);
            for line in requests.filter_map(|example| Some((example.method?, example.line.as_deref()?))) {
                let class = class(operation, line);
                *classes.entry(class).or_default() += 1;
                if class.starts_with("another") {
                    println!("{class}: {} {} {}", operation.file, line.0, line.1);
                }
            }
        }
        let count = |class: &str| classes.get(class).copied().unwrap_or(0);
        let total: usize = classes.values().sum();
        let unmatched = total - count("a route") - count("a collection's $count or type") - count("a foreign host");
        println!("{}: {total} requests, {unmatched} unmatched: {classes:#?}", corpus.name);
        let share = unmatched as f64 * 100.0 / total as f64;
        assert!(share <= most_unmatched(&corpus.name), "{}: {share:.2} %", corpus.name);
    }
}

/// What a request is to its page.
fn class(operation: &Operation, (method, line): (Method, &str)) -> &'static str {
    let line = line.split(" HTTP/").next().unwrap_or(line).trim();
    let Some(path) = generator::page::api::called_path(line) else {
        return "a foreign host";
    };
    let called = parts(&path);
    let fits = |called: &[Part]| {
        let routes = operation.routes.iter();
        let template = |route: &Route| parts(&UrlPath::parse(route.path.template()));
        let mut found = routes.filter(|route| fits(&template(route), called)).peekable();
        found
            .peek()
            .is_some()
            .then(|| found.any(|route| route.method == method))
    };
    let without_option = |called: &[Part]| {
        let kept = called
            .strip_suffix(&[Part::Word("$count".to_owned())])
            .unwrap_or(called);
        let kept = kept.split_last().map_or(
            kept,
            |(last, before)| if matches!(last, Part::Type(_)) { before } else { kept },
        );
        (kept.len() < called.len()).then(|| fits(kept))?
    };
    match (fits(&called), without_option(&called)) {
        (Some(true), _) => "a route",
        (_, Some(true)) => "a collection's $count or type",
        (Some(false), _) => "another method",
        (None, _) if fits(&of_any_user(&called)) == Some(true) => "another user: /me for /users/{id}",
        (None, _) => "another path",
    }
}

/// `/users/{id}/drive` for `/me/drive`.
fn of_any_user(called: &[Part]) -> Vec<Part> {
    match called {
        [Part::Word(me), rest @ ..] if me == "me" => [&[Part::Word("users".to_owned()), Part::Key], rest].concat(),
        _ => called.to_vec(),
    }
}

/// A part of a path, in which two spellings of one route are the same.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Word(String),
    Type(String),
    Key,
    Call(String, BTreeSet<String>),
    Colon,
}

/// `things('id')` is `things/id`, `all()` is `all`; empty segments are none.
fn parts(path: &UrlPath) -> Vec<Part> {
    let mut parts = Vec::new();
    for segment in path.segments() {
        let word = |name: &str| Part::Word(name.to_lowercase());
        match segment {
            Segment::Literal("") => {}
            Segment::Literal(name) => parts.push(word(name)),
            Segment::Cast(name) => parts.push(Part::Type(name.rsplit('.').next().unwrap_or(name).to_lowercase())),
            Segment::Call(call) => {
                let named = call
                    .arguments()
                    .filter_map(|argument| Some(argument.name?.to_lowercase()));
                let named: BTreeSet<String> = named.collect();
                let name = call.name.to_lowercase();
                match (named.is_empty(), call.arguments().next()) {
                    (true, None) => parts.push(Part::Word(name)),
                    (true, Some(_)) => parts.extend([Part::Word(name), Part::Key]),
                    (false, _) => parts.push(Part::Call(name, named)),
                }
            }
            Segment::Key(_) | Segment::Mixed(_) => parts.push(Part::Key),
            Segment::Ref | Segment::Value | Segment::Count => {
                parts.extend(segment.name().map(|name| word(&format!("${name}"))));
            }
            Segment::Colon => parts.push(Part::Colon),
        }
    }
    parts
}

/// Whether a request is a call of a route. Paths of files have any number of segments.
fn fits(route: &[Part], called: &[Part]) -> bool {
    match (route, called) {
        ([], []) => true,
        ([Part::Colon, Part::Key, rest @ ..], [Part::Colon, called @ ..]) => {
            (1..=called.len()).any(|end| fits(rest, &called[end..]))
        }
        ([Part::Key, route @ ..], [Part::Word(word), called @ ..]) if !word.starts_with('$') => fits(route, called),
        ([Part::Key, route @ ..], [Part::Key | Part::Type(_), called @ ..]) => fits(route, called),
        ([Part::Word(name), route @ ..], [Part::Type(full), called @ ..]) => name == full && fits(route, called),
        ([first, route @ ..], [same, called @ ..]) => first == same && fits(route, called),
        _ => false,
    }
}
