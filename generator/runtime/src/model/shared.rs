//! The implementations of the traits of emitted types.
//!
//! They are generic, so that an emitted function is only a call: the time to compile an emitted crate depends on the
//! number and the size of its functions.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserializer, Serializer};

use super::base;
use super::changes::{self, NotTheSame};
use super::compare;
use super::object::Object;
use super::read::read_any;
use super::slots::Text;
use super::write::write_any;

#[doc(hidden)]
#[inline]
pub fn debug<T: Object>(object: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    compare::debug(object, f)
}

#[doc(hidden)]
#[inline]
pub fn equal<T: Object>(a: &T, b: &T) -> bool {
    compare::equal(a, b)
}

#[doc(hidden)]
#[inline]
pub fn copy<T: Object + Default>(object: &T) -> T {
    let mut copy = T::default();
    compare::copy(object, &mut copy);
    copy
}

#[doc(hidden)]
#[inline]
pub fn base_of<T: Object + Default>(object: &dyn Object) -> T {
    let mut base = T::default();
    base::copy(object, &mut base);
    base
}

#[doc(hidden)]
#[inline]
pub fn changes<T: Object + Default>(after: &T, before: &T) -> Result<T, NotTheSame> {
    let mut changes = T::default();
    changes::changes(after, before, &mut changes)?;
    Ok(changes)
}

#[doc(hidden)]
#[inline]
pub fn write<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    write_any(object, serializer)
}

#[doc(hidden)]
#[inline]
pub fn read<'de, T: Object + Default, D: Deserializer<'de>>(source: D) -> Result<T, D::Error> {
    let mut object = T::default();
    read_any(&mut object, source)?;
    Ok(object)
}

#[doc(hidden)]
#[inline]
pub fn debug_text<T: Text>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(&*value.text(), f)
}

#[doc(hidden)]
#[inline]
pub fn display_text<T: Text>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(&value.text())
}

#[doc(hidden)]
#[inline]
pub fn equal_text<T: Text>(a: &T, b: &T) -> bool {
    a.text() == b.text()
}

#[doc(hidden)]
#[inline]
pub fn copy_text<T: Text>(value: &T) -> T {
    T::from(&value.text())
}

#[doc(hidden)]
#[inline]
pub fn hash_text<T: Text, H: Hasher>(value: &T, state: &mut H) {
    value.text().hash(state);
}

#[doc(hidden)]
#[inline]
pub fn write_text<T: Text, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.text())
}

/// The position of a word in a list; the length of the list if it is not there.
#[doc(hidden)]
pub fn position(words: &[&str], word: &str) -> usize {
    words.iter().position(|known| *known == word).unwrap_or(words.len())
}
