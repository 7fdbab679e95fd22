//! Fields: their types in Rust, their lines in the property table, their docs.

use crate::emit::docs;
use crate::emit::file::{File, WIDTH};
use crate::emit::gate::Gate;
use crate::emit::plan::{Field, ResolvedType};
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

/// The docs above a field.
pub(crate) fn preface(field: &Field<'_>, file: &File<'_>) -> Vec<String> {
    let mut words = vec![field.description.trim().to_owned()];
    let base = field
        .inherited_from
        .filter(|_| !field.description.to_ascii_lowercase().contains("inherited"));
    words.extend(base.map(|base| format!("Inherited from `{base}`.")));
    words.extend(unsaid(field.facets, field.description));
    let text = words
        .iter()
        .filter(|words| !words.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ");
    let mut lines = doc_lines(
        &if text.is_empty() {
            format!("`{}`", field.wire)
        } else {
            text
        },
        4,
    );
    lines.extend(gate_lines(field, file));
    lines.extend(field.facets.deprecated.as_deref().map(docs::deprecated));
    lines
}

/// The conditions of a field, which are also those of its line in the property table.
pub(crate) fn gate_lines(field: &Field<'_>, file: &File<'_>) -> Vec<String> {
    let gates = field.gates.iter();
    gates.flat_map(|areas| Gate::only(areas).lines(file.areas)).collect()
}

/// Markdown as doc comment lines below an indentation.
pub(crate) fn doc_lines(markdown: &str, indent: usize) -> Vec<String> {
    let lines = docs::render(markdown, WIDTH - 4 - indent);
    lines.into_iter().map(doc_line).collect()
}

/// `/// line`.
pub(crate) fn doc_line(mut line: String) -> String {
    line.insert_str(0, if line.is_empty() { "///" } else { "/// " });
    line
}

/// Facts about a field that its description does not state literally.
fn unsaid(facets: &Facets, description: &str) -> Vec<String> {
    let said = description.to_ascii_lowercase();
    let mut words = Vec::new();
    let mut tell = |word: &str, sentence: String| {
        if !said.contains(word) {
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
