//! The JSON in comments before code blocks.

use crate::json::{self, Kind, Value};
use crate::markdown::Annotation;

/// The fields of an annotation comment (`{"blockType": "resource", "@odata.type": "microsoft.graph.user"}`). Some are not
/// valid JSON: a comma is missing, or there is one too many.
#[derive(Debug, Clone, PartialEq)]
pub struct Fields<'a>(Option<Value<'a>>);

impl<'a> Fields<'a> {
    /// Reads a comment.
    pub fn read(annotation: &'a Annotation) -> Self {
        Self(json::read(&annotation.text).map(|reading| reading.value))
    }

    /// The text of a field, or the first of several; `None` when absent, null or empty.
    pub fn text(&self, key: &str) -> Option<String> {
        let value = self.0.as_ref()?.get(key)?;
        let first = match &value.kind {
            Kind::Array(values) => values.first()?,
            _ => value,
        };
        let text = first.text()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The texts of a list; none for other fields.
    pub fn list(&self, key: &str) -> Vec<&str> {
        let field = self.0.as_ref().and_then(|value| value.get(key));
        match field.map(|value| &value.kind) {
            Some(Kind::Array(values)) => values.iter().filter_map(Value::text).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a field is `true` (or `"true"`, as some pages write).
    pub fn flag(&self, key: &str) -> bool {
        let value = self.0.as_ref().and_then(|value| value.get(key));
        value.is_some_and(|value| match &value.kind {
            Kind::Word(word) => *word == "true",
            Kind::Text(text) => text.eq_ignore_ascii_case("true"),
            Kind::Object(_) | Kind::Array(_) => false,
        })
    }
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
