//! Every name that some page documents.

use super::decide::{name, values};
use super::pages::LoadedPage;
use super::{identity, spelling};
use crate::model::{DEFAULT_NAMESPACE, QualifiedName, Segment};
use crate::page::EnumRows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The documented names of one version.
pub(super) struct Index {
    /// Lower-case qualified name -> the name in its own spelling.
    names: FxHashMap<String, QualifiedName>,
    /// Lower-case local name -> qualified names.
    locals: FxHashMap<String, BTreeSet<QualifiedName>>,
    /// Lower-case file stem of a resource page -> the type (or the enum) that the page is about.
    pages: FxHashMap<String, QualifiedName>,
    /// Lower-case file stem and anchor of a section -> the type that it describes.
    sections: FxHashMap<String, QualifiedName>,
    /// Path of a resource page -> the type's name, decided with all pages in view.
    type_names: FxHashMap<Arc<str>, QualifiedName>,
    /// File stem of an api page -> the types whose pages list it as a method.
    methods: FxHashMap<String, BTreeSet<QualifiedName>>,
    /// Lower-case qualified name -> enum that is more than the values of one property.
    enums: FxHashMap<String, QualifiedName>,
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
            sections: FxHashMap::default(),
            type_names: FxHashMap::default(),
            methods: FxHashMap::default(),
            enums: shared_enums(pages),
            namespaces: BTreeSet::new(),
            words: FxHashSet::default(),
        };
        let mut seen = FxHashSet::default();
        for page in pages {
            let stem = stem(&page.path);
            if let Some(name) = name::decide(page, &headings).map(|decided| decided.value) {
                for method in page.page.resource.iter().flat_map(|rows| &rows.methods) {
                    let listing = index.methods.entry(method.clone()).or_default();
                    listing.insert(name.clone());
                }
                index.type_names.insert(Arc::clone(&page.path), name.clone());
                index.add(name, Some(&stem));
            }
            for part in &page.page.inner {
                if let Some(name) = name::of_section(page, part) {
                    index.sections.insert(format!("{stem}#{}", part.anchor), name.clone());
                    index.add(name, None);
                }
            }
            let routes = page.page.api.iter().flat_map(|rows| &rows.routes);
            let names = routes.flat_map(|route| route.path.segments().filter_map(Segment::name));
            for name in names.filter(|name| seen.insert(*name)) {
                index.words.extend(spelling::words(name));
            }
            for rows in &page.page.enums {
                let own_page = Some(stem.as_str()).filter(|_| !rows.is_section);
                index.add(index.enum_name(page, rows), own_page);
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
            .entry(lower(&name.namespace, &name.name))
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

    /// The name of an enum on a page; in another namespace only when the page says so.
    pub(super) fn enum_name(&self, page: &LoadedPage, rows: &EnumRows) -> QualifiedName {
        let named = written(page, &rows.name);
        let (Some(property), Some(owner)) = (&rows.property, self.type_name(&page.path)) else {
            return named;
        };
        let shared = self.enums.get(&lower(&named.namespace, &named.name)).cloned();
        // Several types have a `status`.
        shared.unwrap_or_else(|| values::name_of_own(owner, property))
    }

    /// The documented spelling of a name, letter case aside.
    pub(super) fn find(&self, namespace: &str, name: &str) -> Option<&QualifiedName> {
        self.names.get(&lower(namespace, name))
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
        let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
        let stem = stem(path);
        let section = || self.sections.get(&format!("{stem}#{}", anchor.to_lowercase()));
        let section = if anchor.is_empty() || self.sections.is_empty() {
            None
        } else {
            section()
        };
        section.or_else(|| self.pages.get(&stem))
    }

    /// What the resource of an api page is: what its own page describes, or what is called like it or like one of it; else
    /// what the page of more words describes (`shop-lamp` for `shop-lamp-get`); else the type whose page lists the call and
    /// whose name ends like it: `workbookChart` for the resource `chart`.
    pub(super) fn resource(&self, page: &LoadedPage) -> Option<&QualifiedName> {
        self.named_resource(page).or_else(|| self.called_at(page))
    }

    fn named_resource(&self, page: &LoadedPage) -> Option<&QualifiedName> {
        let resource = page.identity.resource.to_lowercase();
        let one = || one_of(&resource).iter().find_map(|one| self.called(page, one));
        self.same_name(page)
            .or_else(one)
            .or_else(|| self.of_more_words(page))
            .or_else(|| self.listing(page, &resource))
    }

    /// A page may be called after an action alone, `get-lamp-state`: its resource is what the last name of a route means.
    fn called_at(&self, page: &LoadedPage) -> Option<&QualifiedName> {
        if !identity::is_verb(&page.identity.resource) || self.named_resource(page).is_some() {
            return None;
        }
        let mut routes = page.page.api.iter().flat_map(|rows| &rows.routes);
        routes.find_map(|route| {
            let name = route.path.segments().rev().find_map(Segment::name)?.to_lowercase();
            let one = one_of(&name).iter().find_map(|one| self.called(page, one));
            one.or_else(|| self.called(page, &name))
        })
    }

    fn same_name(&self, page: &LoadedPage) -> Option<&QualifiedName> {
        self.linked(&page.identity.resource_page)
            .or_else(|| self.called(page, &page.identity.resource))
    }

    /// The type of this name in the page's own namespace, or in that of most types.
    fn called(&self, page: &LoadedPage, name: &str) -> Option<&QualifiedName> {
        self.find(&page.page.namespace, name)
            .or_else(|| self.find(DEFAULT_NAMESPACE, name))
    }

    /// The type of the longest file name that this one continues.
    fn of_more_words(&self, page: &LoadedPage) -> Option<&QualifiedName> {
        let stem = stem(&page.path);
        let shortest = page.identity.resource_page.len();
        let ends = stem.match_indices('-').map(|(at, _)| at).rev();
        let mut shorter = ends.take_while(|at| *at > shortest);
        shorter.find_map(|at| self.pages.get(stem.get(..at)?))
    }

    /// The only type that lists the call of a page and is called like its resource at the end, or like its object.
    fn listing(&self, page: &LoadedPage, resource: &str) -> Option<&QualifiedName> {
        let types = self.methods.get(&stem(&page.path))?;
        let things = resource.strip_suffix("collection").filter(|things| !things.is_empty());
        let mut forms = vec![things.unwrap_or(resource).to_owned()];
        forms.extend(things.map(one_of).unwrap_or_default());
        let object = page.identity.action.split_once('-').map_or("", |(_, object)| object);
        let objects = [vec![object.to_lowercase()], one_of(&object.to_lowercase())].concat();
        let is_called = |name: &QualifiedName| {
            let name = name.name.to_lowercase();
            let is_object = objects.contains(&name) || one_of(&name).iter().any(|one| objects.contains(one));
            is_object || forms.iter().any(|form| name.ends_with(form.as_str()))
        };
        let mut called = types.iter().filter(|name| is_called(name));
        called.next().filter(|_| called.next().is_none())
    }

    /// The resource of an api page. The file name of a page runs words together; where no type has this name, the words of
    /// types part it.
    pub(super) fn resource_name(&self, page: &LoadedPage) -> String {
        let resource = &page.identity.resource;
        if let Some(called) = self.called_at(page) {
            return called.name.clone();
        }
        self.parted(resource)
            .filter(|_| self.same_name(page).is_none())
            .unwrap_or_else(|| resource.clone())
    }

    /// What an api page does with its resource.
    pub(super) fn action(&self, page: &LoadedPage) -> String {
        let action = &page.identity.action;
        match self.called_at(page) {
            Some(_) => format!("{}-{action}", page.identity.resource.to_lowercase()),
            None => action.clone(),
        }
    }

    /// A name in small letters, as the name of a file is, parted by the words of types and routes.
    pub(super) fn parted(&self, name: &str) -> Option<String> {
        spelling::parted(name, |word| self.words.contains(word))
    }
}

/// What one of several things may be called, in small letters: `riskyuser` for `riskyusers`.
fn one_of(things: &str) -> Vec<String> {
    let ends = [("ies", "y"), ("es", ""), ("s", "")];
    let stems = ends
        .iter()
        .filter_map(|(end, one)| Some([things.strip_suffix(end)?, one].concat()));
    stems.filter(|one| !one.is_empty()).collect()
}

/// A qualified name in small letters.
fn lower(namespace: &str, name: &str) -> String {
    let mut lower = [namespace, ".", name].concat();
    if lower.is_ascii() {
        lower.make_ascii_lowercase();
        return lower;
    }
    lower.to_lowercase()
}

/// Lower-case file name without folder and extension.
pub(super) fn stem(path: &str) -> String {
    // Some links have the slashes of Windows.
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.split_once('.').map_or(name, |(stem, _)| stem).to_lowercase()
}

/// The enums that a page or a section documents for any property.
fn shared_enums(pages: &[LoadedPage]) -> FxHashMap<String, QualifiedName> {
    let all = pages
        .iter()
        .flat_map(|page| page.page.enums.iter().map(move |rows| (page, rows)));
    let shared = all.filter(|(_, rows)| rows.property.is_none());
    let names = shared.map(|(page, rows)| written(page, &rows.name));
    names.map(|name| (lower(&name.namespace, &name.name), name)).collect()
}

fn written(page: &LoadedPage, name: &str) -> QualifiedName {
    if name.contains('.') {
        QualifiedName::parse(name)
    } else {
        QualifiedName::new(&page.page.namespace, name)
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::decide::sample::model;

    /// The resources of the calls of a page about `name` that lists them, by the file stems of their pages.
    fn resources(name: &str, calls: &[&str]) -> String {
        let rows: String = calls
            .iter()
            .map(|call| format!("|[{call}](../api/{call}.md)|None|N.|\n"))
            .collect();
        let resource = format!(
            "# {name} resource type\n\n## Methods\n|Method|Returns|Description|\n|:--|:--|:--|\n{rows}\n\
             ## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|size|Int32|N.|\n"
        );
        let call = "# Do it\n\n## HTTP request\n```http\nPOST /rooms/{id}/do\n```\n";
        let paths: Vec<String> = calls.iter().map(|call| format!("api/{call}.md")).collect();
        let mut pages = vec![("resources/x.md", resource.as_str())];
        pages.extend(paths.iter().map(|path| (path.as_str(), call)));
        let model = model(&pages);
        let operations = model.schemas[0].operations.iter();
        let shown = operations.map(|operation| {
            let name = operation.resource_type.as_ref().map_or("-", |name| name.name.as_str());
            format!("{} {name}", operation.file)
        });
        shown.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_call_belongs_to_the_type_that_lists_it_and_ends_in_its_name() {
        let calls = [
            "kiln-get",
            "kilnscollection-add",
            "room-list-kilns",
            "room-list-potterykilns",
        ];
        insta::assert_snapshot!(resources("potteryKiln", &calls), @r"
        api/kiln-get.md potteryKiln
        api/kilnscollection-add.md potteryKiln
        api/room-list-kilns.md -
        api/room-list-potterykilns.md potteryKiln
        ");
    }

    #[test]
    fn a_call_belongs_to_the_page_whose_name_it_continues() {
        let lamp =
            "# lamp resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|size|Int32|N.|\n";
        let get = "# Get lamp\n\n## HTTP request\n```http\nGET /shop/lamps/{id}\n```\n";
        let model = model(&[("resources/shop-lamp.md", lamp), ("api/shop-lamp-get.md", get)]);
        let name = model.schemas[0].operations[0].resource_type.as_ref();
        assert_eq!(name.unwrap().name, "lamp");
    }

    #[test]
    fn calls_on_several_things_belong_to_the_type_of_one() {
        insta::assert_snapshot!(resources("oven", &["ovens-heat", "oven-get"]), @r"
        api/oven-get.md oven
        api/ovens-heat.md oven
        ");
    }
}
