//! Relationships that no route leads through.

use crate::lint::known::Known;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{PropertySection, Segment};
use crate::source::codes::three_ways::RELATIONSHIP_WITHOUT_ROUTE;
use rustc_hash::FxHashSet;

pub(super) fn check(set: &Set<'_>, found: &mut Vec<Finding>) {
    for known in &set.versions {
        let walked = walked(known);
        // A set of pages without calls documents them elsewhere.
        if walked.is_empty() {
            continue;
        }
        for page in set.pages.iter().filter(|page| *page.version == known.schema.version) {
            of_page(page, &walked, found);
        }
    }
}

/// The names of all segments of all routes, in small letters.
fn walked(known: &Known<'_>) -> FxHashSet<String> {
    let routes = known.schema.operations.iter().flat_map(|operation| &operation.routes);
    let names = routes.flat_map(|route| route.path.segments().filter_map(Segment::name));
    names.map(str::to_lowercase).collect()
}

fn of_page(page: &LintPage<'_>, walked: &FxHashSet<String>, found: &mut Vec<Finding>) {
    let rows = page
        .page
        .resource
        .as_ref()
        .map_or(&[][..], |resource| &resource.properties);
    for row in rows.iter().filter(|row| row.section == PropertySection::Relationships) {
        if !walked.contains(&row.name.to_lowercase()) {
            let place = page.word(&row.origin, &row.name);
            let message = format!("no route of any page leads through `{}`", row.name);
            found.push(Finding::new(&RELATIONSHIP_WITHOUT_ROUTE, place, message));
        }
    }
}
