//! Properties that need more permissions than the call, and which of them a query asks for.

use crate::model::{Hierarchy, Property, QualifiedName, Route, Schema};
use crate::permissions::calls::Address;
use std::collections::{BTreeMap, BTreeSet};

/// The types of a version that have such properties.
pub(super) struct Needy<'m> {
    schema: &'m Schema,
    hierarchy: Hierarchy,
    by_type: BTreeMap<&'m QualifiedName, Vec<&'m Property>>,
}

impl<'m> Needy<'m> {
    pub(super) fn of(schema: &'m Schema) -> Self {
        let of_type = schema.types.iter().filter_map(|owner| {
            let needy: Vec<&Property> = owner
                .properties
                .iter()
                .filter(|one| !one.facets.permissions.is_empty())
                .collect();
            (!needy.is_empty()).then_some((&owner.name, needy))
        });
        let by_type: BTreeMap<_, _> = of_type.collect();
        let hierarchy = if by_type.is_empty() {
            Hierarchy::default()
        } else {
            Hierarchy::of(&schema.types)
        };
        Self {
            schema,
            hierarchy,
            by_type,
        }
    }

    /// Those of the type that a route returns, and of its bases, by their names in small letters.
    pub(super) fn of_route(&self, route: &Route) -> Vec<(String, &'m Property)> {
        let returned = route.response.body.type_ref().and_then(|returned| returned.as_named());
        let Some(name) = returned.filter(|_| !self.by_type.is_empty()) else {
            return Vec::new();
        };
        let known = self.schema.structured_type(name).map(|known| &known.name);
        let names = known.into_iter().chain(self.hierarchy.bases(name));
        let properties = names.filter_map(|name| self.by_type.get(name)).flatten();
        properties
            .map(|property| (property.name.to_ascii_lowercase(), *property))
            .collect()
    }
}

/// The names in a query that may be properties, in small letters: those of `$select`, `$filter`, `$orderby` and `$expand`,
/// with or without the `$`.
pub(super) fn asked(address: &Address) -> BTreeSet<String> {
    let options = address
        .options()
        .filter(|(name, _)| ["select", "filter", "orderby", "expand"].contains(&name.trim_start_matches('$')));
    let values: Vec<String> = options.map(|(_, value)| value.to_ascii_lowercase()).collect();
    let words = values
        .iter()
        .flat_map(|value| value.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
