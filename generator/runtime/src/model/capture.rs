//! From any format to JSON text; from JSON itself, the very text.

use std::fmt;
use std::sync::OnceLock;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::json::Json;
use super::scalar::Scalar;

/// Reads one value as JSON text.
pub(super) fn capture<'de, D: Deserializer<'de>>(source: D) -> Result<Json, D::Error> {
    let mut text = String::new();
    Capture(&mut text).deserialize(source)?;
    Json::trusted(text).map_err(D::Error::custom)
}

/// The JSON text of a map whose first key has been read already.
pub(super) fn capture_map<'de, A: MapAccess<'de>>(head: &[(String, Json)], map: A) -> Result<Json, A::Error> {
    let mut text = String::from("{");
    for (name, json) in head {
        key(&mut text, name);
        text.push_str(json.as_str());
    }
    tail(&mut text, None, map)?;
    Json::trusted(text).map_err(A::Error::custom)
}

/// The JSON text of a list of which some elements have been read already.
pub(super) fn capture_seq<'de, A: SeqAccess<'de>>(head: &[String], mut seq: A) -> Result<Json, A::Error> {
    let mut text = String::from("[");
    text.push_str(&head.join(","));
    elements(&mut text, !head.is_empty(), &mut seq)?;
    Json::trusted(text).map_err(A::Error::custom)
}

/// Appends one value as JSON text.
struct Capture<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for Capture<'_> {
    type Value = ();
    /// JSON readers hand out the text itself under the name of [`RawValue`]; the others ignore the name.
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_newtype_struct(raw_name(), self)
    }
}

impl<'de> Visitor<'de> for Capture<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    fn visit_bool<E: Error>(self, v: bool) -> Result<(), E> {
        self.0.push_str(&v.to_json());
        Ok(())
    }
    fn visit_i64<E: Error>(self, v: i64) -> Result<(), E> {
        self.0.push_str(&v.to_json());
        Ok(())
    }
    fn visit_u64<E: Error>(self, v: u64) -> Result<(), E> {
        self.0.push_str(&v.to_string());
        Ok(())
    }
    fn visit_f64<E: Error>(self, v: f64) -> Result<(), E> {
        self.0.push_str(&v.to_json());
        Ok(())
    }
    fn visit_str<E: Error>(self, v: &str) -> Result<(), E> {
        quote(self.0, v);
        Ok(())
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.push_str("null");
        Ok(())
    }
    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }
    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
    fn visit_newtype_struct<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.push('[');
        elements(self.0, false, &mut seq)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let first = map.next_key::<String>()?;
        if first.as_deref() == Some(raw_name()) {
            self.0.push_str(&map.next_value::<String>()?);
            return Ok(());
        }
        self.0.push('{');
        tail(self.0, first, map)
    }
}

fn elements<'de, A: SeqAccess<'de>>(text: &mut String, mut more: bool, seq: &mut A) -> Result<(), A::Error> {
    loop {
        let before = text.len();
        if more {
            text.push(',');
        }
        if seq.next_element_seed(Capture(text))?.is_none() {
            text.truncate(before);
            text.push(']');
            return Ok(());
        }
        more = true;
    }
}

fn tail<'de, A: MapAccess<'de>>(text: &mut String, first: Option<String>, mut map: A) -> Result<(), A::Error> {
    if let Some(name) = first {
        key(text, &name);
        map.next_value_seed(Capture(text))?;
    }
    // Names are copied as they were sent, like values.
    while let Some(name) = map.next_key::<Json>()? {
        if name.as_str().starts_with('"') {
            raw_key(text, name.as_str());
        } else {
            key(text, name.as_str());
        }
        map.next_value_seed(Capture(text))?;
    }
    text.push('}');
    Ok(())
}

/// Appends a key that is in quotes already.
fn raw_key(text: &mut String, name: &str) {
    if !text.ends_with('{') {
        text.push(',');
    }
    text.push_str(name);
    text.push(':');
}

/// Appends a key and its colon, after a comma if it is not the first.
fn key(text: &mut String, name: &str) {
    let mut quoted = String::new();
    quote(&mut quoted, name);
    raw_key(text, &quoted);
}

/// Appends a JSON string.
pub(super) fn quote(text: &mut String, value: &str) {
    text.push_str(&serde_json::to_string(value).unwrap_or_default());
}

/// The name under which `serde_json` returns raw text. It is private there, so it is found by asking.
fn raw_name() -> &'static str {
    static NAME: OnceLock<&'static str> = OnceLock::new();
    NAME.get_or_init(|| {
        let mut name = "";
        let _ = <&RawValue>::deserialize(Probe(&mut name));
        name
    })
}

/// A deserializer without input, which notes the name that it is asked for.
struct Probe<'a>(&'a mut &'static str);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = serde_json::Error;

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, _: V) -> Result<V::Value, Self::Error> {
        *self.0 = name;
        Err(Self::Error::custom("asked"))
    }
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::custom("asked"))
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}
