//! Rows of one table or page that disagree with each other.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::PropertySection;
use crate::page::{PropertyRow, TypeCell};
use crate::source::codes::table::ROW_DIFFERS;
use std::collections::BTreeMap;

pub(super) fn check(_: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(resource) = &page.page.resource else {
        return;
    };
    let mut first: BTreeMap<&str, &PropertyRow> = BTreeMap::new();
    for row in &resource.properties {
        match first.get(row.name.as_str()) {
            // A navigation property may stand in both tables.
            Some(known) if known.section == row.section && row.section == PropertySection::Properties => {
                found.extend(differs(page, known, row));
            }
            _ => {
                first.insert(&row.name, row);
            }
        }
    }
}

fn differs(page: &LintPage<'_>, known: &PropertyRow, row: &PropertyRow) -> Option<Finding> {
    let same = |a: &TypeCell, b: &TypeCell| a.word == b.word && a.collection == b.collection;
    (!same(&known.type_cell, &row.type_cell)).then(|| {
        let (one, other) = (&known.type_cell.raw, &row.type_cell.raw);
        let message = format!("`{}` is `{other}` here and `{one}` in another row", row.name);
        Finding::new(&ROW_DIFFERS, page.span(&row.origin), message).label(page.span(&known.origin), "the other row")
    })
}
