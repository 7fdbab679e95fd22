//! Adds `unknownFutureValue` to lists of values that leave it out. The property tells that it was added.

use super::decide::values::Sentinels;
use crate::model::{EnumType, SENTINEL, StructuredType};

/// Adds the member where another place documents it.
pub(super) fn add(types: &mut [StructuredType], enums: &[EnumType]) {
    let sentinels = Sentinels::of(types, enums.iter());
    let mut found = Vec::new();
    for (index, owner) in types.iter().enumerate() {
        let properties = owner.properties.iter().enumerate();
        let lacking = properties.filter(|(_, property)| sentinels.decide(property).value);
        found.extend(lacking.map(|(place, _)| (index, place)));
    }
    for (owner, index) in found {
        let owner = types.get_mut(owner);
        if let Some(property) = owner.and_then(|owner| owner.properties.get_mut(index)) {
            property.enum_values.push(SENTINEL.to_owned());
            property.sentinel_added = true;
        }
    }
}
