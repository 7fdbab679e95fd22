//! Counts what only the finished items of a version tell: bases, types of properties, types, enums.

use crate::model::{
    BaseSource, EnumOrigin, EnumType, Fact, Ledger, Property, PropertySection, StructuredType, TypeName,
};

/// Adds the counts.
pub(super) fn add(types: &[StructuredType], enums: &[EnumType], ledger: &mut Ledger) {
    for item in types.iter().filter(|item| !item.placeholder) {
        ledger.read(Fact::Type);
        match item.base_source {
            None => {}
            Some(BaseSource::Sentence | BaseSource::Annotation) => ledger.read(Fact::BaseType),
            Some(BaseSource::Rows) => ledger.guessed(Fact::BaseType, "all inherited rows name it"),
            Some(BaseSource::BasePage) => ledger.guessed(Fact::BaseType, "the base type's page lists it"),
        }
        for property in &item.properties {
            property_type(property, ledger);
        }
    }
    for item in enums {
        match item.documented_in {
            EnumOrigin::Page | EnumOrigin::Section => ledger.read(Fact::Enum),
            EnumOrigin::Inline => ledger.guessed(Fact::Enum, "only lists of values document it"),
            EnumOrigin::Property => ledger.guessed(Fact::Enum, "values of a string property"),
        }
    }
}

fn property_type(property: &Property, ledger: &mut Ledger) {
    if property.sentinel_added {
        ledger.guessed(Fact::InlineValues, "`unknownFutureValue` added from another place");
    }
    match (property.section, &property.type_ref.name) {
        (_, TypeName::Unknown) => ledger.unread_shape(Fact::PropertyType, "no type named", &property.raw),
        (PropertySection::Properties | PropertySection::Relationships, _) => ledger.read(Fact::PropertyType),
        (PropertySection::JsonBlock, _) => ledger.guessed(Fact::PropertyType, "value in the JSON block"),
        (PropertySection::Route, _) => ledger.guessed(Fact::PropertyType, "response of a route"),
    }
}
