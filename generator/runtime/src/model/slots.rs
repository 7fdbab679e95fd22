//! Access to the values of properties without their concrete types.

use std::borrow::Cow;

use super::json::Json;
use super::object::Object;
use super::scalar::Scalar;

/// A value that is a string in JSON: an enum, a date, a GUID. It can be made from any text, and keeps text that it does
/// not understand.
pub trait Text: for<'a> From<&'a str> {
    /// The prefix of the quoted literal in a filter, such as `duration`; `None` if the literal has no quotes.
    #[doc(hidden)]
    const PREFIX: Option<&'static str> = Some("");

    /// The text to send.
    fn text(&self) -> Cow<'_, str>;
}

#[doc(hidden)]
pub trait TextSlot {
    fn text(&self) -> Option<Cow<'_, str>>;
    fn put(&mut self, text: &str);
    fn clear(&mut self);
}

impl<T: Text> TextSlot for Option<T> {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        self.as_ref().map(T::text)
    }
    #[inline]
    fn put(&mut self, text: &str) {
        *self = Some(T::from(text));
    }
    #[inline]
    fn clear(&mut self) {
        *self = None;
    }
}

#[doc(hidden)]
pub trait TextListSlot {
    fn size(&self) -> Option<usize>;
    fn at(&self, index: usize) -> Option<Cow<'_, str>>;
    fn begin(&mut self);
    fn push(&mut self, text: &str);
    fn clear(&mut self);
}

impl<T: Text> TextListSlot for Option<Vec<T>> {
    #[inline]
    fn size(&self) -> Option<usize> {
        self.as_ref().map(Vec::len)
    }
    #[inline]
    fn at(&self, index: usize) -> Option<Cow<'_, str>> {
        self.as_ref()?.get(index).map(T::text)
    }
    #[inline]
    fn begin(&mut self) {
        *self = Some(Vec::new());
    }
    #[inline]
    fn push(&mut self, text: &str) {
        self.get_or_insert_default().push(T::from(text));
    }
    #[inline]
    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Text> TextListSlot for Vec<T> {
    #[inline]
    fn size(&self) -> Option<usize> {
        Some(self.len())
    }
    #[inline]
    fn at(&self, index: usize) -> Option<Cow<'_, str>> {
        self.get(index).map(T::text)
    }
    #[inline]
    fn begin(&mut self) {
        Vec::clear(self);
    }
    #[inline]
    fn push(&mut self, text: &str) {
        Vec::push(self, T::from(text));
    }
    #[inline]
    fn clear(&mut self) {
        Vec::clear(self);
    }
}

#[doc(hidden)]
pub trait ObjectSlot {
    fn object(&self) -> Option<&dyn Object>;
    fn begin(&mut self) -> &mut dyn Object;
    fn clear(&mut self);
}

impl<T: Object + Default> ObjectSlot for Option<T> {
    #[inline]
    fn object(&self) -> Option<&dyn Object> {
        self.as_ref().map(|v| v as &dyn Object)
    }
    #[inline]
    fn begin(&mut self) -> &mut dyn Object {
        self.insert(T::default())
    }
    #[inline]
    fn clear(&mut self) {
        *self = None;
    }
}

#[doc(hidden)]
pub trait ObjectListSlot {
    fn size(&self) -> Option<usize>;
    fn at(&self, index: usize) -> Option<&dyn Object>;
    fn begin(&mut self);
    fn push(&mut self) -> Option<&mut dyn Object>;
    fn pop(&mut self);
    fn clear(&mut self);
    /// Whether the readable elements stay if there is one that is not.
    fn is_page(&self) -> bool {
        false
    }
}

impl<T: Object + Default> ObjectListSlot for Option<Vec<T>> {
    #[inline]
    fn size(&self) -> Option<usize> {
        self.as_ref().map(Vec::len)
    }
    #[inline]
    fn at(&self, index: usize) -> Option<&dyn Object> {
        self.as_ref()?.get(index).map(|v| v as &dyn Object)
    }
    #[inline]
    fn begin(&mut self) {
        *self = Some(Vec::new());
    }
    #[inline]
    fn push(&mut self) -> Option<&mut dyn Object> {
        let list = self.get_or_insert_default();
        list.push(T::default());
        list.last_mut().map(|v| v as &mut dyn Object)
    }
    #[inline]
    fn pop(&mut self) {
        if let Some(list) = self {
            list.pop();
        }
    }
    #[inline]
    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Object + Default> ObjectListSlot for Vec<T> {
    #[inline]
    fn size(&self) -> Option<usize> {
        Some(self.len())
    }
    #[inline]
    fn at(&self, index: usize) -> Option<&dyn Object> {
        self.get(index).map(|v| v as &dyn Object)
    }
    #[inline]
    fn begin(&mut self) {
        Vec::clear(self);
    }
    #[inline]
    fn push(&mut self) -> Option<&mut dyn Object> {
        Vec::push(self, T::default());
        self.last_mut().map(|v| v as &mut dyn Object)
    }
    #[inline]
    fn pop(&mut self) {
        Vec::pop(self);
    }
    #[inline]
    fn clear(&mut self) {
        Vec::clear(self);
    }
    #[inline]
    fn is_page(&self) -> bool {
        true
    }
}

/// Lists of numbers, of booleans and of undecoded values.
#[doc(hidden)]
pub trait ListSlot {
    fn size(&self) -> Option<usize>;
    fn at(&self, index: usize) -> Option<Cow<'_, str>>;
    fn begin(&mut self);
    fn push(&mut self, json: &str) -> bool;
    fn clear(&mut self);
}

impl<T: Scalar> ListSlot for Option<Vec<T>> {
    #[inline]
    fn size(&self) -> Option<usize> {
        self.as_ref().map(Vec::len)
    }
    #[inline]
    fn at(&self, index: usize) -> Option<Cow<'_, str>> {
        self.as_ref()?.get(index).map(T::to_json)
    }
    #[inline]
    fn begin(&mut self) {
        *self = Some(Vec::new());
    }
    #[inline]
    fn push(&mut self, json: &str) -> bool {
        let Some(value) = T::from_json(json) else {
            return false;
        };
        self.get_or_insert_default().push(value);
        true
    }
    #[inline]
    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Scalar> ListSlot for Vec<T> {
    #[inline]
    fn size(&self) -> Option<usize> {
        Some(self.len())
    }
    #[inline]
    fn at(&self, index: usize) -> Option<Cow<'_, str>> {
        self.get(index).map(T::to_json)
    }
    #[inline]
    fn begin(&mut self) {
        Vec::clear(self);
    }
    #[inline]
    fn push(&mut self, json: &str) -> bool {
        let Some(value) = T::from_json(json) else {
            return false;
        };
        Vec::push(self, value);
        true
    }
    #[inline]
    fn clear(&mut self) {
        Vec::clear(self);
    }
}

impl Text for String {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

/// A value that stays undecoded.
#[doc(hidden)]
pub trait RawSlot {
    fn raw(&self) -> Option<&Json>;
    fn put(&mut self, json: Option<Json>);
    #[cfg(feature = "testing")]
    fn build(&mut self, json: &serde_json::Value, fill: super::payload::Fill<'_>) -> bool;
}

impl RawSlot for Option<Json> {
    #[inline]
    fn raw(&self) -> Option<&Json> {
        self.as_ref()
    }
    #[inline]
    fn put(&mut self, json: Option<Json>) {
        *self = json;
    }
    #[cfg(feature = "testing")]
    fn build(&mut self, json: &serde_json::Value, _: super::payload::Fill<'_>) -> bool {
        *self = Some(json.clone().into());
        true
    }
}
