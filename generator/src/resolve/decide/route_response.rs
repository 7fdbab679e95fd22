//! What a call of each route returns.
//!
//! The page says it once for all its routes. The route itself tells bytes (`$value`), and the bodies that the page shows
//! tell one object from a list: prose is loose about it. The pages about usage reports say that an object comes back, and
//! all of them show a list.

use super::{Decided, Kinds, Source, response};
use crate::model::{
    Example, ExampleKind, Method, Operation, Primitive, ResponseBody, Route, RouteResponse, Segment, TypeName, TypeRef,
};
use crate::page::api::{ApiRows, Shape};
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::pages::LoadedPage;

/// What one page says about the responses of its routes.
pub(in crate::resolve) struct RouteResponses<'a> {
    status: Option<u16>,
    type_ref: &'a TypeRef,
    source: Source<'a>,
    /// What the example shows where the text says that nothing comes back.
    shown: Option<(ResponseBody, Source<'a>)>,
    /// The shape of every body that the page shows, and the first of them.
    shape: Option<(Shape, &'a Example)>,
    kinds: &'a Kinds<'a>,
}

impl<'a> RouteResponses<'a> {
    /// Reads a page.
    pub(in crate::resolve) fn of(
        page: &'a LoadedPage,
        rows: &'a ApiRows,
        operation: &'a Operation,
        index: &Index,
        kinds: &'a Kinds<'a>,
    ) -> Self {
        let response = &operation.response;
        let empty = response.type_ref.name == TypeName::Unknown && is_empty(response.status);
        Self {
            status: response.status,
            type_ref: &response.type_ref,
            source: response::source(rows, response.source),
            shown: empty.then(|| shown(page, rows, index, kinds)).flatten(),
            shape: common_shape(rows),
            kinds,
        }
    }

    /// Decides what a call of a route returns.
    pub(in crate::resolve) fn decide(&self, route: &Route) -> Decided<'a, RouteResponse> {
        let Decided {
            value,
            source,
            rejected,
        } = self.body(route);
        let response = |body| RouteResponse {
            status: self.status,
            body,
        };
        let rejected = rejected.into_iter().map(|(body, source)| (response(body), source));
        Decided {
            value: response(value),
            source,
            rejected: rejected.collect(),
        }
    }

    fn body(&self, route: &Route) -> Decided<'a, ResponseBody> {
        let stated = self.stated(route);
        let reads = matches!(route.method, Method::Get | Method::Head);
        if reads && matches!(route.path.last(), Some(Segment::Value | Segment::Literal("content"))) {
            return stated.but(
                ResponseBody::Bytes,
                Source::page("the route ends in `$value` or `content`"),
            );
        }
        if route.method == Method::Delete && self.type_ref.name == TypeName::Unknown {
            return stated.but(
                ResponseBody::Nothing,
                Source::page("a DELETE call for which no type is named"),
            );
        }
        self.as_shown(stated, route)
    }

    /// What the page states, whatever the bodies look like that it shows.
    fn stated(&self, route: &Route) -> Decided<'a, ResponseBody> {
        let is_empty = is_empty(self.status);
        match (&self.type_ref.name, &self.shown) {
            (TypeName::Primitive(Primitive::Stream), _) => Decided::new(ResponseBody::Bytes, self.source),
            (TypeName::Unknown, Some((shown, source))) if is_empty && route.method != Method::Delete => {
                Decided::new(ResponseBody::Nothing, Source::page(NO_BODY)).but(shown.clone(), *source)
            }
            (TypeName::Unknown, _) if is_empty => Decided::new(ResponseBody::Nothing, Source::page(NO_BODY)),
            _ if !self.kinds.is_known(self.type_ref) => Decided::new(ResponseBody::Json, self.source),
            _ => Decided::new(ResponseBody::Value(self.type_ref.clone()), self.source),
        }
    }

    /// One or many of a type: where all examples agree on it, they are right. What has an id behind it is one in any
    /// case.
    fn as_shown(&self, stated: Decided<'a, ResponseBody>, route: &Route) -> Decided<'a, ResponseBody> {
        let (Some(type_ref), Some((shape, example))) = (stated.value.type_ref(), self.shape) else {
            return stated;
        };
        let (collection, rule) = match (type_ref.collection, shape) {
            (false, Shape::List) if !is_keyed(route) => (true, "every example shows a list"),
            (true, Shape::Object | Shape::EmptyObject) => (false, "every example shows one object"),
            _ => return stated,
        };
        if !self.kinds.is_object(type_ref) {
            return stated;
        }
        let value = ResponseBody::Value(type_ref.clone().collection(collection));
        stated.but(value, Source::at(rule, &example.origin))
    }
}

fn is_keyed(route: &Route) -> bool {
    matches!(route.path.last(), Some(Segment::Key(_)))
}

const NO_BODY: &str = "the status says that nothing comes back";

fn is_empty(status: Option<u16>) -> bool {
    matches!(status, Some(202 | 204 | 205))
}

/// `teamsapp-update.md` says 204 and shows `201 Created` with an object.
fn shown<'a>(
    page: &LoadedPage,
    rows: &'a ApiRows,
    index: &Index,
    kinds: &Kinds<'_>,
) -> Option<(ResponseBody, Source<'a>)> {
    let holds = |example: &&Example| {
        let success = matches!(example.status, Some(200 | 201 | 207));
        example.kind == ExampleKind::Response && success && example.json
    };
    let example = rows.examples.iter().find(holds)?;
    let bound = bind::cell(index, page, &response::cell_of(&example.type_ref));
    let body = if kinds.is_object(&bound) {
        ResponseBody::Value(bound)
    } else {
        ResponseBody::Json
    };
    Some((
        body,
        Source::at("the example shows what the text leaves out", &example.origin),
    ))
}

/// The shape of every response in JSON that the page shows; `None` when there is none, or when they differ.
fn common_shape(rows: &ApiRows) -> Option<(Shape, &Example)> {
    let success = |status: Option<u16>| status.is_none_or(|status| (200..300).contains(&status));
    let examples = rows.examples.iter().zip(rows.shapes.iter().copied());
    let mut shown = examples
        .filter(|(example, _)| example.kind == ExampleKind::Response && example.json && success(example.status));
    let (example, shape) = shown.next()?;
    let one = |shape| {
        if shape == Shape::EmptyObject {
            Shape::Object
        } else {
            shape
        }
    };
    shown
        .all(|(_, other)| one(other) == one(shape))
        .then_some((one(shape), example))
}
