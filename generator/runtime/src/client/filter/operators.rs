//! Comparisons. A property has the same ones as a path.

use super::Filter;
use super::literal::{Operand, quoted};
use super::path::{Many, Path, lambda};
use crate::Property;

fn binary<F>(path: &Path<F>, operator: &str, value: &impl Operand<F>) -> Filter {
    Filter::comparison(format!("{} {operator} {}", path.text, value.literal()))
}

fn call(function: &str, path: &str, text: &str) -> Filter {
    Filter::comparison(format!("{function}({path},{})", quoted(text)))
}

fn one_of<F, V: Operand<F>>(path: &Path<F>, values: impl IntoIterator<Item = V>) -> Filter {
    let values: Vec<String> = values.into_iter().map(|value| value.literal()).collect();
    if values.is_empty() {
        return Filter::comparison("false".to_owned());
    }
    Filter::comparison(format!("{} in ({})", path.text, values.join(",")))
}

macro_rules! operators {
    ([$($owner:ident)?] $type:ident) => {
        impl<$($owner,)? F> $type<$($owner,)? F> {
            /// Equal.
            pub fn eq(self, value: impl Operand<F>) -> Filter {
                binary(&self.path(), "eq", &value)
            }

            /// Not equal.
            pub fn ne(self, value: impl Operand<F>) -> Filter {
                binary(&self.path(), "ne", &value)
            }

            /// Greater than.
            pub fn gt(self, value: impl Operand<F>) -> Filter {
                binary(&self.path(), "gt", &value)
            }

            /// Greater than or equal.
            pub fn ge(self, value: impl Operand<F>) -> Filter {
                binary(&self.path(), "ge", &value)
            }

            /// Less than.
            pub fn lt(self, value: impl Operand<F>) -> Filter {
                binary(&self.path(), "lt", &value)
            }

            /// Less than or equal.
            pub fn le(self, value: impl Operand<F>) -> Filter {
                binary(&self.path(), "le", &value)
            }

            /// Equal to one of the values; always false if there are none.
            pub fn one_of<V: Operand<F>>(self, values: impl IntoIterator<Item = V>) -> Filter {
                one_of(&self.path(), values)
            }
        }

        impl<$($owner)?> $type<$($owner,)? Option<String>> {
            /// Starts with the text.
            pub fn starts_with(self, text: &str) -> Filter {
                call("startswith", &self.path().text, text)
            }

            /// Ends with the text.
            pub fn ends_with(self, text: &str) -> Filter {
                call("endswith", &self.path().text, text)
            }

            /// Contains the text.
            pub fn contains(self, text: &str) -> Filter {
                call("contains", &self.path().text, text)
            }
        }

        impl<$($owner,)? F: Many> $type<$($owner,)? F> {
            /// At least one element meets the condition: `tags.any(|tag| tag.eq("0"))`.
            pub fn any(self, condition: impl Fn(Path<F::Item>) -> Filter) -> Filter {
                lambda(&self.path().text, "any", condition)
            }

            /// All elements meet the condition.
            pub fn all(self, condition: impl Fn(Path<F::Item>) -> Filter) -> Filter {
                lambda(&self.path().text, "all", condition)
            }

            /// The number of elements. The service requires [`Request::eventual`](crate::Request::eventual) with it.
            pub fn count(self) -> Path<Option<i64>> {
                Path::raw(&format!("{}/$count", self.path().text))
            }
        }
    };
}

operators!([] Path);
operators!([T] Property);
