//! Writing an object, whatever the format; for JSON text this is compiled once, in this crate.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::RawValue;

use super::additional::{AdditionalProperties, Entry, Name, Value};
use super::json::Json;
use super::object::{Object, Slot, rest};
use super::read::TYPE;
use super::scalar::{Scalar, float_name};
use super::slots::{ListSlot, ObjectListSlot, TextListSlot};
use super::transcode::Transcode;

/// Writes an object in any format.
pub(super) fn write_any<S: Serializer>(object: &dyn Object, serializer: S) -> Result<S::Ok, S::Error> {
    Walk::<false>::all(object).serialize(serializer)
}

/// Writes an object as JSON text; JSON that is not decoded is copied.
pub(crate) fn object_to_vec(object: &dyn Object) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Walk::<true>::all(object))
}

/// Like [`object_to_vec`], without the read-only properties of the object.
pub(crate) fn object_to_body(object: &dyn Object) -> Result<Vec<u8>, serde_json::Error> {
    let without = object.shape().read_only;
    serde_json::to_vec(&Walk::<true> { object, without })
}

/// Like [`object_to_vec`], as a string.
pub(super) fn to_text(object: &dyn Object) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Walk::<true>::all(object))
}

/// Like [`object_to_vec`], appended to `out`.
pub(crate) fn append(object: &dyn Object, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(out, &Walk::<true>::all(object))
}

/// Serializes an object. `RAW`: the output is JSON text, so JSON text is copied as it is.
struct Walk<'a, const RAW: bool> {
    object: &'a dyn Object,
    /// Names of properties that are left out.
    without: &'static str,
}

impl<'a, const RAW: bool> Walk<'a, RAW> {
    fn all(object: &'a dyn Object) -> Self {
        Self { object, without: "" }
    }

    fn leaves_out(&self, name: &str) -> bool {
        !self.without.is_empty() && self.without.split(' ').any(|n| n == name)
    }

    /// Whether an additional property is written: one of the struct's own only if its field is not set, and a read-only
    /// one only if the program has inserted it.
    fn writes(&self, entry: &Entry, names: &[&str]) -> bool {
        if self.leaves_out(entry.name.as_str()) {
            matches!(entry.name, Name::Other(_))
        } else {
            !has_field(self.object, names, &entry.name)
        }
    }
}

impl<const RAW: bool> Serialize for Walk<'_, RAW> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let names = self.object.shape().names;
        let empty = AdditionalProperties::new();
        let more = rest(self.object).unwrap_or(&empty);
        self.annotations(more, &mut map)?;
        let unusual = more.has_sent();
        for (index, name) in names.iter().enumerate() {
            if self.leaves_out(name) {
                continue;
            }
            let sent = if unusual { more.sent(index) } else { None };
            property::<RAW, S::SerializeMap>(name, self.object.slot(index), sent, &mut map)?;
        }
        for entry in more.entries().iter().filter(|e| !is_annotation(e)) {
            if self.writes(entry, names) {
                extra::<RAW, S::SerializeMap>(entry, &mut map)?;
            }
        }
        map.end()
    }
}

impl<const RAW: bool> Walk<'_, RAW> {
    /// The annotations of the object come first, among them its type: readers need it before the rest.
    fn annotations<M: SerializeMap>(&self, more: &AdditionalProperties, map: &mut M) -> Result<(), M::Error> {
        if let Some(implied) = self.object.implied_type()
            && !more.entries().iter().any(|e| e.name.as_str() == TYPE)
        {
            map.serialize_entry(TYPE, &format_args!("#{implied}"))?;
        }
        let names = self.object.shape().names;
        for entry in more.entries().iter().filter(|e| is_annotation(e)) {
            if self.writes(entry, names) {
                extra::<RAW, M>(entry, map)?;
            }
        }
        Ok(())
    }
}

fn is_annotation(entry: &Entry) -> bool {
    entry.name.as_str().starts_with('@')
}

/// Whether a field of this name is set; then the entry is not written.
fn has_field(object: &dyn Object, names: &[&str], name: &Name) -> bool {
    let hinted = match name {
        Name::Own(name, index) if names.get(*index) == Some(name) => Some(*index),
        _ => names.iter().position(|n| *n == name.as_str()),
    };
    hinted.is_some_and(|index| object.slot(index).is_set())
}

fn extra<const RAW: bool, M: SerializeMap>(entry: &Entry, map: &mut M) -> Result<(), M::Error> {
    match &entry.value {
        Value::Null => map.serialize_entry(entry.name.as_str(), &()),
        Value::Json(json) => map.serialize_entry(entry.name.as_str(), &Raw::<RAW>(json)),
    }
}

/// Writes one property, if it has a value.
fn property<const RAW: bool, M: SerializeMap>(
    name: &str,
    slot: Slot<'_>,
    sent: Option<&Json>,
    map: &mut M,
) -> Result<(), M::Error> {
    if let Some(json) = sent
        && still(&slot, json)
    {
        return map.serialize_entry(name, &Raw::<RAW>(json));
    }
    match slot {
        Slot::Str(Some(v)) => map.serialize_entry(name, v),
        Slot::Strs(Some(v)) => map.serialize_entry(name, v),
        Slot::Bool(Some(v)) => map.serialize_entry(name, v),
        Slot::I32(Some(v)) => map.serialize_entry(name, v),
        Slot::I64(Some(v)) => map.serialize_entry(name, v),
        Slot::F64(Some(v)) => match float_name(*v) {
            Some(word) => map.serialize_entry(name, word),
            None => map.serialize_entry(name, v),
        },
        Slot::Bools(v) | Slot::I32s(v) | Slot::I64s(v) | Slot::F64s(v) | Slot::Raws(v) if v.size().is_some() => {
            map.serialize_entry(name, &Scalars(v))
        }
        Slot::Text(v) => match v.text() {
            Some(text) => map.serialize_entry(name, &text),
            None => Ok(()),
        },
        Slot::Texts(v) if v.size().is_some() => map.serialize_entry(name, &Texts(v)),
        Slot::Obj(v) => match v.object() {
            Some(object) => map.serialize_entry(name, &Walk::<RAW>::all(object)),
            None => Ok(()),
        },
        Slot::Objs(v) if v.size().is_some() => map.serialize_entry(name, &Objects::<RAW>(v)),
        Slot::Raw(v) => match v.raw() {
            Some(json) => map.serialize_entry(name, &Raw::<RAW>(json)),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whether a number that was read in another form still has the same value.
fn still(slot: &Slot<'_>, json: &Json) -> bool {
    let text = json.as_str();
    match slot {
        Slot::Bool(Some(v)) => bool::from_json(text) == Some(*v),
        Slot::I32(Some(v)) => i32::from_json(text) == Some(*v),
        Slot::I64(Some(v)) => i64::from_json(text) == Some(*v),
        Slot::F64(Some(v)) => f64::from_json(text).is_some_and(|w| w.to_bits() == v.to_bits()),
        Slot::Bools(v) => same::<bool>(*v, text),
        Slot::I32s(v) => same::<i32>(*v, text),
        Slot::I64s(v) => same::<i64>(*v, text),
        Slot::F64s(v) => same::<f64>(*v, text),
        _ => false,
    }
}

fn same<T: Scalar>(list: &dyn ListSlot, text: &str) -> bool {
    let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(text) else {
        return false;
    };
    list.size() == Some(elements.len())
        && elements
            .iter()
            .enumerate()
            .all(|(i, e)| T::from_json(e.get()).is_some_and(|v| list.at(i).is_some_and(|now| now == v.to_json())))
}

/// Kept text.
struct Raw<'a, const RAW: bool>(&'a Json);

impl<const RAW: bool> Serialize for Raw<'_, RAW> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if RAW {
            self.0.raw().serialize(serializer)
        } else {
            self.0.serialize(serializer)
        }
    }
}

struct Scalars<'a>(&'a dyn ListSlot);

impl Serialize for Scalars<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let size = self.0.size().unwrap_or(0);
        let mut seq = serializer.serialize_seq(Some(size))?;
        for text in (0..size).filter_map(|i| self.0.at(i)) {
            seq.serialize_element(&Transcode(&text))?;
        }
        seq.end()
    }
}

struct Texts<'a>(&'a dyn TextListSlot);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let size = self.0.size().unwrap_or(0);
        let mut seq = serializer.serialize_seq(Some(size))?;
        for text in (0..size).filter_map(|i| self.0.at(i)) {
            seq.serialize_element::<Cow<'_, str>>(&text)?;
        }
        seq.end()
    }
}

struct Objects<'a, const RAW: bool>(&'a dyn ObjectListSlot);

impl<const RAW: bool> Serialize for Objects<'_, RAW> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let size = self.0.size().unwrap_or(0);
        let mut seq = serializer.serialize_seq(Some(size))?;
        for object in (0..size).filter_map(|i| self.0.at(i)) {
            seq.serialize_element(&Walk::<RAW>::all(object))?;
        }
        seq.end()
    }
}
