//! Counts what only the finished items of a version tell: bases, types of properties, types, enums.

use super::reason;
use super::spans::Spans;
use crate::model::{
    Account, BaseSource, EnumOrigin, EnumType, Fact, Property, PropertySection, StructuredType, TypeName,
};

/// Adds the counts.
pub(super) fn add(types: &[StructuredType], enums: &[EnumType], spans: &Spans<'_>, account: &mut Account) {
    for item in types.iter().filter(|item| !item.placeholder) {
        account.read(Fact::Type);
        match item.base_source {
            None => {}
            Some(BaseSource::Sentence | BaseSource::Annotation) => account.read(Fact::BaseType),
            Some(BaseSource::Rows) => account.guessed(&reason::BASE_OF_ROWS, spans.place(&item.origin)),
            Some(BaseSource::BasePage) => account.guessed(&reason::BASE_OF_LIST, spans.place(&item.origin)),
            Some(BaseSource::Example) => account.guessed(&reason::BASE_OF_EXAMPLE, spans.place(&item.origin)),
        }
        for property in &item.properties {
            property_type(property, spans, account);
        }
    }
    for item in enums {
        match item.documented_in {
            EnumOrigin::Page | EnumOrigin::Section => account.read(Fact::Enum),
            EnumOrigin::Inline => account.guessed(&reason::ENUM_OF_LISTS, spans.place(&item.origin)),
            EnumOrigin::Property => account.guessed(&reason::ENUM_OF_STRING, spans.place(&item.origin)),
        }
    }
}

fn property_type(property: &Property, spans: &Spans<'_>, account: &mut Account) {
    let place = || spans.place(&property.origin);
    if property.sentinel_added {
        account.guessed(&reason::SENTINEL_ADDED, place());
    }
    match (property.section, &property.type_ref.name) {
        (_, TypeName::Unknown) => account.unread(&reason::NO_TYPE, place(), &property.raw),
        (PropertySection::Properties | PropertySection::Relationships, _) => account.read(Fact::PropertyType),
        (PropertySection::JsonBlock, _) => account.guessed(&reason::TYPE_OF_JSON, place()),
        (PropertySection::Example, _) => account.guessed(&reason::TYPE_OF_EXAMPLE, place()),
        (PropertySection::Route, _) => account.guessed(&reason::TYPE_OF_ROUTE, place()),
    }
}
