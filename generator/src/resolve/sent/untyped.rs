//! Bodies that only examples tell of: the page says nothing about them, or that there is none.

use super::declared::{Examples, TYPE};
use super::fields::{is_annotation, is_name};
use crate::json::{Kind, Value};
use crate::model::{Body, BodyKind, Method, Operation};

/// Gives such calls the fields of their examples as parameters, or an empty object to send.
pub(super) fn decide(operations: &mut [Operation], examples: &[Examples<'_>]) {
    for (operation, examples) in operations.iter_mut().zip(examples) {
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
