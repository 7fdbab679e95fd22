//! The JSON in comments before code blocks.

use crate::markdown::Annotation;
use serde_json::Value;

/// The fields of an annotation comment (`{"blockType": "resource", "@odata.type": "microsoft.graph.user"}`).
///
/// Some are not valid JSON (a missing comma, a trailing one): those are read key by key.
#[derive(Debug, Clone, PartialEq)]
pub enum Fields<'a> {
    /// The whole comment is a JSON object.
    Object(serde_json::Map<String, Value>),
    /// The comment is not a JSON object. Keys are looked up in its text.
    Text(&'a str),
}

impl<'a> Fields<'a> {
    /// Reads a comment.
    pub fn read(annotation: &'a Annotation) -> Self {
        match serde_json::from_str(&annotation.text) {
            Ok(Value::Object(object)) => Self::Object(object),
            _ => Self::Text(&annotation.text),
        }
    }

    /// The text of a field; `None` when absent, null or empty.
    pub fn text(&self, key: &str) -> Option<String> {
        let value = match self {
            Self::Object(object) => object.get(key).and_then(first_text),
            Self::Text(text) => after_key(text, key).and_then(quoted),
        };
        value
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    }

    /// Whether a field is `true` (or `"true"`, as some pages write).
    pub fn flag(&self, key: &str) -> bool {
        match self {
            Self::Object(object) => match object.get(key) {
                Some(Value::Bool(flag)) => *flag,
                Some(Value::String(text)) => text.eq_ignore_ascii_case("true"),
                _ => false,
            },
            Self::Text(text) => {
                after_key(text, key).is_some_and(|rest| rest.trim_start_matches('"').starts_with("true"))
            }
        }
    }
}

/// `"x"`, or the first of `["x", "y"]`.
fn first_text(value: &Value) -> Option<String> {
    let first = value.as_array().and_then(|values| values.first()).unwrap_or(value);
    first.as_str().map(str::to_owned)
}

/// What follows `"key":`, blanks skipped.
fn after_key<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let (_, after) = text.split_once(&format!("\"{key}\""))?;
    Some(after.trim_start().strip_prefix(':')?.trim_start())
}

fn quoted(rest: &str) -> Option<String> {
    let inner = rest.trim_start_matches(['[', ' ']).strip_prefix('"')?;
    inner.split_once('"').map(|(value, _)| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn fields(text: &str) -> String {
        let annotation = Annotation {
            text: text.to_owned(),
            span: Span::default(),
        };
        let fields = Fields::read(&annotation);
        format!(
            "{:?} {:?} {}",
            fields.text("blockType"),
            fields.text("@odata.type"),
            fields.flag("openType")
        )
    }

    #[test]
    fn valid_and_broken_annotations_give_the_same_fields() {
        let shown = fields(r#"{ "blockType": "resource", "@odata.type": "microsoft.graph.tag", "openType": true }"#);
        assert_eq!(shown, r#"Some("resource") Some("microsoft.graph.tag") true"#);
        assert_eq!(
            fields(
                "{ \"blockType\": \"resource\"\n \"@odata.type\": \"microsoft.graph.tag\", \"openType\":\"true\", }"
            ),
            shown
        );
    }

    #[test]
    fn an_empty_field_is_none() {
        assert_eq!(fields(r#"{ "blockType": "", "@odata.type": null }"#), "None None false");
    }
}
