//! Values that are a whole JSON document: bodies of requests and responses, expanded values.

use std::collections::BTreeMap;

use serde::de::Error;

use super::json::Json;
use super::object::{Object, rest};
use super::read::read_slice;
use super::read_list::read_list_slice;
use super::readable::without_mark;
use super::write::{Naming, append, append_part, object_to_body, object_to_part, object_to_vec};

/// A value that can be the body of a request or response, or an expanded value: every emitted struct and polymorphic
/// enum, a `Vec` of them, [`Json`] and [`serde_json::Value`].
///
/// [`from_slice`] and [`to_vec`](fn@super::to_vec) copy JSON that is not decoded as it is: numbers keep their digits.
pub trait Payload: Sized {
    /// Reads JSON text.
    fn from_slice(json: &[u8]) -> Result<Self, serde_json::Error>;

    /// Writes JSON text.
    fn to_vec(&self) -> Result<Vec<u8>, serde_json::Error>;

    /// Writes the value as the body of a request: everything that the program has set. What was read is sent too, so
    /// that an object can be changed and sent back, but for annotations, `null`, and the read-only properties of the
    /// object as long as they are as they were read. Objects in its properties keep their read-only properties.
    fn to_body(&self) -> Result<Vec<u8>, serde_json::Error> {
        self.to_vec()
    }

    /// Like [`Payload::to_body`], where the call needs the types of other objects than usual.
    fn to_body_naming(&self, _naming: Naming) -> Result<Vec<u8>, serde_json::Error> {
        self.to_body()
    }

    /// Writes the value as a part of a body: like [`Payload::to_body`], with all read-only properties.
    #[doc(hidden)]
    fn to_part(&self) -> Result<Vec<u8>, serde_json::Error> {
        self.to_vec()
    }

    /// A value whose objects are filled by a function; `None` if the JSON has another shape.
    #[cfg(feature = "testing")]
    #[doc(hidden)]
    fn build(json: &serde_json::Value, fill: Fill<'_>) -> Option<Self>;

    /// Whether it is an error that was sent with the status of a success: a service that has begun to answer cannot change
    /// its status.
    #[doc(hidden)]
    fn tells_error(&self) -> bool {
        false
    }

    /// The value of a response without a body, if the type has one. `expected`: the status or the method of the request
    /// allows that there is no body.
    fn absent(_expected: bool) -> Option<Self> {
        None
    }

    /// Whether only the status can say that there is no body. True for collections.
    #[doc(hidden)]
    fn needs_body() -> bool {
        false
    }

    /// Writes the value as a JSON value.
    fn to_json(&self) -> Result<Json, serde_json::Error> {
        let text = String::from_utf8(self.to_vec()?).map_err(serde_json::Error::custom)?;
        Json::trusted(text)
    }
}

/// Fills an empty object with what JSON shows.
#[cfg(feature = "testing")]
pub(super) type Fill<'a> = &'a mut dyn FnMut(&mut dyn Object, &serde_json::Value);

impl<T: Object + Default> Payload for T {
    #[inline]
    fn from_slice(json: &[u8]) -> Result<Self, serde_json::Error> {
        let mut value = T::default();
        read_slice(&mut value, json)?;
        value.check().map_err(cannot_read)?;
        Ok(value)
    }
    #[inline]
    fn to_vec(&self) -> Result<Vec<u8>, serde_json::Error> {
        object_to_vec(self)
    }
    #[inline]
    fn to_body(&self) -> Result<Vec<u8>, serde_json::Error> {
        object_to_body(self, Naming::Usual)
    }
    #[inline]
    fn to_body_naming(&self, naming: Naming) -> Result<Vec<u8>, serde_json::Error> {
        object_to_body(self, naming)
    }
    #[inline]
    fn to_part(&self) -> Result<Vec<u8>, serde_json::Error> {
        object_to_part(self)
    }
    #[cfg(feature = "testing")]
    fn build(json: &serde_json::Value, fill: Fill<'_>) -> Option<Self> {
        let mut object = T::default();
        json.is_object().then(|| fill(&mut object, json))?;
        Some(object)
    }
    #[inline]
    fn tells_error(&self) -> bool {
        tells_error(self)
    }
    #[inline]
    fn absent(expected: bool) -> Option<Self> {
        expected.then(T::default)
    }
    #[inline]
    fn needs_body() -> bool {
        T::default().is_list()
    }
}

/// A list with an error beside its elements, or an object that has nothing but an error.
fn tells_error(object: &dyn Object) -> bool {
    let Some(more) = rest(object) else { return false };
    let error = more
        .get("error")
        .and_then(|json| json.decode::<BTreeMap<String, Json>>().ok());
    let is_error = error.is_some_and(|error| error.contains_key("code"));
    let has_more = || {
        let mut slots = (0..object.shape().names.len()).map(|index| object.slot(index));
        let mut names = more.iter().map(|(name, _)| name);
        slots.any(|slot| slot.is_set()) || names.any(|name| name != "error" && !name.starts_with('@'))
    };
    is_error && (object.is_list() || !has_more())
}

impl<T: Object + Default> Payload for Vec<T> {
    fn from_slice(json: &[u8]) -> Result<Self, serde_json::Error> {
        let mut objects = Self::new();
        if read_list_slice(&mut objects, json).is_err() {
            return one_by_one(json);
        }
        objects
            .iter()
            .try_for_each(|object| object.check().map_err(cannot_read))?;
        Ok(objects)
    }
    fn to_vec(&self) -> Result<Vec<u8>, serde_json::Error> {
        list(self, append)
    }
    fn to_part(&self) -> Result<Vec<u8>, serde_json::Error> {
        list(self, append_part)
    }
    #[cfg(feature = "testing")]
    fn build(json: &serde_json::Value, fill: Fill<'_>) -> Option<Self> {
        json.as_array()?.iter().map(|json| T::build(json, fill)).collect()
    }
}

/// Reads a list of which an element needs a second look.
fn one_by_one<T: Object + Default>(json: &[u8]) -> Result<Vec<T>, serde_json::Error> {
    let list: Vec<&serde_json::value::RawValue> = serde_json::from_slice(without_mark(json))?;
    list.into_iter()
        .map(|item| T::from_slice(item.get().as_bytes()))
        .collect()
}

/// Objects as the body of a request.
#[cfg(feature = "client")]
pub(crate) fn list_to_body<T: Object>(objects: &[T]) -> Result<Vec<u8>, serde_json::Error> {
    list(objects, append_part)
}

type Append = fn(&dyn Object, &mut Vec<u8>) -> Result<(), serde_json::Error>;

fn list<T: Object>(objects: &[T], append: Append) -> Result<Vec<u8>, serde_json::Error> {
    let mut out = vec![b'['];
    for (index, item) in objects.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        append(item, &mut out)?;
    }
    out.push(b']');
    Ok(out)
}

impl Payload for Json {
    fn from_slice(json: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(without_mark(json))
    }
    fn to_vec(&self) -> Result<Vec<u8>, serde_json::Error> {
        Ok(self.as_str().as_bytes().to_vec())
    }
    #[cfg(feature = "testing")]
    fn build(json: &serde_json::Value, _: Fill<'_>) -> Option<Self> {
        Some(json.clone().into())
    }
    fn absent(_: bool) -> Option<Self> {
        Some(Self::null())
    }
}

impl Payload for serde_json::Value {
    fn from_slice(json: &[u8]) -> Result<Self, serde_json::Error> {
        let json = without_mark(json);
        match serde_json::from_slice(json) {
            Err(error) => Json::from_slice(json).map_err(|_| error)?.decode(),
            read => read,
        }
    }
    fn to_vec(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
    #[cfg(feature = "testing")]
    fn build(json: &serde_json::Value, _: Fill<'_>) -> Option<Self> {
        Some(json.clone())
    }
    fn absent(_: bool) -> Option<Self> {
        Some(Self::Null)
    }
}

fn cannot_read(why: &str) -> serde_json::Error {
    serde_json::Error::custom(why)
}

/// Reads a value from JSON text.
#[inline]
pub fn from_slice<T: Payload>(json: &[u8]) -> Result<T, serde_json::Error> {
    T::from_slice(json)
}

/// Writes a value as JSON text.
#[inline]
pub fn to_vec<T: Payload>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    value.to_vec()
}

/// Writes a value as JSON text.
#[inline]
pub fn to_string<T: Payload>(value: &T) -> Result<String, serde_json::Error> {
    value.to_json().map(|json| json.as_str().to_owned())
}

/// Reads a value from JSON text.
#[inline]
pub fn from_str<T: Payload>(json: &str) -> Result<T, serde_json::Error> {
    T::from_slice(json.as_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Payload, one_by_one};
    use crate::AdditionalProperties;

    struct Cup {
        name: Option<String>,
        volume: Option<f64>,
        additional_properties: AdditionalProperties,
    }

    crate::object! {
        Cup = "kitchen.cup" {
            0 name: Str = "name",
            1 volume: F64 = "volume",
        }
    }

    const ELEMENTS: [&str; 10] = [
        "{}",
        r#"{"name":"blue","volume":0.25}"#,
        r#"{"name":"cut \ud83d"}"#,
        r#"{"volume":1e999}"#,
        r#"{"volume":1.50,"handle":[1,{"left":true}]}"#,
        r#"{"name":5,"name":"again"}"#,
        "null",
        "[]",
        r#""a cup""#,
        r#"{"name":"#,
    ];

    proptest! {
        #[test]
        fn a_list_is_read_like_its_elements(elements in prop::collection::vec(prop::sample::select(&ELEMENTS[..]), 0..4)) {
            let json = format!("\u{feff}[{}]", elements.join(", "));
            let whole = Vec::<Cup>::from_slice(json.as_bytes()).and_then(|cups| cups.to_vec());
            let single = one_by_one::<Cup>(json.as_bytes()).and_then(|cups| cups.to_vec());
            prop_assert_eq!(whole.ok(), single.ok());
        }
    }

    #[test]
    fn a_list_with_odd_texts_and_numbers_is_read() {
        let json = format!("[{}]", ELEMENTS[..6].join(","));
        let cups = Vec::<Cup>::from_slice(json.as_bytes()).unwrap();
        assert_eq!(cups.len(), 6);
        // What a strict reader refuses stays as it was sent.
        assert_eq!(cups[2].to_vec().unwrap(), ELEMENTS[2].as_bytes());
        let refused = Vec::<Cup>::from_slice(br#"[{"name":"blue"},null]"#);
        assert!(refused.is_err());
    }
}
