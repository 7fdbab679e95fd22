//! Reading the value of one property into its slot, without ever failing on its shape.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::capture::{capture_map, capture_seq};
use super::json::Json;
use super::object::SlotMut;
use super::read::{ReadObject, Way};
use super::read_list::{read_objects, read_scalars, read_strings, read_texts};
use super::scalar::{Scalar, whole};

/// What became of a value.
pub(super) enum Outcome {
    /// It is in the slot.
    Done,
    /// It was `null`.
    Null,
    /// It does not fit; the slot is empty.
    Odd(Json),
    /// It is in the slot, but would be written in another form.
    Sent(Json),
}

/// Reads one value.
pub(super) struct ReadValue<'a> {
    pub(super) slot: SlotMut<'a>,
    pub(super) way: Way,
}

impl<'de> DeserializeSeed<'de> for ReadValue<'_> {
    type Value = Outcome;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Outcome, D::Error> {
        match self.slot {
            SlotMut::Raw(_)
            | SlotMut::F64(_)
            | SlotMut::Bools(_)
            | SlotMut::I32s(_)
            | SlotMut::I64s(_)
            | SlotMut::F64s(_)
            | SlotMut::Raws(_) => Ok(undecoded(self.slot, serde::Deserialize::deserialize(source)?)),
            _ => source.deserialize_any(self),
        }
    }
}

/// Kinds that are read from their text.
fn undecoded(slot: SlotMut<'_>, json: Json) -> Outcome {
    if json.is_null() {
        slot.clear();
        return Outcome::Null;
    }
    match slot {
        SlotMut::F64(target) => read_float(target, json),
        SlotMut::Bools(list)
        | SlotMut::I32s(list)
        | SlotMut::I64s(list)
        | SlotMut::F64s(list)
        | SlotMut::Raws(list) => read_scalars(list, json),
        slot => {
            slot.put_raw(json);
            Outcome::Done
        }
    }
}

/// A number with a fraction. Its text is kept if it has more digits than the number, or others.
fn read_float(target: &mut Option<f64>, json: Json) -> Outcome {
    *target = f64::from_json(json.as_str());
    match target {
        Some(value) if value.to_json() == json.as_str() => Outcome::Done,
        Some(_) => Outcome::Sent(json),
        None => Outcome::Odd(json),
    }
}

/// A scalar that does not fit its slot.
fn odd<T: serde::Serialize + ?Sized, E: Error>(slot: SlotMut<'_>, value: &T) -> Result<Outcome, E> {
    slot.clear();
    Json::new(value).map(Outcome::Odd).map_err(E::custom)
}

/// Puts a value that was read from another form, and keeps that form. Without a value, it does not fit.
fn from_form<T, F, E>(target: &mut Option<T>, value: Option<T>, form: &F) -> Result<Outcome, E>
where
    F: serde::Serialize + ?Sized,
    E: Error,
{
    let fits = value.is_some();
    *target = value;
    let json = Json::new(form).map_err(E::custom)?;
    Ok(if fits { Outcome::Sent(json) } else { Outcome::Odd(json) })
}

impl<'de> Visitor<'de> for ReadValue<'_> {
    type Value = Outcome;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, v: bool) -> Result<Outcome, E> {
        match self.slot {
            SlotMut::Bool(target) => {
                *target = Some(v);
                Ok(Outcome::Done)
            }
            slot => odd(slot, &v),
        }
    }

    fn visit_i64<E: Error>(self, v: i64) -> Result<Outcome, E> {
        match self.slot {
            SlotMut::I64(target) => {
                *target = Some(v);
                Ok(Outcome::Done)
            }
            SlotMut::I32(target) => match i32::try_from(v) {
                Ok(v) => {
                    *target = Some(v);
                    Ok(Outcome::Done)
                }
                Err(_) => from_form(target, None, &v),
            },
            slot => odd(slot, &v),
        }
    }

    fn visit_u64<E: Error>(self, v: u64) -> Result<Outcome, E> {
        match i64::try_from(v) {
            Ok(v) => self.visit_i64(v),
            Err(_) => odd(self.slot, &v),
        }
    }

    fn visit_f64<E: Error>(self, v: f64) -> Result<Outcome, E> {
        match self.slot {
            SlotMut::I64(target) if whole(v).is_some() => from_form(target, whole(v), &v),
            SlotMut::I32(target) if whole(v).is_some() => {
                from_form(target, whole(v).and_then(|v| i32::try_from(v).ok()), &v)
            }
            _ if self.way.is_first() => Err(E::custom("the digits of a number would be lost")),
            slot => odd(slot, &v),
        }
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<Outcome, E> {
        match self.slot {
            SlotMut::Str(target) => {
                *target = Some(v.to_owned());
                Ok(Outcome::Done)
            }
            SlotMut::Text(target) => {
                target.put(v);
                Ok(Outcome::Done)
            }
            SlotMut::I64(target) => from_form(target, i64::from_json(v), v),
            SlotMut::I32(target) => from_form(target, i32::from_json(v), v),
            SlotMut::Bool(target) => from_form(target, bool::from_json(v), v),
            slot => odd(slot, v),
        }
    }

    fn visit_string<E: Error>(self, v: String) -> Result<Outcome, E> {
        match self.slot {
            SlotMut::Str(target) => {
                *target = Some(v);
                Ok(Outcome::Done)
            }
            slot => ReadValue { slot, way: self.way }.visit_str(&v),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<Outcome, E> {
        self.slot.clear();
        Ok(Outcome::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Outcome, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Outcome, D::Error> {
        source.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, source: D) -> Result<Outcome, D::Error> {
        source.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Outcome, A::Error> {
        match self.slot {
            SlotMut::Strs(target) => read_strings(target, self.way, seq),
            SlotMut::Texts(target) => read_texts(target, self.way, seq),
            SlotMut::Objs(target) => read_objects(target, self.way, seq),
            slot => {
                slot.clear();
                capture_seq(&[], seq).map(Outcome::Odd)
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Outcome, A::Error> {
        match self.slot {
            SlotMut::Obj(target) => {
                let object = target.begin();
                ReadObject {
                    object,
                    way: self.way,
                    typed: false,
                }
                .visit_map(map)?;
                Ok(Outcome::Done)
            }
            slot => {
                slot.clear();
                capture_map(&[], map).map(Outcome::Odd)
            }
        }
    }
}
