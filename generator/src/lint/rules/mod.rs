//! The rules: one file for each thing that can be wrong.

mod arguments;
mod bases;
mod block_keys;
mod block_types;
mod body_rows;
mod deprecated;
mod enums;
mod examples;
mod invisible;
mod json;
mod links;
mod permission_routes;
mod permissions;
mod reasons;
mod relationships;
mod responses;
mod routes;
mod sample_ids;
mod tables;
mod tabs;
mod titles;
mod twins;
mod type_links;
mod values;

pub(super) use body_rows::short;

use super::pages::LintPage;
use super::{Finding, Set};
use crate::markdown::Document;
use crate::source::FileId;
use rayon::prelude::*;

/// A rule about the markup of one file, a page or an include.
type FileRule = fn(&Set<'_>, FileId, &Document, &mut Vec<Finding>);
/// A rule about what one page says, with the other pages in view.
type PageRule = fn(&Set<'_>, &LintPage<'_>, &mut Vec<Finding>);
/// A rule about all pages together.
type SetRule = fn(&Set<'_>, &mut Vec<Finding>);

const FILE_RULES: &[FileRule] = &[json::check, tables::check, invisible::check, links::check, tabs::check];
const PAGE_RULES: &[PageRule] = &[
    arguments::check,
    bases::check,
    block_keys::check,
    block_types::check,
    body_rows::check,
    deprecated::check,
    examples::check,
    permission_routes::check,
    permissions::check,
    responses::check,
    routes::check,
    sample_ids::check,
    titles::check,
    type_links::check,
    values::check,
];
const SET_RULES: &[SetRule] = &[
    bases::cycles,
    enums::check,
    reasons::check,
    relationships::check,
    twins::check,
];

/// What all rules find.
pub(super) fn run(set: &Set<'_>) -> Vec<Finding> {
    let files = set.documents.par_iter().flat_map_iter(|(file, document)| {
        let mut found = Vec::new();
        for rule in FILE_RULES {
            rule(set, *file, document, &mut found);
        }
        found
    });
    let pages = set.pages.par_iter().flat_map_iter(|page| {
        let mut found = Vec::new();
        for rule in PAGE_RULES {
            rule(set, page, &mut found);
        }
        found
    });
    let mut found: Vec<Finding> = files.chain(pages).collect();
    for rule in SET_RULES {
        rule(set, &mut found);
    }
    found
}

/// A slip of a few letters.
fn near(a: &str, b: &str) -> bool {
    let distance = strsim::damerau_levenshtein(a, b);
    distance <= 2 && distance * 3 < a.len().max(b.len())
}

/// The name that a misspelled one is meant to be; nothing where several come into question.
fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let mut close: Vec<&str> = names.into_iter().filter(|other| near(name, other)).collect();
    close.sort_unstable_by_key(|other| (strsim::damerau_levenshtein(name, other), *other));
    close.dedup();
    let distance = |other: &&str| strsim::damerau_levenshtein(name, other);
    match close.as_slice() {
        [one] => Some(one),
        [one, other, ..] if distance(one) < distance(other) => Some(one),
        _ => None,
    }
}
