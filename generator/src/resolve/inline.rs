//! Enums that only descriptions document: "Possible values are: `a`, `b`."

use super::decide::values::Enums;
use super::members::member;
use crate::model::{
    Area, EnumOrigin, EnumType, Operation, Origin, Parameter, Primitive, Property, QualifiedName, StructuredType,
    TypeName,
};
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// Adds an enum for every named type that value lists document and no table does, and one for every string property
/// with a value list, unless an enum with these values is named after the property: `status` is an `operationStatus` then.
pub(super) fn build(types: &mut [StructuredType], operations: &[Operation], enums: &mut Vec<EnumType>) {
    let documented = enums
        .iter()
        .map(|known| &known.name)
        .chain(types.iter().map(|known| &known.name));
    let mut inline = Inline {
        documented: documented.cloned().collect(),
        found: BTreeMap::new(),
    };
    for (usage, property) in listed(types) {
        if let TypeName::Named(name) = &property.type_ref.name {
            inline.named(
                name,
                &List::of(&property.name, &property.enum_values, &property.origin),
                &usage,
            );
        }
    }
    for operation in operations {
        let usage = Usage {
            file: &operation.file,
            area: &operation.area,
        };
        for parameter in operation
            .parameters
            .iter()
            .filter(|parameter| !parameter.enum_values.is_empty())
        {
            inline.parameter(parameter, &usage);
        }
    }
    let known = Enums::of(enums.iter().chain(inline.found.values().map(|(found, _)| found)));
    for owner in types {
        inline.strings(owner, &known);
    }
    enums.extend(inline.found.into_values().map(|(found, _)| found));
}

/// Properties with a value list.
fn listed(types: &[StructuredType]) -> impl Iterator<Item = (Usage<'_>, &Property)> {
    types.iter().flat_map(|owner| {
        let listed = owner
            .properties
            .iter()
            .filter(|property| !property.enum_values.is_empty());
        listed.map(move |property| (Usage::of(&owner.file, &owner.area, property), property))
    })
}

struct Inline {
    documented: BTreeSet<QualifiedName>,
    /// Each with the names of its members.
    found: BTreeMap<QualifiedName, (EnumType, FxHashSet<String>)>,
}

/// The page that a list stands on.
#[derive(Clone, Copy)]
struct Usage<'a> {
    file: &'a str,
    area: &'a Area,
}

impl<'a> Usage<'a> {
    /// The page of a property of a type with this main page; another area's page may list it.
    fn of(file: &'a str, area: &'a Area, property: &'a Property) -> Self {
        let area = property.areas.first().unwrap_or(area);
        Self { file, area }
    }
}

/// A value list.
struct List<'a> {
    of: &'a str,
    values: &'a [String],
    origin: &'a Origin,
}

impl<'a> List<'a> {
    fn of(of: &'a str, values: &'a [String], origin: &'a Origin) -> Self {
        Self { of, values, origin }
    }
}

impl Inline {
    /// Gives each string with a list its enum.
    fn strings(&mut self, owner: &mut StructuredType, known: &Enums) {
        let is_string = |property: &&mut Property| {
            property.type_ref.name == TypeName::Primitive(Primitive::String) && !property.enum_values.is_empty()
        };
        for property in owner.properties.iter_mut().filter(is_string) {
            let (name, is_known) = known.decide(&owner.name, property).value;
            if !is_known {
                let usage = Usage::of(&owner.file, &owner.area, property);
                let list = List::of(&property.name, &property.enum_values, &property.origin);
                self.add(&name, EnumOrigin::Property, &list, &usage);
            }
            property.values_enum = Some(name);
        }
    }

    fn parameter(&mut self, parameter: &Parameter, usage: &Usage<'_>) {
        let list = List::of(&parameter.name, &parameter.enum_values, &parameter.origin);
        if let Some(name) = parameter.type_ref.as_named() {
            self.named(name, &list, usage);
        }
    }

    fn named(&mut self, name: &QualifiedName, list: &List<'_>, usage: &Usage<'_>) {
        if !self.documented.contains(name) {
            self.add(name, EnumOrigin::Inline, list, usage);
        }
    }

    fn add(&mut self, name: &QualifiedName, documented_in: EnumOrigin, list: &List<'_>, usage: &Usage<'_>) {
        let empty = || EnumType {
            name: name.clone(),
            file: usage.file.to_owned(),
            origin: list.origin.clone(),
            documented_in,
            area: usage.area.clone(),
            more_areas: Vec::new(),
            members: Vec::new(),
            flags: false,
            description: format!("Values of `{}`.", list.of),
            deprecated: None,
        };
        let found = self.found.entry(name.clone());
        let (found, members) = found.or_insert_with(|| (empty(), FxHashSet::default()));
        members.reserve(list.values.len());
        found.members.reserve(list.values.len());
        for value in list.values {
            if members.insert(value.clone()) {
                found.members.push(member(value, list.origin));
            }
        }
    }
}
