//! Reading an object, whatever the format; for JSON text this is compiled once, in this crate.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::additional::{Name, Value};
use super::capture::capture_map;
use super::json::Json;
use super::marks::mark;
use super::object::{Object, SlotMut, rest_mut};
use super::read_value::{Outcome, ReadValue};
use super::readable::without_mark;

/// Objects nested deeper than this are refused.
pub(super) const DEPTH: u8 = 120;

/// How values are read.
#[derive(Clone, Copy)]
pub(super) struct Way {
    depth: u8,
    attempt: Attempt,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Attempt {
    /// Any format, which can be read once only.
    Only,
    /// JSON text, which can be read again.
    First,
    /// JSON text that could not be read at once: now value by value, each from its own text.
    Careful,
}

impl Way {
    /// For text that can be read again.
    pub(super) const FIRST: Self = Self {
        depth: DEPTH,
        attempt: Attempt::First,
    };

    /// For text that is kept.
    pub(super) const CAREFUL: Self = Self {
        depth: DEPTH,
        attempt: Attempt::Careful,
    };

    pub(super) fn deeper(self) -> Self {
        Self {
            depth: self.depth.saturating_sub(1),
            ..self
        }
    }

    pub(super) fn carefully(self) -> Self {
        Self {
            attempt: Attempt::Careful,
            ..self
        }
    }

    pub(super) fn is_careful(self) -> bool {
        self.attempt == Attempt::Careful
    }

    /// Whether an error leads to another attempt.
    pub(super) fn is_first(self) -> bool {
        self.attempt == Attempt::First
    }
}

/// The annotation that names the type of an object.
pub(super) const TYPE: &str = "@odata.type";

/// Reads one object from any format.
pub(super) fn read_any<'de, D: Deserializer<'de>>(object: &mut dyn Object, source: D) -> Result<(), D::Error> {
    read_in(Attempt::Only, object, source)
}

fn read_in<'de, D: Deserializer<'de>>(attempt: Attempt, object: &mut dyn Object, source: D) -> Result<(), D::Error> {
    let way = Way { depth: DEPTH, attempt };
    ReadObject {
        object,
        way,
        typed: false,
    }
    .deserialize(source)
}

/// Reads one object from JSON text. A value that a strict reader refuses is kept as it was sent.
pub(super) fn read_slice(object: &mut dyn Object, json: &[u8]) -> Result<(), serde_json::Error> {
    let json = without_mark(json);
    let mut source = serde_json::Deserializer::from_slice(json);
    let read = read_in(Attempt::First, object, &mut source).and_then(|()| source.end());
    match read {
        Err(error) if !error.is_eof() => {
            let wrapped = bare(object, json);
            read_again(object, wrapped.as_deref().unwrap_or(json)).map_err(|_| error)
        }
        read => read,
    }
}

/// `/$count` answers with `5` instead of `{"value": 5}`.
fn bare(object: &dyn Object, json: &[u8]) -> Option<Vec<u8>> {
    let start = json.trim_ascii_start().first()?;
    let is_single = object.shape().names == ["value"] && !object.is_list();
    (is_single && !matches!(start, b'{' | b'[')).then(|| [b"{\"value\":", json, b"}"].concat())
}

fn read_again(object: &mut dyn Object, json: &[u8]) -> Result<(), serde_json::Error> {
    object.choose("");
    for index in 0..object.shape().names.len() {
        object.slot_mut(index).clear();
    }
    if let Some(rest) = rest_mut(object) {
        rest.clear();
    }
    let mut source = serde_json::Deserializer::from_slice(json);
    read_in(Attempt::Careful, object, &mut source)?;
    source.end()
}

/// Fills an object from a map.
pub(super) struct ReadObject<'a> {
    pub(super) object: &'a mut dyn Object,
    pub(super) way: Way,
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
        if self.way.depth == 0 {
            return Err(A::Error::custom("objects are nested too deeply"));
        }
        if self.object.is_open() && !self.typed {
            open(self.object, self.way, map)
        } else {
            fill(self.object, self.way, map)
        }
    }
}

/// Reads all entries into the object.
fn fill<'de, A: MapAccess<'de>>(object: &mut dyn Object, way: Way, mut map: A) -> Result<(), A::Error> {
    let names = object.shape().names;
    let mut next = 0;
    while let Some(key) = map.next_key_seed(KeySeed { names, next, way })? {
        match key {
            Key::Own(index, name) => {
                next = index + 1;
                own(object, way, index, name, &mut map)?;
            }
            Key::Other(name) => other(object, name, map.next_value()?),
        }
    }
    mark(object);
    Ok(())
}

/// Reads the value of a documented property.
fn own<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    way: Way,
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
    let way = way.deeper();
    let outcome = if way.is_careful() {
        let json: Json = map.next_value()?;
        let read = carefully(slot, way, &json);
        read.unwrap_or_else(|| {
            object.slot_mut(index).clear();
            Outcome::Odd(json)
        })
    } else {
        map.next_value_seed(ReadValue { slot, way })?
    };
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

/// Reads a value from its own text, which is kept unless the slot has the value; `None` if it cannot be read.
fn carefully(slot: SlotMut<'_>, way: Way, json: &Json) -> Option<Outcome> {
    let mut source = serde_json::Deserializer::from_str(json.as_str());
    let outcome = (ReadValue { slot, way }).deserialize(&mut source).ok()?;
    Some(match outcome {
        Outcome::Sent(_) => Outcome::Sent(json.clone()),
        Outcome::Odd(_) => Outcome::Odd(json.clone()),
        outcome => outcome,
    })
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
fn open<'de, A: MapAccess<'de>>(object: &mut dyn Object, way: Way, mut map: A) -> Result<(), A::Error> {
    let mut head: Vec<(String, Json)> = Vec::new();
    while let Some(name) = map.next_key_seed(NameSeed(way))? {
        let annotation = name.starts_with('@');
        let decided = name == TYPE;
        head.push((name, map.next_value()?));
        if decided {
            choose(object, &head);
            return after(object, way, head, map);
        }
        if !annotation {
            return late(object, way, &capture_map(&head, map)?);
        }
    }
    object.choose("");
    after(object, way, head, map)
}

/// Fills an object whose type is known; `head` has been read before.
fn after<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    way: Way,
    head: Vec<(String, Json)>,
    map: A,
) -> Result<(), A::Error> {
    for (name, json) in head {
        other(object, name, json);
    }
    fill(object, way, map)
}

/// Finds the type in kept text, then reads the text.
fn late<E: Error>(object: &mut dyn Object, way: Way, json: &Json) -> Result<(), E> {
    let mut head = Vec::new();
    let mut source = serde_json::Deserializer::from_str(json.as_str());
    FindType(&mut head).deserialize(&mut source).map_err(E::custom)?;
    choose(object, &head);
    let mut source = serde_json::Deserializer::from_str(json.as_str());
    ReadObject {
        object,
        way,
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
        while let Some(name) = map.next_key_seed(NameSeed(Way::CAREFUL))? {
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
    way: Way,
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
        if self.way.is_careful() {
            let name = NameSeed(self.way).deserialize(source)?;
            return Ok(self.find(&name).unwrap_or(Key::Other(name)));
        }
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

/// Reads a name as text.
struct NameSeed(Way);

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = String;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<String, D::Error> {
        if self.0.is_careful() {
            let json: Json = serde::Deserialize::deserialize(source)?;
            return json.decode().map_err(D::Error::custom);
        }
        serde::Deserialize::deserialize(source)
    }
}
