//! Operations from api pages.

use super::arguments;
use super::bind;
use super::decide::body;
use super::decide::ends::Ends;
use super::decide::parameters::{self, PlacedParameter};
use super::decide::route_response::RouteResponses;
use super::decide::{Kinds, clouds, headers, response};
use super::index::Index;
use super::known::KnownProperties;
use super::pages::LoadedPage;
use super::paths::Paths;
use super::spans::Spans;
use crate::model::{
    Account, Body, Hierarchy, Operation, Origin, Parameter, ParameterSection, QueryOption, RequestBody, RouteResponse,
    StructuredType, TypeName,
};
use crate::page::api::ApiRows;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The operation of an api page, and the account of what only several sections tell together. What its routes send and
/// return is decided later.
pub(super) fn build(
    page: &LoadedPage,
    rows: &ApiRows,
    index: &Index,
    known: &KnownProperties<'_>,
    spans: &Spans<'_>,
) -> (Operation, Account) {
    let mut account = Account::default();
    let mut parameters = parameters::decide(rows);
    parameters::record(rows, &parameters, spans, &mut account);
    let mut operation = Operation {
        file: page.path.to_string(),
        origin: rows.origin.clone(),
        namespace: page.page.namespace.clone(),
        title: page.page.title.clone(),
        area: page.identity.area.clone(),
        resource: index.resource_name(page),
        resource_type: index.resource(page).cloned(),
        action: index.action(page),
        description: page.page.description.clone(),
        routes: rows.routes.clone(),
        unread_routes: rows.unread_routes.clone(),
        permissions: rows.permissions.clone(),
        route_permissions: Vec::new(),
        parameters: parameters
            .iter()
            .map(|placed| parameter(page, placed, index, known))
            .collect(),
        request_body: RequestBody::default(),
        response: response::decide(page, rows, index, &mut account).value,
        query_options: query_options(rows, &parameters),
        page_size: rows.page_size,
        headers: headers::decide(page, rows).map(|header| header.value).collect(),
        origins: origins(rows, &parameters),
        clouds: clouds::decide(rows).map(|decided| decided.value),
        clouds_origin: rows.clouds.origin.clone(),
        examples: Arc::clone(&rows.examples),
        deprecated: page.page.deprecated.clone(),
    };
    arguments::replace(&mut operation, rows, spans, &mut account);
    arguments::complete(&mut operation, &parameters);
    arguments::add_optional(&mut operation, &parameters, spans, &mut account);
    operation.request_body = body::decide(page, (rows, &parameters), &operation, index, known).value;
    parameters::settle(&mut parameters, &operation.request_body);
    for (parameter, (_, section)) in operation.parameters.iter_mut().zip(&parameters) {
        parameter.section = section.value;
    }
    declare(&mut operation, rows.parameters.len(), known);
    (operation, account)
}

/// "The request body must contain **size**" states no type, and an example shows that of one value; the type of the body
/// tells. The first rows are those of tables.
fn declare(operation: &mut Operation, tabled: usize, known: &KnownProperties<'_>) {
    let Some(owner) = operation.request_body.type_ref.as_named() else {
        return;
    };
    for (at, row) in operation.parameters.iter_mut().enumerate() {
        if row.section == ParameterSection::Property
            && (row.type_ref.name == TypeName::Unknown || at >= tabled)
            && let Some(type_ref) = known.type_of(owner, &row.name)
        {
            row.type_ref = type_ref.clone();
        }
    }
}

/// The options of `OData`, and those of the page's own.
fn query_options(rows: &ApiRows, parameters: &[PlacedParameter<'_>]) -> Vec<QueryOption> {
    let mut options = rows.query_options.clone();
    for (row, section) in parameters {
        if section.value == ParameterSection::Query && !options.iter().any(|option| option.0 == row.name) {
            options.push(QueryOption(row.name.clone()));
        }
    }
    options
}

/// Where the query options and the headers stand.
fn origins(rows: &ApiRows, parameters: &[PlacedParameter<'_>]) -> BTreeMap<String, Origin> {
    let mut origins = rows.origins.clone();
    for (row, section) in parameters {
        if section.value == ParameterSection::Query {
            origins.entry(row.name.clone()).or_insert_with(|| row.origin.clone());
        }
    }
    origins
}

/// Decides what a call of each route sends and returns. `types` are sorted by name.
pub(super) fn exchange(
    calls: &[(&LoadedPage, &ApiRows)],
    operations: &mut [Operation],
    index: &Index,
    kinds: &Kinds<'_>,
    (types, hierarchy): (&[StructuredType], &Hierarchy),
) {
    let paths = Paths::of(types, operations, hierarchy);
    let exchanges = calls.par_iter().zip(&*operations).map(|((page, rows), operation)| {
        let ends = Ends::of(page, operation, index, &paths);
        let requests = body::Requests::of(operation);
        let responses = RouteResponses::of(page, rows, operation, index, kinds, &ends);
        let decide = |route| {
            let body = body::of_route(route, &requests, kinds, &ends).value;
            (body, responses.decide(route).value)
        };
        operation.routes.iter().map(decide).collect()
    });
    let decided: Vec<Vec<(Body, RouteResponse)>> = exchanges.collect();
    for (operation, decided) in operations.iter_mut().zip(decided) {
        for (route, (body, response)) in operation.routes.iter_mut().zip(decided) {
            (route.body, route.response) = (body, response);
        }
    }
}

fn parameter(
    page: &LoadedPage,
    (row, section): &PlacedParameter<'_>,
    index: &Index,
    known: &KnownProperties<'_>,
) -> Parameter {
    let type_ref = bind::cell(index, page, &row.type_cell);
    // A list in the row of an object names no values of it.
    let is_object = type_ref.as_named().is_some_and(|name| known.describes(name));
    Parameter {
        name: row.name.clone(),
        listed: None,
        section: section.value,
        type_ref,
        raw: row.type_cell.raw.clone(),
        enum_values: if is_object {
            Vec::new()
        } else {
            row.described.values.clone()
        },
        facets: Arc::clone(&row.described.facets),
        description: row.described.markdown.clone(),
        origin: row.origin.clone(),
    }
}
