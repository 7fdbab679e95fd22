//! Reading an object, whatever the format; for JSON text this is compiled once, in this crate.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::additional::{Name, Value};
use super::capture::capture_map;
use super::json::Json;
use super::object::{Object, SlotMut, rest_mut};
use super::read_value::{Outcome, ReadValue};

/// Objects nested deeper than this are refused.
pub(super) const DEPTH: u8 = 120;

/// The annotation that names the type of an object.
pub(super) const TYPE: &str = "@odata.type";

/// Reads one object from any format.
pub(super) fn read_any<'de, D: Deserializer<'de>>(object: &mut dyn Object, source: D) -> Result<(), D::Error> {
    ReadObject {
        object,
        depth: DEPTH,
        typed: false,
    }
    .deserialize(source)
}

/// Reads one object from JSON text.
pub(super) fn read_slice(object: &mut dyn Object, json: &[u8]) -> Result<(), serde_json::Error> {
    let mut source = serde_json::Deserializer::from_slice(json);
    read_any(object, &mut source)?;
    source.end()
}

/// Fills an object from a map.
pub(super) struct ReadObject<'a> {
    pub(super) object: &'a mut dyn Object,
    pub(super) depth: u8,
    /// The type is decided; an annotation does not change it.
    pub(super) typed: bool,
}

impl<'de> DeserializeSeed<'de> for ReadObject<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ReadObject<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", self.object.shape().type_name)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        if self.depth == 0 {
            return Err(A::Error::custom("objects are nested too deeply"));
        }
        if self.object.is_open() && !self.typed {
            open(self.object, self.depth, map)
        } else {
            fill(self.object, self.depth, map)
        }
    }
}

/// Reads all entries into the object.
fn fill<'de, A: MapAccess<'de>>(object: &mut dyn Object, depth: u8, mut map: A) -> Result<(), A::Error> {
    let names = object.shape().names;
    let mut next = 0;
    while let Some(key) = map.next_key_seed(KeySeed { names, next })? {
        match key {
            Key::Own(index, name) => {
                next = index + 1;
                own(object, depth, index, name, &mut map)?;
            }
            Key::Other(name) => other(object, name, map.next_value()?),
        }
    }
    Ok(())
}

/// Reads the value of a documented property.
fn own<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    depth: u8,
    index: usize,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    let slot = match object.slot_mut(index) {
        // A property of an area that is switched off.
        SlotMut::Rest(rest) => {
            rest.push(Name::Own(name, index), Value::Json(map.next_value()?));
            return Ok(());
        }
        slot => slot,
    };
    let outcome = map.next_value_seed(ReadValue { slot, depth: depth - 1 })?;
    if let Outcome::Done = outcome {
        return Ok(());
    }
    let Some(rest) = rest_mut(object) else {
        return Ok(());
    };
    match outcome {
        Outcome::Done => {}
        Outcome::Null => rest.push(Name::Own(name, index), Value::Null),
        Outcome::Odd(json) => rest.push(Name::Own(name, index), Value::Json(json)),
        Outcome::Sent(json) => rest.push_sent(index, json),
    }
    Ok(())
}

/// Keeps a property that the struct does not know.
fn other(object: &mut dyn Object, name: String, json: Json) {
    if let Some(rest) = rest_mut(object) {
        let value = if json.is_null() { Value::Null } else { Value::Json(json) };
        rest.push(Name::Other(name.into_boxed_str()), value);
    }
}

/// Reads an object whose type is in `@odata.type`. The annotation usually comes first, at most after other
/// annotations; otherwise the whole object has to be kept until its type is known.
fn open<'de, A: MapAccess<'de>>(object: &mut dyn Object, depth: u8, mut map: A) -> Result<(), A::Error> {
    let mut head: Vec<(String, Json)> = Vec::new();
    while let Some(name) = map.next_key::<String>()? {
        let annotation = name.starts_with('@');
        let decided = name == TYPE;
        head.push((name, map.next_value()?));
        if decided {
            choose(object, &head);
            return after(object, depth, head, map);
        }
        if !annotation {
            return late(object, depth, &capture_map(&head, map)?);
        }
    }
    object.choose("");
    after(object, depth, head, map)
}

/// Fills an object whose type is known; `head` has been read before.
fn after<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    depth: u8,
    head: Vec<(String, Json)>,
    map: A,
) -> Result<(), A::Error> {
    for (name, json) in head {
        other(object, name, json);
    }
    fill(object, depth, map)
}

/// Finds the type in kept text, then reads the text.
fn late<E: Error>(object: &mut dyn Object, depth: u8, json: &Json) -> Result<(), E> {
    let mut head = Vec::new();
    let mut source = serde_json::Deserializer::from_str(json.as_str());
    FindType(&mut head).deserialize(&mut source).map_err(E::custom)?;
    choose(object, &head);
    let mut source = serde_json::Deserializer::from_str(json.as_str());
    ReadObject {
        object,
        depth,
        typed: true,
    }
    .deserialize(&mut source)
    .map_err(E::custom)
}

/// Lets the object become what the last entry of `head` names.
fn choose(object: &mut dyn Object, head: &[(String, Json)]) {
    let named = head.last().and_then(|(_, json)| json.decode::<String>().ok());
    object.choose(named.as_deref().unwrap_or("").trim_start_matches('#'));
}

/// Looks for `@odata.type` only.
struct FindType<'a>(&'a mut Vec<(String, Json)>);

impl<'de> DeserializeSeed<'de> for FindType<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FindType<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == TYPE {
                self.0.push((name, map.next_value()?));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// The name of a property: one of the struct's own, or another.
enum Key {
    Own(usize, &'static str),
    Other(String),
}

/// Recognises the struct's names, beginning with the one after the last: services keep an order.
struct KeySeed {
    names: &'static [&'static str],
    next: usize,
}

impl KeySeed {
    fn find(&self, key: &str) -> Option<Key> {
        let (before, after) = self.names.split_at_checked(self.next)?;
        let at = match after.iter().position(|n| *n == key) {
            Some(at) => at + self.next,
            None => before.iter().position(|n| *n == key)?,
        };
        self.names.get(at).map(|name| Key::Own(at, name))
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Key, D::Error> {
        source.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }
    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(self.find(key).unwrap_or_else(|| Key::Other(key.to_owned())))
    }
}
