//! Types of the elements of collections.

use super::json::Json;
use super::object::{Object, Slot, SlotMut};
use super::slots::Text;

/// A type that [`Collection`](super::Collection) and [`Single`](super::Single) can contain: structs, polymorphic enums,
/// enums, strings, numbers, booleans, dates and [`Json`].
pub trait Element: Sized {
    /// The kind of its slots.
    #[doc(hidden)]
    type Kind: Kind<Self>;
}

/// The slots of one value and of many.
#[doc(hidden)]
pub trait Kind<T> {
    fn one(value: &Option<T>) -> Slot<'_>;
    fn one_mut(value: &mut Option<T>) -> SlotMut<'_>;
    #[allow(clippy::ptr_arg)] // the slot needs the vector itself
    fn many(list: &Vec<T>) -> Slot<'_>;
    fn many_mut(list: &mut Vec<T>) -> SlotMut<'_>;
}

macro_rules! kind {
    ($kind:ident, [$($generics:tt)*] $type:ty, $one:ident, $many:ident) => {
        impl<$($generics)*> Kind<$type> for $kind {
            #[inline]
            fn one(value: &Option<$type>) -> Slot<'_> {
                Slot::$one(value)
            }
            #[inline]
            fn one_mut(value: &mut Option<$type>) -> SlotMut<'_> {
                SlotMut::$one(value)
            }
            #[inline]
            fn many(list: &Vec<$type>) -> Slot<'_> {
                Slot::$many(list)
            }
            #[inline]
            fn many_mut(list: &mut Vec<$type>) -> SlotMut<'_> {
                SlotMut::$many(list)
            }
        }
    };
}

/// Objects.
#[doc(hidden)]
pub enum AsObject {}
/// Strings in JSON.
#[doc(hidden)]
pub enum AsText {}
/// Numbers, booleans, undecoded values.
#[doc(hidden)]
pub enum AsScalar {}

kind!(AsObject, [T: Object + Default] T, Obj, Objs);
kind!(AsText, [T: Text] T, Text, Texts);
kind!(AsScalar, [] bool, Bool, Bools);
kind!(AsScalar, [] i32, I32, I32s);
kind!(AsScalar, [] i64, I64, I64s);
kind!(AsScalar, [] f64, F64, F64s);
kind!(AsScalar, [] Json, Raw, Raws);

impl<T: Object + Default> Element for T {
    type Kind = AsObject;
}
impl Element for String {
    type Kind = AsText;
}

macro_rules! scalars {
    ($($type:ty)*) => {
        $(impl Element for $type {
            type Kind = AsScalar;
        })*
    };
}
scalars!(bool i32 i64 f64 Json);
