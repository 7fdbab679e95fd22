//! Emitted source, and what holds for all of it.

mod areas;
mod calls;
mod documented;
mod functions;
mod laws;
mod permissions;
mod polymorphism;
mod structures;

use super::sample::{body_parameter, derived, enumeration, model, operation, property, schema, structured, type_ref};
use super::write::Files;
use super::{Settings, emit};
use crate::model::{
    Body, BodyKind, CloudAvailability, EnumType, Facets, Header, Method, Model, Operation, Primitive, QueryOption,
    RequestBody, ResponseBody, RouteResponse, StructuredType, TypeRef,
};

fn files(model: &Model) -> Files {
    emit(model, &Settings::new("sample"))
}

fn text(model: &Model, path: &str) -> String {
    let files = files(model);
    let known: Vec<&String> = files.keys().collect();
    files
        .get(path)
        .unwrap_or_else(|| panic!("no {path} in {known:?}"))
        .clone()
}

fn of_types(types: Vec<StructuredType>) -> Model {
    model(schema("beta", types, Vec::new(), Vec::new()))
}

fn of_enums(enums: Vec<EnumType>) -> Model {
    model(schema("beta", Vec::new(), enums, Vec::new()))
}

fn of_operations(types: Vec<StructuredType>, operations: Vec<Operation>) -> Model {
    model(schema("beta", types, Vec::new(), operations))
}

fn answers(mut operation: Operation, status: u16, of: &str) -> Operation {
    let body = match type_ref(of) {
        stream if stream == TypeRef::primitive(Primitive::Stream) => ResponseBody::Bytes,
        unknown if unknown == TypeRef::UNKNOWN && status == 200 => ResponseBody::Json,
        unknown if unknown == TypeRef::UNKNOWN => ResponseBody::Nothing,
        known => ResponseBody::Value(known),
    };
    let status = Some(status);
    for route in &mut operation.routes {
        route.response = RouteResponse {
            status,
            body: body.clone(),
            ..RouteResponse::default()
        };
    }
    operation
}

fn sends(mut operation: Operation, kind: BodyKind, of: &str) -> Operation {
    let type_ref = type_ref(of);
    for route in operation.routes.iter_mut().filter(|route| route.method != Method::Get) {
        route.body = match kind {
            BodyKind::None => Body::None,
            BodyKind::Entity => Body::Entity(type_ref.clone()),
            BodyKind::Parameters => Body::Parameters,
            BodyKind::Json => Body::Json,
            BodyKind::Binary => Body::Binary,
        };
    }
    operation.request_body = RequestBody {
        kind,
        type_ref,
        ..RequestBody::default()
    };
    operation
}

/// Areas `a` and `b` need a type of area `c`; `c` has one more that nobody needs.
fn three_areas() -> Model {
    let types = vec![
        structured("a", "first", &["shared: shared", ">other: lonely"]),
        structured("b", "second", &["all: Collection(shared)"]),
        structured("c", "shared", &["next: next"]),
        structured("c", "next", &["back: shared"]),
        structured("c", "lonely", &[">first: first"]),
    ];
    of_types(types)
}
