//! Areas of pages.

use super::{Decided, Source};
use crate::model::{Area, DEFAULT_NAMESPACE};
use crate::page::Page;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The areas whose pages have not always said the same.
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::read(include_str!("areas.toml")).unwrap_or_default());

/// What pages of an area say, as the table of areas lists it.
#[derive(Deserialize)]
struct Row {
    /// Products that the front matter names, in small letters.
    #[serde(default)]
    products: Vec<String>,
    /// First words of file names.
    #[serde(default)]
    files: Vec<String>,
    /// First words of the names of types, for pages that say nothing else.
    #[serde(default)]
    types: Vec<String>,
}

/// The table of areas, by what pages say.
#[derive(Default)]
struct Names {
    products: FxHashMap<String, Area>,
    files: FxHashMap<String, Area>,
    types: FxHashMap<String, Area>,
}

impl Names {
    fn read(text: &str) -> Result<Self, toml::de::Error> {
        let mut names = Self::default();
        for (name, row) in toml::from_str::<BTreeMap<String, Row>>(text)? {
            let area = Area(name);
            let known = |text| (text, area.clone());
            names.products.extend(row.products.into_iter().map(known));
            names.files.extend(row.files.into_iter().map(known));
            names.types.extend(row.types.into_iter().map(known));
        }
        Ok(names)
    }

    /// The area of a page with these words in its file name: the most words that the table has count.
    fn of_file(&self, words: &[&str]) -> Option<&Area> {
        let mut starts = (1..=words.len()).rev().filter_map(|count| words.get(..count));
        starts.find_map(|start| self.files.get(&start.join("-").to_ascii_lowercase()))
    }
}

/// The area of a page with these file name words, with everything that it says about it.
pub(in crate::resolve) fn decide<'a>(words: &[&str], page: &'a Page) -> Decided<'a, Area> {
    let (value, source) = general();
    Decided::first(stated(words, page)).unwrap_or_else(|| Decided::new(value, source))
}

/// The same area alone, which costs less.
pub(in crate::resolve) fn value(words: &[&str], page: &Page) -> Area {
    stated(words, page).next().unwrap_or_else(general).0
}

/// What a page with these file name words says about its area, best first; evaluated as far as it is asked for.
///
/// Intune keeps its areas in file names (`intune-rbac-...` is `intune_rbac`); elsewhere the front matter names the
/// product. Both are renamed and parted, so that the table of areas counts more. A page without any of this (the
/// website has no front matter) belongs to its namespace, else to the first segment of its first route, else to the area
/// of the first word of its type's name, else to [`general`].
fn stated<'a>(words: &[&str], page: &'a Page) -> impl Iterator<Item = (Area, Source<'a>)> {
    let of_file = match words {
        ["intune", second, _, ..] => Some(Area(format!("intune_{}", snake(second)))),
        _ => None,
    };
    let of_file = of_file.map(|area| (area, Source::page("file name")));
    let of_table = NAMES.of_file(words).cloned();
    let of_table = of_table.map(|area| (area, Source::page("file name, in the table of areas")));
    let of_product = page.product.iter();
    let of_product =
        of_product.map(|product| (Area(product_area(product)), Source::page("product in the front matter")));
    let routes = page.api.iter().filter_map(|api| api.routes.first());
    let of_route = routes.filter_map(|route| {
        let segment = route.path.segments().next()?.name()?;
        let name = Some(snake(segment)).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))?;
        Some((
            Area(name),
            Source::at("first segment of the first route", &route.origin),
        ))
    });
    let stated = of_table.into_iter().chain(of_file).chain(of_product);
    stated.chain(of_namespace(page)).chain(of_route).chain(of_type(page))
}

/// `education` of `educationUser`.
fn of_type(page: &Page) -> Option<(Area, Source<'_>)> {
    let resource = page.resource.as_ref()?;
    let name = snake(&resource.heading_name);
    let area = NAMES.types.get(name.split('_').next()?)?;
    Some((
        area.clone(),
        Source::at("first word of the type's name, in the table of areas", &resource.origin),
    ))
}

/// `kiln_works` of `microsoft.graph.kilnWorks`.
fn of_namespace(page: &Page) -> Option<(Area, Source<'_>)> {
    let own = page.namespace.strip_prefix(DEFAULT_NAMESPACE)?.strip_prefix('.')?;
    Some((Area(snake(own)), Source::page("namespace")))
}

/// The area of a page that says nothing about it.
fn general<'a>() -> (Area, Source<'a>) {
    (Area("general".to_owned()), Source::page("nothing names one"))
}

fn product_area(product: &str) -> String {
    let known = NAMES.products.get(product).map(|area| area.0.clone());
    let name = known.unwrap_or_else(|| snake(product));
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        "general".to_owned()
    }
}

/// Letters and digits in lower case, `_` between words; `deviceManagement` becomes `device_management`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut lower_before = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && lower_before {
            out.push('_');
        }
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            _ if !out.is_empty() && !out.ends_with('_') => out.push('_'),
            _ => {}
        }
        lower_before = c.is_ascii_lowercase() || c.is_ascii_digit();
    }
    out.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_apart() {
        assert_eq!(snake("deviceManagement"), "device_management");
        assert_eq!(snake("cloud-pc"), "cloud_pc");
        assert_eq!(snake("Universal  Print "), "universal_print");
    }

    #[test]
    fn an_area_keeps_its_name_when_pages_call_it_something_else() {
        let text = "[crockery]\nproducts = ['pots', 'tableware']\nfiles = ['cup', 'plate-wash']\n\n[sinks]\nfiles = ['plate']\n";
        let names = Names::read(text).unwrap();
        assert_eq!(names.products["tableware"].0, "crockery");
        let of = |stem: &str| {
            names
                .of_file(&stem.split('-').collect::<Vec<_>>())
                .map_or("-", |area| &area.0)
        };
        insta::assert_snapshot!(["cup-get", "cups-get", "plate-wash", "plate-list"].map(of).join(" "), @"crockery - crockery sinks");
    }

    #[test]
    fn the_table_reads_and_says_each_thing_once() {
        let rows: BTreeMap<String, Row> = toml::from_str(include_str!("areas.toml")).unwrap();
        let products = rows.values().map(|row| row.products.len()).sum::<usize>();
        let files = rows.values().map(|row| row.files.len()).sum::<usize>();
        let types = rows.values().map(|row| row.types.len()).sum::<usize>();
        let known = (NAMES.products.len(), NAMES.files.len(), NAMES.types.len());
        assert_eq!(known, (products, files, types));
        assert!(rows.keys().all(|name| snake(name) == *name));
    }
}
