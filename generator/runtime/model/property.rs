//! A property by name, bound to its struct.

use std::fmt;
use std::marker::PhantomData;

use super::additional::{Name, Value};
use super::object::{Object, rest, rest_mut};

/// The name of a property of `T`: for `$select` and the like, and to clear the property.
///
/// Each emitted struct has one constant per property, such as `RoleAssignment::DISPLAY_NAME`.
pub struct Property<T> {
    name: &'static str,
    owner: PhantomData<fn() -> T>,
}

impl<T> Property<T> {
    #[doc(hidden)]
    #[inline]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            owner: PhantomData,
        }
    }

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl<T: Object> Property<T> {
    /// Clears the property in an update: the field becomes `None`, and `null` is sent.
    ///
    /// Setting the field later wins over it.
    #[inline]
    pub fn clear(self, object: &mut T) {
        clear(object, self.name);
    }

    /// Whether `null` was read for the property, or will be sent.
    #[inline]
    pub fn is_null(self, object: &T) -> bool {
        is_null(object, self.name)
    }
}

fn position(object: &dyn Object, name: &str) -> Option<usize> {
    object.shape().names.iter().position(|n| *n == name)
}

fn clear(object: &mut dyn Object, name: &'static str) {
    let index = position(object, name);
    if let Some(index) = index {
        object.slot_mut(index).clear();
    }
    if let Some(rest) = rest_mut(object) {
        rest.remove(name);
        let name = index.map_or_else(|| Name::Other(name.into()), |index| Name::Own(name, index));
        rest.push(name, Value::Null);
    }
}

fn is_null(object: &dyn Object, name: &str) -> bool {
    let set = position(object, name).is_some_and(|index| object.slot(index).is_set());
    !set && rest(object).is_some_and(|rest| rest.is_null(name))
}

impl<T> Clone for Property<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Property<T> {}

impl<T> fmt::Debug for Property<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl<T> fmt::Display for Property<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl<T> AsRef<str> for Property<T> {
    fn as_ref(&self) -> &str {
        self.name
    }
}
