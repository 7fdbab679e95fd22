//! Properties without a field.

use std::fmt;

use serde::de::{DeserializeOwned, Error};
use serde::ser::Serialize;

use super::json::Json;
use super::object::Object;
use super::secret::{HIDDEN, is_secret};
use super::write::{Naming, object_to_body};

/// The properties of an object that are not in its fields: undocumented properties, annotations such as `@odata.etag`,
/// properties that are `null`, and values of a type that the documentation does not allow.
///
/// A property that was read as `null` has an entry with the value `null` here, and its field is `None`. Written again,
/// the object is complete. To set a property to `null` in an update, see [`Property::clear`](super::Property::clear).
/// When an object is written, a field with a value replaces an entry of the same name.
///
/// ```
/// use graph_runtime::{AdditionalProperties, Json};
///
/// let mut more = AdditionalProperties::new();
/// more.insert("shelf", &3)?;
/// more.insert_null("note");
/// assert_eq!(more.get("shelf"), Some(Json::new(&3)?));
/// assert_eq!(more.get_as::<u8>("shelf")?, Some(3));
/// assert_eq!(more.get_as::<String>("note")?, None);
/// assert!(more.is_null("note"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct AdditionalProperties {
    entries: Vec<Entry>,
    sent: Vec<Sent>,
    /// Whether the object says in requests of which type it is: see [`named`](fn@super::named).
    named: bool,
    /// What the read-only properties were when the object was read: see [`marks`](super::marks).
    read: Option<Box<[u64]>>,
}

/// One property.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) value: Value,
    /// Whether it was read, and not set by the program.
    pub(super) read: bool,
}

/// `null` is by far the most common value and needs no text.
#[derive(Clone)]
pub(super) enum Value {
    Null,
    Json(Json),
}

/// A name; one of the struct's own properties is known by its number.
#[derive(Clone)]
pub(super) enum Name {
    Own(&'static str, usize),
    Other(Box<str>),
}

/// The text of a value that is read, but would be written in another form: a number in quotes, `1.0` as an integer.
#[derive(Clone)]
struct Sent {
    slot: usize,
    json: Json,
}

impl Name {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Name::Own(name, _) => name,
            Name::Other(name) => name,
        }
    }
}

impl Value {
    pub(super) fn is_null(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Json(json) => json.is_null(),
        }
    }

    pub(super) fn to_json(&self) -> Json {
        match self {
            Value::Null => Json::null(),
            Value::Json(json) => json.clone(),
        }
    }
}

impl AdditionalProperties {
    /// No properties.
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
            sent: Vec::new(),
            named: false,
            read: None,
        }
    }

    /// The number of properties.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no properties.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a property, by its JSON name.
    pub fn get(&self, name: &str) -> Option<Json> {
        self.find(name).map(|e| e.value.to_json())
    }

    /// The value of a property, if it is a string.
    pub fn get_str(&self, name: &str) -> Option<String> {
        match &self.find(name)?.value {
            Value::Json(json) => json.decode().ok(),
            Value::Null => None,
        }
    }

    /// The value of a property as any type; `None` if there is none, or if it is `null`. An error if it is of another type.
    ///
    /// This reads what an open type has beyond its documented properties: the columns of a list item, or the properties of
    /// an extension.
    pub fn get_as<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, serde_json::Error> {
        match self.find(name).map(|entry| &entry.value) {
            Some(Value::Json(json)) if !json.is_null() => json.decode().map(Some),
            _ => Ok(None),
        }
    }

    /// Whether the property exists and is `null`.
    pub fn is_null(&self, name: &str) -> bool {
        self.find(name).is_some_and(|e| e.value.is_null())
    }

    /// Names and values, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Json)> {
        self.entries.iter().map(|e| (e.name.as_str(), e.value.to_json()))
    }

    /// Sets a property. An error if the value cannot be written as JSON.
    pub fn insert<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), serde_json::Error> {
        self.put(name, Value::Json(Json::new(value)?));
        Ok(())
    }

    /// Sets a property to an object that says of which type it is. The service needs that where no page declares a type:
    /// for the entries of an open type.
    ///
    /// ```
    /// # use graph_runtime::{AdditionalProperties, model, to_string};
    /// # struct Pots { additional_properties: AdditionalProperties }
    /// # model! { Pots = "shop.pots" {} }
    /// # struct Pot { size: Option<i32>, additional_properties: AdditionalProperties }
    /// # model! { Pot = "shop.pot" { 0 size: I32 = "size", } }
    /// let pot = Pot { size: Some(2), ..Pot::default() };
    /// let mut pots = Pots::default();
    /// pots.additional_properties.insert_object("blue", &pot)?;
    /// assert_eq!(to_string(&pots)?, r##"{"blue":{"@odata.type":"#shop.pot","size":2}}"##);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn insert_object(&mut self, name: &str, object: &dyn Object) -> Result<(), serde_json::Error> {
        let text = String::from_utf8(object_to_body(object, Naming::Body)?).map_err(serde_json::Error::custom)?;
        self.put(name, Value::Json(Json::trusted(text)?));
        Ok(())
    }

    /// Sets a property to `null`.
    pub fn insert_null(&mut self, name: &str) {
        self.put(name, Value::Null);
    }

    /// Removes a property and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let at = self.entries.iter().position(|e| e.name.as_str() == name)?;
        Some(self.entries.remove(at).value.to_json())
    }

    /// Removes all properties.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.sent.clear();
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|e| e.name.as_str() == name)
    }

    /// Sets an entry for the program.
    pub(super) fn put(&mut self, name: &str, value: Value) {
        match self.entries.iter_mut().find(|e| e.name.as_str() == name) {
            Some(entry) => (entry.value, entry.read) = (value, false),
            None => self.entries.push(Entry {
                name: Name::Other(name.into()),
                value,
                read: false,
            }),
        }
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds what a reader found. Readers meet a name once, so nothing is searched.
    pub(super) fn push(&mut self, name: Name, value: Value) {
        let read = true;
        self.entries.push(Entry { name, value, read });
    }

    /// Whether the program wants the object to say of which type it is.
    pub(super) const fn is_named(&self) -> bool {
        self.named
    }

    pub(super) fn set_named(&mut self) {
        self.named = true;
    }

    /// The marks of the read-only properties that were read.
    pub(super) fn marks(&self) -> &[u64] {
        self.read.as_deref().unwrap_or_default()
    }

    pub(super) fn set_marks(&mut self, marks: Vec<u64>) {
        self.read = Some(marks.into());
    }

    pub(super) fn push_sent(&mut self, slot: usize, json: Json) {
        self.sent.push(Sent { slot, json });
    }

    /// Whether any property came in an unusual form.
    pub(super) fn has_sent(&self) -> bool {
        !self.sent.is_empty()
    }

    /// The form in which the property number `slot` came, if it was not the usual one.
    pub(super) fn sent(&self, slot: usize) -> Option<&Json> {
        self.sent.iter().find(|s| s.slot == slot).map(|s| &s.json)
    }
}

impl PartialEq for AdditionalProperties {
    fn eq(&self, other: &Self) -> bool {
        self.entries.len() == other.entries.len()
            && self.entries.iter().all(|a| {
                other.find(a.name.as_str()).is_some_and(|b| match (&a.value, &b.value) {
                    (Value::Null, Value::Null) => true,
                    (a, b) => a.to_json() == b.to_json(),
                })
            })
    }
}

impl fmt::Debug for AdditionalProperties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, json) in self.iter() {
            if is_secret(name) && !json.is_null() {
                map.entry(&name, &format_args!("{HIDDEN}"));
            } else {
                map.entry(&name, &json);
            }
        }
        map.finish()
    }
}
