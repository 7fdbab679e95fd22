//! Where types are used.

use super::index::{Index, Item};
use crate::model::{QualifiedName, TypeRef};
use serde::Serialize;
use std::collections::BTreeSet;

/// The uses of one type or enum. Types and calls are numbers.
#[derive(Debug, Default, Serialize)]
pub(super) struct Uses<'a> {
    /// Properties of this type: the type that has it, and its name.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) properties: BTreeSet<(usize, &'a str)>,
    /// Calls of its module.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) calls: BTreeSet<usize>,
    /// Calls that return it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) returned: BTreeSet<usize>,
    /// Calls that send it, as their body or in it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) sent: BTreeSet<usize>,
    /// Types that are derived from it directly.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) derived: BTreeSet<usize>,
}

/// The uses of every item of a version, by its number.
pub(super) fn uses<'a>(index: &Index<'a>) -> Vec<Uses<'a>> {
    let mut found = Found {
        uses: index.items.iter().map(|_| Uses::default()).collect(),
        index,
    };
    found.in_types();
    found.in_calls();
    found.uses
}

struct Found<'a, 'i> {
    index: &'i Index<'a>,
    uses: Vec<Uses<'a>>,
}

impl<'a> Found<'a, '_> {
    fn of(&mut self, name: Option<&QualifiedName>) -> Option<&mut Uses<'a>> {
        self.uses.get_mut(self.index.item(name?)?)
    }

    fn in_types(&mut self) {
        let items = self.index.items.iter().enumerate();
        let types = items.filter_map(|(number, item)| match item {
            Item::Type(item) => Some((number, *item)),
            Item::Enum(_) => None,
        });
        for (number, item) in types {
            if let Some(uses) = self.of(item.base.as_ref()) {
                uses.derived.insert(number);
            }
            for property in item.properties.iter().filter(|row| row.inherited_from.is_none()) {
                let enumeration = property.values_enum.as_ref();
                if let Some(uses) = self.of(enumeration.or(property.type_ref.as_named())) {
                    uses.properties.insert((number, property.name.as_str()));
                }
            }
        }
    }

    fn in_calls(&mut self) {
        let schema = self.index.schema;
        for (number, call) in self.index.calls.iter().enumerate() {
            for (operation, route) in &call.routes {
                let page = schema.operations.get(*operation);
                if let Some(uses) = self.of(page.and_then(|page| page.resource_type.as_ref())) {
                    uses.calls.insert(number);
                }
                for body in route.response.bodies() {
                    if let Some(uses) = self.of(body.type_ref().and_then(TypeRef::as_named)) {
                        uses.returned.insert(number);
                    }
                }
                let rows = page.into_iter().flat_map(|page| &page.parameters);
                let rows = rows.map(|row| &row.type_ref).chain(route.body.type_ref());
                for type_ref in rows {
                    if let Some(uses) = self.of(type_ref.as_named()) {
                        uses.sent.insert(number);
                    }
                }
            }
        }
    }
}
