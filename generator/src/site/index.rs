//! What a version has, each with the number that records and links refer to it by.

use crate::model::{EnumType, Method, Operation, QualifiedName, Route, RouteId, Schema, StructuredType};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A method and a path, with every page that documents it.
#[derive(Debug)]
pub(super) struct Call<'a> {
    pub(super) method: Method,
    /// The path as the first page writes it.
    pub(super) path: &'a str,
    /// The number of the operation and its route, the page that is most about this call first: the one with the shortest
    /// name, then the one with the fewest routes. `GET /users/{id}` stands on "Get a user" and, among many others, on
    /// "Get open extension".
    pub(super) routes: Vec<(usize, &'a Route)>,
}

/// A type or an enum.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'a> {
    Type(&'a StructuredType),
    Enum(&'a EnumType),
}

impl<'a> Item<'a> {
    pub(super) fn name(self) -> &'a QualifiedName {
        match self {
            Self::Type(item) => &item.name,
            Self::Enum(item) => &item.name,
        }
    }

    fn file(self) -> &'a str {
        match self {
            Self::Type(item) => &item.file,
            Self::Enum(item) => &item.file,
        }
    }
}

/// The numbers of a version.
#[derive(Debug)]
pub(super) struct Index<'a> {
    pub(super) schema: &'a Schema,
    /// Sorted by path, then by method.
    pub(super) calls: Vec<Call<'a>>,
    /// Sorted by name.
    pub(super) items: Vec<Item<'a>>,
    numbers: FxHashMap<&'a QualifiedName, usize>,
    of_routes: FxHashMap<(usize, RouteId), usize>,
    /// What the pages are about, by their names: `resources/user`, `user-get`.
    pages: FxHashMap<&'a str, (&'static str, usize)>,
}

impl<'a> Index<'a> {
    /// Numbers the items of a version.
    pub(super) fn of(schema: &'a Schema) -> Self {
        let types = schema.types.iter().map(Item::Type);
        let mut items: Vec<Item<'_>> = types.chain(schema.enums.iter().map(Item::Enum)).collect();
        items.sort_by(|a, b| a.name().cmp(b.name()));
        let calls = calls(&schema.operations);
        let mut index = Self {
            schema,
            numbers: items
                .iter()
                .zip(0..)
                .map(|(item, number)| (item.name(), number))
                .collect(),
            of_routes: FxHashMap::default(),
            pages: FxHashMap::default(),
            calls,
            items,
        };
        index.number_routes();
        index.name_pages();
        index
    }

    fn number_routes(&mut self) {
        for (number, call) in self.calls.iter().enumerate() {
            let routes = call.routes.iter();
            self.of_routes
                .extend(routes.map(|(operation, route)| ((*operation, route.id), number)));
        }
    }

    fn name_pages(&mut self) {
        for (number, item) in self.items.iter().enumerate() {
            if let Some(name) = item.file().strip_suffix(".md") {
                self.pages.entry(name).or_insert(("type", number));
            }
        }
        for (operation, page) in self.schema.operations.iter().enumerate() {
            let name = page.file.strip_prefix("api/").and_then(|name| name.strip_suffix(".md"));
            let first = page.routes.first().and_then(|route| self.call(operation, route.id));
            if let Some((name, call)) = name.zip(first) {
                self.pages.insert(name, ("call", call));
            }
        }
    }

    /// The number of a type or an enum.
    pub(super) fn item(&self, name: &QualifiedName) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// The number of the call that a route of an operation is.
    pub(super) fn call(&self, operation: usize, route: RouteId) -> Option<usize> {
        self.of_routes.get(&(operation, route)).copied()
    }

    /// What the public page at a URL is about, if the site has it.
    pub(super) fn linked(&self, url: &str) -> Option<(&'static str, usize)> {
        let (_, page) = url.split_once("/graph/api/")?;
        let page = page.split(['?', '#']).next().unwrap_or(page);
        self.pages.get(page.trim_end_matches('/')).copied()
    }
}

fn calls(operations: &[Operation]) -> Vec<Call<'_>> {
    let mut calls: BTreeMap<(String, u8), Call<'_>> = BTreeMap::new();
    let mut pages: Vec<(usize, &Operation)> = operations.iter().enumerate().collect();
    pages.sort_by_key(|(_, page)| {
        let words = page.file.split('-').count();
        (words, page.routes.len(), page.file.as_str())
    });
    for (number, page) in pages {
        for route in &page.routes {
            let key = (route.path.key().as_str().to_owned(), rank(route.method));
            let call = calls.entry(key).or_insert_with(|| Call {
                method: route.method,
                path: route.path.template(),
                routes: Vec::new(),
            });
            call.routes.push((number, route));
        }
    }
    calls.into_values().collect()
}

/// Reading comes first.
fn rank(method: Method) -> u8 {
    match method {
        Method::Get => 0,
        Method::Head => 1,
        Method::Post => 2,
        Method::Put => 3,
        Method::Patch => 4,
        Method::Delete => 5,
    }
}
