//! Every name that some page documents.

use super::decide::name;
use super::pages::LoadedPage;
use super::spelling;
use crate::model::{DEFAULT_NAMESPACE, QualifiedName, Segment};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// The documented names of one version.
pub(super) struct Index {
    /// Lower-case qualified name -> the name in its own spelling.
    names: FxHashMap<String, QualifiedName>,
    /// Lower-case local name -> qualified names.
    locals: FxHashMap<String, BTreeSet<QualifiedName>>,
    /// Lower-case file stem of a resource page -> the type (or the enum) that the page is about.
    pages: FxHashMap<String, QualifiedName>,
    /// Path of a resource page -> the type's name, decided with all pages in view.
    type_names: FxHashMap<String, QualifiedName>,
    /// The namespaces of all of them.
    namespaces: BTreeSet<String>,
    /// The words that they, and the names in routes, are made of, in small letters.
    words: FxHashSet<String>,
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
            namespaces: BTreeSet::new(),
            words: FxHashSet::default(),
        };
        let mut seen = FxHashSet::default();
        for page in pages {
            let stem = stem(&page.path);
            if let Some(name) = name::decide(page, &headings).map(|decided| decided.value) {
                index.type_names.insert(page.path.clone(), name.clone());
                index.add(name, Some(&stem));
            }
            let routes = page.page.api.iter().flat_map(|rows| &rows.routes);
            let names = routes.flat_map(|route| route.path.segments().filter_map(Segment::name));
            for name in names.filter(|name| seen.insert(*name)) {
                index.words.extend(spelling::words(name));
            }
            for rows in &page.page.enums {
                let own_page = Some(stem.as_str()).filter(|_| !rows.is_section);
                index.add(enum_name(page, &rows.name), own_page);
            }
        }
        index
    }

    fn add(&mut self, name: QualifiedName, stem: Option<&str>) {
        if let Some(stem) = stem {
            self.pages.entry(stem.to_owned()).or_insert_with(|| name.clone());
        }
        if !self.namespaces.contains(&name.namespace) {
            self.namespaces.insert(name.namespace.clone());
        }
        self.words.extend(spelling::words(&name.name));
        let locals = self.locals.entry(name.name.to_lowercase()).or_default();
        locals.insert(name.clone());
        let known = self
            .names
            .entry(name.to_string().to_lowercase())
            .or_insert_with(|| name.clone());
        // Pages that spell it differently: the same spelling counts whatever their order.
        if name < *known {
            *known = name;
        }
    }

    /// The name of the type that a resource page describes.
    pub(super) fn type_name(&self, path: &str) -> Option<&QualifiedName> {
        self.type_names.get(path)
    }

    /// The documented spelling of a name, letter case aside.
    pub(super) fn find(&self, namespace: &str, name: &str) -> Option<&QualifiedName> {
        self.names.get(&[namespace, ".", name].concat().to_lowercase())
    }

    /// The namespaces of documented types, in order.
    pub(super) fn namespaces(&self) -> impl Iterator<Item = &str> {
        self.namespaces.iter().map(String::as_str)
    }

    /// The only type of this local name in any namespace.
    pub(super) fn find_anywhere(&self, name: &str) -> Option<&QualifiedName> {
        let names = self.locals.get(&name.to_lowercase())?;
        names.first().filter(|_| names.len() == 1)
    }

    /// What the page behind a link is about.
    pub(super) fn linked(&self, target: &str) -> Option<&QualifiedName> {
        self.pages.get(&stem(target.split('#').next()?))
    }

    /// What the resource of an api page is: what its own page describes, or what is called like it.
    pub(super) fn resource(&self, page: &LoadedPage) -> Option<&QualifiedName> {
        let resource = &page.identity.resource;
        self.linked(&page.identity.resource_page)
            .or_else(|| self.find(&page.page.namespace, resource))
            .or_else(|| self.find(DEFAULT_NAMESPACE, resource))
    }

    /// The resource of an api page. The file name of a page runs words together; where no type has this name, the words of
    /// types part it.
    pub(super) fn resource_name(&self, page: &LoadedPage) -> String {
        let resource = &page.identity.resource;
        let parted = spelling::parted(resource, |word| self.words.contains(word));
        parted
            .filter(|_| self.resource(page).is_none())
            .unwrap_or_else(|| resource.clone())
    }
}

/// Lower-case file name without folder and extension.
pub(super) fn stem(path: &str) -> String {
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
