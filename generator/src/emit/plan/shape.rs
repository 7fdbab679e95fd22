//! What the answers that a page shows look like.

use crate::model::{ExampleKind, Operation};
use serde_json::Value;

/// The shape of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `{"value": [..]}` with nothing but annotations beside the list.
    List,
    /// Any other object.
    Object,
}

/// The shape of every answer in JSON that the page shows; `None` when there is none, or when they differ.
///
/// Prose is loose about it: the pages about usage reports say that an object comes back, and all of them show a list.
pub(super) fn shown(operation: &Operation) -> Option<Shape> {
    let success = |status: Option<u16>| status.is_none_or(|status| (200..300).contains(&status));
    let responses = operation.examples.iter();
    let responses = responses.filter(|example| example.kind == ExampleKind::Response && example.json);
    let mut shapes = responses.filter(|example| success(example.status)).map(|example| {
        let value = serde_json::from_str(&example.body).unwrap_or_default();
        of(&value)
    });
    let first = shapes.next()??;
    shapes.all(|shape| shape == Some(first)).then_some(first)
}

fn of(value: &Value) -> Option<Shape> {
    let object = value.as_object()?;
    let list = object.get("value").is_some_and(Value::is_array);
    let mut others = object.keys().filter(|name| *name != "value");
    match (list, others.all(|name| name.starts_with('@'))) {
        (true, true) => Some(Shape::List),
        (false, _) => Some(Shape::Object),
        // A list beside other properties may be either.
        (true, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::sample;
    use crate::model::{Example, Origin, TypeRef};

    fn of_bodies(bodies: &[&str]) -> Option<Shape> {
        let mut operation = sample::operation("thing-get", "get", &["GET /things"]);
        operation.examples = bodies.iter().map(|body| example(body)).collect();
        shown(&operation)
    }

    fn example(body: &str) -> Example {
        Example {
            kind: ExampleKind::Response,
            name: None,
            method: None,
            line: None,
            status: Some(200),
            type_ref: TypeRef::UNKNOWN,
            truncated: false,
            headers: Vec::new(),
            body: body.to_owned(),
            json: true,
            origin: Origin::default(),
        }
    }

    #[test]
    fn all_answers_have_to_agree() {
        let (list, object) = (r#"{"@odata.context":"x","value":[{"id":"1"}]}"#, r#"{"id":"1"}"#);
        assert_eq!(of_bodies(&[list, list]), Some(Shape::List));
        assert_eq!(of_bodies(&[object]), Some(Shape::Object));
        assert_eq!(of_bodies(&[r#"{"value":"one"}"#]), Some(Shape::Object));
        assert_eq!(of_bodies(&[list, object]), None);
        assert_eq!(of_bodies(&[r#"{"value":[],"id":"1"}"#]), None);
        assert_eq!(of_bodies(&["893"]), None);
        assert_eq!(of_bodies(&[]), None);
    }
}
