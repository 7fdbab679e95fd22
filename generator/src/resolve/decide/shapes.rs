//! What the bodies look like that come back, as far as all responses of a page agree that can be of one route.

use super::ends::Ends;
use crate::model::{Example, ExampleKind, Route};
use crate::page::api::{ApiRows, Shape};
use crate::resolve::paths::end;
use rustc_hash::FxHashMap;

/// The shapes of the responses in JSON.
pub(super) struct Shapes<'a> {
    /// Of those behind the request of a route, by the end of that route.
    called: FxHashMap<(String, bool), Common<'a>>,
    /// Of all others.
    others: Common<'a>,
}

impl<'a> Shapes<'a> {
    /// Reads the examples of a page once.
    pub(super) fn of(rows: &'a ApiRows, ends: &Ends<'a>) -> Self {
        let mut shapes = Self {
            called: FxHashMap::default(),
            others: Common::None,
        };
        // Both are in page order.
        let mut answers = ends.answers().peekable();
        for (example, shape) in rows.examples.iter().zip(rows.shapes.iter().copied()) {
            let called = answers.next_if(|(_, answer)| answer.origin == example.origin);
            let success = example.status.is_none_or(|status| (200..300).contains(&status));
            if example.kind != ExampleKind::Response || !example.json || !success {
                continue;
            }
            let known = match called {
                Some((end, _)) => shapes.called.entry(end.clone()).or_insert(Common::None),
                None => &mut shapes.others,
            };
            *known = known.with(Common::One(of_object(shape), example));
        }
        shapes
    }

    /// The shape of every response that can be of a route, with the first of them; `None` when there is none, or when they
    /// differ. What stands behind a request of another route tells nothing about this one.
    pub(super) fn of_route(&self, route: &Route) -> Option<(Shape, &'a Example)> {
        let called = self.called.get(&end(&route.path)).copied();
        match self.others.with(called.unwrap_or(Common::None)) {
            Common::One(shape, example) => Some((shape, example)),
            Common::None | Common::Several => None,
        }
    }
}

/// An empty object is an object.
fn of_object(shape: Shape) -> Shape {
    match shape {
        Shape::EmptyObject => Shape::Object,
        other => other,
    }
}

/// The shape of several responses.
#[derive(Clone, Copy)]
enum Common<'a> {
    /// There is no response.
    None,
    /// All have this one; the first of them.
    One(Shape, &'a Example),
    /// They differ.
    Several,
}

impl<'a> Common<'a> {
    fn with(self, other: Common<'a>) -> Common<'a> {
        match (self, other) {
            (Self::None, known) | (known, Self::None) => known,
            (Self::One(shape, first), Self::One(same, second)) if shape == same => {
                let is_second = second.origin.line < first.origin.line;
                Self::One(shape, if is_second { second } else { first })
            }
            _ => Self::Several,
        }
    }
}
