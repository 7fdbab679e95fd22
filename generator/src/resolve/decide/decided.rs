//! A decision: what is true, why, and what was rejected.

use crate::model::Origin;
use crate::source::Span;

/// A value with where it comes from, and the values that other evidence would have given.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::resolve) struct Decided<'a, T> {
    /// What is true.
    pub(in crate::resolve) value: T,
    /// Why.
    pub(in crate::resolve) source: Source<'a>,
    /// What other evidence says, best first.
    pub(in crate::resolve) rejected: Vec<(T, Source<'a>)>,
}

/// The rule that gives a value, and the place that it read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::resolve) struct Source<'a> {
    /// The rule in a few words: "sentence of the Response section".
    pub(in crate::resolve) rule: &'static str,
    /// What it read.
    pub(in crate::resolve) basis: Basis<'a>,
}

/// What a rule read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::resolve) enum Basis<'a> {
    /// An item of a page.
    Origin(&'a Origin),
    /// Some words of a page.
    Span(Span),
    /// The page as a whole.
    Page,
}

impl<'a, T> Decided<'a, T> {
    /// Nothing else was said.
    pub(in crate::resolve) fn new(value: T, source: Source<'a>) -> Self {
        Self {
            value,
            source,
            rejected: Vec::new(),
        }
    }

    /// The first of the values that evidence gives, best first; what differs from it is rejected.
    pub(in crate::resolve) fn first(stated: impl IntoIterator<Item = (T, Source<'a>)>) -> Option<Self>
    where
        T: PartialEq,
    {
        let mut stated = stated.into_iter();
        let (value, source) = stated.next()?;
        let rejected = stated.filter(|(other, _)| *other != value).collect();
        Some(Self {
            value,
            source,
            rejected,
        })
    }

    /// Better evidence gives another value; the one so far is rejected first.
    pub(in crate::resolve) fn but(mut self, value: T, source: Source<'a>) -> Self
    where
        T: PartialEq,
    {
        let old = std::mem::replace(&mut self.value, value);
        if old != self.value {
            self.rejected.insert(0, (old, self.source));
        }
        self.source = source;
        self
    }
}

impl<'a> Source<'a> {
    /// A rule that read an item of a page.
    pub(in crate::resolve) fn at(rule: &'static str, origin: &'a Origin) -> Self {
        let basis = Basis::Origin(origin);
        Self { rule, basis }
    }

    /// A rule that read some words.
    pub(in crate::resolve) fn words(rule: &'static str, span: Option<Span>) -> Self {
        let basis = span.map_or(Basis::Page, Basis::Span);
        Self { rule, basis }
    }

    /// A rule about the page as a whole.
    pub(in crate::resolve) fn page(rule: &'static str) -> Self {
        let basis = Basis::Page;
        Self { rule, basis }
    }
}
