//! Keys of the JSON block of a resource, against its tables.

use super::near;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::PropertySection;
use crate::page::{JsonKey, PropertyRow, ResourceRows, TypeWord};
use crate::source::Span;
use crate::source::codes::three_ways::{KEY_CASE, KEY_WITHOUT_ROW};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::LazyCell;

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(resource) = &page.page.resource else {
        return;
    };
    // A page that lists nothing at all documents its properties elsewhere.
    if resource.properties.is_empty() {
        return;
    }
    let words = Words::of(set, page, resource);
    for key in &resource.json_keys {
        found.extend(finding(page, key, &words, resource));
    }
}

/// The names on a page; those that few keys need are read when they are asked for.
struct Words<'a> {
    /// Its rows by name, and by name in small letters.
    rows: FxHashMap<&'a str, &'a PropertyRow>,
    small: FxHashMap<String, &'a PropertyRow>,
    keys: FxHashSet<&'a str>,
    /// What tables of its type list, on this page and others, and those of the bases.
    listed: LazyCell<FxHashSet<&'a str>, Box<dyn FnOnce() -> FxHashSet<&'a str> + 'a>>,
    /// The first cells of all lines: pages have tables that are not read as properties.
    first_cells: LazyCell<FxHashSet<&'a str>, Box<dyn FnOnce() -> FxHashSet<&'a str> + 'a>>,
}

impl<'a> Words<'a> {
    fn of(set: &'a Set<'a>, page: &'a LintPage<'a>, resource: &'a ResourceRows) -> Self {
        // Of two rows with a name, the first.
        let rows = || resource.properties.iter().rev();
        Self {
            rows: rows().map(|row| (row.name.as_str(), row)).collect(),
            small: rows().map(|row| (row.name.to_ascii_lowercase(), row)).collect(),
            keys: resource.json_keys.iter().map(|key| key.name.as_str()).collect(),
            listed: LazyCell::new(Box::new(|| listed(set, page))),
            first_cells: LazyCell::new(Box::new(|| page.text().lines().filter_map(first_cell).collect())),
        }
    }
}

fn listed<'a>(set: &'a Set<'a>, page: &'a LintPage<'_>) -> FxHashSet<&'a str> {
    let known = set.known(page.version).zip(page.type_name.as_ref());
    let listed = known.into_iter().flat_map(|(known, name)| known.documented(name));
    listed.map(|property| property.name.as_str()).collect()
}

fn first_cell(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let cell = line.strip_prefix('|').unwrap_or(line).split_once('|')?.0;
    Some(cell.trim_matches([' ', '\t', '*', '`']))
}

fn finding(page: &LintPage<'_>, key: &JsonKey, words: &Words<'_>, resource: &ResourceRows) -> Option<Finding> {
    let name = key.name.as_str();
    if name == "id" || words.rows.contains_key(name) {
        return None;
    }
    let span = page.word(&key.origin, name);
    // The page's own rows come first: of two spellings the model has the block's.
    if let Some(row) = words.small.get(&name.to_ascii_lowercase()) {
        let message = format!("the table spells `{name}` as `{}`", row.name);
        let place = page.word(&row.origin, &row.name);
        return Some(Finding::new(&KEY_CASE, span, message).label(place, "the row"));
    }
    if words.listed.contains(name) || words.first_cells.contains(name) {
        return None;
    }
    let finding = Finding::new(&KEY_WITHOUT_ROW, span, format!("no row of the page documents `{name}`"));
    let free = |row: &&PropertyRow| !words.keys.contains(row.name.as_str()) && near(&row.name, name);
    let finding = stub(page, key, resource, finding);
    Some(match resource.properties.iter().find(free) {
        Some(row) => finding
            .label(page.word(&row.origin, &row.name), "a row without a key")
            .help(format!("is `{}` meant?", row.name)),
        None => finding,
    })
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
