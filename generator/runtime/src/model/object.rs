//! Access to the properties of any emitted struct.

use super::additional::AdditionalProperties;
use super::changes::NotTheSame;
use super::json::Json;
use super::shared;
use super::slots::{ListSlot, ObjectListSlot, ObjectSlot, RawSlot, TextListSlot, TextSlot};

/// Access to the properties of a struct by position. Every emitted struct and polymorphic enum implements it, with a
/// macro; `Debug`, `Clone`, `PartialEq`, `Serialize` and `Deserialize` of all of them are written once, for this trait.
///
/// A program uses it as a bound, and for [`Object::changes_since`].
pub trait Object {
    /// The property at `index`; after the last one, the additional properties and the shape.
    fn slot(&self, index: usize) -> Slot<'_> {
        match self.inner() {
            Some((inner, _)) => inner.slot(index),
            None => Slot::Rest(&NOTHING, &NO_SHAPE),
        }
    }

    /// Mutable access to the property at `index`; after the last one, to the additional properties.
    fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        match self.inner_mut() {
            Some(inner) => inner.slot_mut(index),
            None => SlotMut::Nothing,
        }
    }

    /// The object in a polymorphic enum, and whether it is of a derived type. It has the properties then; anything else
    /// has slots of its own.
    #[doc(hidden)]
    fn inner(&self) -> Option<(&dyn Object, bool)> {
        None
    }

    /// Mutable access to the object in a polymorphic enum.
    #[doc(hidden)]
    fn inner_mut(&mut self) -> Option<&mut dyn Object> {
        None
    }

    /// The names of the type and its properties.
    fn shape(&self) -> &'static Shape {
        match self.slot(usize::MAX) {
            Slot::Rest(_, shape) => shape,
            _ => &NO_SHAPE,
        }
    }

    /// What is different from an earlier state of the object: a property without a value now becomes `null`. An error if
    /// the values have another type or another `id`.
    ///
    /// A type that an update takes has the method itself. For others, bring this trait into scope:
    ///
    /// ```
    /// # use graph_runtime::{AdditionalProperties, model};
    /// # struct Tag { name: Option<String>, size: Option<i32>, additional_properties: AdditionalProperties }
    /// # model! { Tag = "tag" { 0 name: Str = "name", 1 size: I32 = "size", } }
    /// use graph_runtime::Object;
    ///
    /// let before: Tag = graph_runtime::from_str(r#"{"name":"a","size":1}"#)?;
    /// let mut after = before.clone();
    /// after.size = Some(2);
    /// assert_eq!(graph_runtime::to_string(&after.changes_since(&before)?)?, r#"{"size":2}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn changes_since(&self, before: &Self) -> Result<Self, NotTheSame>
    where
        Self: Default + Sized,
    {
        shared::changes(self, before)
    }

    /// Whether `@odata.type` decides the variant. True for polymorphic enums.
    #[doc(hidden)]
    fn is_open(&self) -> bool {
        self.inner().is_some()
    }

    /// Changes a polymorphic enum to an empty value of the named type.
    #[doc(hidden)]
    fn choose(&mut self, _type_name: &str) {}

    /// Whether it is a page of a list.
    #[doc(hidden)]
    fn is_list(&self) -> bool {
        false
    }

    /// Checks a value that was read as a whole response.
    #[doc(hidden)]
    fn check(&self) -> Result<(), &'static str> {
        Ok(())
    }

    /// The `@odata.type` to write if the additional properties have none.
    #[doc(hidden)]
    fn implied_type(&self) -> Option<&'static str> {
        let (inner, _) = self.inner().filter(|(_, is_derived)| *is_derived)?;
        Some(inner.shape().type_name)
    }
}

/// The names of a type and its properties.
#[derive(Debug)]
pub struct Shape {
    /// The full name of the type, such as `microsoft.graph.roleAssignment`; empty for parameters of an action. With `#`
    /// before it if requests always name the type.
    pub type_name: &'static str,
    /// The JSON names of the properties, in the order of the slots.
    pub names: &'static [&'static str],
    /// The JSON names of the read-only properties, separated by spaces.
    pub read_only: &'static str,
}

/// The additional properties of an implementation without any; no macro makes it.
static NOTHING: AdditionalProperties = AdditionalProperties::new();

/// The shape of an implementation without one; no macro makes it.
const NO_SHAPE: Shape = Shape {
    type_name: "",
    names: &[],
    read_only: "",
};

/// Read access to one property.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    Str(&'a Option<String>),
    Strs(&'a Option<Vec<String>>),
    Bool(&'a Option<bool>),
    I32(&'a Option<i32>),
    I64(&'a Option<i64>),
    F64(&'a Option<f64>),
    Bools(&'a dyn ListSlot),
    I32s(&'a dyn ListSlot),
    I64s(&'a dyn ListSlot),
    F64s(&'a dyn ListSlot),
    Raws(&'a dyn ListSlot),
    Text(&'a dyn TextSlot),
    Texts(&'a dyn TextListSlot),
    Obj(&'a dyn ObjectSlot),
    Objs(&'a dyn ObjectListSlot),
    Raw(&'a dyn RawSlot),
    Rest(&'a AdditionalProperties, &'static Shape),
}

/// Write access to one property.
#[doc(hidden)]
pub enum SlotMut<'a> {
    Str(&'a mut Option<String>),
    Strs(&'a mut Option<Vec<String>>),
    Bool(&'a mut Option<bool>),
    I32(&'a mut Option<i32>),
    I64(&'a mut Option<i64>),
    F64(&'a mut Option<f64>),
    Bools(&'a mut dyn ListSlot),
    I32s(&'a mut dyn ListSlot),
    I64s(&'a mut dyn ListSlot),
    F64s(&'a mut dyn ListSlot),
    Raws(&'a mut dyn ListSlot),
    Text(&'a mut dyn TextSlot),
    Texts(&'a mut dyn TextListSlot),
    Obj(&'a mut dyn ObjectSlot),
    Objs(&'a mut dyn ObjectListSlot),
    Raw(&'a mut dyn RawSlot),
    Rest(&'a mut AdditionalProperties),
    Nothing,
}

impl Slot<'_> {
    /// The address of the field.
    pub(super) fn address(&self) -> *const () {
        fn thin<T: ?Sized>(value: &T) -> *const () {
            std::ptr::from_ref(value).cast()
        }
        match *self {
            Slot::Str(v) => thin(v),
            Slot::Strs(v) => thin(v),
            Slot::Bool(v) => thin(v),
            Slot::I32(v) => thin(v),
            Slot::I64(v) => thin(v),
            Slot::F64(v) => thin(v),
            Slot::Bools(v) | Slot::I32s(v) | Slot::I64s(v) | Slot::F64s(v) | Slot::Raws(v) => thin(v),
            Slot::Text(v) => thin(v),
            Slot::Texts(v) => thin(v),
            Slot::Obj(v) => thin(v),
            Slot::Objs(v) => thin(v),
            Slot::Raw(v) => thin(v),
            Slot::Rest(v, _) => thin(v),
        }
    }

    /// Whether the property has a value.
    pub(super) fn is_set(&self) -> bool {
        match self {
            Slot::Str(v) => v.is_some(),
            Slot::Strs(v) => v.is_some(),
            Slot::Bool(v) => v.is_some(),
            Slot::I32(v) => v.is_some(),
            Slot::I64(v) => v.is_some(),
            Slot::F64(v) => v.is_some(),
            Slot::Bools(v) | Slot::I32s(v) | Slot::I64s(v) | Slot::F64s(v) | Slot::Raws(v) => v.size().is_some(),
            Slot::Text(v) => v.text().is_some(),
            Slot::Texts(v) => v.size().is_some(),
            Slot::Obj(v) => v.object().is_some(),
            Slot::Objs(v) => v.size().is_some(),
            Slot::Raw(v) => v.raw().is_some(),
            Slot::Rest(..) => false,
        }
    }
}

impl SlotMut<'_> {
    /// Leaves the property without a value.
    pub(super) fn clear(self) {
        match self {
            SlotMut::Str(v) => *v = None,
            SlotMut::Strs(v) => *v = None,
            SlotMut::Bool(v) => *v = None,
            SlotMut::I32(v) => *v = None,
            SlotMut::I64(v) => *v = None,
            SlotMut::F64(v) => *v = None,
            SlotMut::Bools(v) | SlotMut::I32s(v) | SlotMut::I64s(v) | SlotMut::F64s(v) | SlotMut::Raws(v) => v.clear(),
            SlotMut::Text(v) => v.clear(),
            SlotMut::Texts(v) => v.clear(),
            SlotMut::Obj(v) => v.clear(),
            SlotMut::Objs(v) => v.clear(),
            SlotMut::Raw(v) => v.put(None),
            SlotMut::Rest(_) | SlotMut::Nothing => {}
        }
    }

    /// Puts a captured JSON value into the property, for the kinds that hold one.
    pub(super) fn put_raw(self, json: Json) {
        if let SlotMut::Raw(v) = self {
            v.put(Some(json));
        }
    }
}

/// The additional properties of any object.
pub(super) fn rest(object: &dyn Object) -> Option<&AdditionalProperties> {
    match object.slot(usize::MAX) {
        Slot::Rest(rest, _) => Some(rest),
        _ => None,
    }
}

/// Like [`rest`], to change them.
pub(super) fn rest_mut(object: &mut dyn Object) -> Option<&mut AdditionalProperties> {
    match object.slot_mut(usize::MAX) {
        SlotMut::Rest(rest) => Some(rest),
        _ => None,
    }
}

impl<T: Object + ?Sized> Object for Box<T> {
    #[inline]
    fn slot(&self, index: usize) -> Slot<'_> {
        (**self).slot(index)
    }
    #[inline]
    fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        (**self).slot_mut(index)
    }
    #[inline]
    fn is_open(&self) -> bool {
        (**self).is_open()
    }
    #[inline]
    fn choose(&mut self, type_name: &str) {
        (**self).choose(type_name);
    }
    #[inline]
    fn check(&self) -> Result<(), &'static str> {
        (**self).check()
    }
    #[inline]
    fn implied_type(&self) -> Option<&'static str> {
        (**self).implied_type()
    }
}
