//! What the routes of a page lead to, where its words do not fit all of them.
//!
//! All kinds of things can carry an extension, so the page "Create extension" has `POST /users/{id}/events` and
//! `POST /groups/{id}/extensions`. Its words are about extensions. The tables of properties prove that the first route
//! makes an event.

use super::Source;
use crate::model::{Example, ExampleKind, Method, Operation, Path, Route, TypeName, TypeRef};
use crate::page::{TypeCell, TypeWord};
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::pages::LoadedPage;
use crate::resolve::paths::{Paths, end, ends_vary};
use crate::resolve::segments::Tree;
use rustc_hash::FxHashMap;
use std::iter::once;

/// Why a route has another type than the page's words.
pub(super) const PROVEN: &str = "tables of properties prove what the route leads to";

/// The routes of a page.
pub(in crate::resolve) struct Ends<'a> {
    page: &'a LoadedPage,
    index: &'a Index,
    paths: &'a Paths<'a>,
    /// The routes end in different names.
    several: bool,
    /// In this case, what tables prove for the first such route of each end.
    proven: FxHashMap<(Method, (String, bool)), TypeRef>,
    /// And the ends of the routes that examples call, with the type of the first response.
    shown: FxHashMap<(String, bool), (TypeRef, &'a Example)>,
    /// The same for every response, whether its type is known or not.
    answers: Vec<((String, bool), &'a Example)>,
}

impl<'a> Ends<'a> {
    /// Reads the routes of a page.
    pub(in crate::resolve) fn of(
        page: &'a LoadedPage,
        operation: &'a Operation,
        index: &'a Index,
        paths: &'a Paths<'a>,
    ) -> Self {
        let several = ends_vary(operation);
        let mut ends = Self {
            page,
            index,
            paths,
            several,
            proven: FxHashMap::default(),
            shown: FxHashMap::default(),
            answers: Vec::new(),
        };
        if several {
            for route in &operation.routes {
                if let Some(found) = ends.proven(route) {
                    ends.proven.entry((route.method, end(&route.path))).or_insert(found);
                }
            }
            ends.answers = answers(operation);
            ends.shown = ends.shown();
        }
        ends
    }

    /// Whether the routes end in different names, so that words about one type do not fit all of them.
    pub(super) fn are_several(&self) -> bool {
        self.several
    }

    /// What a call of the route reads or writes, as far as tables prove it for this route, or for one that differs before
    /// its end: `/me/messages` is like `/users/{id}/messages`.
    pub(super) fn of_route(&self, route: &Route) -> Option<TypeRef> {
        self.proven(route).or_else(|| {
            let alike = self.proven.get(&(route.method, end(&route.path)));
            alike.cloned()
        })
    }

    /// A POST to a collection makes one item of it.
    fn proven(&self, route: &Route) -> Option<TypeRef> {
        let key = route.path.key();
        let mut found = self.paths.end(key)?;
        match route.method {
            Method::Get | Method::Head => {}
            Method::Post if found.collection => found.collection = false,
            Method::Patch | Method::Put if !found.collection => {}
            _ => return None,
        }
        Some(found)
    }

    /// What an example shows that calls this route, or another one of the same end.
    pub(super) fn shown_for(&self, route: &Route) -> Option<(TypeRef, Source<'a>)> {
        let (type_ref, example) = self.shown.get(&end(&route.path))?;
        let source = Source::at("response of an example that calls this route", &example.origin);
        Some((type_ref.clone(), source))
    }

    /// The responses that stand behind a request of a route, in page order, with the end of that route; none where all routes
    /// have one end.
    pub(super) fn answers(&self) -> impl Iterator<Item = &((String, bool), &'a Example)> {
        self.answers.iter()
    }

    /// The type that a cast at the end of a route names.
    pub(super) fn cast(&self, name: &str) -> TypeRef {
        let cell = TypeCell {
            word: TypeWord::Name(name.to_owned()),
            ..TypeCell::unknown()
        };
        bind::cell(self.index, self.page, &cell)
    }

    /// Whether both are the same type, or one is derived from the other.
    pub(super) fn are_related(&self, one: &TypeRef, other: &TypeRef) -> bool {
        match (one.as_named(), other.as_named()) {
            (Some(one), Some(other)) => self.paths.are_related(one, other),
            _ => one.name == other.name,
        }
    }

    fn shown(&self) -> FxHashMap<(String, bool), (TypeRef, &'a Example)> {
        let typed = self
            .answers
            .iter()
            .filter(|(_, example)| example.type_ref.name != TypeName::Unknown);
        let mut shown = FxHashMap::default();
        for (end, example) in typed {
            let cell = super::response::cell_of(&example.type_ref);
            let bound = || (bind::cell(self.index, self.page, &cell), *example);
            shown.entry(end.clone()).or_insert_with(bound);
        }
        shown
    }
}

/// The responses with the ends of the routes that the requests before them call.
fn answers(operation: &Operation) -> Vec<((String, bool), &Example)> {
    let mut routes = Tree::default();
    for (at, route) in operation.routes.iter().enumerate() {
        let key = route.path.key();
        let segments = (0..key.len()).map(|at| key.segment(at));
        let words = once(route.method.as_str()).chain(segments).chain(once(END));
        routes.add(words, |_| (at, &route.path));
    }
    let mut called = None;
    let mut found = Vec::new();
    for example in operation.examples.iter() {
        match example.kind {
            ExampleKind::Request => called = called_by(example, &routes),
            ExampleKind::Response => found.extend(called.take().map(|path| (end(path), example))),
        }
    }
    found
}

/// Stands behind the last segment of a path.
const END: &str = "\n";

/// The path that a request example calls: every segment is the documented one, or stands in the place of a value.
/// The first of several.
fn called_by<'r>(example: &Example, routes: &Tree<'r, (usize, &'r Path)>) -> Option<&'r Path> {
    let line = example.line.as_deref()?;
    let line = line.split(['?', ' ']).next()?;
    let path = match line.split_once("://") {
        // Behind the host stands the version.
        Some((_, rest)) => rest.splitn(3, '/').nth(2)?,
        None => line.trim_start_matches('/'),
    };
    let called = Path::parse(path);
    let called = called.key();
    let segments = (0..called.len()).map(|at| [called.segment(at), "{}"]);
    let words = once([example.method?.as_str(); 2])
        .chain(segments)
        .chain(once([END; 2]));
    let (depth, paths) = routes.deepest(words.map(IntoIterator::into_iter));
    let first = paths
        .into_iter()
        .filter(|_| depth == called.len() + 2)
        .min_by_key(|(at, _)| *at);
    first.map(|(_, path)| *path)
}
