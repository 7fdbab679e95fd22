//! Fields: their types in Rust, their lines in the property table, their docs.

use crate::emit::file::File;
use crate::emit::gate::Gate;
use crate::emit::lines::Lines;
use crate::emit::plan::{AreaSet, Field, ResolvedType};
use crate::model::{Facets, Primitive, Returned};

/// A field as Rust code.
pub(crate) struct Code {
    /// What stands in `Option<..>`.
    pub(crate) inner: String,
    /// The name of the field's shape in the runtime's table.
    pub(crate) shape: &'static str,
}

/// The type of a field of a struct that is compiled under `gate`.
pub(crate) fn code(field: &Field<'_>, gate: &Gate, file: &mut File<'_>) -> Code {
    // A type that may be switched off is named in place: an import would need the same condition.
    let is_conditional = !field.gates.is_empty();
    code_with(field, &mut |resolved| {
        if is_conditional {
            file.path(resolved)
        } else {
            file.name(resolved, gate)
        }
    })
}

/// The type of a field, in which `name` names structs and enums.
pub(crate) fn code_with(field: &Field<'_>, name: &mut impl FnMut(ResolvedType) -> String) -> Code {
    let many = field.collection;
    match field.resolved {
        ResolvedType::Primitive(Primitive::Json) | ResolvedType::Json => value(many, "rt::Json", "Raw", "Raws"),
        ResolvedType::Primitive(primitive) => {
            let (name, one, several) = primitive_code(primitive);
            value(many, name, one, several)
        }
        ResolvedType::Enum(_) => value(many, &name(field.resolved), "Text", "Texts"),
        _ if field.navigation => {
            let name = name(field.resolved);
            let inner = if many {
                format!("rt::Expanded<Vec<{name}>>")
            } else {
                format!("rt::Expanded<{name}>")
            };
            Code { inner, shape: "Raw" }
        }
        ResolvedType::Type(_) if !many => Code {
            inner: format!("Box<{}>", name(field.resolved)),
            shape: "Obj",
        },
        _ => value(many, &name(field.resolved), "Obj", "Objs"),
    }
}

fn value(many: bool, name: &str, one: &'static str, several: &'static str) -> Code {
    let (inner, shape) = if many {
        (format!("Vec<{name}>"), several)
    } else {
        (name.to_owned(), one)
    };
    Code { inner, shape }
}

/// Rust type, shape, shape of a collection.
pub(crate) fn primitive_code(primitive: Primitive) -> (&'static str, &'static str, &'static str) {
    match primitive {
        Primitive::String | Primitive::Stream => ("String", "Str", "Strs"),
        Primitive::Boolean => ("bool", "Bool", "Bools"),
        Primitive::Byte | Primitive::Int16 | Primitive::Int32 => ("i32", "I32", "I32s"),
        Primitive::Int64 => ("i64", "I64", "I64s"),
        Primitive::Decimal | Primitive::Double | Primitive::Single => ("f64", "F64", "F64s"),
        Primitive::Binary => ("rt::Binary", "Text", "Texts"),
        Primitive::Date => ("rt::Date", "Text", "Texts"),
        Primitive::DateTimeOffset => ("rt::DateTimeOffset", "Text", "Texts"),
        Primitive::Duration => ("rt::Duration", "Text", "Texts"),
        Primitive::Guid => ("rt::Guid", "Text", "Texts"),
        Primitive::TimeOfDay => ("rt::TimeOfDay", "Text", "Texts"),
        Primitive::Json => ("rt::Json", "Raw", "Raws"),
    }
}

/// The docs above a field of a struct that is compiled for these areas, if they are known.
pub(crate) fn preface(field: &Field<'_>, needed: Option<&AreaSet>, file: &File<'_>, lines: &mut Lines<'_>) {
    let description = field.description.trim();
    let base = field
        .inherited_from
        .filter(|_| !says(description, "inherited"))
        .map(|base| format!("Inherited from `{base}`."));
    let unsaid = unsaid(field.facets, description);
    let more: Vec<String> = base.into_iter().chain(unsaid).collect();
    match (description, more.as_slice()) {
        ("", []) => lines.docs(&format!("`{}`", field.wire)),
        (text, []) => lines.docs(text),
        ("", more) => lines.docs(&more.join(" ")),
        (text, more) => lines.docs(&[text, " ", &more.join(" ")].concat()),
    }
    gate_lines(field, file, lines);
    lines.deprecated(field.facets.deprecated.as_deref());
    // A field of another area is compiled for fewer areas than its struct; for those it is compiled for too.
    if let Some(needed) = needed {
        file.link(lines, needed, false);
    }
}

/// The conditions of a field, which are also those of its line in the property table.
pub(crate) fn gate_lines(field: &Field<'_>, file: &File<'_>, lines: &mut Lines<'_>) {
    for areas in &field.gates {
        lines.gate(&Gate::only(areas), file.areas);
    }
}

/// Whether a text has a word of small letters, in any case.
fn says(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else {
        return true;
    };
    let starts = memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text);
    let mut rests = starts.filter_map(|at| text.get(at..at + word.len()));
    rests.any(|start| start.eq_ignore_ascii_case(word))
}

/// Facts about a field that its description does not state literally.
fn unsaid(facets: &Facets, description: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut tell = |word: &str, sentence: String| {
        if !says(description, word) {
            words.push(sentence);
        }
    };
    if facets.read_only {
        tell("read-only", "Read-only.".to_owned());
    }
    match facets.nullable {
        Some(true) => tell("nullable", "Nullable.".to_owned()),
        Some(false) => tell("nullable", "Not nullable.".to_owned()),
        None => {}
    }
    if facets.required {
        tell("required", "Required.".to_owned());
    }
    if let Some(value) = &facets.default_value {
        tell("default", format!("Default value: `{value}`."));
    }
    if let Some(operators) = &facets.filter {
        let list = operators
            .iter()
            .map(|operator| format!("`{operator}`"))
            .collect::<Vec<_>>()
            .join(", ");
        let list = if list.is_empty() { list } else { format!(" ({list})") };
        tell("$filter", format!("Supports `$filter`{list}."));
    }
    if facets.returned == Some(Returned::OnSelect) {
        tell("$select", "Returned only on `$select`.".to_owned());
    }
    if facets.write_only {
        tell("write-only", "Write-only.".to_owned());
    }
    words
}
