//! Enums that only descriptions document: "Possible values are: `a`, `b`."

use super::sentinel;
use crate::model::{
    Area, EnumOrigin, EnumType, Member, Operation, Origin, Parameter, Primitive, Property, QualifiedName,
    StructuredType, TypeName,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

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
        members: HashSet::new(),
    };
    for (place, property) in listed(types) {
        if let TypeName::Named { name, .. } = &property.type_ref.name {
            inline.named(
                name,
                &List::of(&property.name, &property.enum_values, &property.origin),
                &place,
            );
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
    let names = Names::of(enums.iter().chain(inline.found.values()));
    for owner in types {
        inline.strings(owner, &names);
    }
    enums.extend(inline.found.into_values());
}

/// Properties with a value list.
fn listed(types: &[StructuredType]) -> impl Iterator<Item = (Place<'_>, &Property)> {
    types.iter().flat_map(|owner| {
        let place = Place {
            file: &owner.file,
            area: &owner.area,
        };
        let listed = owner
            .properties
            .iter()
            .filter(|property| !property.enum_values.is_empty());
        listed.map(move |property| (place, property))
    })
}

/// Enums by their values.
struct Names {
    by_values: BTreeMap<Vec<String>, BTreeSet<QualifiedName>>,
}

impl Names {
    fn of<'a>(enums: impl Iterator<Item = &'a EnumType>) -> Self {
        let mut by_values: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for item in enums {
            let values = sentinel::list(item.members.iter().map(|member| member.name.as_str()));
            by_values.entry(values).or_default().insert(item.name.clone());
        }
        Self { by_values }
    }

    /// The only enum of these values in the owner's namespace whose name ends in the property's.
    fn find(&self, owner: &QualifiedName, property: &Property) -> Option<&QualifiedName> {
        let values = sentinel::list(property.enum_values.iter().map(String::as_str));
        let ending = property.name.to_lowercase();
        let fits =
            |name: &&QualifiedName| name.namespace == owner.namespace && name.name.to_lowercase().ends_with(&ending);
        let mut names = self.by_values.get(&values)?.iter().filter(fits);
        names.next().filter(|_| values.len() > 1 && names.next().is_none())
    }
}

struct Inline {
    documented: BTreeSet<QualifiedName>,
    found: BTreeMap<QualifiedName, EnumType>,
    /// Enums and the names of their members.
    members: HashSet<(QualifiedName, String)>,
}

/// The page that a list stands on.
#[derive(Clone, Copy)]
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

impl<'a> List<'a> {
    fn of(of: &'a str, values: &'a [String], origin: &'a Origin) -> Self {
        Self { of, values, origin }
    }
}

impl Inline {
    /// Gives each string with a list its enum.
    fn strings(&mut self, owner: &mut StructuredType, names: &Names) {
        let place = Place {
            file: &owner.file,
            area: &owner.area,
        };
        let is_string = |property: &&mut Property| {
            property.type_ref.name == TypeName::Primitive(Primitive::String) && !property.enum_values.is_empty()
        };
        for property in owner.properties.iter_mut().filter(is_string) {
            let known = names.find(&owner.name, property).cloned();
            let name = known.unwrap_or_else(|| {
                let name = enum_name(&owner.name, &property.name);
                let list = List::of(&property.name, &property.enum_values, &property.origin);
                self.add(&name, EnumOrigin::Property, &list, &place);
                name
            });
            property.values_enum = Some(name);
        }
    }

    fn parameter(&mut self, parameter: &Parameter, place: &Place<'_>) {
        let list = List::of(&parameter.name, &parameter.enum_values, &parameter.origin);
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
            if self.members.insert((name.clone(), value.clone())) {
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
