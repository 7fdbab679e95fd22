//! Keys of the JSON block of a resource, against its tables.

use super::near;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::PropertySection;
use crate::page::{JsonKey, PropertyRow, ResourceRows, TypeWord};
use crate::source::Span;
use crate::source::codes::three_ways::{KEY_CASE, KEY_WITHOUT_ROW};
use std::collections::BTreeSet;

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(resource) = &page.page.resource else {
        return;
    };
    let tables = listed(set, page, resource);
    // A page that lists nothing at all documents its properties elsewhere.
    if resource.properties.is_empty() {
        return;
    }
    let keys: BTreeSet<&str> = resource.json_keys.iter().map(|key| key.name.as_str()).collect();
    for key in &resource.json_keys {
        found.extend(finding(page, key, &tables, &keys, resource));
    }
}

/// The names of the page's tables, and of those of its type and the bases of that.
fn listed<'a>(set: &Set<'a>, page: &'a LintPage<'_>, resource: &'a ResourceRows) -> BTreeSet<&'a str> {
    let mut names: BTreeSet<&str> = resource.properties.iter().map(|row| row.name.as_str()).collect();
    let known = set.known(page.version);
    if let (Some(known), Some(name)) = (known, &page.type_name) {
        names.extend(known.documented(name).map(|property| property.name.as_str()));
    }
    names
}

fn finding(
    page: &LintPage<'_>,
    key: &JsonKey,
    tables: &BTreeSet<&str>,
    keys: &BTreeSet<&str>,
    resource: &ResourceRows,
) -> Option<Finding> {
    let name = key.name.as_str();
    let rows = || resource.properties.iter();
    if name == "id" || rows().any(|row| row.name == name) {
        return None;
    }
    let span = page.word(&key.origin, name);
    // The page's own rows come first: of two spellings the model has the block's.
    if let Some(row) = rows().find(|row| row.name.eq_ignore_ascii_case(name)) {
        let message = format!("the table spells `{name}` as `{}`", row.name);
        let place = page.word(&row.origin, &row.name);
        return Some(Finding::new(&KEY_CASE, span, message).label(place, "the row"));
    }
    if tables.contains(name) || has_row(page, name) {
        return None;
    }
    let finding = Finding::new(&KEY_WITHOUT_ROW, span, format!("no row of the page documents `{name}`"));
    let free = |row: &&crate::page::PropertyRow| !keys.contains(row.name.as_str()) && near(&row.name, name);
    let finding = stub(page, key, resource, finding);
    Some(match rows().find(free) {
        Some(row) => finding
            .label(page.word(&row.origin, &row.name), "a row without a key")
            .help(format!("is `{}` meant?", row.name)),
        None => finding,
    })
}

/// Whether a row of any table begins with the name: pages have tables that are not read as properties.
fn has_row(page: &LintPage<'_>, name: &str) -> bool {
    let first = |line: &str| {
        let line = line.trim_start();
        let cell = line.strip_prefix('|').unwrap_or(line).split_once('|')?.0;
        Some(cell.trim_matches([' ', '\t', '*', '`']).to_owned())
    };
    page.text().lines().filter_map(first).any(|cell| cell == name)
}

/// With a row to be completed behind the last one of the table, where the table has the usual three columns.
fn stub(page: &LintPage<'_>, key: &JsonKey, resource: &ResourceRows, finding: Finding) -> Finding {
    let is_structural =
        |row: &&PropertyRow| row.section == PropertySection::Properties && *row.origin.file == *page.path;
    let Some(last) = resource.properties.iter().rfind(is_structural) else {
        return finding;
    };
    let line = page.span(&last.origin);
    let text = page.sources.text(line);
    if !text.starts_with('|') || !text.ends_with('|') || text.matches('|').count() != 4 {
        return finding;
    }
    let name = match &key.type_cell.word {
        TypeWord::Primitive(primitive) => format!("{primitive:?}"),
        TypeWord::Name(name) => name.rsplit('.').next().unwrap_or(name).to_owned(),
        TypeWord::Unknown => "TODO".to_owned(),
    };
    let collection = if key.type_cell.collection { " collection" } else { "" };
    let end = Span::new(line.file, line.range().end, line.range().end);
    finding.unsafe_fix(end, format!("\n|{}|{name}{collection}|TODO|", key.name))
}
