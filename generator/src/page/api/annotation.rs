//! The JSON of annotation comments, leniently read.

use serde_json::Value;

/// The annotation of a code block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Annotation {
    /// `blockType`: `request`, `response`, `ignored`, `example` ...
    pub(super) block_type: Option<String>,
    /// `name`.
    pub(super) name: Option<String>,
    /// `@odata.type`.
    pub(super) odata_type: Option<String>,
    /// `isCollection`, or an `@odata.type` written as `Collection(x)`.
    pub(super) is_collection: bool,
    /// `truncated`.
    pub(super) truncated: bool,
    /// `isEmpty`.
    pub(super) is_empty: bool,
}

/// Reads the text of a comment. Keys and values are looked for as words, so a missing comma or brace costs nothing.
pub(super) fn read(text: &str) -> Annotation {
    let mut annotation = Annotation::default();
    for (key, value) in pairs(text) {
        match key.as_str() {
            "blockType" => annotation.block_type = value.as_str().map(ToOwned::to_owned),
            "name" => annotation.name = first_text(&value),
            // OneDrive pages write `@type`.
            "@odata.type" | "@type" => annotation.odata_type = value.as_str().map(|name| name.trim().to_owned()),
            "isCollection" => annotation.is_collection = is_true(&value),
            "truncated" => annotation.truncated = is_true(&value),
            "isEmpty" => annotation.is_empty = is_true(&value),
            _ => {}
        }
    }
    let inner = annotation.odata_type.as_deref().and_then(collection_item);
    if let Some(inner) = inner.map(ToOwned::to_owned) {
        annotation.odata_type = Some(inner);
        annotation.is_collection = true;
    }
    annotation
}

/// `Collection(x)` -> `x`.
pub(super) fn collection_item(name: &str) -> Option<&str> {
    let (start, rest) = name.split_at_checked(11)?;
    start
        .eq_ignore_ascii_case("collection(")
        .then(|| rest.trim_end_matches(')').trim())
}

fn is_true(value: &Value) -> bool {
    value.as_bool().unwrap_or_else(|| value.as_str() == Some("true"))
}

/// `"name": "x"` or `"name": ["x", "y"]`.
fn first_text(value: &Value) -> Option<String> {
    let first = value.as_array().and_then(|values| values.first()).unwrap_or(value);
    first.as_str().map(ToOwned::to_owned)
}

/// Keys with their values: of the JSON object when it is one, else found by their form.
fn pairs(text: &str) -> Vec<(String, Value)> {
    let start = text.find('{').unwrap_or(0);
    let end = text.rfind('}').map_or(text.len(), |at| at + 1);
    let json = text.get(start..end).unwrap_or(text);
    match serde_json::from_str(json) {
        Ok(Value::Object(object)) => object.into_iter().collect(),
        _ => loose_pairs(json),
    }
}

/// `"key": "value"`, `"key": true` anywhere in the text.
fn loose_pairs(text: &str) -> Vec<(String, Value)> {
    let mut pairs = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(['"', '\u{201c}', '\u{201d}']) {
        let Some((key, tail)) = after.split_once(['"', '\u{201c}', '\u{201d}']) else {
            break;
        };
        rest = tail;
        let Some(value) = tail.trim_start().strip_prefix(':') else {
            continue;
        };
        let value = value.trim_start();
        if let Some((text, tail)) = quoted(value) {
            pairs.push((key.to_owned(), Value::String(text.to_owned())));
            rest = tail;
        } else {
            let word = value.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
            pairs.push((key.to_owned(), Value::Bool(word == "true")));
        }
    }
    pairs
}

fn quoted(value: &str) -> Option<(&str, &str)> {
    let inner = value
        .trim_start_matches(['[', ' '])
        .strip_prefix(['"', '\u{201c}', '\u{201d}'])?;
    inner.split_once(['"', '\u{201c}', '\u{201d}'])
}
