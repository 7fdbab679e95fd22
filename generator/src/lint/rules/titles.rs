//! The first word of a title and the verb of a file name, against the methods of the routes.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Method, Route, Segment};
use crate::page::api::ApiRows;
use crate::source::codes::parameter::{FILE_METHOD, TITLE_METHOD};

/// What a word asks for. "Get" and "Add" stand for actions as well.
const METHODS: &[(&str, &[Method])] = &[
    ("list", &[Method::Get]),
    ("create", &[Method::Post, Method::Put]),
    ("update", &[Method::Patch, Method::Put]),
    ("delete", &[Method::Delete]),
    ("get", &[Method::Get]),
];

pub(super) fn check(_: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(api) = &page.page.api else { return };
    let first = page.page.title.split_whitespace().next().unwrap_or("").to_lowercase();
    // Where the example calls the route as it stands, the title has a word of its own for it: "List" for a POST that asks.
    let called: Vec<Method> = api.examples.iter().filter_map(|example| example.method).collect();
    let is_shown = api.routes.iter().any(|route| called.contains(&route.method));
    let title = odd(api, &first).filter(|_| !is_shown).map(|(methods, route)| {
        let message = format!(
            "the title begins with \"{first}\", which is {methods}, and the route has {}",
            route.method
        );
        (&TITLE_METHOD, route, message)
    });
    // A file that has the title's word is told with it.
    let (_, verb) = page.stem().rsplit_once('-').unwrap_or_default();
    let verb = if verb == "post" { "create" } else { verb };
    let file = odd(api, verb).filter(|_| verb != first).map(|(methods, route)| {
        let name = page.stem();
        let message = format!(
            "the file is called `{name}.md`, which is {methods}, and the route has {}",
            route.method
        );
        (&FILE_METHOD, route, message)
    });
    found.extend(
        title
            .into_iter()
            .chain(file)
            .map(|(code, route, message)| Finding::new(code, page.word(&route.origin, route.method.as_str()), message)),
    );
}

/// The methods that a word asks for, and the first route of a page that has none of them.
fn odd<'a>(api: &'a ApiRows, word: &str) -> Option<(String, &'a Route)> {
    let (_, methods) = METHODS.iter().find(|(known, _)| *known == word)?;
    // A page may show a second way, such as an update of what the new thing belongs to.
    if api.routes.iter().any(|route| methods.contains(&route.method)) {
        return None;
    }
    let is_action = |name: Option<&str>| name.is_some_and(|name| name.to_lowercase().starts_with(word));
    // `POST /onenote/pages/{id}/updateContent` is called what it does.
    let route = api
        .routes
        .iter()
        .find(|route| !is_action(route.path.last().and_then(Segment::name)))?;
    let wanted: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
    Some((wanted.join(" or "), route))
}
