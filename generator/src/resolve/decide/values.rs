//! The values that a property can have: whether `unknownFutureValue` is one of them, and which enum they are.
//!
//! An enum that the service may extend has this member, and pages say so in one place: the member table, or one of several
//! rows with the same values. The other lists mean the same values. A list of another enum's values is left alone.

use super::{Decided, Source};
use crate::model::{EnumType, Origin, Property, QualifiedName, SENTINEL, StructuredType, TypeName};
use std::collections::BTreeMap;

/// Where `unknownFutureValue` is documented.
pub(in crate::resolve) struct Sentinels<'a> {
    /// By enum.
    names: BTreeMap<&'a QualifiedName, &'a Origin>,
    /// By list, without it, in small letters and sorted.
    lists: BTreeMap<Vec<String>, &'a Origin>,
}

impl<'a> Sentinels<'a> {
    /// Reads all tables and lists.
    pub(in crate::resolve) fn of(types: &'a [StructuredType], enums: impl Iterator<Item = &'a EnumType>) -> Self {
        let (mut names, mut lists) = (BTreeMap::new(), BTreeMap::new());
        for item in enums.filter(|item| item.evolvable()) {
            names.entry(&item.name).or_insert(&item.origin);
            lists.entry(of_enum(item)).or_insert(&item.origin);
        }
        let rows = types.iter().flat_map(|owner| &owner.properties);
        for row in rows.filter(|row| has_sentinel(&row.enum_values)) {
            if let Some(name) = row.type_ref.as_named() {
                names.entry(name).or_insert(&row.origin);
            }
            lists.entry(of_property(row)).or_insert(&row.origin);
        }
        Self { names, lists }
    }

    /// Whether the list of a property lacks the member.
    pub(in crate::resolve) fn decide(&self, property: &'a Property) -> Decided<'a, bool> {
        let listed = Decided::new(false, Source::at("values that the description lists", &property.origin));
        match self.place(property) {
            Some(place) => {
                let rule = "another place documents `unknownFutureValue` for these values";
                listed.but(true, Source::at(rule, place))
            }
            None => listed,
        }
    }

    /// The place that tells. A string has no enum of its own: the values tell.
    fn place(&self, property: &Property) -> Option<&'a Origin> {
        let values = &property.enum_values;
        if values.is_empty() || has_sentinel(values) {
            return None;
        }
        let place = match &property.type_ref.name {
            TypeName::Named(name) => self.names.get(name),
            _ if values.len() > 1 => self.lists.get(&of_property(property)),
            _ => None,
        };
        place.copied()
    }
}

fn has_sentinel(values: &[String]) -> bool {
    values.iter().any(|value| value.eq_ignore_ascii_case(SENTINEL))
}

fn of_property(property: &Property) -> Vec<String> {
    list(property.enum_values.iter().map(String::as_str))
}

fn of_enum(item: &EnumType) -> Vec<String> {
    list(item.members.iter().map(|member| member.name.as_str()))
}

/// The values of a list in small letters, sorted, without the sentinel: lists with the same values are equal.
fn list<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let others = values.filter(|value| !value.eq_ignore_ascii_case(SENTINEL));
    let mut list: Vec<String> = others.map(str::to_lowercase).collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// Enums by their values.
pub(in crate::resolve) struct Enums {
    by_values: BTreeMap<Vec<String>, BTreeMap<QualifiedName, Origin>>,
    /// With their values.
    by_name: BTreeMap<QualifiedName, (Vec<String>, Origin)>,
}

impl Enums {
    /// Knows these.
    pub(in crate::resolve) fn of<'a>(enums: impl Iterator<Item = &'a EnumType>) -> Self {
        let mut by_values: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        let mut by_name = BTreeMap::new();
        for item in enums {
            let values = of_enum(item);
            by_name.insert(item.name.clone(), (values.clone(), item.origin.clone()));
            let same = by_values.entry(values).or_default();
            same.insert(item.name.clone(), item.origin.clone());
        }
        Self { by_values, by_name }
    }

    /// The enum of a string property with values, and whether the model has it already: `status` is an `operationStatus`
    /// when this is the only enum of these values in the owner's namespace whose name ends in the property's. An enum of
    /// some of these values that has the names of both is the property's own. Else the property gets a new one.
    pub(in crate::resolve) fn decide<'a>(
        &'a self,
        owner: &QualifiedName,
        property: &'a Property,
    ) -> Decided<'a, (QualifiedName, bool)> {
        let own = (name_of_own(owner, &property.name), false);
        let own = Decided::new(
            own,
            Source::at("values that the description of a string lists", &property.origin),
        );
        if let Some(place) = self.of_both(&own.value.0, property) {
            let name = own.value.0.clone();
            let rule = "an enum that is named after the type and the property";
            return own.but((name, true), Source::at(rule, place));
        }
        match self.known(owner, property) {
            Some((name, place)) => {
                let rule = "the only enum of these values that is named after the property";
                own.but((name.clone(), true), Source::at(rule, place))
            }
            None => own,
        }
    }

    /// `userKind` for the property `kind` of `user`: where it is documented, if it has one of the property's values.
    fn of_both(&self, name: &QualifiedName, property: &Property) -> Option<&Origin> {
        let (values, place) = self.by_name.get(name)?;
        let listed = of_property(property);
        let is_listed = |value: &String| listed.binary_search(value).is_ok();
        values.iter().any(is_listed).then_some(place)
    }

    fn known(&self, owner: &QualifiedName, property: &Property) -> Option<(&QualifiedName, &Origin)> {
        let values = of_property(property);
        let ending = property.name.to_lowercase();
        let fits =
            |name: &QualifiedName| name.namespace == owner.namespace && name.name.to_lowercase().ends_with(&ending);
        let mut names = self.by_values.get(&values)?.iter().filter(|(name, _)| fits(name));
        names.next().filter(|_| values.len() > 1 && names.next().is_none())
    }
}

/// `user` and `userType` give `userUserType`, `kiln` and `@microsoft.graph.firingMode` give `kilnFiringMode`.
pub(in crate::resolve) fn name_of_own(owner: &QualifiedName, property: &str) -> QualifiedName {
    let (_, local) = property.rsplit_once(['@', '.']).unwrap_or(("", property));
    let mut chars = local.chars();
    let capital: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect();
    QualifiedName::new(&owner.namespace, format!("{}{capital}", owner.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enum_of_one_property_is_named_after_both() {
        let named = |property: &str| name_of_own(&QualifiedName::parse("kiln"), property).name;
        assert_eq!(named("state"), "kilnState");
        assert_eq!(named("@microsoft.graph.firingMode"), "kilnFiringMode");
    }
}
