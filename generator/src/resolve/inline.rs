//! Enums that only descriptions document: "Possible values are: `a`, `b`."

use crate::model::{
    Area, EnumOrigin, EnumType, Member, Operation, Origin, Parameter, Primitive, Property, QualifiedName,
    StructuredType, TypeName,
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds an enum for every named type that value lists document and no table does, and one for every string property
/// with a value list.
pub(super) fn build(types: &mut [StructuredType], operations: &[Operation], enums: &mut Vec<EnumType>) {
    let documented = enums
        .iter()
        .map(|known| &known.name)
        .chain(types.iter().map(|known| &known.name));
    let mut inline = Inline {
        documented: documented.cloned().collect(),
        found: BTreeMap::new(),
    };
    for owner in types {
        let place = Place {
            file: &owner.file,
            area: &owner.area,
        };
        for property in owner
            .properties
            .iter_mut()
            .filter(|property| !property.enum_values.is_empty())
        {
            property.values_enum = inline.property(&owner.name, property, &place);
        }
    }
    for operation in operations {
        let place = Place {
            file: &operation.file,
            area: &operation.area,
        };
        for parameter in operation
            .parameters
            .iter()
            .filter(|parameter| !parameter.enum_values.is_empty())
        {
            inline.parameter(parameter, &place);
        }
    }
    enums.extend(inline.found.into_values());
}

struct Inline {
    documented: BTreeSet<QualifiedName>,
    found: BTreeMap<QualifiedName, EnumType>,
}

/// The page that a list stands on.
struct Place<'a> {
    file: &'a str,
    area: &'a Area,
}

/// A value list.
struct List<'a> {
    of: &'a str,
    values: &'a [String],
    origin: &'a Origin,
}

impl Inline {
    /// Takes the list of a property; returns the name of the enum made for a string.
    fn property(&mut self, owner: &QualifiedName, property: &Property, place: &Place<'_>) -> Option<QualifiedName> {
        let list = List {
            of: &property.name,
            values: &property.enum_values,
            origin: &property.origin,
        };
        match &property.type_ref.name {
            TypeName::Named { name, .. } => {
                self.named(name, &list, place);
                None
            }
            TypeName::Primitive(Primitive::String) => {
                let name = enum_name(owner, &property.name);
                self.add(&name, EnumOrigin::Property, &list, place);
                Some(name)
            }
            TypeName::Primitive(_) | TypeName::Unknown => None,
        }
    }

    fn parameter(&mut self, parameter: &Parameter, place: &Place<'_>) {
        let list = List {
            of: &parameter.name,
            values: &parameter.enum_values,
            origin: &parameter.origin,
        };
        if let Some(name) = parameter.type_ref.as_named() {
            self.named(name, &list, place);
        }
    }

    fn named(&mut self, name: &QualifiedName, list: &List<'_>, place: &Place<'_>) {
        if !self.documented.contains(name) {
            self.add(name, EnumOrigin::Inline, list, place);
        }
    }

    fn add(&mut self, name: &QualifiedName, documented_in: EnumOrigin, list: &List<'_>, place: &Place<'_>) {
        let found = self.found.entry(name.clone()).or_insert_with(|| EnumType {
            name: name.clone(),
            file: place.file.to_owned(),
            origin: list.origin.clone(),
            documented_in,
            area: place.area.clone(),
            members: Vec::new(),
            flags: false,
            description: format!("Values of `{}`.", list.of),
            deprecated: None,
        });
        for value in list.values {
            if !found.members.iter().any(|member| member.name == *value) {
                found.members.push(Member {
                    name: value.clone(),
                    value: None,
                    description: String::new(),
                    deprecated: None,
                    origin: list.origin.clone(),
                });
            }
        }
    }
}

/// `user` and `userType` give `userUserType`.
fn enum_name(owner: &QualifiedName, property: &str) -> QualifiedName {
    let mut chars = property.chars();
    let capital: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect();
    QualifiedName::new(&owner.namespace, format!("{}{capital}", owner.name))
}
