//! Cells of types whose link leads to another type.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::Origin;
use crate::page::TypeCell;
use crate::source::codes::reference::LINK_TYPE;

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    if let Some(resource) = &page.page.resource {
        for row in &resource.properties {
            found.extend(differs(set, page, &row.type_cell, &row.origin));
        }
    }
    if let Some(api) = &page.page.api {
        for row in &api.parameters {
            found.extend(differs(set, page, &row.type_cell, &row.origin));
        }
    }
}

fn differs(set: &Set<'_>, page: &LintPage<'_>, cell: &TypeCell, origin: &Origin) -> Option<Finding> {
    let (name, link) = (cell.name()?, cell.link.as_ref()?);
    let stem = link.split('#').next()?.rsplit('/').next()?.strip_suffix(".md")?;
    let types = set.types.of_page(page.version, stem)?;
    let local = name.rsplit('.').next().unwrap_or(name);
    let is_there = types.iter().any(|other| other.eq_ignore_ascii_case(local));
    // A name that no page has is the words for the linked type.
    let is_elsewhere = set.types.knows(page.version, local);
    if is_there || !is_elsewhere || !cell.others.is_empty() {
        return None;
    }
    let target = types.first()?;
    let message = format!("`{local}` links to the page of `{target}`");
    Some(Finding::new(&LINK_TYPE, page.word(origin, link), message))
}
