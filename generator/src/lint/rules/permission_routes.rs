//! Calls that a permission table is for, against the routes of the page.

use crate::lint::pages::LintPage;
use crate::lint::place::Lines;
use crate::lint::{Finding, Set};
use crate::markdown::{Annotation, Block};
use crate::model::{Method, PathKey};
use crate::page::api::annotated_lines;
use crate::source::codes::permission::ROUTE_UNLISTED;
use std::collections::BTreeSet;

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let routes = page.page.api.as_ref().map_or(&[][..], |api| &api.routes);
    let Some(document) = set.document(page.file).filter(|_| !routes.is_empty()) else {
        return;
    };
    let listed: BTreeSet<(Method, PathKey)> = routes
        .iter()
        .map(|route| (route.method, route.path.key().clone()))
        .collect();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        if let Block::Annotation(annotation) = block {
            found.extend(unlisted(page, annotation, &listed));
        }
    }
}

/// The lines of an annotation that are no route of the page.
fn unlisted(page: &LintPage<'_>, annotation: &Annotation, listed: &BTreeSet<(Method, PathKey)>) -> Vec<Finding> {
    let lines = annotated_lines(page.profile, annotation).unwrap_or_default();
    let odd = lines
        .into_iter()
        // A line that is no address at all says nothing about a route.
        .filter(|(_, keys)| !keys.is_empty() && !keys.iter().any(|key| listed.contains(key)));
    odd.map(|(line, _)| {
        let place = Lines::of(page.sources, annotation.span).word(&line);
        let message = format!("these permissions are for `{line}`, which is no route of the page");
        Finding::new(&ROUTE_UNLISTED, place, message)
    })
    .collect()
}
