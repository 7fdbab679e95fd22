//! What a collection or a single answer can consist of.

use super::json::Json;
use super::object::{Object, Slot, SlotMut};

/// A type that can stand in [`Collection`](super::Collection) and [`Single`](super::Single): structs, polymorphic enums, enums,
/// strings, numbers, booleans, dates and [`Json`].
pub trait Element: Sized {
    #[doc(hidden)]
    fn one(value: &Option<Self>) -> Slot<'_>;
    #[doc(hidden)]
    fn one_mut(value: &mut Option<Self>) -> SlotMut<'_>;
    #[doc(hidden)]
    #[allow(clippy::ptr_arg)] // the slot needs the vector itself
    fn many(list: &Vec<Self>) -> Slot<'_>;
    #[doc(hidden)]
    fn many_mut(list: &mut Vec<Self>) -> SlotMut<'_>;
}

macro_rules! element {
    ($type:ty, $one:ident, $many:ident) => {
        impl $crate::runtime::Element for $type {
            #[inline]
            fn one(value: &Option<Self>) -> $crate::runtime::Slot<'_> {
                $crate::runtime::Slot::$one(value)
            }
            #[inline]
            fn one_mut(value: &mut Option<Self>) -> $crate::runtime::SlotMut<'_> {
                $crate::runtime::SlotMut::$one(value)
            }
            #[inline]
            fn many(list: &Vec<Self>) -> $crate::runtime::Slot<'_> {
                $crate::runtime::Slot::$many(list)
            }
            #[inline]
            fn many_mut(list: &mut Vec<Self>) -> $crate::runtime::SlotMut<'_> {
                $crate::runtime::SlotMut::$many(list)
            }
        }
    };
}
pub(crate) use element;

impl<T: Object + Default> Element for T {
    #[inline]
    fn one(value: &Option<Self>) -> Slot<'_> {
        Slot::Obj(value)
    }
    #[inline]
    fn one_mut(value: &mut Option<Self>) -> SlotMut<'_> {
        SlotMut::Obj(value)
    }
    #[inline]
    #[allow(clippy::ptr_arg)] // the slot needs the vector itself
    #[doc(hidden)]
    fn many(list: &Vec<Self>) -> Slot<'_> {
        Slot::Objs(list)
    }
    #[inline]
    fn many_mut(list: &mut Vec<Self>) -> SlotMut<'_> {
        SlotMut::Objs(list)
    }
}

element!(String, Str, Texts);
element!(bool, Bool, Bools);
element!(i32, I32, I32s);
element!(i64, I64, I64s);
element!(f64, F64, F64s);
element!(Json, Raw, Raws);
