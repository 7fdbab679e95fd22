//! Conversions for the crate `chrono`.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};

use super::{Date, DateTimeOffset, Duration, ParseError, TimeOfDay};

impl<Zone: TimeZone> From<DateTime<Zone>> for DateTimeOffset {
    fn from(time: DateTime<Zone>) -> Self {
        Self::from_unix(time.timestamp(), time.timestamp_subsec_nanos().min(999_999_999))
    }
}

impl TryFrom<&DateTimeOffset> for DateTime<Utc> {
    type Error = ParseError;

    fn try_from(time: &DateTimeOffset) -> Result<Self, ParseError> {
        let unix = time.unix();
        let time = || ParseError::new(time.as_str(), "a date and time in the range of chrono");
        unix.and_then(|(seconds, nanos)| Self::from_timestamp(seconds, nanos))
            .ok_or_else(time)
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self::of(day.year().into(), day.month(), day.day())
    }
}

impl TryFrom<&Date> for NaiveDate {
    type Error = ParseError;

    fn try_from(day: &Date) -> Result<Self, ParseError> {
        let ymd = day
            .ymd()
            .and_then(|(year, month, day)| Self::from_ymd_opt(i32::try_from(year).ok()?, month, day));
        ymd.ok_or_else(|| ParseError::new(day.as_str(), "a date in the range of chrono"))
    }
}

impl From<NaiveTime> for TimeOfDay {
    fn from(time: NaiveTime) -> Self {
        Self::of(time.num_seconds_from_midnight(), time.nanosecond().min(999_999_999))
    }
}

impl TryFrom<&TimeOfDay> for NaiveTime {
    type Error = ParseError;

    fn try_from(time: &TimeOfDay) -> Result<Self, ParseError> {
        let parts = time
            .seconds()
            .and_then(|(seconds, nanos)| Self::from_num_seconds_from_midnight_opt(seconds, nanos));
        parts.ok_or_else(|| ParseError::new(time.as_str(), "a time of day"))
    }
}

impl TryFrom<&Duration> for TimeDelta {
    type Error = ParseError;

    fn try_from(length: &Duration) -> Result<Self, ParseError> {
        let std = length.to_std().and_then(|std| Self::from_std(std).ok());
        std.ok_or_else(|| ParseError::new(length.as_str(), "a length of time in the range of chrono"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_chrono_and_back() {
        let time = DateTimeOffset::from("2021-07-16T08:03:03.5-08:00");
        let there: DateTime<Utc> = (&time).try_into().unwrap();
        assert_eq!(DateTimeOffset::from(there).as_str(), "2021-07-16T16:03:03.5Z");
        let there: NaiveDate = (&Date::from("2021-07-06")).try_into().unwrap();
        assert_eq!(Date::from(there).as_str(), "2021-07-06");
        let there: NaiveTime = (&TimeOfDay::from("13:30:05.25")).try_into().unwrap();
        assert_eq!(TimeOfDay::from(there).as_str(), "13:30:05.25");
        let there: TimeDelta = (&Duration::from("PT1H")).try_into().unwrap();
        assert_eq!(there.num_minutes(), 60);
        assert!(DateTime::<Utc>::try_from(&DateTimeOffset::from("soon")).is_err());
    }
}
