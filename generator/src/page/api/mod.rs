//! Api pages: routes, permissions, parameters, bodies, responses, examples.
//!
//! Sections are told apart by their headings (`section`); each module below reads one kind of fact from the sections
//! that it concerns. Words of headings and columns stand in `page::vocabulary`, phrases in the module that uses them.

mod body;
mod clouds;
mod example_bodies;
mod examples;
mod headers;
mod page_size;
mod parameters;
mod permissions;
mod query;
mod response;
mod routes;
mod rows;
#[cfg(test)]
mod sample;
mod section;
mod sentences;
mod shape;

pub use clouds::clouds_of_name;
pub use permissions::annotated_lines;
pub use routes::called_path;
pub use rows::{
    ApiRows, BodyKey, BodyRows, CloudRows, HeaderRow, Need, ParameterRow, Repaired, ResponseRows, SuccessRow,
};
pub use shape::Shape;

use super::Context;
use crate::markdown::Document;
use crate::model::{Account, Example, Operation, Origin, Path, QueryOption};
use crate::source::Span;
use section::{Placed, Topic};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Whether a page outside the known folders documents an operation: it has a section for the HTTP request.
pub fn is_api(document: &Document) -> bool {
    section::place(document)
        .iter()
        .any(|placed| placed.own && placed.topic == section::Topic::Request)
}

/// Reads everything that an api page says. Never fails: what could not be read is recorded in the account.
pub fn read(context: &Context<'_>, document: &Document, account: &mut Account) -> ApiRows {
    let placed = section::place(document);
    let routes = routes::read(context, &placed, account);
    let (examples, shapes) = examples::read(context, &placed, account);
    let body = body::read(context, &placed);
    let (permissions, repaired) = permissions::read(context, &placed, &routes.read, account);
    let (query_options, headers) = (query::read(&placed), headers::read(context, &placed));
    let mut origins = origins(context, &query_options, &headers);
    origins.extend(exchanged(context, &placed));
    ApiRows {
        permissions,
        repaired,
        parameters: parameters::read(context, &placed, &body, &examples, account),
        bodies: example_bodies::read(context, &placed, &routes.read, &examples),
        body,
        response: response::read(context, &placed),
        query_options: query_options.into_iter().map(|(option, _)| option).collect(),
        page_size: page_size::read(&placed),
        headers,
        origins,
        clouds: clouds::read(context, &placed, account),
        routes: routes.read,
        unread_routes: routes.unread,
        called: examples.iter().map(called).collect(),
        examples: examples.into(),
        shapes,
        origin: origin(context, document),
    }
}

/// The path of the address that an example calls.
fn called(example: &Example) -> Option<Path> {
    called_path(example.line.as_deref()?)
}

/// Where each query option and each header stands first.
fn origins(context: &Context<'_>, options: &[(QueryOption, Span)], headers: &[HeaderRow]) -> BTreeMap<String, Origin> {
    let options = options.iter().map(|(option, span)| (&option.0, *span));
    let headers = headers.iter().map(|row| (&row.header.name, row.span));
    let mut origins = BTreeMap::new();
    for (name, span) in options.chain(headers) {
        origins.entry(name.clone()).or_insert_with(|| context.origin(span));
    }
    origins
}

/// Where the page says what is sent and what comes back: in the sections about them.
fn exchanged(context: &Context<'_>, placed: &[Placed<'_>]) -> impl Iterator<Item = (String, Origin)> {
    let place = |topic: Topic| {
        let mut texts = section::about(placed, topic).flat_map(|place| place.section.paragraphs());
        texts.next().map(|text| context.origin(text.span))
    };
    let parts = [
        (Operation::SENT, place(Topic::Body)),
        (Operation::RETURNED, place(Topic::Response)),
    ];
    parts
        .into_iter()
        .filter_map(|(name, origin)| Some((name.to_owned(), origin?)))
}

/// The heading's place, or the start of the page.
fn origin(context: &Context<'_>, document: &Document) -> Origin {
    let heading = document.title();
    match heading {
        Some(section) => context.origin(section.heading.span),
        None => Origin {
            file: Arc::clone(context.path),
            line: 1,
            column: 1,
        },
    }
}
