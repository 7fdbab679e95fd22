//! The calls of a program, each with the documented route that it means.

use super::calls::Call;
use super::matching::{Documented, Index};
use super::needs::{self, Needs};
use crate::model::{Origin, Scheme};
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
    page: Option<String>,
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

impl<'i, 'm> Program<'i, 'm> {
    /// Looks up calls; equal ones are counted together.
    pub fn of(index: &'i Index<'m>, calls: &[Call]) -> Self {
        let mut program = Self {
            calls: Vec::new(),
            unknown: Vec::new(),
        };
        let mut known: FxHashMap<(&str, Option<&str>), usize> = FxHashMap::default();
        let mut unknown: FxHashMap<&str, usize> = FxHashMap::default();
        for call in calls {
            match index
                .find(&call.method, &call.address)
                .and_then(|route| index.route(route))
            {
                Some(documented) => {
                    let at = *known.entry((&call.text, call.page.as_deref())).or_insert_with(|| {
                        program.calls.push(Known::of(call, documented));
                        program.calls.len() - 1
                    });
                    program.calls.get_mut(at).into_iter().for_each(|known| known.add(call));
                }
                None => {
                    let at = *unknown.entry(&call.text).or_insert_with(|| {
                        program.unknown.push(Unknown {
                            text: call.text.clone(),
                            count: 0,
                            nearest: index.nearest(call),
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

impl<'i, 'm> Known<'i, 'm> {
    fn of(call: &Call, documented: &'i Documented<'m>) -> Self {
        Self {
            text: call.text.clone(),
            documented,
            count: 0,
            page: call.page.clone(),
            schemes: Vec::new(),
        }
    }

    fn add(&mut self, call: &Call) {
        self.count += call.count;
        let new = call.scheme.filter(|scheme| !self.schemes.contains(scheme));
        self.schemes.extend(new);
    }

    /// What it needs with a kind of sign-in.
    pub fn needs(&self, scheme: Scheme) -> Needs {
        needs::of(self.documented, self.page.as_deref(), scheme)
    }

    /// The line of the route.
    pub fn place(&self) -> Option<&'m Origin> {
        self.page().map(|page| &page.route.origin)
    }

    /// The page that is most about it.
    pub fn page(&self) -> Option<super::matching::Page<'m>> {
        let named = |file: &String| self.documented.pages.iter().find(|page| page.operation.file == *file);
        self.page
            .as_ref()
            .and_then(named)
            .or(self.documented.pages.first())
            .copied()
    }
}
