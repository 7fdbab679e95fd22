//! Expressions for `$filter`.

mod literal;
mod operators;
mod path;

use std::fmt;
use std::ops::{BitAnd, BitOr, Not};

pub use literal::{Null, Operand};
pub use path::{Many, Path};

/// An expression for `$filter`.
///
/// Comparisons are methods of [`Property`](crate::Property) and [`Path`]. They take values of the type of the field, and
/// quote them. Combine them with `&`, `|` and `!`.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, model};
/// # struct Tag {
/// #     name: Option<String>,
/// #     built_in: Option<bool>,
/// #     additional_properties: AdditionalProperties,
/// # }
/// # model! { Tag = "tag" { 0 name: Str = "displayName", 1 built_in: Bool = "isBuiltIn", } }
/// use graph_runtime::property;
///
/// let by_name = property!(Tag: name).starts_with("O'Neil") | property!(Tag: name).eq("Wi-Fi");
/// let filter = by_name & property!(Tag: built_in).eq(false);
/// assert_eq!(
///     filter.as_str(),
///     "(startswith(displayName,'O''Neil') or displayName eq 'Wi-Fi') and isBuiltIn eq false"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a filter does nothing until it is passed to a request"]
pub struct Filter {
    text: String,
    precedence: Precedence,
}

/// The precedence of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Precedence {
    /// A comparison or a call.
    Comparison,
    /// Expressions with `and` between them.
    And,
    /// Expressions with `or` between them, or any text.
    Or,
}

impl Filter {
    /// Any expression. Values in it have to be quoted already.
    pub fn raw(expression: &str) -> Self {
        Self {
            text: expression.to_owned(),
            precedence: Precedence::Or,
        }
    }

    fn comparison(text: String) -> Self {
        Self {
            text,
            precedence: Precedence::Comparison,
        }
    }

    /// Both conditions; the same as `self & other`.
    pub fn and(self, other: Self) -> Self {
        let text = format!("{} and {}", self.inside(Precedence::And), other.inside(Precedence::And));
        Self {
            text,
            precedence: Precedence::And,
        }
    }

    /// At least one of the conditions; the same as `self | other`.
    pub fn or(self, other: Self) -> Self {
        let text = format!("{} or {}", self.inside(Precedence::Or), other.inside(Precedence::Or));
        Self {
            text,
            precedence: Precedence::Or,
        }
    }

    /// The expression as an operand, in brackets if it needs them.
    fn inside(self, outer: Precedence) -> String {
        if self.precedence == Precedence::Or && outer != Precedence::Or {
            format!("({})", self.text)
        } else {
            self.text
        }
    }

    /// The text of the expression.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl BitAnd for Filter {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOr for Filter {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl Not for Filter {
    type Output = Self;
    fn not(self) -> Self {
        Self::comparison(format!("not({})", self.text))
    }
}

impl AsRef<str> for Filter {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
