//! Enums that only descriptions document: "Possible values are: `a`, `b`."

use crate::model::{
    EnumOrigin, EnumType, Member, Operation, Primitive, Property, QualifiedName, StructuredType, TypeName, TypeRef,
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds an enum for every named type that value lists document and no table does, and one for every string property
/// with a value list.
pub(super) fn build(types: &mut [StructuredType], operations: &[Operation], enums: &mut Vec<EnumType>) {
    let known: BTreeSet<QualifiedName> = enums
        .iter()
        .map(|known| known.name.clone())
        .chain(types.iter().map(|known| known.name.clone()))
        .collect();
    let mut inline: BTreeMap<QualifiedName, EnumType> = BTreeMap::new();
    for owner in types.iter_mut() {
        let owner_name = owner.name.clone();
        let place = Place {
            file: &owner.file,
            area: &owner.area,
        };
        for property in owner
            .properties
            .iter_mut()
            .filter(|property| !property.enum_values.is_empty())
        {
            match &property.type_ref {
                TypeRef {
                    name: TypeName::Named { name, .. },
                    ..
                } if !known.contains(name) => {
                    add(&mut inline, name, EnumOrigin::Inline, property, &place);
                }
                TypeRef {
                    name: TypeName::Primitive(Primitive::String),
                    ..
                } => {
                    let name = property_enum_name(&owner_name, &property.name);
                    add(&mut inline, &name, EnumOrigin::Property, property, &place);
                    property.values_enum = Some(name);
                }
                _ => {}
            }
        }
    }
    let _ = operations;
    enums.extend(inline.into_values());
}

struct Place<'a> {
    file: &'a str,
    area: &'a crate::model::Area,
}

fn add(
    inline: &mut BTreeMap<QualifiedName, EnumType>,
    name: &QualifiedName,
    origin: EnumOrigin,
    property: &Property,
    place: &Place<'_>,
) {
    let found = inline.entry(name.clone()).or_insert_with(|| EnumType {
        name: name.clone(),
        file: place.file.to_owned(),
        origin: property.origin.clone(),
        documented_in: origin,
        area: place.area.clone(),
        members: Vec::new(),
        flags: false,
        description: format!("Values of `{}`.", property.name),
        deprecated: None,
    });
    for value in &property.enum_values {
        if !found.members.iter().any(|member| member.name == *value) {
            found.members.push(Member {
                name: value.clone(),
                value: None,
                description: String::new(),
                deprecated: None,
                origin: property.origin.clone(),
            });
        }
    }
}

/// `user` and `userType` give `userUserType`.
fn property_enum_name(owner: &QualifiedName, property: &str) -> QualifiedName {
    let mut chars = property.chars();
    let capital: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect();
    QualifiedName::new(&owner.namespace, format!("{}{capital}", owner.name))
}
