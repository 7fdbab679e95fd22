//! What a program has changed in an object.

use std::fmt;

use super::additional::{AdditionalProperties, Entry, Value};
use super::compare::{copy_slot, same};
use super::object::{Object, rest, rest_mut};
use super::read::TYPE;
use super::write::{is_control, set_field};

/// Two values that are not states of the same object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTheSame {
    what: &'static str,
}

impl fmt::Display for NotTheSame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the values are not the same object: they have another {}", self.what)
    }
}

impl std::error::Error for NotTheSame {}

/// Puts into the empty `to` what is different in `after`: a property that has no value any more becomes `null`.
pub(super) fn changes(after: &dyn Object, before: &dyn Object, to: &mut dyn Object) -> Result<(), NotTheSame> {
    let names = after.shape().names;
    if after.shape().type_name != before.shape().type_name {
        return Err(NotTheSame { what: "type" });
    }
    if to.is_open() {
        to.choose(after.shape().type_name.trim_start_matches('#'));
    }
    let mut cleared = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let (new, old) = (after.slot(index), before.slot(index));
        match (new.is_set(), old.is_set()) {
            (true, true) if *name == "id" && !same(new, old) => return Err(NotTheSame { what: "id" }),
            (true, _) if !same(new, old) => copy_slot(new, to.slot_mut(index)),
            (false, true) => cleared.push(*name),
            _ => {}
        }
    }
    let none = AdditionalProperties::new();
    let (new, old) = (rest(after).unwrap_or(&none), rest(before).unwrap_or(&none));
    if let Some(to) = rest_mut(to) {
        for name in cleared {
            to.put(name, Value::Null);
        }
        let is_field = |entry: &Entry| set_field(after, names, &entry.name).is_some();
        let undocumented = after.shape().names.is_empty();
        unknown(new, old, to, (undocumented, is_field));
    }
    Ok(())
}

/// The differences in properties without a field.
fn unknown(
    new: &AdditionalProperties,
    old: &AdditionalProperties,
    to: &mut AdditionalProperties,
    (undocumented, is_field): (bool, impl Fn(&Entry) -> bool),
) {
    let came = |entry: &Entry| entry.read && (entry.value.is_null() || is_control(entry));
    for entry in new.entries().iter().filter(|entry| !came(entry) && !is_field(entry)) {
        let name = entry.name.as_str();
        // Nothing but the entry says what an undocumented type is.
        let is_needed = name == TYPE && undocumented;
        if is_needed || old.get(name) != Some(entry.value.to_json()) {
            to.put(name, entry.value.clone());
        }
    }
    let lost = |entry: &&Entry| !came(entry) && !is_field(entry) && new.get(entry.name.as_str()).is_none();
    for entry in old.entries().iter().filter(lost) {
        to.put(entry.name.as_str(), Value::Null);
    }
}
