//! Structs.

use super::field;
use crate::emit::code::{Item, option_field};
use crate::emit::file::File;
use crate::emit::gate::Gate;
use crate::emit::lines::Lines;
use crate::emit::link;
use crate::emit::plan::{AreaSet, Field, ParametersPlan, TypePlan};

/// A struct and its property table.
struct Structure<'s, 'a> {
    name: &'s str,
    /// The name in `@odata.type`, with `#` if requests always write it; empty for parameters, which have none.
    wire: String,
    fields: &'s [Field<'a>],
    /// The docs of the field for unknown properties.
    rest: &'static str,
    gate: Gate,
    /// The areas that it is compiled for; not known for parameters.
    needed: Option<&'s AreaSet>,
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
        rest: if item.placeholder {
            "Every property."
        } else if item.is_open && plan.fields.is_empty() {
            OPEN
        } else {
            "Properties that the service sent and that have no field here."
        },
        gate,
        needed: Some(&plan.emitted.needed),
        updated: plan.updated,
        returned: plan.returned,
    };
    structure.push(file, |file, lines| preface(plan, &structure.gate, file, lines));
}

/// Adds the struct of an action's parameters.
pub(crate) fn push_parameters(plan: &ParametersPlan<'_>, action: &str, gate: Gate, file: &mut File<'_>) {
    let structure = Structure {
        name: &plan.name,
        wire: String::new(),
        fields: &plan.fields,
        rest: "Other properties to send.",
        gate,
        needed: None,
        updated: false,
        returned: false,
    };
    structure.push(file, |file, lines| {
        lines.line(["/// Parameters of `", action, "`."]);
        lines.gate(&structure.gate, file.areas);
    });
}

fn preface(plan: &TypePlan<'_>, gate: &Gate, file: &mut File<'_>, lines: &mut Lines<'_>) {
    let item = plan.item;
    let version = &file.version.schema.version;
    if item.placeholder {
        let text = "Pages refer to this type, but no page describes it. Its properties are in `additional_properties`.";
        lines.docs(text);
    } else {
        let text = if item.description.trim().is_empty() {
            &item.title
        } else {
            &item.description
        };
        lines.docs(text);
        deprecation(item.deprecated.as_deref(), lines);
        file.link(lines, &plan.emitted.needed, false);
        lines.public_page(link::resource(&item.file, file.version.schema));
        lines.line(["// ", &link::place(&item.origin, version)]);
        let page = link::page(&item.file, version);
        file.pages.insert(page);
    }
    lines.gate(gate, file.areas);
}

/// The paragraph about deprecation.
pub(crate) fn deprecation(text: Option<&str>, lines: &mut Lines<'_>) {
    if let Some(text) = text {
        lines.blank();
        lines.docs(&format!("**Deprecated.** {}", text.trim()));
    }
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
    fn push<'p>(&self, file: &mut File<'p>, preface: impl FnOnce(&mut File<'p>, &mut Lines<'_>)) {
        let codes: Vec<_> = self
            .fields
            .iter()
            .map(|field| field::code(field, &self.gate, file))
            .collect();
        let mut item = file.begin();
        item.above(0, |lines| preface(file, lines));
        item.code(["pub struct ", self.name, " {\n"]);
        for (field, inner) in self.fields.iter().zip(&codes) {
            item.above(4, |lines| field::preface(field, self.needed, file, lines));
            item.code([&*option_field(&field.name, &inner.inner), "\n"]);
        }
        item.above(4, |lines| lines.paragraph(self.rest));
        item.code(["    pub additional_properties: rt::AdditionalProperties,\n}"]);
        file.end(item.laid_out());
        let mut item = file.begin();
        self.table(&codes, file, &mut item);
        file.end(item.into_text());
        if self.returned {
            let mut item = file.begin();
            item.above(0, |lines| lines.gate(&self.gate, file.areas));
            item.code([&*queried(self.name, "Self")]);
            file.end(item.into_text());
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
    fn table(&self, codes: &[field::Code], file: &File<'_>, item: &mut Item) {
        item.above(0, |lines| lines.gate(&self.gate, file.areas));
        let wire = format!("{:?}", self.wire);
        item.code(["rt::object! {\n    ", self.name, " = ", &wire, " "]);
        if self.fields.is_empty() {
            return item.code([update(self.updated), "{}\n}"]);
        }
        item.code([&*self.read_only(), update(self.updated), "{\n"]);
        for (index, (field, code)) in self.fields.iter().zip(codes).enumerate() {
            item.above(8, |lines| field::gate_lines(field, file, lines));
            item.code([
                "        ",
                &index.to_string(),
                " ",
                &field.name,
                ": ",
                code.shape,
                " = ",
            ]);
            item.quoted(field.wire);
            item.code([",\n"]);
        }
        item.code(["    }\n}"]);
    }
}
