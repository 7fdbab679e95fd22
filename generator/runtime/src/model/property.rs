//! Names of properties, with the types of their struct and field.

use std::fmt;
use std::marker::PhantomData;

use super::additional::Value;
use super::object::{Object, rest, rest_mut};

/// The name of a property of the struct `T` with a field of the type `F`. It is used in query options and filters, and
/// to set the property to `null`.
///
/// The macros [`property!`](crate::property) and [`properties!`](crate::properties) make it from a field, so that a
/// misspelled name does not compile. `Property<T>`, without `F`, is a property with a field of any type.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, model};
/// # struct Tag {
/// #     description: Option<String>,
/// #     additional_properties: AdditionalProperties,
/// # }
/// # model! { Tag = "tag" { 0 description: Str = "description", } }
/// use graph_runtime::property;
///
/// let mut update = Tag::default();
/// property!(Tag: description).clear(&mut update);
/// assert_eq!(graph_runtime::to_string(&update)?, r#"{"description":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
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

    /// The JSON name.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The same property without the type of its field, for lists of properties.
    pub const fn untyped(self) -> Property<T> {
        Property::new(self.name)
    }

    /// The same property of objects of another type. A list whose objects have several types takes the properties of
    /// their base; this is how it takes one of a derived type: `property!(User: job_title).on()`.
    pub const fn on<U>(self) -> Property<U, F> {
        Property::new(self.name)
    }
}

impl<T: Object + Default, F> Property<T, F> {
    /// The property of a field: `Property::of(|role: &RoleAssignment| &role.display_name)`.
    ///
    /// The name is empty if `field` does not return a field of its argument.
    pub fn of(field: impl FnOnce(&T) -> &F) -> Self {
        let object = T::default();
        let address = std::ptr::from_ref(field(&object)).cast::<()>();
        Self::new(name_at(&object, address))
    }
}

impl<T: Object, F> Property<T, F> {
    /// Sets the property to `null` in an update: the field becomes `None`, and `null` is sent, unless the field gets a
    /// value later.
    #[inline]
    pub fn clear(self, object: &mut T) {
        clear(object, self.name);
    }

    /// Whether the property was read as `null`, or will be sent as `null`.
    #[inline]
    pub fn is_null(self, object: &T) -> bool {
        is_null(object, self.name)
    }
}

/// The name of the property whose field is at `address`.
fn name_at(object: &dyn Object, address: *const ()) -> &'static str {
    let names = object.shape().names.iter().enumerate();
    let at = |index: usize| object.slot(index).address() == address;
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
    if let Some(index) = position(object, name) {
        object.slot_mut(index).clear();
    }
    if let Some(rest) = rest_mut(object) {
        rest.put(name, Value::Null);
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
