//! Every name that some page documents.

use super::decide::name;
use super::pages::LoadedPage;
use crate::model::{Area, QualifiedName};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A documented type or enum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// Its name in its own spelling.
    pub(super) name: QualifiedName,
    /// The area of its page.
    pub(super) area: Area,
}

/// The documented names of one version.
pub(super) struct Index {
    /// Lower-case qualified name -> entries (several areas may document one type).
    names: FxHashMap<String, Vec<Entry>>,
    /// Lower-case local name -> qualified names.
    locals: FxHashMap<String, BTreeSet<QualifiedName>>,
    /// Lower-case file stem of a resource page -> the type (or the enum) that the page is about.
    pages: FxHashMap<String, Entry>,
    /// Path of a resource page -> the type's name, decided with all pages in view.
    type_names: FxHashMap<String, QualifiedName>,
}

impl Index {
    /// Indexes all pages of a version.
    pub(super) fn new(pages: &[LoadedPage]) -> Self {
        let headings = name::headings(pages);
        let mut index = Self {
            names: FxHashMap::default(),
            locals: FxHashMap::default(),
            pages: FxHashMap::default(),
            type_names: FxHashMap::default(),
        };
        for page in pages {
            let stem = stem(&page.path);
            if let Some(name) = name::decide(page, &headings).map(|decided| decided.value) {
                index.type_names.insert(page.path.clone(), name.clone());
                index.add(
                    Entry {
                        name,
                        area: page.identity.area.clone(),
                    },
                    Some(&stem),
                );
            }
            for rows in &page.page.enums {
                let own_page = Some(stem.as_str()).filter(|_| !rows.is_section);
                index.add(
                    Entry {
                        name: enum_name(page, &rows.name),
                        area: page.identity.area.clone(),
                    },
                    own_page,
                );
            }
        }
        index
    }

    fn add(&mut self, entry: Entry, stem: Option<&str>) {
        if let Some(stem) = stem {
            self.pages.entry(stem.to_owned()).or_insert_with(|| entry.clone());
        }
        self.locals
            .entry(entry.name.name.to_lowercase())
            .or_default()
            .insert(entry.name.clone());
        let entries = self.names.entry(entry.name.to_string().to_lowercase()).or_default();
        if !entries.contains(&entry) {
            entries.push(entry);
            entries.sort();
        }
    }

    /// The name of the type that a resource page describes.
    pub(super) fn type_name(&self, path: &str) -> Option<&QualifiedName> {
        self.type_names.get(path)
    }

    /// The documented spelling of a name, letter case aside.
    pub(super) fn find(&self, namespace: &str, name: &str) -> Option<&QualifiedName> {
        let entries = self.names.get(&format!("{namespace}.{name}").to_lowercase())?;
        entries.first().map(|entry| &entry.name)
    }

    /// The only type of this local name in any namespace.
    pub(super) fn find_anywhere(&self, name: &str) -> Option<&QualifiedName> {
        let names = self.locals.get(&name.to_lowercase())?;
        names.first().filter(|_| names.len() == 1)
    }

    /// What the page behind a link is about.
    pub(super) fn linked(&self, target: &str) -> Option<&Entry> {
        self.pages.get(&stem(target.split('#').next()?))
    }

    /// The area to look in, when several document the name: the linked page's, else the asking page's.
    pub(super) fn area(&self, name: &QualifiedName, link: Option<&str>, own: &Area) -> Option<Area> {
        let entries = self.names.get(&name.to_string().to_lowercase())?;
        if entries.len() < 2 {
            return None;
        }
        let linked = link
            .and_then(|link| self.linked(link))
            .filter(|entry| entry.name == *name);
        let own = || entries.iter().find(|entry| entry.area == *own);
        linked.or_else(own).or(entries.first()).map(|entry| entry.area.clone())
    }
}

/// Lower-case file name without folder and extension.
fn stem(path: &str) -> String {
    // Some links have the slashes of Windows.
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.split_once('.').map_or(name, |(stem, _)| stem).to_lowercase()
}

/// The name of an enum on a page; in another namespace only when the page says so.
pub(super) fn enum_name(page: &LoadedPage, name: &str) -> QualifiedName {
    if name.contains('.') {
        QualifiedName::parse(name)
    } else {
        QualifiedName::new(&page.page.namespace, name)
    }
}
