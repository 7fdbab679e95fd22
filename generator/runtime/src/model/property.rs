//! A property by name, bound to its struct.

use std::fmt;
use std::marker::PhantomData;

use super::additional::{Name, Value};
use super::object::{Object, rest, rest_mut};

/// The name of a property of `T` that is kept in a field of type `F`: for `$select` and the like, for filters, and to clear the
/// property.
///
/// [`properties!`](crate::properties) and [`property!`](crate::property) make them from fields, so that the compiler knows
/// a misspelt one. `Property<T>`, without `F`, is a property of any type.
pub struct Property<T, F = ()> {
    name: &'static str,
    owner: PhantomData<fn() -> (T, F)>,
}

impl<T, F> Property<T, F> {
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

    /// The same property without the type of its field, so that several fit into one list.
    pub const fn untyped(self) -> Property<T> {
        Property::new(self.name)
    }

    /// For `order_by`: from the greatest to the least.
    pub fn desc(self) -> String {
        format!("{} desc", self.name)
    }
}

impl<T: Object + Default, F> Property<T, F> {
    /// The property that a field holds: `Property::of(|role: &RoleAssignment| &role.display_name)`.
    ///
    /// The name is empty if `field` returns something that is no field of its argument.
    pub fn of(field: impl FnOnce(&T) -> &F) -> Self {
        let object = T::default();
        let place = std::ptr::from_ref(field(&object)).cast::<()>();
        Self::new(name_at(&object, place))
    }
}

impl<T: Object, F> Property<T, F> {
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

/// The name of the property that is kept at `place`.
fn name_at(object: &dyn Object, place: *const ()) -> &'static str {
    let names = object.shape().names.iter().enumerate();
    let at = |index: usize| object.slot(index).place() == place;
    names
        .filter(|(index, _)| at(*index))
        .map(|(_, name)| *name)
        .next()
        .unwrap_or_default()
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

impl<T, F> Clone for Property<T, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, F> Copy for Property<T, F> {}

impl<T, F> fmt::Debug for Property<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl<T, F> fmt::Display for Property<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl<T, F> AsRef<str> for Property<T, F> {
    fn as_ref(&self) -> &str {
        self.name
    }
}
