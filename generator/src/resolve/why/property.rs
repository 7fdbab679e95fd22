//! Decisions about properties.

use super::{Asked, Decision};
use crate::model::{Property, PropertySection, StructuredType, TypeRef};
use crate::resolve::bind;
use crate::resolve::decide::{Decided, Source};
use crate::resolve::pages::LoadedPage;

impl Asked<'_> {
    pub(super) fn of_property(&self, owner: &StructuredType, property: &Property) -> Vec<Decision> {
        let declaring = self.declaring(owner, property);
        let mut decisions = Vec::new();
        if declaring.name != owner.name {
            let source = Source::at("row on the page of a base type", &property.origin);
            let decided = Decided::new(&declaring.name, source);
            decisions.push(self.decision("declared by", decided, &property.origin, ToString::to_string));
        }
        decisions.push(self.property_type(declaring, property));
        decisions.push(self.section(property));
        decisions.extend(self.values(property));
        decisions
    }

    /// The type whose page has the row.
    fn declaring<'a>(&'a self, owner: &'a StructuredType, property: &Property) -> &'a StructuredType {
        let holds = |item: &&StructuredType| item.properties.iter().any(|row| std::ptr::eq(row, property));
        self.schema.types.iter().find(holds).unwrap_or(owner)
    }

    fn property_type(&self, owner: &StructuredType, property: &Property) -> Decision {
        let shown = |type_ref: &TypeRef| type_ref.to_string();
        let stated = self.stated_types(owner, &property.name);
        let decided = match Decided::first(stated) {
            Some(stated) => {
                let rule = of_other_evidence(&stated.value, property);
                stated.but(property.type_ref.clone(), Source::at(rule, &property.origin))
            }
            None => Decided::new(
                property.type_ref.clone(),
                Source::at("a route shows it, and no table lists it", &property.origin),
            ),
        };
        self.decision("type", decided, &property.origin, shown)
    }

    /// What rows and JSON blocks of the type's pages say about the type of a property, in the order in which they count.
    fn stated_types(&self, owner: &StructuredType, name: &str) -> Vec<(TypeRef, Source<'_>)> {
        let is_of = |page: &&LoadedPage| {
            page.identity.area == owner.area && self.index.type_name(&page.path) == Some(&owner.name)
        };
        let mut stated = Vec::new();
        for page in self.pages.iter().filter(is_of) {
            let rows = page.page.resource.iter();
            for resource in rows {
                let rows = resource
                    .properties
                    .iter()
                    .filter(|row| row.name.eq_ignore_ascii_case(name));
                stated.extend(rows.map(|row| {
                    let type_ref = bind::cell(&self.index, page, &row.type_cell);
                    (type_ref, Source::at("type cell of the row", &row.origin))
                }));
                let keys = resource
                    .json_keys
                    .iter()
                    .filter(|key| key.name.eq_ignore_ascii_case(name));
                stated.extend(keys.map(|key| {
                    let type_ref = bind::sample(&self.index, page, &key.type_cell);
                    (type_ref, Source::at("value in the JSON block", &key.origin))
                }));
            }
        }
        stated
    }

    fn section(&self, property: &Property) -> Decision {
        let (value, rule) = match property.section {
            PropertySection::Properties => ("structural", "row of the Properties table"),
            PropertySection::Relationships => ("navigation", "row of the Relationships table"),
            PropertySection::JsonBlock => ("structural", "key of the JSON block"),
            PropertySection::Route => ("navigation", "a route shows it, and no table lists it"),
        };
        let decided = Decided::new(value, Source::at(rule, &property.origin));
        self.decision("kind", decided, &property.origin, ToString::to_string)
    }

    fn values(&self, property: &Property) -> Vec<Decision> {
        let mut decisions = Vec::new();
        if !property.enum_values.is_empty() {
            let rule = if property.sentinel_added {
                "values that the description lists; another place documents `unknownFutureValue` for them"
            } else {
                "values that the description lists"
            };
            let decided = Decided::new(&property.enum_values, Source::at(rule, &property.origin));
            decisions.push(self.decision("values", decided, &property.origin, |values| values.join(", ")));
        }
        if let Some(name) = &property.values_enum {
            let rule = "enum of the values that the description of a string lists";
            let decided = Decided::new(name, Source::at(rule, &property.origin));
            decisions.push(self.decision("enum", decided, &property.origin, ToString::to_string));
        }
        decisions
    }
}

/// What gave a type that neither the rows nor the JSON block state.
fn of_other_evidence(stated: &TypeRef, property: &Property) -> &'static str {
    if *stated == property.type_ref {
        return match property.section {
            PropertySection::JsonBlock => "value in the JSON block",
            _ => "type cell of the row",
        };
    }
    if stated.name == property.type_ref.name {
        return "a route shows a collection";
    }
    "row of a base type"
}
