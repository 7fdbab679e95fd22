//! Related objects, decoded on demand.

use std::fmt;
use std::marker::PhantomData;

use super::json::Json;
use super::payload::Payload;
use super::slots::RawSlot;

/// The value of an expanded navigation property: JSON that is decoded on demand as a `T`.
///
/// `T` is a struct, a polymorphic enum, or a `Vec` of either. Decoding on demand keeps programs small: through
/// navigation properties almost every resource of the API refers to almost every other one.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, model};
/// # struct Group {
/// #     name: Option<String>,
/// #     additional_properties: AdditionalProperties,
/// # }
/// # model! { Group = "group" { 0 name: Str = "displayName", } }
/// use graph_runtime::{Expanded, Json};
///
/// let groups: Expanded<Vec<Group>> = Expanded::from_json(Json::from_text(r#"[{"displayName":"Tea"}]"#)?);
/// assert_eq!(groups.decode()?[0].name.as_deref(), Some("Tea"));
///
/// let tea = Group { name: Some("Tea".into()), ..Group::default() };
/// assert_eq!(groups, vec![tea].into());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Expanded<T> {
    json: Json,
    target: PhantomData<fn() -> T>,
}

impl<T> Expanded<T> {
    /// The JSON value.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// A value from JSON.
    pub fn from_json(json: Json) -> Self {
        Self {
            json,
            target: PhantomData,
        }
    }
}

impl<T: Payload> Expanded<T> {
    /// A value from an object, to send it.
    pub fn new(value: &T) -> Result<Self, serde_json::Error> {
        let text = String::from_utf8(value.to_part()?).map_err(serde::de::Error::custom)?;
        Json::trusted(text).map(Self::from_json)
    }

    /// Decodes the value. An error if the JSON value has another type.
    pub fn decode(&self) -> Result<T, serde_json::Error> {
        T::from_slice(self.json.as_str().as_bytes())
    }
}

impl<T: Payload> From<T> for Expanded<T> {
    /// An object, or a list of objects, to send. An object can always be written; a value that cannot is `null`.
    fn from(value: T) -> Self {
        Self::new(&value).unwrap_or_else(|_| Self::from_json(Json::null()))
    }
}

impl<T> Clone for Expanded<T> {
    fn clone(&self) -> Self {
        Self::from_json(self.json.clone())
    }
}

impl<T> PartialEq for Expanded<T> {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl<T> fmt::Debug for Expanded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.json, f)
    }
}

impl<T> serde::Serialize for Expanded<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<'de, T> serde::Deserialize<'de> for Expanded<T> {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Json::deserialize(source).map(Self::from_json)
    }
}

impl<T: Payload> RawSlot for Option<Expanded<T>> {
    #[inline]
    fn raw(&self) -> Option<&Json> {
        self.as_ref().map(Expanded::json)
    }
    #[inline]
    fn put(&mut self, json: Option<Json>) {
        *self = json.map(Expanded::from_json);
    }
    #[cfg(feature = "testing")]
    fn build(&mut self, json: &serde_json::Value, fill: super::payload::Fill<'_>) -> bool {
        *self = T::build(json, fill).and_then(|value| Expanded::new(&value).ok());
        self.is_some()
    }
}
