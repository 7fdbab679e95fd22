//! The verb of a call that is no action.

use super::page::Page;
use super::step::Step;
use crate::emit::name::ident;
use crate::model::{Method, ResponseBody, Route};

/// Words that an action begins with: `getByIds`, `checkMemberGroups`.
const LEADING: &[&str] = &[
    "add", "check", "create", "find", "get", "list", "remove", "send", "set", "update",
];

/// Whether a name of several words begins like an action.
pub(super) fn leads(words: &str) -> bool {
    words.split_once('_').is_some_and(|(first, _)| LEADING.contains(&first))
}

/// The verb of a method for bytes, and where nothing else says one.
pub(super) fn of_method(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Put => "put",
        Method::Patch => "update",
        Method::Delete => "delete",
        Method::Post => "create",
        Method::Head => "head",
    }
}

/// The verb, from the method and the file name; for PUT the heading says it too.
pub(super) fn of(
    page: &Page<'_>,
    route: &Route,
    stem: &'static str,
    object: &str,
    last: Option<Step<'_>>,
) -> &'static str {
    match (route.method, stem) {
        (Method::Get, "list") if gives_one(route, object, last) => "get",
        (Method::Get, "list") => "list",
        (Method::Get | Method::Delete | Method::Head, _) => of_method(route.method),
        (Method::Post, "post" | "put" | "patch") => "create",
        (Method::Patch, "patch" | "put" | "post") => "update",
        (Method::Post | Method::Patch, other) => other,
        (Method::Put, _) => put(page, stem),
    }
}

/// Whether a page that lists is about one object: `list-manager` for `/users/{id}/manager`.
fn gives_one(route: &Route, object: &str, last: Option<Step<'_>>) -> bool {
    let ResponseBody::Value(type_ref) = &route.response.body else {
        return false;
    };
    let is_key = last.is_some_and(Step::is_key);
    let single_word = last.is_some_and(|step| !step.is_key() && !step.is_many()) && !object.is_empty();
    !type_ref.collection && (single_word || is_key)
}

/// PUT replaces, creates or updates: the first word of the heading tells.
fn put(page: &Page<'_>, stem: &'static str) -> &'static str {
    const TITLE: &[(&str, &str)] = &[
        ("add", "create"),
        ("create", "create"),
        ("replace", "replace"),
        ("set", "set"),
        ("update", "update"),
        ("upsert", "upsert"),
    ];
    let first = page.title.first().map(|word| ident::squashed(word)).unwrap_or_default();
    let stated = TITLE.iter().find(|(word, _)| *word == first).map(|(_, verb)| *verb);
    match stem {
        "update" | "create" | "upsert" | "replace" => stated.unwrap_or(stem),
        _ => stated.unwrap_or("put"),
    }
}
