//! Order, and strict reading from text.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::{Date, DateTimeOffset, Duration, Guid, TimeOfDay};

/// A text that is not what it should be. `From<&str>` takes any text; `str::parse` checks it.
///
/// ```
/// use graph_runtime::Date;
///
/// let day: Date = "2021-07-16".parse()?;
/// assert!(day < "2021-08-01");
/// assert_eq!("16.07.2021".parse::<Date>().unwrap_err().to_string(), "`16.07.2021` is not a date");
/// # Ok::<(), graph_runtime::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    text: Box<str>,
    expected: &'static str,
}

impl ParseError {
    pub(super) fn new(text: &str, expected: &'static str) -> Self {
        let text = text.into();
        Self { text, expected }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not {}", self.text, self.expected)
    }
}

impl std::error::Error for ParseError {}

/// Values are ordered by their meaning; those with the same meaning by their text, so that only equal texts are equal;
/// those without one come first.
macro_rules! parsed {
    ($($name:ident: $read:ident, $expected:literal;)*) => {
        $(
            impl FromStr for $name {
                type Err = ParseError;

                fn from_str(text: &str) -> Result<Self, ParseError> {
                    let value = Self::from(text);
                    match value.$read() {
                        Some(_) => Ok(value),
                        None => Err(ParseError::new(text, $expected)),
                    }
                }
            }
            impl Ord for $name {
                fn cmp(&self, other: &Self) -> Ordering {
                    let by_meaning = self.$read().cmp(&other.$read());
                    by_meaning.then_with(|| self.as_str().cmp(other.as_str()))
                }
            }
            impl PartialOrd for $name {
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    Some(self.cmp(other))
                }
            }
            impl PartialOrd<&str> for $name {
                fn partial_cmp(&self, other: &&str) -> Option<Ordering> {
                    Some(self.cmp(&Self::from(*other)))
                }
            }
        )*
    };
}

parsed! {
    Date: ymd, "a date";
    DateTimeOffset: unix, "a date and time";
    Duration: to_std, "a length of time";
    Guid: to_bytes, "a GUID";
    TimeOfDay: since_midnight, "a time of day";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_ordered_by_their_meaning() {
        let mut times = [
            "2021-07-16T10:00:00Z",
            "2021-07-16T10:00:00+02:00",
            "soon",
            "2021-07-16T09:00:00.5Z",
            "2021-07-16T09:00:00Z",
        ]
        .map(DateTimeOffset::from);
        times.sort();
        let sorted = [
            "soon",
            "2021-07-16T10:00:00+02:00",
            "2021-07-16T09:00:00Z",
            "2021-07-16T09:00:00.5Z",
            "2021-07-16T10:00:00Z",
        ];
        assert_eq!(times.each_ref().map(DateTimeOffset::as_str), sorted);
        let (length, time) = (Duration::from("PT59M"), TimeOfDay::from("9:00:00"));
        assert!(length < "PT1H" && time < "10:00:00");
        // The same time in another form is not the same text.
        let (a, b) = (
            DateTimeOffset::from("2021-07-16T09:00:00Z"),
            DateTimeOffset::from("2021-07-16T09:00:00.0Z"),
        );
        assert_ne!(a, b);
        assert_ne!(a.cmp(&b), Ordering::Equal);
    }

    #[test]
    fn parsing_is_strict() {
        assert_eq!(
            "2021-07-16T09:00:00Z".parse(),
            Ok(DateTimeOffset::from("2021-07-16T09:00:00Z"))
        );
        assert!("2021-07-16".parse::<DateTimeOffset>().is_err());
        assert!("P1Y".parse::<Duration>().is_err());
        assert!("x".parse::<Guid>().is_err());
        assert!("25:00".parse::<TimeOfDay>().is_err());
    }
}
