//! Conversions for the crate `jiff`.

use jiff::civil::{self, Time};
use jiff::{SignedDuration, Timestamp};

use super::{Date, DateTimeOffset, Duration, ParseError, TimeOfDay};

impl From<Timestamp> for DateTimeOffset {
    fn from(time: Timestamp) -> Self {
        let nanos = time.as_nanosecond();
        let seconds = i64::try_from(nanos.div_euclid(1_000_000_000)).unwrap_or_default();
        Self::from_unix(
            seconds,
            u32::try_from(nanos.rem_euclid(1_000_000_000)).unwrap_or_default(),
        )
    }
}

impl TryFrom<&DateTimeOffset> for Timestamp {
    type Error = ParseError;

    fn try_from(time: &DateTimeOffset) -> Result<Self, ParseError> {
        let unix = time.unix().and_then(|(seconds, nanos)| {
            Self::from_nanosecond(i128::from(seconds) * 1_000_000_000 + i128::from(nanos)).ok()
        });
        unix.ok_or_else(|| ParseError::new(time.as_str(), "a date and time in the range of jiff"))
    }
}

impl From<civil::Date> for Date {
    fn from(day: civil::Date) -> Self {
        Self::of(
            day.year().into(),
            day.month().unsigned_abs().into(),
            day.day().unsigned_abs().into(),
        )
    }
}

impl TryFrom<&Date> for civil::Date {
    type Error = ParseError;

    fn try_from(day: &Date) -> Result<Self, ParseError> {
        let ymd = day.ymd().and_then(|(year, month, day)| {
            Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
        });
        ymd.ok_or_else(|| ParseError::new(day.as_str(), "a date in the range of jiff"))
    }
}

impl From<Time> for TimeOfDay {
    fn from(time: Time) -> Self {
        let part = |value: i8| u32::from(value.unsigned_abs());
        let seconds = part(time.hour()) * 3_600 + part(time.minute()) * 60 + part(time.second());
        Self::of(seconds, time.subsec_nanosecond().unsigned_abs())
    }
}

impl TryFrom<&TimeOfDay> for Time {
    type Error = ParseError;

    fn try_from(time: &TimeOfDay) -> Result<Self, ParseError> {
        let parts = time.seconds().and_then(|(seconds, nanos)| {
            let part = |value: u32| i8::try_from(value).ok();
            let (hour, minute) = (part(seconds / 3_600)?, part(seconds / 60 % 60)?);
            Self::new(hour, minute, part(seconds % 60)?, i32::try_from(nanos).ok()?).ok()
        });
        parts.ok_or_else(|| ParseError::new(time.as_str(), "a time of day"))
    }
}

impl TryFrom<&Duration> for SignedDuration {
    type Error = ParseError;

    fn try_from(length: &Duration) -> Result<Self, ParseError> {
        let std = length.to_std().and_then(|std| Self::try_from(std).ok());
        std.ok_or_else(|| ParseError::new(length.as_str(), "a length of time in the range of jiff"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_jiff_and_back() {
        for (text, utc) in [
            ("2021-07-16T08:03:03.5-08:00", "2021-07-16T16:03:03.5Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ] {
            let there: Timestamp = (&DateTimeOffset::from(text)).try_into().unwrap();
            assert_eq!(DateTimeOffset::from(there).as_str(), utc);
        }
        let there: civil::Date = (&Date::from("2021-07-06")).try_into().unwrap();
        assert_eq!(Date::from(there).as_str(), "2021-07-06");
        let there: Time = (&TimeOfDay::from("13:30:05.25")).try_into().unwrap();
        assert_eq!(TimeOfDay::from(there).as_str(), "13:30:05.25");
        let there: SignedDuration = (&Duration::from("PT1H")).try_into().unwrap();
        assert_eq!(there.as_secs(), 3_600);
        assert!(Timestamp::try_from(&DateTimeOffset::from("soon")).is_err());
    }
}
