//! Which kinds of JSON values a type can have.

use crate::json::Kind;
use crate::lint::known::Known;
use crate::model::{Primitive, TypeName};

/// "Integer", "Bool": the name of a type in another spelling than the table has.
pub(super) fn is_type_word(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    matches!(
        word.as_str(),
        "integer" | "int" | "int32" | "int64" | "number" | "double" | "bool" | "boolean" | "string"
    )
}

/// What a value is, if it cannot be of a type.
pub(super) fn other_kind(known: &Known<'_>, name: &TypeName, kind: &Kind<'_>) -> Option<&'static str> {
    let shown = match kind {
        Kind::Object(_) => "an object",
        Kind::Text(_) => "a text",
        Kind::Word("true" | "false") => "a boolean",
        Kind::Word(_) => "a number",
        Kind::Array(_) => return None,
    };
    let fits = match name {
        TypeName::Unknown => true,
        TypeName::Primitive(primitive) => primitive_fits(*primitive, kind),
        TypeName::Named(name) if known.enumeration(name).is_some() => matches!(kind, Kind::Text(_)),
        TypeName::Named(name) => match known.structured(name) {
            Some(item) if !item.placeholder && !item.properties.is_empty() => matches!(kind, Kind::Object(_)),
            _ => true,
        },
    };
    (!fits).then_some(shown)
}

fn primitive_fits(primitive: Primitive, kind: &Kind<'_>) -> bool {
    let is_boolean = matches!(kind, Kind::Word("true" | "false"));
    match primitive {
        Primitive::Json | Primitive::Stream => true,
        Primitive::Boolean => is_boolean,
        // Large numbers, infinities and decimals are written as text as well.
        Primitive::Int64 | Primitive::Decimal | Primitive::Double | Primitive::Single => {
            !is_boolean && !matches!(kind, Kind::Object(_))
        }
        Primitive::Int32 | Primitive::Int16 | Primitive::Byte => matches!(kind, Kind::Word(_)) && !is_boolean,
        _ => matches!(kind, Kind::Text(_)),
    }
}
