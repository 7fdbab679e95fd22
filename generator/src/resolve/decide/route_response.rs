//! What a call of each route returns.
//!
//! The page says it once for all its routes. The route itself tells bytes (`$value`), and the bodies that the page shows
//! tell one object from a list: prose is loose about it. The pages about usage reports say that an object comes back, and
//! all of them show a list.

use super::ends::{Ends, PROVEN};
use super::shapes::Shapes;
use super::successes::Successes;
use super::{Decided, Kinds, Source, response};
use crate::model::{
    Example, ExampleKind, Method, Operation, Primitive, ResponseBody, Route, RouteResponse, Segment, Success, TypeName,
    TypeRef,
};
use crate::page::api::{ApiRows, Shape};
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::pages::LoadedPage;
use rustc_hash::FxHashSet;

/// `202 Accepted`: the work goes on behind the address in the `Location` header.
const ACCEPTED: u16 = 202;

fn shows_location(rows: &ApiRows, status: Option<u16>) -> bool {
    let shows = |example: &&Example| {
        let mut names = example.headers.iter().map(|(name, _)| name);
        example.kind == ExampleKind::Response
            && example.status == status
            && names.any(|name| name.eq_ignore_ascii_case("location"))
    };
    status == Some(ACCEPTED) && rows.examples.iter().any(|example| shows(&example))
}

/// Examples with another success than the Response section names, where other examples show the one that it names: a call
/// that creates or updates ends with 201 or 200.
fn more_successes(rows: &ApiRows, is_untyped: bool) -> Vec<&Example> {
    let stated = |status: u16| rows.response.successes.iter().any(|row| row.status == status);
    let of_calls = || {
        rows.examples
            .iter()
            .filter(|example| example.kind == ExampleKind::Response)
    };
    // What stands behind a redirect is no answer of the call.
    let redirects = rows.response.successes.iter().any(|row| row.status / 100 == 3);
    let is_confirmed = !redirects && of_calls().any(|example| example.status.is_some_and(stated));
    let is_more = |example: &&Example| {
        let is_success = example
            .status
            .is_some_and(|status| (200..=204).contains(&status) && !stated(status));
        is_success && (example.body.is_empty() || !is_untyped)
    };
    if is_confirmed {
        of_calls().filter(is_more).collect()
    } else {
        Vec::new()
    }
}

/// What one page says about the responses of its routes.
pub(in crate::resolve) struct RouteResponses<'a> {
    status: Option<u16>,
    successes: Successes<'a>,
    type_ref: &'a TypeRef,
    source: Source<'a>,
    /// Why nothing comes back, where the page says so.
    nothing: Option<&'static str>,
    /// What the example shows in this case.
    shown: Option<(ResponseBody, Source<'a>)>,
    /// Whether an example of a call that goes on shows a `Location` header.
    shows_location: bool,
    /// Successes beside the stated ones that examples show.
    more: Vec<&'a Example>,
    /// What the bodies look like that the page shows.
    shapes: Shapes<'a>,
    kinds: &'a Kinds<'a>,
    ends: &'a Ends<'a>,
    /// The paths that a key follows in another route of the page.
    above_keys: FxHashSet<&'a str>,
}

impl<'a> RouteResponses<'a> {
    /// Reads a page.
    pub(in crate::resolve) fn of(
        page: &'a LoadedPage,
        rows: &'a ApiRows,
        operation: &'a Operation,
        index: &Index,
        kinds: &'a Kinds<'a>,
        ends: &'a Ends<'a>,
    ) -> Self {
        let response = &operation.response;
        let successes = Successes::of(page, &rows.response, index, kinds);
        let status = successes.usual().map(|row| row.status).or(response.status);
        let nothing = match response.type_ref.name {
            TypeName::Unknown if is_empty(status) => Some("the status says that nothing comes back"),
            TypeName::Unknown if rows.response.empty => Some("the Response section says that nothing comes back"),
            _ => None,
        };
        Self {
            status,
            shows_location: shows_location(rows, status),
            more: more_successes(rows, response.type_ref.name == TypeName::Unknown),
            successes,
            type_ref: &response.type_ref,
            source: response::source(rows, response.source),
            nothing,
            shown: nothing.and_then(|_| shown(page, rows, index, kinds)),
            shapes: Shapes::of(rows, ends),
            kinds,
            ends,
            above_keys: operation.routes.iter().filter_map(above_key).collect(),
        }
    }

    /// Decides what a call of a route returns.
    pub(in crate::resolve) fn decide(&self, route: &Route) -> Decided<'a, RouteResponse> {
        let Decided {
            value,
            source,
            rejected,
        } = self.body(route);
        let response = |body: ResponseBody| RouteResponse {
            status: self.status,
            location: self.shows_location || self.successes.usual().is_some_and(|row| row.location),
            others: self.others(&body),
            body,
        };
        let rejected = rejected.into_iter().map(|(body, source)| (response(body), source));
        Decided {
            value: response(value),
            source,
            rejected: rejected.collect(),
        }
    }

    /// The other successes, those of sentences first.
    fn others(&self, usual: &ResponseBody) -> Vec<Success> {
        let mut others = self.successes.others(usual);
        for example in &self.more {
            let status = example.status.unwrap_or_default();
            if others.iter().all(|known| known.status != status) {
                let is_empty = example.body.is_empty();
                others.push(Success {
                    status,
                    body: if is_empty { ResponseBody::Nothing } else { usual.clone() },
                    location: false,
                });
            }
        }
        others
    }

    fn body(&self, route: &Route) -> Decided<'a, ResponseBody> {
        let stated = self.stated(route);
        if route.method == Method::Head {
            return stated.but(ResponseBody::Nothing, Source::page("a HEAD call brings headers only"));
        }
        let reads = matches!(route.method, Method::Get | Method::Head);
        if reads && route.path.last() == Some(Segment::Count) {
            let number = ResponseBody::Value(TypeRef::primitive(Primitive::Int64));
            return stated.but(number, Source::page("the route ends in `$count`"));
        }
        if !reads && route.path.last() == Some(Segment::Ref) && is_empty(self.status) {
            return stated.but(
                ResponseBody::Nothing,
                Source::page("a call that changes a reference, and its status"),
            );
        }
        if reads && matches!(route.path.last(), Some(Segment::Value | Segment::Literal("content"))) {
            return stated.but(
                ResponseBody::Bytes,
                Source::page("the route ends in `$value` or `content`"),
            );
        }
        if let Some(redirect) = self.successes.redirect().filter(|_| reads) {
            return stated.but(ResponseBody::Bytes, redirect);
        }
        if route.method == Method::Delete && self.type_ref.name == TypeName::Unknown {
            return stated.but(
                ResponseBody::Nothing,
                Source::page("a DELETE call for which no type is named"),
            );
        }
        let stated = self.as_shown(stated, route);
        let stated = self.at_the_end(stated, route);
        if reads {
            self.as_keyed(self.as_cast(stated, route), route)
        } else {
            stated
        }
    }

    /// `GET /me/pots` beside `GET /me/pots/{id}`, where the page says that a pot comes back: it is for the second.
    fn as_keyed(&self, stated: Decided<'a, ResponseBody>, route: &Route) -> Decided<'a, ResponseBody> {
        match stated.value.type_ref() {
            Some(one) if !one.collection && self.above_keys.contains(route.path.template()) => {
                let many = one.clone().collection(true);
                stated.but(
                    ResponseBody::Value(many),
                    Source::page("another route of the page goes on with a key"),
                )
            }
            _ => stated,
        }
    }

    /// `GET /groups/{id}/members/microsoft.graph.user`: the members that are users.
    fn as_cast(&self, stated: Decided<'a, ResponseBody>, route: &Route) -> Decided<'a, ResponseBody> {
        let (Some(known), Some(Segment::Cast(name))) = (stated.value.type_ref(), route.path.last()) else {
            return stated;
        };
        let cast = self.ends.cast(name).collection(known.collection);
        if cast.name == known.name || !self.kinds.is_object(&cast) || !self.ends.are_related(known, &cast) {
            return stated;
        }
        stated.but(ResponseBody::Value(cast), Source::page("the route ends in a cast"))
    }

    /// What the route leads to, where that is something else than what the page is about, or where the page does not say
    /// what comes back.
    fn at_the_end(&self, stated: Decided<'a, ResponseBody>, route: &Route) -> Decided<'a, ResponseBody> {
        let reads = matches!(route.method, Method::Get | Method::Head);
        let is_open = match &stated.value {
            ResponseBody::Json => reads,
            // A key at the end leads to one thing, and a name mostly to several.
            ResponseBody::Value(type_ref) => reads && type_ref.collection == is_keyed(route),
            ResponseBody::Nothing | ResponseBody::Bytes => return stated,
        };
        if !is_open && !self.ends.are_several() {
            return stated;
        }
        let Some((found, source)) = self.end_of(route) else {
            return stated;
        };
        let value = match stated.value.type_ref() {
            Some(known) if self.ends.are_related(known, &found) => {
                // Tables are loose about "collection", too: only a key is sure to lead to one thing.
                let many = found.collection || known.collection && !is_keyed(route) && reads;
                known.clone().collection(many)
            }
            Some(_) if !self.ends.are_several() => return stated,
            _ => found,
        };
        let value = match value.name {
            TypeName::Primitive(Primitive::Stream) => ResponseBody::Bytes,
            _ => ResponseBody::Value(value),
        };
        stated.but(value, source)
    }

    fn end_of(&self, route: &Route) -> Option<(TypeRef, Source<'a>)> {
        let proven = self.ends.of_route(route).filter(|found| self.kinds.is_known(found));
        let shown = self
            .ends
            .shown_for(route)
            .filter(|(shown, _)| self.kinds.is_object(shown));
        match (proven, shown) {
            (Some(proven), Some((shown, source))) if self.ends.are_related(&proven, &shown) => {
                Some((shown.collection(proven.collection), source))
            }
            (Some(proven), _) => Some((proven, Source::page(PROVEN))),
            (None, shown) => shown,
        }
    }

    /// What the page states, whatever the bodies look like that it shows.
    fn stated(&self, route: &Route) -> Decided<'a, ResponseBody> {
        match (self.nothing, &self.shown) {
            (Some(rule), Some((shown, source))) if route.method != Method::Delete => {
                Decided::new(ResponseBody::Nothing, Source::page(rule)).but(shown.clone(), *source)
            }
            (Some(rule), _) => Decided::new(ResponseBody::Nothing, Source::page(rule)),
            _ if self.type_ref.name == TypeName::Primitive(Primitive::Stream) => {
                Decided::new(ResponseBody::Bytes, self.source)
            }
            _ if !self.kinds.is_known(self.type_ref) => Decided::new(ResponseBody::Json, self.source),
            _ => Decided::new(ResponseBody::Value(self.type_ref.clone()), self.source),
        }
    }

    /// One or many of a type: where all examples agree on it, they are right. What has an id behind it is one in any
    /// case.
    fn as_shown(&self, stated: Decided<'a, ResponseBody>, route: &Route) -> Decided<'a, ResponseBody> {
        let (Some(type_ref), Some((shape, example))) = (stated.value.type_ref(), self.shapes.of_route(route)) else {
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

/// The path before the key of a call that reads.
fn above_key(route: &Route) -> Option<&str> {
    let reads = matches!(route.method, Method::Get | Method::Head);
    let (above, _) = route
        .path
        .template()
        .rsplit_once('/')
        .filter(|_| reads && is_keyed(route))?;
    Some(above)
}

fn is_keyed(route: &Route) -> bool {
    matches!(route.path.last(), Some(Segment::Key(_)))
}

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
