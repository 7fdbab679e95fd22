//! Which page documents which types and enums.

use super::pages::LintPage;
use crate::model::Version;
use crate::page::EnumRows;
use rustc_hash::{FxHashMap, FxHashSet};

/// Names by page, and enums by name.
#[derive(Default)]
pub(super) struct Documented<'a> {
    /// Version and file stem in small letters: the names of the page, that of its type first.
    pages: FxHashMap<(&'a Version, String), Vec<String>>,
    /// Version and file stem in small letters: the place of the page in `Set::pages`.
    places: FxHashMap<(&'a Version, String), usize>,
    /// Version and path: the place of the page in `Set::pages`.
    paths: FxHashMap<(&'a Version, &'a str), usize>,
    /// Version and local name in small letters.
    names: FxHashSet<(&'a Version, String)>,
    /// The tables of members, by version and local name in small letters: where they stand in `Set::pages`.
    enums: FxHashMap<(&'a Version, String), Vec<(usize, &'a EnumRows)>>,
}

impl<'a> Documented<'a> {
    pub(super) fn of(pages: &[LintPage<'a>]) -> Self {
        let mut documented = Self::default();
        for (place, page) in pages.iter().enumerate() {
            documented.paths.insert((page.version, page.path), place);
            let mut names: Vec<String> = page.type_name.iter().map(|name| name.name.clone()).collect();
            for rows in &page.page.enums {
                let local = rows.name.rsplit('.').next().unwrap_or(&rows.name);
                names.push(local.to_owned());
                let key = (page.version, local.to_lowercase());
                documented.enums.entry(key).or_default().push((place, rows));
            }
            for name in &names {
                documented.names.insert((page.version, name.to_lowercase()));
            }
            if page.page.api.is_none() && !names.is_empty() {
                let key = (page.version, page.stem().to_lowercase());
                documented.places.insert(key.clone(), place);
                documented.pages.insert(key, names);
            }
        }
        for tables in documented.enums.values_mut() {
            // A page of its own is better than a section.
            if tables.iter().any(|(_, rows)| !rows.is_section) {
                tables.retain(|(_, rows)| !rows.is_section);
            }
        }
        documented
    }

    /// The names that a page documents, by its file stem.
    pub(super) fn of_page(&self, version: &'a Version, stem: &str) -> Option<&Vec<String>> {
        self.pages.get(&(version, stem.to_lowercase()))
    }

    /// The place of a page by its file stem.
    pub(super) fn place(&self, version: &'a Version, stem: &str) -> Option<usize> {
        self.places.get(&(version, stem.to_lowercase())).copied()
    }

    /// The place of a page by its path.
    pub(super) fn at(&self, version: &'a Version, path: &'a str) -> Option<usize> {
        self.paths.get(&(version, path)).copied()
    }

    pub(super) fn knows(&self, version: &'a Version, name: &str) -> bool {
        self.names.contains(&(version, name.to_lowercase()))
    }

    /// The tables of members of an enum, each with the place of its page.
    pub(super) fn members(&self, version: &'a Version, name: &str) -> &[(usize, &'a EnumRows)] {
        let tables = self.enums.get(&(version, name.to_lowercase()));
        tables.map_or(&[], Vec::as_slice)
    }

    /// The tables of members, enum by enum, in no order.
    pub(super) fn enums(&self) -> impl Iterator<Item = &[(usize, &'a EnumRows)]> {
        self.enums.values().map(Vec::as_slice)
    }
}
