//! What query options take: properties of the type that the request is about, or text.

use super::filter::Filter;
use crate::Property;

/// What `$select` and `$expand` of a request about a `T` take: a property of `T`, or text.
pub trait Named<T> {
    /// The text in the URL.
    #[doc(hidden)]
    fn text(&self) -> &str;
}

/// What `$orderby` of a request about a `T` takes: a property of `T`, [`Property::desc`], or text.
pub trait Sorted<T> {
    /// The text in the URL.
    #[doc(hidden)]
    fn text(&self) -> String;
}

/// What `$filter` of a request about a `T` takes: a [`Filter`] with properties of `T`, or text.
pub trait Condition<T> {
    /// The text in the URL.
    #[doc(hidden)]
    fn text(&self) -> &str;
}

/// A property, and in which direction its values are sorted.
pub struct Order<T>(Property<T>, &'static str);

impl<T, F> Property<T, F> {
    /// The property in ascending order, for `order_by` beside others in descending order.
    pub fn asc(self) -> Order<T> {
        Order(self.untyped(), "")
    }

    /// The property in descending order, for `order_by`.
    pub fn desc(self) -> Order<T> {
        Order(self.untyped(), " desc")
    }
}

impl<T, F> Named<T> for Property<T, F> {
    fn text(&self) -> &str {
        self.name()
    }
}

impl<T, F> Sorted<T> for Property<T, F> {
    fn text(&self) -> String {
        self.name().to_owned()
    }
}

impl<T> Sorted<T> for Order<T> {
    fn text(&self) -> String {
        format!("{}{}", self.0, self.1)
    }
}

impl<T> Condition<T> for Filter<T> {
    fn text(&self) -> &str {
        self.as_str()
    }
}

macro_rules! texts {
    ($($type:ty)*) => {
        $(
            impl<T> Named<T> for $type {
                fn text(&self) -> &str {
                    self
                }
            }

            impl<T> Sorted<T> for $type {
                fn text(&self) -> String {
                    (*self).to_string()
                }
            }

            impl<T> Condition<T> for $type {
                fn text(&self) -> &str {
                    self
                }
            }
        )*
    };
}
texts!(&str String &String);
