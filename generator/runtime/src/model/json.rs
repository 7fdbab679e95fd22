//! JSON values that are not decoded.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::capture;
use super::readable::readable;
use super::secret::redacted;
use super::transcode::Transcode;

/// A JSON value that is not decoded: the text as it was sent, with all digits of numbers, the order of keys, and
/// repeated keys. Two values are equal if they stand for the same JSON value.
///
/// ```
/// use graph_runtime::Json;
///
/// let json = Json::from_text(r#"{"price": 1.50}"#)?;
/// assert_eq!(json.as_str(), r#"{"price": 1.50}"#);
/// assert_eq!(json.to_value()["price"], 1.5);
/// assert_eq!(json, Json::from_text(r#"{"price":1.5}"#)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Json(Box<RawValue>);

impl Json {
    /// Writes any value as JSON.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::value::to_raw_value(value).map(Self)
    }

    /// A value from JSON text. An error if the text is not exactly one JSON value.
    pub fn from_text(text: &str) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text.to_owned()).map(Self)
    }

    /// The JSON text.
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// Decodes the value as any type. In strings, half of a surrogate pair becomes U+FFFD; a number beyond the range of
    /// `f64` is read as a string.
    pub fn decode<T: serde::de::DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        let strict = serde_json::from_str(self.as_str());
        match strict {
            Err(error) => readable(self.as_str()).map_or(Err(error), |text| serde_json::from_str(&text)),
            read => read,
        }
    }

    /// The value as a [`serde_json::Value`]; `Null` if that cannot represent it.
    pub fn to_value(&self) -> serde_json::Value {
        self.decode().unwrap_or_default()
    }

    /// Whether the value is `null`.
    pub fn is_null(&self) -> bool {
        self.as_str() == "null"
    }

    /// The value `null`.
    pub fn null() -> Self {
        Self(RawValue::NULL.to_owned())
    }

    pub(super) fn raw(&self) -> &RawValue {
        &self.0
    }

    /// From text that this module has written.
    pub(super) fn trusted(text: String) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text).map(Self)
    }
}

impl Default for Json {
    fn default() -> Self {
        Self::null()
    }
}

impl fmt::Debug for Json {
    /// The text, without the secrets in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(redacted(self.as_str()).as_deref().unwrap_or(self.as_str()))
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        if self.as_str() == other.as_str() {
            return true;
        }
        let value = |json: &Self| serde_json::from_str::<serde_json::Value>(json.as_str());
        matches!((value(self), value(other)), (Ok(a), Ok(b)) if a == b)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        Self::trusted(value.to_string()).unwrap_or_default()
    }
}

impl From<&str> for Json {
    /// A JSON string with this text.
    fn from(text: &str) -> Self {
        Self::new(text).unwrap_or_default()
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match readable(self.as_str()) {
            Some(text) => Transcode(&text).serialize(serializer),
            None => Transcode(self.as_str()).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        capture::capture(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn values_are_equal_if_they_mean_the_same() {
        let json = |text: &str| Json::from_text(text).unwrap();
        assert_eq!(json("{\"a\":1,\"b\":[]}"), json("{ \"b\": [], \"a\": 1 }"));
        assert_ne!(json("1"), json("\"1\""));
        assert_eq!(json("\"a\\u0062\""), Json::from("ab"));
        assert!(json("null").is_null());
    }

    #[test]
    fn text_has_to_be_one_value() {
        for bad in ["", " ", "{", "1 2", "{\"a\":}", "\u{feff}1"] {
            assert!(Json::from_text(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        let json: Json = serde_json::from_str("1.50000000000000000000001").unwrap();
        assert_eq!(json.as_str(), "1.50000000000000000000001");
    }
}
