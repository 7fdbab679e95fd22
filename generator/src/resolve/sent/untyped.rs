//! Bodies that only examples tell of: the page says nothing about them, or that there is none. Where the page says nothing,
//! and its examples send nothing, there is none.

use super::declared::{Examples, TYPE};
use super::fields::{is_annotation, is_name};
use crate::json::{Kind, Value};
use crate::model::{Body, BodyKind, ExampleKind, Method, Operation};

/// First words of the names of such calls.
const MAKES: &[&str] = &["create", "post", "add", "update", "put", "patch", "upsert"];

/// Gives such calls the fields of their examples as parameters, or an empty object to send.
pub(super) fn decide(operations: &mut [Operation], examples: &[Examples<'_>]) {
    for (operation, examples) in operations.iter_mut().zip(examples) {
        if operation.request_body.kind == BodyKind::Json && !makes(operation) && sends_nothing(examples) {
            operation.request_body.kind = BodyKind::None;
            let any = operation.routes.iter_mut().filter(|route| route.body == Body::Json);
            any.for_each(|route| route.body = Body::None);
        }
        let is_open = matches!(operation.request_body.kind, BodyKind::Json | BodyKind::None);
        let Some(body) = shown(operation, examples).filter(|_| is_open) else {
            continue;
        };
        if body == Body::Parameters {
            operation.request_body.kind = BodyKind::Parameters;
        }
        for route in operation.routes.iter_mut().filter(|route| sends(route.method)) {
            if route.body == Body::Json || body == Body::Empty && route.body == Body::None {
                route.body = body.clone();
            }
        }
    }
}

/// Whether the file name says that an object is made or changed: that takes a body, whatever the example shows.
fn makes(operation: &Operation) -> bool {
    let verb = operation.action.split('-').next().unwrap_or_default();
    MAKES.contains(&verb)
}

/// Whether there are examples of requests, and none of them has a body.
fn sends_nothing(examples: &Examples<'_>) -> bool {
    let requests = examples.all.iter();
    let requests = requests.filter(|example| example.kind == ExampleKind::Request && example.method.is_some_and(sends));
    let mut requests = requests.peekable();
    requests.peek().is_some() && requests.all(|example| example.body.trim().is_empty())
}

fn sends(method: Method) -> bool {
    matches!(method, Method::Post | Method::Patch | Method::Put)
}

/// What all examples agree about: that an empty object is sent, or one whose members all have the name of a field.
fn shown(operation: &Operation, examples: &Examples<'_>) -> Option<Body> {
    let sent = examples
        .requests(operation)
        .filter(|(example, ..)| example.method.is_some_and(sends));
    let (bodies, readings): (Vec<&Body>, Vec<_>) = sent.map(|(_, body, reading)| (body, reading)).unzip();
    let objects = || readings.iter().map(|reading| &reading.value);
    if readings.is_empty() || !objects().all(is_object_of_names) {
        return None;
    }
    if objects().all(|value| value.members().is_empty()) {
        return Some(Body::Empty);
    }
    bodies
        .iter()
        .all(|body| **body == Body::Json)
        .then_some(Body::Parameters)
}

fn is_object_of_names(value: &Value<'_>) -> bool {
    let is_field = |name: &str| name == TYPE || is_name(name.split('@').next().unwrap_or_default());
    let mut members = value.members().iter();
    matches!(value.kind, Kind::Object(_)) && members.all(|member| is_field(&member.name) || is_annotation(member))
}
