//! Related objects, decoded on demand.

use std::fmt;
use std::marker::PhantomData;

use super::json::Json;
use super::payload::Payload;
use super::slots::RawSlot;

/// What a navigation property holds when it was expanded: a `T` as it was sent, decoded when it is asked for.
///
/// `T` is a struct, a polymorphic enum, or a `Vec` of either. That it is not decoded at once keeps programs small: almost every
/// resource of the API reaches almost every other one over such properties.
pub struct Expanded<T> {
    json: Json,
    target: PhantomData<fn() -> T>,
}

impl<T> Expanded<T> {
    /// The value as it was sent.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// Takes a value as it is to be sent.
    pub fn from_json(json: Json) -> Self {
        Self {
            json,
            target: PhantomData,
        }
    }
}

impl<T: Payload> Expanded<T> {
    /// Writes the related value.
    pub fn new(value: &T) -> Result<Self, serde_json::Error> {
        value.to_json().map(Self::from_json)
    }

    /// Reads the related value; an error if it has another shape.
    pub fn decode(&self) -> Result<T, serde_json::Error> {
        T::from_slice(self.json.as_str().as_bytes())
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

impl<T> RawSlot for Option<Expanded<T>> {
    #[inline]
    fn raw(&self) -> Option<&Json> {
        self.as_ref().map(Expanded::json)
    }
    #[inline]
    fn put(&mut self, json: Option<Json>) {
        *self = json.map(Expanded::from_json);
    }
}
