//! Operations from api pages.

use super::arguments;
use super::bind;
use super::bodies::{self, KnownProperties};
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{
    BodyKind, Method, Operation, Parameter, ParameterSection, RequestBody, Response, ResponseSource, Route, TypeName,
    TypeRef,
};
use crate::page::api::{ApiRows, ParameterRow, ResponseRows};
use crate::page::{TypeCell, TypeWord};

/// The operation of an api page.
pub(super) fn build(page: &LoadedPage, index: &Index, known: &KnownProperties) -> Option<Operation> {
    let rows = page.page.api.as_ref()?;
    let mut operation = Operation {
        file: page.path.clone(),
        origin: rows.origin.clone(),
        namespace: page.page.namespace.clone(),
        title: page.page.title.clone(),
        area: page.identity.area.clone(),
        resource: page.identity.resource.clone(),
        action: page.identity.action.clone(),
        description: page.page.description.clone(),
        routes: rows.routes.clone(),
        unread_routes: rows.unread_routes.clone(),
        permissions: rows.permissions.clone(),
        route_permissions: Vec::new(),
        parameters: rows.parameters.iter().map(|row| parameter(page, row, index)).collect(),
        request_body: body(page, rows, index),
        response: response(page, rows, index),
        query_options: rows.query_options.clone(),
        headers: rows.headers.clone(),
        clouds: rows.clouds,
        examples: rows.examples.clone(),
        deprecated: page.page.deprecated.clone(),
    };
    arguments::complete(&mut operation);
    if !is_action(rows) && !rows.body.reference {
        bodies::decide(&mut operation, &resource(page, index), known);
    }
    Some(operation)
}

/// "A JSON object with the following parameters" for `POST /rows/add` is what an action takes, even where it answers with
/// an object of the same properties; for `POST /users` it is a user. Collections are named in the plural.
fn is_action(rows: &ApiRows) -> bool {
    let acts = |route: &Route| route.method == Method::Post && !route.path.as_str().ends_with('s');
    rows.body.parameters && rows.routes.iter().all(acts)
}

/// The type of the resource that the page's file name says it is about. Where no page describes it yet, it has the name
/// that this page spells, so that adding its page changes no name.
fn resource(page: &LoadedPage, index: &Index) -> TypeRef {
    let (name, area) = match index.linked(&page.identity.resource_page) {
        Some(entry) => (entry.name.clone(), Some(entry.area.clone())),
        None => (bind::qualified(index, page, &page.identity.resource, None), None),
    };
    TypeRef {
        name: TypeName::Named { name, area },
        collection: false,
    }
}

fn parameter(page: &LoadedPage, row: &ParameterRow, index: &Index) -> Parameter {
    Parameter {
        name: row.name.clone(),
        section: row.section,
        type_ref: bind::cell(index, page, &row.type_cell),
        raw: row.type_cell.raw.clone(),
        enum_values: row.described.values.clone(),
        facets: row.described.facets.clone(),
        description: row.described.markdown.clone(),
        origin: row.origin.clone(),
    }
}

/// A stated type makes an entity body; a table without one makes parameters; a method with a body and neither takes any
/// JSON.
fn body(page: &LoadedPage, rows: &ApiRows, index: &Index) -> RequestBody {
    let takes_body = rows
        .routes
        .iter()
        .any(|route| matches!(route.method, Method::Post | Method::Patch | Method::Put));
    let has_rows = rows.parameters.iter().any(|row| row.section == ParameterSection::Body);
    let none = RequestBody {
        kind: BodyKind::None,
        type_ref: TypeRef::UNKNOWN,
    };
    if !takes_body || (rows.body.none && !has_rows) {
        return none;
    }
    if rows.body.binary {
        return RequestBody {
            kind: BodyKind::Binary,
            ..none
        };
    }
    if let Some(entity) = rows.body.entity.as_ref().filter(|_| !rows.body.parameters) {
        let name = bind::qualified(index, page, &entity.name, entity.link.as_deref());
        let area = index.area(&name, entity.link.as_deref(), &page.identity.area);
        return RequestBody {
            kind: BodyKind::Entity,
            type_ref: TypeRef {
                name: TypeName::Named { name, area },
                collection: false,
            },
        };
    }
    let kind = if has_rows { BodyKind::Parameters } else { BodyKind::Json };
    RequestBody { kind, ..none }
}

/// Whether the example says more than the sentence: "an [x](x.md) or [y](y.md) object" names no one type, and "a string
/// collection object" is a slip where the example's annotation names a structured type.
fn tells_less(read: &ResponseRows) -> bool {
    let is_named = |cell: &TypeCell| matches!(cell.word, TypeWord::Name(_));
    let Some(text) = &read.text else { return true };
    !text.others.is_empty() || !is_named(text) && read.example.as_ref().is_some_and(is_named)
}

/// The sentence of the Response section comes first; the example's annotation second.
fn response(page: &LoadedPage, rows: &ApiRows, index: &Index) -> Response {
    let read = &rows.response;
    let status = read.statuses.first().copied().or(read.example_status);
    let bound = |cell: &Option<TypeCell>| {
        cell.as_ref()
            .map(|cell| bind::cell(index, page, cell))
            .filter(|bound| bound.name != TypeName::Unknown)
    };
    let sentence = read.text.as_ref().map(|cell| bind::sentence(index, page, cell));
    let sentence = sentence.filter(|bound| bound.name != TypeName::Unknown);
    let text = sentence.map(|bound| (bound, ResponseSource::Text));
    let example = bound(&read.example).map(|bound| (bound, ResponseSource::Example));
    let found = if read.empty {
        None
    } else if tells_less(read) {
        example.or(text)
    } else {
        text.or(example)
    };
    let source = found.as_ref().map(|(_, source)| *source);
    Response {
        status,
        type_ref: found.map_or(TypeRef::UNKNOWN, |(bound, _)| bound),
        source,
    }
}
