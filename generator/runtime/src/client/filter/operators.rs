//! Comparisons. A property has the same ones as a path.

use super::Filter;
use super::literal::{Operand, quoted};
use super::path::{Many, Path, lambda};
use crate::Property;

fn binary<T, F>(path: &Path<T, F>, operator: &str, value: &impl Operand<F>) -> Filter<T> {
    Filter::comparison(format!("{} {operator} {}", path.text, value.literal()))
}

fn call<T>(function: &str, path: &str, text: &str) -> Filter<T> {
    Filter::comparison(format!("{function}({path},{})", quoted(text)))
}

fn one_of<T, F, V: Operand<F>>(path: &Path<T, F>, values: impl IntoIterator<Item = V>) -> Filter<T> {
    let values: Vec<String> = values.into_iter().map(|value| value.literal()).collect();
    if values.is_empty() {
        return Filter::comparison("false".to_owned());
    }
    Filter::comparison(format!("{} in ({})", path.text, values.join(",")))
}

macro_rules! operators {
    ($type:ident) => {
        impl<T, F> $type<T, F> {
            /// Equal.
            pub fn eq(self, value: impl Operand<F>) -> Filter<T> {
                binary(&self.path(), "eq", &value)
            }

            /// Not equal.
            pub fn ne(self, value: impl Operand<F>) -> Filter<T> {
                binary(&self.path(), "ne", &value)
            }

            /// Greater than.
            pub fn gt(self, value: impl Operand<F>) -> Filter<T> {
                binary(&self.path(), "gt", &value)
            }

            /// Greater than or equal.
            pub fn ge(self, value: impl Operand<F>) -> Filter<T> {
                binary(&self.path(), "ge", &value)
            }

            /// Less than.
            pub fn lt(self, value: impl Operand<F>) -> Filter<T> {
                binary(&self.path(), "lt", &value)
            }

            /// Less than or equal.
            pub fn le(self, value: impl Operand<F>) -> Filter<T> {
                binary(&self.path(), "le", &value)
            }

            /// Equal to one of the values; always false if there are none.
            pub fn one_of<V: Operand<F>>(self, values: impl IntoIterator<Item = V>) -> Filter<T> {
                one_of(&self.path(), values)
            }
        }

        impl<T> $type<T, Option<String>> {
            /// Starts with the text.
            pub fn starts_with(self, text: &str) -> Filter<T> {
                call("startswith", &self.path().text, text)
            }

            /// Ends with the text.
            pub fn ends_with(self, text: &str) -> Filter<T> {
                call("endswith", &self.path().text, text)
            }

            /// Contains the text.
            pub fn contains(self, text: &str) -> Filter<T> {
                call("contains", &self.path().text, text)
            }
        }

        impl<T, F: Many> $type<T, F> {
            /// At least one element meets the condition: `tags.any(|tag| tag.eq("0"))`.
            pub fn any(self, condition: impl Fn(Path<T, F::Item>) -> Filter<T>) -> Filter<T> {
                lambda(&self.path().text, "any", condition)
            }

            /// All elements meet the condition.
            pub fn all(self, condition: impl Fn(Path<T, F::Item>) -> Filter<T>) -> Filter<T> {
                lambda(&self.path().text, "all", condition)
            }

            /// The number of elements. The service requires [`Request::eventual`](crate::Request::eventual) with it.
            pub fn count(self) -> Path<T, Option<i64>> {
                Path::raw(&format!("{}/$count", self.path().text))
            }
        }
    };
}

operators!(Path);
operators!(Property);
