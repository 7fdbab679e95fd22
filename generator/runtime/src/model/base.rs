//! The properties that an object has from the base of its type.

use super::compare::copy_slot;
use super::object::{Object, rest, rest_mut};
use super::read::read_slice;
use super::write::object_to_vec;

/// Copies into the empty `base` what it has a property for, and what has no field.
pub(super) fn copy(object: &dyn Object, base: &mut dyn Object) {
    let names = object.shape().names;
    if names.is_empty() {
        // An object of an undocumented type keeps its properties as they came.
        if let Ok(json) = object_to_vec(object) {
            let _ = read_slice(base, &json);
        }
        return;
    }
    for (to, name) in base.shape().names.iter().enumerate() {
        if let Some(from) = names.iter().position(|own| own == name) {
            copy_slot(object.slot(from), base.slot_mut(to));
        }
    }
    if let (Some(from), Some(to)) = (rest(object), rest_mut(base)) {
        for entry in from.entries() {
            to.push(entry.name.clone(), entry.value.clone());
        }
    }
}
