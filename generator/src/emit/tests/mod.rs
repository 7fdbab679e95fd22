//! Emitted source, and what holds for all of it.

mod areas;
mod calls;
mod functions;
mod laws;
mod permissions;
mod polymorphism;
mod structures;

use super::sample::{body_parameter, derived, enumeration, model, operation, property, schema, structured, type_ref};
use super::write::Files;
use super::{Settings, emit};
use crate::model::{
    BodyKind, CloudAvailability, EnumType, Facets, Model, Operation, QueryOption, RequestBody, Response,
    ResponseSource, StructuredType,
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

fn answers(operation: Operation, status: u16, of: &str) -> Operation {
    let response = Response {
        status: Some(status),
        type_ref: type_ref(of),
        source: Some(ResponseSource::Text),
    };
    Operation { response, ..operation }
}

fn sends(operation: Operation, kind: BodyKind, of: &str) -> Operation {
    let request_body = RequestBody {
        kind,
        type_ref: type_ref(of),
    };
    Operation {
        request_body,
        ..operation
    }
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
