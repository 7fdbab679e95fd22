//! What is compared.

use std::marker::PhantomData;

use super::Filter;
use crate::{Expanded, Property};

/// The way to a value in a filter: a property, a property of a property, or the element of a list.
pub struct Path<F> {
    pub(super) text: String,
    field: PhantomData<fn() -> F>,
}

impl<F> Path<F> {
    /// Any operand, as it is: `Path::<Option<String>>::raw("tolower(displayName)")`.
    pub fn raw(text: &str) -> Self {
        Self::new(text.to_owned())
    }

    fn new(text: String) -> Self {
        Self {
            text,
            field: PhantomData,
        }
    }

    /// A property of the object that is here. Whose property it is is not checked, so that one of a derived type fits too.
    pub fn then<T, G>(self, property: Property<T, G>) -> Path<G> {
        Path::new(format!("{}/{}", self.text, property.name()))
    }

    /// The path itself; the counterpart of [`Property::path`].
    pub fn path(self) -> Self {
        self
    }
}

impl<T, F> Property<T, F> {
    /// The property in a filter.
    pub fn path(self) -> Path<F> {
        Path::raw(self.name())
    }

    /// A property of the object that this property holds.
    pub fn then<U, G>(self, property: Property<U, G>) -> Path<G> {
        self.path().then(property)
    }
}

impl<F> Clone for Path<F> {
    fn clone(&self) -> Self {
        Self::raw(&self.text)
    }
}

/// A field that holds many values.
pub trait Many {
    /// The field of one of them, if it were alone.
    type Item;
}

impl<T> Many for Option<Vec<T>> {
    type Item = Option<T>;
}

impl<T> Many for Option<Expanded<Vec<T>>> {
    type Item = Option<T>;
}

/// `text/function(name:condition)`, with a name that stands for nothing else inside.
pub(super) fn lambda<I>(text: &str, function: &str, condition: impl Fn(Path<I>) -> Filter) -> Filter {
    const NAMES: [&str; 6] = ["x", "y", "z", "u", "v", "w"];
    let of = |name: &str| condition(Path::raw(name));
    let free = |name: &&str| !of(name).as_str().contains(&format!("({name}:"));
    let name = NAMES.into_iter().find(free).unwrap_or("t");
    Filter::tight(format!("{text}/{function}({name}:{})", of(name)))
}
