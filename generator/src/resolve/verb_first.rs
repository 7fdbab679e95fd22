//! Api pages whose file names begin with a verb: `get-kiln-statistics`, `add-or-remove-pot-tags`.
//!
//! Such a name says what a call does in the words of a heading. What it is done to, and how that is called, the route tells.

use crate::model::{Method, Path, Segment};
use crate::page::Page;

/// First words of file names that are the name of no resource. `list` and `post` are: a `SharePoint` list, a post of a
/// group.
const VERBS: &[&str] = &[
    "add", "batch", "cancel", "collect", "create", "delete", "export", "fetch", "find", "get", "import", "initiate",
    "remove", "run", "set", "start", "stop", "update", "upload",
];

/// The file name of the resource's page, and the action in the words of file names: `kiln` and `get-statistics`.
pub(super) fn read(stem: &str, page: &Page) -> Option<(String, String)> {
    let (verb, _) = stem.split_once('-')?;
    if !VERBS.contains(&verb) {
        return None;
    }
    let route = page.api.as_ref()?.routes.first()?;
    let words = literals(&route.path);
    let (first, last) = (*words.first()?, *words.last()?);
    let resource = page
        .spellings
        .keys()
        .find(|stem| is_one_of(stem, first))
        .cloned()
        .unwrap_or_else(|| one(&first.to_ascii_lowercase()).to_owned());
    let verb = verb_of(route.method, &route.path);
    let action = if words.len() == 1 {
        verb.to_owned()
    } else if calls(route.method, &route.path, last) {
        last.to_ascii_lowercase()
    } else {
        let verb = if verb == "post" { "add" } else { verb };
        format!("{verb}-{}", last.to_ascii_lowercase())
    };
    Some((resource, action))
}

fn literals(path: &Path) -> Vec<&str> {
    let literal = path
        .segments()
        .filter(|segment| !segment.has_placeholder() || matches!(segment, Segment::Call(_)));
    // What one has, not oneself.
    literal
        .filter_map(Segment::name)
        .skip_while(|name| *name == "me")
        .collect()
}

/// `kiln` of `kilns`.
fn is_one_of(stem: &str, things: &str) -> bool {
    stem.eq_ignore_ascii_case(one(&things.to_ascii_lowercase())) || stem.eq_ignore_ascii_case(things)
}

fn one(things: &str) -> &str {
    things
        .strip_suffix('s')
        .filter(|one| !one.ends_with('s'))
        .unwrap_or(things)
}

/// A collection is listed; something of it is got.
fn verb_of(method: Method, path: &Path) -> &'static str {
    let ends_in_word = path.segments().last().is_some_and(|last| !last.has_placeholder());
    match method {
        Method::Get if ends_in_word && path.segments().count() == 1 => "list",
        Method::Get | Method::Head => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Patch => "update",
        Method::Delete => "delete",
    }
}

/// Whether the last word is what is done: `/kilns/{id}/fire`, `/kilns/getHeat(hour={hour})`. A collection in the plural is
/// something that one is added to.
fn calls(method: Method, path: &Path, last: &str) -> bool {
    let has_arguments = matches!(path.segments().last(), Some(Segment::Call(_)));
    has_arguments || (method == Method::Post && !last.ends_with('s'))
}
