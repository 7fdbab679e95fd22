//! What rows say about an enum beside its values: that several can be set at once, which are deprecated, and which number
//! stands for each.

use crate::model::{EnumOrigin, EnumType, Operation, QualifiedName, StructuredType};
use std::collections::{BTreeMap, BTreeSet};

/// What rows say about one enum.
#[derive(Default)]
struct Said {
    combinable: bool,
    /// Values, in small letters.
    deprecated: BTreeSet<String>,
    /// By value, in small letters.
    numbers: BTreeMap<String, i64>,
}

/// Adds it to the enums. Numbers tell too: members 1, 2, 4 and so on are made to be added.
pub(super) fn add(types: &[StructuredType], operations: &[Operation], enums: &mut [EnumType]) {
    let own = enums.iter().filter(|item| item.documented_in == EnumOrigin::Property);
    let own: BTreeSet<QualifiedName> = own.map(|item| item.name.clone()).collect();
    let said = said(types, operations, &own);
    for item in enums {
        let of_rows = said.get(&item.name);
        item.flags |= of_rows.is_some_and(|said| said.combinable) || are_bits(item);
        for member in &mut item.members {
            let is_old = of_rows.is_some_and(|said| said.deprecated.contains(&member.name.to_lowercase()));
            if is_old && member.deprecated.is_none() {
                member.deprecated = Some("Deprecated.".to_owned());
            }
            let number = of_rows.and_then(|said| said.numbers.get(&member.name.to_lowercase()).copied());
            member.value = member.value.or(number);
        }
    }
}

/// By enum; `own` are those that a string property has for itself.
fn said<'a>(
    types: &'a [StructuredType],
    operations: &'a [Operation],
    own: &BTreeSet<QualifiedName>,
) -> BTreeMap<&'a QualifiedName, Said> {
    let properties = types.iter().flat_map(|owner| &owner.properties);
    let properties = properties.filter_map(|row| {
        // A string that takes several values of an enum does not change the enum.
        let own = row.values_enum.as_ref().filter(|name| own.contains(*name));
        Some((row.type_ref.as_named().or(own)?, &row.facets))
    });
    let parameters = operations.iter().flat_map(|operation| &operation.parameters);
    let parameters = parameters.filter_map(|row| Some((row.type_ref.as_named()?, &row.facets)));
    let mut said: BTreeMap<_, Said> = BTreeMap::new();
    for (name, facets) in properties.chain(parameters) {
        if facets.combinable || !facets.deprecated_values.is_empty() || !facets.value_numbers.is_empty() {
            let of_enum = said.entry(name).or_default();
            of_enum.combinable |= facets.combinable;
            let old = facets.deprecated_values.iter().map(|value| value.to_lowercase());
            of_enum.deprecated.extend(old);
            let numbers = facets.value_numbers.iter();
            of_enum
                .numbers
                .extend(numbers.map(|(name, number)| (name.to_lowercase(), *number)));
        }
    }
    said
}

/// Whether the numbers are three and more powers of two, with or without zero.
fn are_bits(item: &EnumType) -> bool {
    let numbers: BTreeSet<i64> = item.members.iter().filter_map(|member| member.value).collect();
    let is_bit = |number: &i64| *number == 0 || u64::try_from(*number).is_ok_and(u64::is_power_of_two);
    let several = numbers.iter().filter(|number| **number > 0).count() > 2;
    several && numbers.iter().all(is_bit)
}
