//! The right side of a comparison.

use crate::Text;

/// A value that can be compared with a property whose field has the type `F`.
///
/// An `Option<String>` is compared with strings, an `Option<i32>` with numbers, an enum with its members, and each of
/// them with [`Null`].
pub trait Operand<F> {
    /// The OData literal, with its quotes.
    fn literal(&self) -> String;
}

/// The literal `null`: `property!(User: manager_id).eq(Null)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Null;

impl<F> Operand<F> for Null {
    fn literal(&self) -> String {
        "null".to_owned()
    }
}

impl Operand<Option<String>> for &str {
    fn literal(&self) -> String {
        quoted(self)
    }
}

impl<T: Text> Operand<Option<T>> for T {
    fn literal(&self) -> String {
        let text = self.text();
        match T::PREFIX {
            Some(prefix) => format!("{prefix}{}", quoted(&text)),
            None if is_bare(&text) => text.into_owned(),
            None => quoted(&text),
        }
    }
}

impl<T: Text> Operand<Option<T>> for &T {
    fn literal(&self) -> String {
        <T as Operand<Option<T>>>::literal(self)
    }
}

/// Text in quotes; a quote in it is doubled.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Whether the text of a date, a time or a GUID may be written without quotes. Other text is quoted, so that it cannot
/// change the expression.
fn is_bare(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-+:.".contains(&b))
}

macro_rules! plain {
    ($($type:ty)*) => {
        $(impl Operand<Option<$type>> for $type {
            fn literal(&self) -> String {
                self.to_string()
            }
        })*
    };
}
plain!(bool i32 i64);

impl Operand<Option<f64>> for f64 {
    fn literal(&self) -> String {
        if self.is_nan() {
            "NaN".to_owned()
        } else if self.is_infinite() {
            if *self > 0.0 { "INF" } else { "-INF" }.to_owned()
        } else {
            self.to_string()
        }
    }
}
