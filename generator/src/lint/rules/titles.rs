//! The first word of a title against the methods of the routes.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::Method;
use crate::source::codes::parameter::TITLE_METHOD;

/// What a first word asks for. "Get" and "Add" stand for actions as well.
const METHODS: &[(&str, &[Method])] = &[
    ("list", &[Method::Get]),
    ("create", &[Method::Post, Method::Put]),
    ("update", &[Method::Patch, Method::Put]),
    ("delete", &[Method::Delete]),
];

pub(super) fn check(_: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(api) = &page.page.api else { return };
    let first = page.page.title.split_whitespace().next().unwrap_or("").to_lowercase();
    let Some((_, methods)) = METHODS.iter().find(|(word, _)| *word == first) else {
        return;
    };
    let is_action = |name: Option<&str>| name.is_some_and(|name| name.to_lowercase().starts_with(&first));
    // A page may show a second way, such as an update of what the new thing belongs to.
    if api.routes.iter().any(|route| methods.contains(&route.method)) {
        return;
    }
    // Where the example calls the route as it stands, the title has a word of its own for it: "List" for a POST that asks.
    let called: Vec<Method> = api.examples.iter().filter_map(|example| example.method).collect();
    if api.routes.iter().any(|route| called.contains(&route.method)) {
        return;
    }
    for route in &api.routes {
        // `POST /onenote/pages/{id}/updateContent` is called what it does.
        let last = route.path.last().and_then(crate::model::Segment::name);
        if !is_action(last) {
            let wanted: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
            let message = format!(
                "the title begins with \"{first}\", which is {}, and the route has {}",
                wanted.join(" or "),
                route.method
            );
            found.push(Finding::new(
                &TITLE_METHOD,
                page.word(&route.origin, route.method.as_str()),
                message,
            ));
            return;
        }
    }
}
