//! The left side of a comparison.

use std::marker::PhantomData;

use super::Filter;
use crate::{Expanded, Property};

/// The path of a value in a filter about a `T`: a property, a property of a property, or an element of a list.
pub struct Path<T, F> {
    pub(super) text: String,
    field: PhantomData<fn() -> (T, F)>,
}

impl<T, F> Path<T, F> {
    /// Any expression: `Path::<User, Option<String>>::raw("tolower(displayName)")`.
    pub fn raw(text: &str) -> Self {
        Self::new(text.to_owned())
    }

    fn new(text: String) -> Self {
        Self {
            text,
            field: PhantomData,
        }
    }

    /// A property of the object at this path. It may be a property of a derived type; the type is not checked.
    pub fn then<U, G>(self, property: Property<U, G>) -> Path<T, G> {
        Path::new(format!("{}/{}", self.text, property.name()))
    }

    /// The path itself, like [`Property::path`].
    pub fn path(self) -> Self {
        self
    }
}

impl<T, F> Property<T, F> {
    /// The path of the property.
    pub fn path(self) -> Path<T, F> {
        Path::raw(self.name())
    }

    /// A property of the object in this property.
    pub fn then<U, G>(self, property: Property<U, G>) -> Path<T, G> {
        self.path().then(property)
    }
}

impl<T, F> Clone for Path<T, F> {
    fn clone(&self) -> Self {
        Self::raw(&self.text)
    }
}

/// The type of a field with a list.
pub trait Many {
    /// The type of a field with one element of the list.
    type Item;
}

impl<T> Many for Option<Vec<T>> {
    type Item = Option<T>;
}

impl<T> Many for Option<Expanded<Vec<T>>> {
    type Item = Option<T>;
}

/// `text/function(name:condition)`, with a name that the condition does not use.
pub(super) fn lambda<T, I>(text: &str, function: &str, condition: impl Fn(Path<T, I>) -> Filter<T>) -> Filter<T> {
    const NAMES: [&str; 6] = ["x", "y", "z", "u", "v", "w"];
    let of = |name: &str| condition(Path::raw(name));
    let free = |name: &&str| !of(name).as_str().contains(&format!("({name}:"));
    let name = NAMES.into_iter().find(free).unwrap_or("t");
    Filter::comparison(format!("{text}/{function}({name}:{})", of(name)))
}
