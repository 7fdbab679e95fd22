//! Conversions for the crate `time`.

use time::{Month, OffsetDateTime, Time};

use super::{Date, DateTimeOffset, Duration, ParseError, TimeOfDay};

impl From<OffsetDateTime> for DateTimeOffset {
    fn from(time: OffsetDateTime) -> Self {
        Self::from_unix(time.unix_timestamp(), time.nanosecond())
    }
}

impl TryFrom<&DateTimeOffset> for OffsetDateTime {
    type Error = ParseError;

    fn try_from(time: &DateTimeOffset) -> Result<Self, ParseError> {
        let unix = time.unix().and_then(|(seconds, nanos)| {
            Self::from_unix_timestamp_nanos(i128::from(seconds) * 1_000_000_000 + i128::from(nanos)).ok()
        });
        unix.ok_or_else(|| ParseError::new(time.as_str(), "a date and time in the range of time"))
    }
}

impl From<time::Date> for Date {
    fn from(day: time::Date) -> Self {
        Self::of(day.year().into(), u8::from(day.month()).into(), day.day().into())
    }
}

impl TryFrom<&Date> for time::Date {
    type Error = ParseError;

    fn try_from(day: &Date) -> Result<Self, ParseError> {
        let ymd = day.ymd().and_then(|(year, month, day)| {
            let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
            Self::from_calendar_date(year.try_into().ok()?, month, day.try_into().ok()?).ok()
        });
        ymd.ok_or_else(|| ParseError::new(day.as_str(), "a date in the range of time"))
    }
}

impl From<Time> for TimeOfDay {
    fn from(time: Time) -> Self {
        let seconds = u32::from(time.hour()) * 3_600 + u32::from(time.minute()) * 60 + u32::from(time.second());
        Self::of(seconds, time.nanosecond())
    }
}

impl TryFrom<&TimeOfDay> for Time {
    type Error = ParseError;

    fn try_from(time: &TimeOfDay) -> Result<Self, ParseError> {
        let parts = time.seconds().and_then(|(seconds, nanos)| {
            let part = |value: u32| u8::try_from(value).ok();
            Self::from_hms_nano(
                part(seconds / 3_600)?,
                part(seconds / 60 % 60)?,
                part(seconds % 60)?,
                nanos,
            )
            .ok()
        });
        parts.ok_or_else(|| ParseError::new(time.as_str(), "a time of day"))
    }
}

impl TryFrom<&Duration> for time::Duration {
    type Error = ParseError;

    fn try_from(length: &Duration) -> Result<Self, ParseError> {
        let std = length.to_std().and_then(|std| Self::try_from(std).ok());
        std.ok_or_else(|| ParseError::new(length.as_str(), "a length of time in the range of time"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_time_and_back() {
        for (text, utc) in [
            ("2021-07-16T08:03:03.5-08:00", "2021-07-16T16:03:03.5Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ] {
            let there: OffsetDateTime = (&DateTimeOffset::from(text)).try_into().unwrap();
            assert_eq!(DateTimeOffset::from(there).as_str(), utc);
        }
        let there: time::Date = (&Date::from("2021-07-06")).try_into().unwrap();
        assert_eq!(Date::from(there).as_str(), "2021-07-06");
        let there: Time = (&TimeOfDay::from("13:30:05.25")).try_into().unwrap();
        assert_eq!(TimeOfDay::from(there).as_str(), "13:30:05.25");
        let there: time::Duration = (&Duration::from("PT1H")).try_into().unwrap();
        assert_eq!(there.whole_minutes(), 60);
        assert!(OffsetDateTime::try_from(&DateTimeOffset::from("soon")).is_err());
    }
}
