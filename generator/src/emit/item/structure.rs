//! Structs.

use super::field;
use crate::emit::code::{option_field, push_quoted};
use crate::emit::docs;
use crate::emit::file::{File, WIDTH};
use crate::emit::gate::Gate;
use crate::emit::link;
use crate::emit::plan::{AreaSet, Field, ParametersPlan, TypePlan};

/// A struct and its property table.
struct Structure<'s, 'a> {
    name: &'s str,
    /// The name in `@odata.type`, with `#` if requests always write it; empty for parameters, which have none.
    wire: String,
    fields: &'s [Field<'a>],
    preface: Vec<String>,
    /// The docs of the field for unknown properties.
    rest: &'static str,
    gate: Gate,
    /// The areas that it is compiled for; not known for parameters.
    needed: Option<AreaSet>,
    /// Whether an update takes it.
    updated: bool,
    /// Whether a call returns it.
    returned: bool,
}

/// The docs of additional properties of a type that is open and has no properties of its own.
const OPEN: &str = "What the object has, by name: any property may be there. For one that is an object, use \
     [`insert_object`](rt::AdditionalProperties::insert_object).";

/// Adds the struct of a documented type, or of a placeholder.
pub(crate) fn push(plan: &TypePlan<'_>, file: &mut File<'_>) {
    let item = plan.item;
    let gate = file.gate(&plan.emitted.needed);
    let structure = Structure {
        name: &plan.emitted.name,
        wire: format!("{}{}", if item.named { "#" } else { "" }, item.name),
        fields: &plan.fields,
        preface: preface(plan, &gate, file),
        rest: if item.placeholder {
            "Every property."
        } else if item.is_open && plan.fields.is_empty() {
            OPEN
        } else {
            "Properties that the service sent and that have no field here."
        },
        gate,
        needed: Some(plan.emitted.needed.clone()),
        updated: plan.updated,
        returned: plan.returned,
    };
    structure.push(file);
}

/// Adds the struct of an action's parameters.
pub(crate) fn push_parameters(plan: &ParametersPlan<'_>, action: &str, gate: Gate, file: &mut File<'_>) {
    let mut preface = vec![format!("/// Parameters of `{action}`.")];
    preface.extend(gate.lines(file.areas));
    let structure = Structure {
        name: &plan.name,
        wire: String::new(),
        fields: &plan.fields,
        preface,
        rest: "Other properties to send.",
        gate,
        needed: None,
        updated: false,
        returned: false,
    };
    structure.push(file);
}

fn preface(plan: &TypePlan<'_>, gate: &Gate, file: &mut File<'_>) -> Vec<String> {
    let item = plan.item;
    let version = &file.version.schema.version;
    let mut lines = Vec::new();
    if item.placeholder {
        let text = "Pages refer to this type, but no page describes it. Its properties are in `additional_properties`.";
        lines.extend(field::doc_lines(text, 0));
    } else {
        let text = if item.description.trim().is_empty() {
            &item.title
        } else {
            &item.description
        };
        lines.extend(field::doc_lines(text, 0));
        lines.extend(deprecation(item.deprecated.as_deref()));
        lines = file.linked(lines, &plan.emitted.needed, false);
        let page = link::line(link::resource(&item.file, file.version.schema));
        lines.extend(page.into_iter().flat_map(|page| ["///".to_owned(), page]));
        lines.push(format!("// {}", link::place(&item.origin, version)));
        let page = link::page(&item.file, version);
        file.pages.insert(page);
    }
    lines.extend(gate.lines(file.areas));
    lines
}

/// The paragraph about deprecation.
pub(crate) fn deprecation(text: Option<&str>) -> Vec<String> {
    let Some(text) = text else { return Vec::new() };
    let mut lines = vec!["///".to_owned()];
    lines.extend(field::doc_lines(&format!("**Deprecated.** {}", text.trim()), 0));
    lines
}

/// A request about such values takes the properties of a type.
pub(crate) fn queried(name: &str, of: &str) -> String {
    format!("impl rt::Queried for {name} {{\n    type Of = {of};\n}}")
}

/// The part of a table that gives a type the method for updates.
pub(crate) fn update(updated: bool) -> &'static str {
    if updated { "update changes_since " } else { "" }
}

impl Structure<'_, '_> {
    fn push(&self, file: &mut File<'_>) {
        let codes: Vec<_> = self
            .fields
            .iter()
            .map(|field| field::code(field, &self.gate, file))
            .collect();
        let mut code = file.prefaces.put_line(self.preface.clone());
        code.extend(["pub struct ", self.name, " {\n"]);
        for (field, inner) in self.fields.iter().zip(&codes) {
            let preface = field::preface(field, file);
            // A field of another area is compiled for fewer areas than its struct; for those it is compiled for too.
            let preface = match &self.needed {
                Some(needed) => file.linked(preface, needed, false),
                None => preface,
            };
            let preface = file.prefaces.put_line(preface);
            code.extend(["    ", &preface, &option_field(&field.name, &inner.inner), "\n"]);
        }
        let rest = docs::wrap(self.rest, WIDTH - "    /// ".len());
        let rest = rest.into_iter().map(|line| format!("/// {line}")).collect();
        let rest = file.prefaces.put_line(rest);
        code.extend([
            "    ",
            &rest,
            "    pub additional_properties: rt::AdditionalProperties,\n}",
        ]);
        let text = file.prefaces.lay_out_lines(&code);
        file.push(text);
        let shapes: Vec<&str> = codes.iter().map(|code| code.shape).collect();
        file.push(self.table(&shapes, file));
        if self.returned {
            let gate: String = self
                .gate
                .lines(file.areas)
                .iter()
                .map(|line| format!("{line}\n"))
                .collect();
            file.push(gate + &queried(self.name, "Self"));
        }
    }

    /// The part of the table that names the properties that only the service sets.
    fn read_only(&self) -> String {
        let fields = self
            .fields
            .iter()
            .filter(|field| field.facets.read_only && !field.navigation);
        let names: Vec<&str> = fields.map(|field| field.wire).collect();
        if names.is_empty() {
            return String::new();
        }
        format!("read_only {:?} ", names.join(" "))
    }

    /// The macro call that expands to everything about the struct. Its lines are not Rust expressions, so they are laid
    /// out here.
    fn table(&self, shapes: &[&str], file: &File<'_>) -> String {
        let mut text = self.gate.lines(file.areas).join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str("rt::object! {\n");
        let wire = &self.wire;
        let update = update(self.updated);
        if self.fields.is_empty() {
            text.push_str(&format!("    {} = {wire:?} {update}{{}}\n}}", self.name));
            return text;
        }
        let read_only = self.read_only();
        text.push_str(&format!("    {} = {wire:?} {read_only}{update}{{\n", self.name));
        for (index, (field, shape)) in self.fields.iter().zip(shapes).enumerate() {
            for line in field::gate_lines(field, file) {
                text.extend(["        ", &line, "\n"]);
            }
            let (name, wire) = (&field.name, field.wire);
            text.extend(["        ", &index.to_string(), " ", name, ": ", shape, " = "]);
            push_quoted(&mut text, wire);
            text.push_str(",\n");
        }
        text.push_str("    }\n}");
        text
    }
}
