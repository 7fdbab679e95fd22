//! The calls of a program, each with the documented route that it means.

use super::calls::{Address, Call, is_batch, mask};
use super::matching::{Documented, Index, Page};
use super::needs::{self, Needs};
use crate::model::{Origin, Property, Route, RouteId, Scheme, Version};
use rustc_hash::FxHashMap;

/// What a program calls.
#[derive(Debug)]
pub struct Program<'i, 'm> {
    /// Calls that a page documents, in the order in which they were given.
    pub calls: Vec<Known<'i, 'm>>,
    /// The others.
    pub unknown: Vec<Unknown<'i, 'm>>,
}

/// A call that a page documents.
#[derive(Debug)]
pub struct Known<'i, 'm> {
    /// As it was given.
    pub text: String,
    /// The route.
    pub documented: &'i Documented<'m>,
    /// How often it was seen.
    pub count: u64,
    /// The properties that it asks for and that need more permissions.
    pub properties: Vec<&'m Property>,
    /// The page that its source names, and which of its routes may be meant.
    page: Option<Page<'m>>,
    routes: Vec<RouteId>,
    /// The kinds of sign-in that it was seen with; empty if that is not known.
    schemes: Vec<Scheme>,
}

/// A call that no page documents.
#[derive(Debug)]
pub struct Unknown<'i, 'm> {
    /// As it was given.
    pub text: String,
    /// How often it was seen.
    pub count: u64,
    /// The documented route that is most like it.
    pub nearest: Option<&'i Documented<'m>>,
}

/// For so many calls the nearest documented route is looked for.
const NEAREST: usize = 200;

impl<'i, 'm> Program<'i, 'm> {
    /// Looks up calls; equal ones are counted together. A batch alone needs nothing and is left out.
    pub fn of(index: &'i Index<'m>, calls: &[Call]) -> Self {
        let mut program = Self {
            calls: Vec::new(),
            unknown: Vec::new(),
        };
        let mut known = FxHashMap::default();
        let mut unknown: FxHashMap<String, usize> = FxHashMap::default();
        for call in calls.iter().filter(|call| !is_batch(&call.address)) {
            let route = call.route.or_else(|| look_up(index, call));
            if let Some((route, documented)) = route.and_then(|route| Some((route, index.route(route)?))) {
                let new = Known::of(call, documented, &index.needy(route, call));
                let at = *known.entry(new.key()).or_insert_with(|| {
                    program.calls.push(new);
                    program.calls.len() - 1
                });
                program.calls.get_mut(at).into_iter().for_each(|known| known.add(call));
            } else {
                let text = if call.text.is_empty() {
                    format!("{} {}", call.method, mask(&call.address))
                } else {
                    call.text.clone()
                };
                let at = *unknown.entry(text).or_insert_with_key(|text| {
                    let nearest = if program.unknown.len() < NEAREST {
                        index.nearest(call)
                    } else {
                        None
                    };
                    program.unknown.push(Unknown {
                        text: text.clone(),
                        count: 0,
                        nearest,
                    });
                    program.unknown.len() - 1
                });
                program
                    .unknown
                    .get_mut(at)
                    .into_iter()
                    .for_each(|unknown| unknown.count += call.count);
            }
        }
        program
    }

    /// Whether it is known which kinds of sign-in calls were made with.
    pub fn is_seen_with(&self, scheme: Scheme) -> bool {
        self.calls.iter().any(|call| call.schemes.contains(&scheme))
    }

    /// The calls that count for a kind of sign-in: those that were seen with it, where that is known of any call.
    pub fn of_scheme(&self, scheme: Scheme) -> impl Iterator<Item = (usize, &Known<'i, 'm>)> {
        let any = self.is_seen_with(scheme);
        let counts = move |call: &Known<'_, '_>| !any || call.schemes.is_empty() || call.schemes.contains(&scheme);
        self.calls.iter().enumerate().filter(move |(_, call)| counts(call))
    }
}

/// The route of a call; of one with several paths, that of the first one that is documented.
fn look_up(index: &Index<'_>, call: &Call) -> Option<usize> {
    index.find(&call.method, &call.address).or_else(|| {
        let version = call.address.version;
        let mut more = call.more_paths.iter().map(|path| Address {
            version,
            path: path.clone(),
            ..Address::default()
        });
        more.find_map(|address| index.find(&call.method, &address))
    })
}

impl<'i, 'm> Known<'i, 'm> {
    fn of(call: &Call, documented: &'i Documented<'m>, properties: &[&'m Property]) -> Self {
        let mut text = call.text.clone();
        if text.is_empty() {
            text = documented.route();
        }
        let mut known = Self {
            text,
            documented,
            count: 0,
            properties: properties.to_vec(),
            page: None,
            routes: Vec::new(),
            schemes: Vec::new(),
        };
        known.page = call
            .page
            .as_ref()
            .and_then(|file| documented.pages.iter().find(|page| page.operation.file == *file))
            .copied();
        if let Some(page) = known.page {
            let first = call.address.path.as_str();
            let is_meant = |route: &&Route| {
                let path = route.path.template();
                route.method == page.route.method
                    && (path == page.route.path.template()
                        || path == first
                        || call.more_paths.iter().any(|more| more == path))
            };
            known.routes = page
                .operation
                .routes
                .iter()
                .filter(is_meant)
                .map(|route| route.id)
                .collect();
        }
        known
    }

    /// What makes it another call than others.
    fn key(&self) -> (String, &'m Version, Option<String>, Vec<String>) {
        let properties = self.properties.iter().map(|property| property.name.clone());
        (
            self.text.clone(),
            self.documented.version,
            self.page.map(|page| page.operation.file.clone()),
            properties.collect(),
        )
    }

    fn add(&mut self, call: &Call) {
        self.count += call.count;
        let new = call.scheme.filter(|scheme| !self.schemes.contains(scheme));
        self.schemes.extend(new);
    }

    /// What it needs with a kind of sign-in.
    pub fn needs(&self, scheme: Scheme) -> Needs {
        let needs = match self.page {
            Some(page) => needs::of_page(page.operation, &self.routes, scheme),
            None => needs::of(self.documented, scheme),
        };
        needs.with_properties(&self.properties)
    }

    /// The page that is most about it.
    pub fn page(&self) -> Option<Page<'m>> {
        self.page.or(self.documented.pages.first().copied())
    }

    /// Whether it is a function of an emitted crate.
    pub fn is_function(&self) -> bool {
        self.page.is_some()
    }

    /// Every line of a page that may be meant: those of the page that its source names, else one of each page.
    pub fn lines(&self) -> Vec<Page<'m>> {
        let Some(page) = self.page else {
            return self.documented.pages.clone();
        };
        let operation = page.operation;
        let meant = operation.routes.iter().filter(|route| self.routes.contains(&route.id));
        meant.map(|route| Page { operation, route }).collect()
    }

    /// The line of the route.
    pub fn place(&self) -> Option<&'m Origin> {
        self.page().map(|page| &page.route.origin)
    }

    /// The paths that may be meant.
    pub fn paths(&self) -> Vec<&'m str> {
        let Some(page) = self.page() else { return Vec::new() };
        let routes = page
            .operation
            .routes
            .iter()
            .filter(|route| self.routes.contains(&route.id));
        routes.map(|route| route.path.as_str()).collect()
    }
}
