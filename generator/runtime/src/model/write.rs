//! Writing an object, whatever the format; for JSON text this is compiled once, in this crate.

use std::borrow::Cow;
use std::io;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::RawValue;

use super::additional::{AdditionalProperties, Entry, Name, Value};
use super::json::Json;
use super::marks::{is_read_only, unchanged};
use super::object::{Object, Shape, Slot, rest};
use super::read::TYPE;
use super::scalar::{Scalar, float_name};
use super::slots::{ListSlot, ObjectListSlot, TextListSlot};
use super::transcode::Transcode;

/// Writes an object in any format.
pub(super) fn write_any<S: Serializer>(object: &dyn Object, serializer: S) -> Result<S::Ok, S::Error> {
    Walk::<false>::new(object, Form::Value).serialize(serializer)
}

/// Writes an object as JSON text; JSON that is not decoded is copied.
pub(crate) fn object_to_vec(object: &dyn Object) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Walk::<true>::new(object, Form::Value))
}

/// Like [`object_to_vec`], as the body of a request: see [`Payload::to_body`](super::Payload::to_body).
pub(crate) fn object_to_body(object: &dyn Object, naming: Naming) -> Result<Vec<u8>, serde_json::Error> {
    let without = rest(object).map(|more| unchanged(object, more)).unwrap_or_default();
    serde_json::to_vec(&Walk::<true> {
        object,
        form: Form::Body(naming),
        whole: true,
        without: &without,
    })
}

/// Writes an object as a part of a body.
pub(crate) fn object_to_part(object: &dyn Object) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Walk::<true>::new(object, Form::Body(Naming::Usual)))
}

/// Which objects of a body name their type (`@odata.type`). An object of a derived type always does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Naming {
    /// Those inside the body whose type request examples name.
    #[default]
    Usual,
    /// The body itself, too: the call takes objects of several types.
    Body,
    /// All: the examples of the call name every type.
    All,
    /// None: the examples of the call name no type.
    None,
}

/// Like [`object_to_part`], appended to `out`.
pub(crate) fn append_part(object: &dyn Object, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(out, &Walk::<true>::new(object, Form::Body(Naming::Usual)))
}

/// Writes the value of one property.
pub(super) fn write_slot(slot: Slot<'_>, out: &mut impl io::Write) -> Result<(), serde_json::Error> {
    let mut out = serde_json::Serializer::new(out);
    let mut map = out.serialize_map(None)?;
    property::<true, _>("", slot, None, Form::Value, &mut map)?;
    SerializeMap::end(map)
}

/// Like [`object_to_vec`], as a string.
pub(super) fn to_text(object: &dyn Object) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Walk::<true>::new(object, Form::Value))
}

/// Like [`object_to_vec`], appended to `out`.
pub(crate) fn append(object: &dyn Object, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(out, &Walk::<true>::new(object, Form::Value))
}

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Everything.
    Value,
    /// What a request sends.
    Body(Naming),
}

/// Serializes an object. `RAW`: the output is JSON text, so JSON text is copied as it is.
struct Walk<'a, const RAW: bool> {
    object: &'a dyn Object,
    form: Form,
    /// Whether it is the whole body, and not an object inside it.
    whole: bool,
    /// The numbers of the properties that are left out.
    without: &'a [usize],
}

impl<'a, const RAW: bool> Walk<'a, RAW> {
    fn new(object: &'a dyn Object, form: Form) -> Self {
        Self {
            object,
            form,
            whole: false,
            without: &[],
        }
    }

    /// Whether an additional property is written: one of the struct's own only if its field is not set.
    fn writes(&self, entry: &Entry, shape: &Shape) -> bool {
        let kept = self.form == Form::Value || !entry.read || is_sent_back(entry, shape);
        let field = set_field(self.object, shape.names, &entry.name);
        kept && field.is_none_or(|index| self.without.contains(&index))
    }
}

/// Whether a request sends an entry that was read: no `null`, no annotation but types, no read-only property.
fn is_sent_back(entry: &Entry, shape: &Shape) -> bool {
    !is_control(entry) && !entry.value.is_null() && !is_read_only(shape, entry.name.as_str())
}

/// Whether it is an annotation about a response: a context, a tag, a link. A type is part of the value.
pub(super) fn is_control(entry: &Entry) -> bool {
    let name = entry.name.as_str();
    name.contains('@') && !name.ends_with(TYPE)
}

impl<const RAW: bool> Serialize for Walk<'_, RAW> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let shape = self.object.shape();
        let empty = AdditionalProperties::new();
        let more = rest(self.object).unwrap_or(&empty);
        self.annotations(more, shape, &mut map)?;
        let unusual = more.has_sent();
        let mut without = self.without.iter().peekable();
        for (index, name) in shape.names.iter().enumerate() {
            if without.next_if_eq(&&index).is_some() {
                continue;
            }
            let sent = if unusual { more.sent(index) } else { None };
            property::<RAW, S::SerializeMap>(name, self.object.slot(index), sent, self.form, &mut map)?;
        }
        for entry in more.entries().iter().filter(|e| !is_annotation(e)) {
            if self.writes(entry, shape) {
                extra::<RAW, S::SerializeMap>(entry, &mut map)?;
            }
        }
        map.end()
    }
}

impl<const RAW: bool> Walk<'_, RAW> {
    /// The annotations of the object come first, among them its type: readers need it before the rest.
    fn annotations<M: SerializeMap>(
        &self,
        more: &AdditionalProperties,
        shape: &Shape,
        map: &mut M,
    ) -> Result<(), M::Error> {
        if let Some(name) = self.type_name(shape)
            && !more.entries().iter().any(|e| e.name.as_str() == TYPE)
        {
            map.serialize_entry(TYPE, &format_args!("#{}", name.trim_start_matches('#')))?;
        }
        for entry in more.entries().iter().filter(|e| is_annotation(e)) {
            if self.writes(entry, shape) {
                extra::<RAW, M>(entry, map)?;
            }
        }
        Ok(())
    }

    /// The type to write: of a derived object always, of others where requests name it.
    fn type_name(&self, shape: &Shape) -> Option<&'static str> {
        let named = match self.form {
            Form::Value | Form::Body(Naming::None) => false,
            Form::Body(Naming::All) => true,
            Form::Body(Naming::Body) if self.whole => true,
            Form::Body(Naming::Usual | Naming::Body) => !self.whole && shape.type_name.starts_with('#'),
        };
        let asked = || rest(self.object).is_some_and(AdditionalProperties::is_named);
        let is_known = shape.type_name.contains('.');
        let own = (is_known && (named || asked())).then_some(shape.type_name);
        self.object.implied_type().or(own)
    }
}

fn is_annotation(entry: &Entry) -> bool {
    entry.name.as_str().starts_with('@')
}

/// The field of this name, if it is set; it is written then, and not the entry.
pub(super) fn set_field(object: &dyn Object, names: &[&str], name: &Name) -> Option<usize> {
    let hinted = match name {
        Name::Own(name, index) if names.get(*index) == Some(name) => Some(*index),
        _ => names.iter().position(|n| *n == name.as_str()),
    };
    hinted.filter(|index| object.slot(*index).is_set())
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
    form: Form,
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
            Some(object) => map.serialize_entry(name, &Walk::<RAW>::new(object, form)),
            None => Ok(()),
        },
        Slot::Objs(v) if v.size().is_some() => map.serialize_entry(name, &Objects::<RAW>(v, form)),
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

struct Objects<'a, const RAW: bool>(&'a dyn ObjectListSlot, Form);

impl<const RAW: bool> Serialize for Objects<'_, RAW> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let size = self.0.size().unwrap_or(0);
        let mut seq = serializer.serialize_seq(Some(size))?;
        for object in (0..size).filter_map(|i| self.0.at(i)) {
            seq.serialize_element(&Walk::<RAW>::new(object, self.1))?;
        }
        seq.end()
    }
}
