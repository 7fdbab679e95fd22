//! Primitive types that are strings in JSON. Each keeps the text as it was sent and returns its meaning on demand, so
//! that reading never fails.

mod binary;
mod calendar;
mod date_time;
mod duration;
mod guid;
mod parse;
mod time_of_day;
#[cfg(feature = "chrono")]
mod with_chrono;
#[cfg(feature = "jiff")]
mod with_jiff;
#[cfg(feature = "time")]
mod with_time;

#[cfg(feature = "client")]
pub(crate) use calendar::{days_from_date, parse_time};

pub use binary::Binary;
pub use date_time::{Date, DateTimeOffset};
pub use duration::Duration;
pub use guid::Guid;
pub use parse::ParseError;
pub use time_of_day::TimeOfDay;

/// A newtype over text, with the prefix of its literal in a filter.
macro_rules! text_newtype {
    ($(#[$doc:meta])* $name:ident, $prefix:expr) => {
        $(#[$doc])*
        pub struct $name(Box<str>);

        impl $name {
            /// The text as it is in JSON.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }
        impl crate::Text for $name {
            const PREFIX: Option<&'static str> = $prefix;

            fn text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed(&self.0)
            }
        }
        crate::text_impls!($name);
        crate::key_impls!($name);
    };
}
use text_newtype;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_all(text: &str) {
        let _ = DateTimeOffset::from(text).to_system_time();
        let _ = (Date::from(text).ymd(), TimeOfDay::from(text).since_midnight());
        let _ = (Duration::from(text).to_std(), Binary::from(text).to_bytes());
        let _ = Guid::from(text).to_bytes();
    }

    proptest! {
        #[test]
        fn any_text_gives_no_panic(text in "\\PC{0,20}") {
            read_all(&text);
        }

        #[test]
        fn any_digits_give_no_panic(text in "[-+0-9TZP:.,DHMS ]{0,30}") {
            read_all(&text);
        }
    }
}
