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
/// Comparisons come from properties and take what their fields hold; `&`, `|` and `!` combine them. Values are quoted and brackets are set
/// where they are needed.
///
/// ```text
/// let wifi = property!(RoleScopeTag: display_name).starts_with("O'Neil");
/// let own = property!(RoleScopeTag: is_built_in).eq(false);
/// role_scope_tag::list(&client).filter(wifi & own)
/// // $filter=startswith(displayName,'O''Neil') and isBuiltIn eq false
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a filter does nothing before it is given to a request"]
pub struct Filter {
    text: String,
    binds: Binds,
}

/// How an expression holds together beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Binds {
    /// A comparison or a call.
    Tightly,
    /// Expressions with `and` between them.
    And,
    /// Expressions with `or` between them, or anything.
    Loosely,
}

impl Filter {
    /// Any expression, as it is: for what the methods do not offer. Values in it must be quoted already.
    pub fn raw(expression: &str) -> Self {
        Self {
            text: expression.to_owned(),
            binds: Binds::Loosely,
        }
    }

    fn tight(text: String) -> Self {
        Self {
            text,
            binds: Binds::Tightly,
        }
    }

    /// Both. The same as `self & other`.
    pub fn and(self, other: Self) -> Self {
        let text = format!("{} and {}", self.inside(Binds::And), other.inside(Binds::And));
        Self {
            text,
            binds: Binds::And,
        }
    }

    /// At least one of the two. The same as `self | other`.
    pub fn or(self, other: Self) -> Self {
        let text = format!("{} or {}", self.inside(Binds::Loosely), other.inside(Binds::Loosely));
        Self {
            text,
            binds: Binds::Loosely,
        }
    }

    /// The expression as a part of one that binds so.
    fn inside(self, outer: Binds) -> String {
        if self.binds == Binds::Loosely && outer != Binds::Loosely {
            format!("({})", self.text)
        } else {
            self.text
        }
    }

    /// The expression as the service reads it.
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
        Self::tight(format!("not({})", self.text))
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
