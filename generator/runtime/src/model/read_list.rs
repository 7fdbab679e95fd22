//! Reads lists. If an element does not fit, the whole list is kept as JSON text.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::capture::{capture_map, capture_seq, quote};
use super::json::Json;
use super::object::Object;
use super::read::{ReadObject, Way};
use super::read_value::Outcome;
use super::readable::without_mark;
use super::slots::{ListSlot, ObjectListSlot, TextListSlot};
use super::write::to_text;

/// A list of strings.
pub(super) fn read_strings<'de, A: SeqAccess<'de>>(
    target: &mut Option<Vec<String>>,
    way: Way,
    mut seq: A,
) -> Result<Outcome, A::Error> {
    let mut list = Vec::new();
    loop {
        match seq.next_element_seed(TextSeed(way))? {
            None => break,
            Some(Element::Fits(text)) => list.push(text),
            Some(Element::Odd(json)) => {
                *target = None;
                return capture_seq(&quoted(list.iter().map(String::as_str), &json), seq).map(Outcome::Odd);
            }
        }
    }
    *target = Some(list);
    Ok(Outcome::Done)
}

/// A list of enums, dates or keys.
pub(super) fn read_texts<'de, A: SeqAccess<'de>>(
    target: &mut dyn TextListSlot,
    way: Way,
    mut seq: A,
) -> Result<Outcome, A::Error> {
    target.begin();
    let mut seen = Vec::new();
    loop {
        match seq.next_element_seed(TextSeed(way))? {
            None => return Ok(Outcome::Done),
            Some(Element::Fits(text)) => {
                target.push(&text);
                seen.push(text);
            }
            Some(Element::Odd(json)) => {
                target.clear();
                return capture_seq(&quoted(seen.iter().map(String::as_str), &json), seq).map(Outcome::Odd);
            }
        }
    }
}

fn quoted<'a>(before: impl Iterator<Item = &'a str>, odd: &Json) -> Vec<String> {
    let mut list: Vec<String> = before
        .map(|text| {
            let mut json = String::new();
            quote(&mut json, text);
            json
        })
        .collect();
    list.push(odd.as_str().to_owned());
    list
}

/// A list of objects.
pub(super) fn read_objects<'de, A: SeqAccess<'de>>(
    target: &mut dyn ObjectListSlot,
    way: Way,
    mut seq: A,
) -> Result<Outcome, A::Error> {
    target.begin();
    loop {
        let Some(object) = target.push() else {
            return Ok(Outcome::Done);
        };
        match seq.next_element_seed(ObjectSeed { object, way })? {
            None => {
                target.pop();
                return Ok(Outcome::Done);
            }
            Some(Element::Fits(())) => {}
            Some(Element::Odd(json)) => {
                target.pop();
                let mut head = written(target).map_err(A::Error::custom)?;
                head.push(json.as_str().to_owned());
                target.clear();
                let json = capture_seq(&head, seq)?;
                if target.is_page() {
                    salvage(target, way.carefully(), &json);
                }
                return Ok(Outcome::Odd(json));
            }
        }
    }
}

/// Reads a whole list from JSON text. An error if an element needs a second look, or is no object.
pub(super) fn read_list_slice(target: &mut dyn ObjectListSlot, json: &[u8]) -> Result<(), serde_json::Error> {
    let mut source = serde_json::Deserializer::from_slice(without_mark(json));
    source.deserialize_seq(WholeList(target))?;
    source.end()
}

struct WholeList<'a>(&'a mut dyn ObjectListSlot);

impl<'de> Visitor<'de> for WholeList<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        match read_objects(self.0, Way::FIRST, seq)? {
            Outcome::Done => Ok(()),
            _ => Err(A::Error::custom("an element is no object")),
        }
    }
}

/// Reads those elements of a list that can be read.
fn salvage(target: &mut dyn ObjectListSlot, way: Way, json: &Json) {
    let elements: Vec<&RawValue> = serde_json::from_str(json.as_str()).unwrap_or_default();
    for element in elements {
        let Some(object) = target.push() else { return };
        let mut source = serde_json::Deserializer::from_str(element.get());
        let read = ReadObject {
            object,
            way,
            typed: false,
        }
        .deserialize(&mut source);
        if read.is_err() {
            target.pop();
        }
    }
}

fn written(list: &dyn ObjectListSlot) -> Result<Vec<String>, serde_json::Error> {
    (0..list.size().unwrap_or(0))
        .filter_map(|i| list.at(i))
        .map(to_text)
        .collect()
}

/// A list of numbers, booleans or undecoded values, from its text.
pub(super) fn read_scalars(list: &mut dyn ListSlot, json: Json) -> Outcome {
    let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(json.as_str()) else {
        list.clear();
        return Outcome::Odd(json);
    };
    list.begin();
    let mut usual = true;
    for (i, element) in elements.iter().enumerate() {
        if !list.push(element.get()) {
            list.clear();
            return Outcome::Odd(json);
        }
        usual = usual && list.at(i).is_some_and(|text| text == element.get());
    }
    if usual { Outcome::Done } else { Outcome::Sent(json) }
}

/// An element that fits the list, or the text of one that does not.
enum Element<T> {
    Fits(T),
    Odd(Json),
}

fn odd<T, V: serde::Serialize, E: Error>(value: &V) -> Result<Element<T>, E> {
    Json::new(value).map(Element::Odd).map_err(E::custom)
}

/// Everything but the fitting shape is the same for all elements.
macro_rules! odd_scalars {
    ($value:ty) => {
        type Value = Element<$value>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an element")
        }
        fn visit_bool<E: Error>(self, v: bool) -> Result<Self::Value, E> {
            odd(&v)
        }
        fn visit_i64<E: Error>(self, v: i64) -> Result<Self::Value, E> {
            odd(&v)
        }
        fn visit_u64<E: Error>(self, v: u64) -> Result<Self::Value, E> {
            odd(&v)
        }
        fn visit_f64<E: Error>(self, v: f64) -> Result<Self::Value, E> {
            if self.way().is_first() {
                return Err(E::custom("the digits of a number would be lost"));
            }
            odd(&v)
        }
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(Element::Odd(Json::null()))
        }
        fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
            self.visit_unit()
        }
        fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
            source.deserialize_any(self)
        }
        fn visit_newtype_struct<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
            source.deserialize_any(self)
        }
        fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
            capture_seq(&[], seq).map(Element::Odd)
        }
    };
}

struct TextSeed(Way);

impl TextSeed {
    fn way(&self) -> Way {
        self.0
    }
}

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Element<String>;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TextSeed {
    odd_scalars!(String);

    fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
        Ok(Element::Fits(v.to_owned()))
    }
    fn visit_string<E: Error>(self, v: String) -> Result<Self::Value, E> {
        Ok(Element::Fits(v))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        capture_map(&[], map).map(Element::Odd)
    }
}

struct ObjectSeed<'a> {
    object: &'a mut dyn Object,
    way: Way,
}

impl ObjectSeed<'_> {
    fn way(&self) -> Way {
        self.way
    }
}

impl<'de> DeserializeSeed<'de> for ObjectSeed<'_> {
    type Value = Element<()>;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        if !self.way.is_careful() {
            return source.deserialize_any(self);
        }
        let json: Json = serde::Deserialize::deserialize(source)?;
        let read = serde_json::Deserializer::from_str(json.as_str()).deserialize_any(self);
        Ok(match read {
            Ok(Element::Fits(())) => Element::Fits(()),
            _ => Element::Odd(json),
        })
    }
}

impl<'de> Visitor<'de> for ObjectSeed<'_> {
    odd_scalars!(());

    fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
        odd(&v)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        ReadObject {
            object: self.object,
            way: self.way,
            typed: false,
        }
        .visit_map(map)?;
        Ok(Element::Fits(()))
    }
}
