//! `Debug`, `Clone` and `PartialEq` of every emitted struct.

use std::fmt;

use super::object::{Object, Slot, SlotMut, rest, rest_mut};
use super::secret::{HIDDEN, is_secret};
use super::slots::{ListSlot, ObjectListSlot, ObjectSlot, TextListSlot};

/// Writes the properties that have a value. Secrets are hidden.
pub(super) fn debug(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = object.shape();
    let mut out = f.debug_struct(shape.type_name.rsplit('.').next().unwrap_or_default());
    for (index, name) in shape.names.iter().enumerate() {
        let slot = object.slot(index);
        if slot.is_set() {
            if hides(&slot, name, shape.type_name) {
                out.field(name, &format_args!("{HIDDEN}"));
            } else {
                out.field(name, &DebugSlot(&slot));
            }
        }
    }
    match rest(object) {
        Some(rest) if !rest.is_empty() => out.field("additional_properties", rest).finish(),
        _ => out.finish(),
    }
}

/// Whether a value is a secret; the type says it of a `value`.
fn hides(slot: &Slot<'_>, name: &str, type_name: &str) -> bool {
    let text = matches!(
        slot,
        Slot::Str(_) | Slot::Strs(_) | Slot::Text(_) | Slot::Texts(_) | Slot::Raw(_)
    );
    text && (is_secret(name) || name == "value" && type_name.to_ascii_lowercase().contains("secret"))
}

struct DebugSlot<'a, 'b>(&'a Slot<'b>);

impl fmt::Debug for DebugSlot<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Slot::Str(Some(v)) => v.fmt(f),
            Slot::Strs(Some(v)) => v.fmt(f),
            Slot::Bool(Some(v)) => v.fmt(f),
            Slot::I32(Some(v)) => v.fmt(f),
            Slot::I64(Some(v)) => v.fmt(f),
            Slot::F64(Some(v)) => v.fmt(f),
            Slot::Bools(v) | Slot::I32s(v) | Slot::I64s(v) | Slot::F64s(v) | Slot::Raws(v) => f
                .debug_list()
                .entries((0..v.size().unwrap_or(0)).filter_map(|i| v.at(i)).map(Plain))
                .finish(),
            Slot::Text(v) => v.text().map_or(Ok(()), |text| f.write_str(&text)),
            Slot::Texts(v) => f
                .debug_list()
                .entries((0..v.size().unwrap_or(0)).filter_map(|i| v.at(i)).map(Plain))
                .finish(),
            Slot::Obj(v) => v.object().map_or(Ok(()), |o| debug(o, f)),
            Slot::Objs(v) => f
                .debug_list()
                .entries((0..v.size().unwrap_or(0)).filter_map(|i| v.at(i)).map(DebugObject))
                .finish(),
            Slot::Raw(v) => v.raw().map_or(Ok(()), |json| fmt::Debug::fmt(json, f)),
            _ => Ok(()),
        }
    }
}

/// Text without quotes: a number, a date, the member of an enum.
struct Plain<'a>(std::borrow::Cow<'a, str>);

impl fmt::Debug for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

struct DebugObject<'a>(&'a dyn Object);

impl fmt::Debug for DebugObject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(self.0, f)
    }
}

/// Whether two values have the same type and the same properties.
pub(super) fn equal(a: &dyn Object, b: &dyn Object) -> bool {
    let (shape, other) = (a.shape(), b.shape());
    shape.type_name == other.type_name
        && shape.names.len() == other.names.len()
        && (0..shape.names.len()).all(|index| same(a.slot(index), b.slot(index)))
        && rest(a) == rest(b)
}

pub(super) fn same(a: Slot<'_>, b: Slot<'_>) -> bool {
    match (a, b) {
        (Slot::Str(a), Slot::Str(b)) => a == b,
        (Slot::Strs(a), Slot::Strs(b)) => a == b,
        (Slot::Bool(a), Slot::Bool(b)) => a == b,
        (Slot::I32(a), Slot::I32(b)) => a == b,
        (Slot::I64(a), Slot::I64(b)) => a == b,
        // A value equals its own copy, even if it is NaN.
        (Slot::F64(a), Slot::F64(b)) => a == b || a.map(f64::to_bits) == b.map(f64::to_bits),
        (Slot::Bools(a), Slot::Bools(b))
        | (Slot::I32s(a), Slot::I32s(b))
        | (Slot::I64s(a), Slot::I64s(b))
        | (Slot::F64s(a), Slot::F64s(b))
        | (Slot::Raws(a), Slot::Raws(b)) => same_lists(a, b),
        (Slot::Text(a), Slot::Text(b)) => a.text() == b.text(),
        (Slot::Texts(a), Slot::Texts(b)) => same_texts(a, b),
        (Slot::Obj(a), Slot::Obj(b)) => same_objects(a, b),
        (Slot::Objs(a), Slot::Objs(b)) => same_object_lists(a, b),
        (Slot::Raw(a), Slot::Raw(b)) => a.raw() == b.raw(),
        (Slot::Rest(..), Slot::Rest(..)) => true,
        _ => false,
    }
}

fn same_lists(a: &dyn ListSlot, b: &dyn ListSlot) -> bool {
    a.size() == b.size() && (0..a.size().unwrap_or(0)).all(|i| a.at(i) == b.at(i))
}

fn same_texts(a: &dyn TextListSlot, b: &dyn TextListSlot) -> bool {
    a.size() == b.size() && (0..a.size().unwrap_or(0)).all(|i| a.at(i) == b.at(i))
}

fn same_objects(a: &dyn ObjectSlot, b: &dyn ObjectSlot) -> bool {
    match (a.object(), b.object()) {
        (Some(a), Some(b)) => equal(a, b),
        (None, None) => true,
        _ => false,
    }
}

fn same_object_lists(a: &dyn ObjectListSlot, b: &dyn ObjectListSlot) -> bool {
    a.size() == b.size()
        && (0..a.size().unwrap_or(0)).all(|i| matches!((a.at(i), b.at(i)), (Some(a), Some(b)) if equal(a, b)))
}

/// Copies every property of `from` into the empty `to`.
pub(super) fn copy(from: &dyn Object, to: &mut dyn Object) {
    if to.is_open() {
        to.choose(from.shape().type_name.trim_start_matches('#'));
    }
    for index in 0..from.shape().names.len() {
        copy_slot(from.slot(index), to.slot_mut(index));
    }
    if let (Some(from), Some(to)) = (rest(from), rest_mut(to)) {
        to.clone_from(from);
    }
}

pub(super) fn copy_slot(from: Slot<'_>, to: SlotMut<'_>) {
    match (from, to) {
        (Slot::Str(a), SlotMut::Str(b)) => b.clone_from(a),
        (Slot::Strs(a), SlotMut::Strs(b)) => b.clone_from(a),
        (Slot::Bool(a), SlotMut::Bool(b)) => *b = *a,
        (Slot::I32(a), SlotMut::I32(b)) => *b = *a,
        (Slot::I64(a), SlotMut::I64(b)) => *b = *a,
        (Slot::F64(a), SlotMut::F64(b)) => *b = *a,
        (Slot::Bools(a), SlotMut::Bools(b))
        | (Slot::I32s(a), SlotMut::I32s(b))
        | (Slot::I64s(a), SlotMut::I64s(b))
        | (Slot::F64s(a), SlotMut::F64s(b))
        | (Slot::Raws(a), SlotMut::Raws(b)) => copy_list(a, b),
        (Slot::Text(a), SlotMut::Text(b)) => {
            if let Some(text) = a.text() {
                b.put(&text);
            }
        }
        (Slot::Texts(a), SlotMut::Texts(b)) => copy_texts(a, b),
        (Slot::Obj(a), SlotMut::Obj(b)) => {
            if let Some(object) = a.object() {
                copy(object, b.begin());
            }
        }
        (Slot::Objs(a), SlotMut::Objs(b)) => copy_objects(a, b),
        (Slot::Raw(a), SlotMut::Raw(b)) => b.put(a.raw().cloned()),
        _ => {}
    }
}

fn copy_list(from: &dyn ListSlot, to: &mut dyn ListSlot) {
    if let Some(size) = from.size() {
        to.begin();
        for text in (0..size).filter_map(|i| from.at(i)) {
            to.push(&text);
        }
    }
}

fn copy_texts(from: &dyn TextListSlot, to: &mut dyn TextListSlot) {
    if let Some(size) = from.size() {
        to.begin();
        for text in (0..size).filter_map(|i| from.at(i)) {
            to.push(&text);
        }
    }
}

fn copy_objects(from: &dyn ObjectListSlot, to: &mut dyn ObjectListSlot) {
    if let Some(size) = from.size() {
        to.begin();
        for object in (0..size).filter_map(|i| from.at(i)) {
            if let Some(target) = to.push() {
                copy(object, target);
            }
        }
    }
}
