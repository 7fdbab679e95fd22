//! `Edm.Date` and `Edm.DateTimeOffset`.

use std::time::{Duration, SystemTime};

use super::calendar::{date_from_days, days_from_date, number, parse_date, parse_time};
use super::text_newtype;

text_newtype! {
    /// `Edm.Date`: a day, such as `2021-07-16`.
    ///
    /// ```
    /// use graph_runtime::Date;
    ///
    /// assert_eq!(Date::from("2021-07-16").ymd(), Some((2021, 7, 16)));
    /// ```
    Date, None
}

impl Date {
    #[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
    pub(super) fn of(year: i64, month: u32, day: u32) -> Self {
        let sign = if year < 0 { "-" } else { "" };
        Self::from(format!("{sign}{:04}-{month:02}-{day:02}", year.abs()))
    }

    /// Year, month and day; `None` if the text is not a date.
    pub fn ymd(&self) -> Option<(i64, u32, u32)> {
        // Some services send a date with a time where the documentation says date.
        parse_date(self.as_str().split(['T', 't', ' ']).next()?.trim())
    }
}

text_newtype! {
    /// `Edm.DateTimeOffset`: a date and time with a time zone, such as `2021-07-16T08:03:03.5185639-08:00`.
    ///
    /// A text without a time zone is read as UTC.
    ///
    /// ```
    /// use graph_runtime::DateTimeOffset;
    ///
    /// let time = DateTimeOffset::from("2021-07-16T08:00:00.5-08:00");
    /// assert_eq!(time.unix(), Some((1_626_451_200, 500_000_000)));
    /// assert_eq!(DateTimeOffset::from_unix(1_626_451_200, 0).as_str(), "2021-07-16T16:00:00Z");
    /// ```
    DateTimeOffset, None
}

impl DateTimeOffset {
    /// Seconds since 1970-01-01T00:00:00Z, and nanoseconds; `None` if the text is not a date and time.
    pub fn unix(&self) -> Option<(i64, u32)> {
        let (date, time) = self.as_str().trim().split_once(['T', 't', ' '])?;
        let (year, month, day) = parse_date(date)?;
        let (time, offset) = split_zone(time.trim())?;
        let (seconds, nanos) = parse_time(time)?;
        Some((days_from_date(year, month, day) * 86_400 + seconds - offset, nanos))
    }

    /// The time as a [`SystemTime`]; `None` if the text is not a date and time, or is out of range.
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let (seconds, nanos) = self.unix()?;
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let start = if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(whole)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(whole)
        };
        start?.checked_add(Duration::from_nanos(nanos.into()))
    }

    /// A time from seconds since 1970-01-01T00:00:00Z and nanoseconds. The fraction has as many digits as needed.
    pub fn from_unix(seconds: i64, nanos: u32) -> Self {
        let (year, month, day) = date_from_days(seconds.div_euclid(86_400));
        let time = seconds.rem_euclid(86_400);
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
        let mut text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
        if nanos > 0 {
            let fraction = format!(".{nanos:09}");
            text.push_str(fraction.trim_end_matches('0'));
        }
        text.push('Z');
        Self::from(text)
    }
}

impl From<SystemTime> for DateTimeOffset {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self::from_unix(
                i64::try_from(after.as_secs()).unwrap_or(i64::MAX / 2),
                after.subsec_nanos(),
            ),
            Err(before) => {
                let before = before.duration();
                let seconds = -i64::try_from(before.as_secs()).unwrap_or(0);
                match before.subsec_nanos() {
                    0 => Self::from_unix(seconds, 0),
                    nanos => Self::from_unix(seconds - 1, 1_000_000_000 - nanos),
                }
            }
        }
    }
}

/// The time of day, and the offset of its time zone in seconds.
fn split_zone(text: &str) -> Option<(&str, i64)> {
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return Some((time, 0));
    }
    let Some(at) = text.rfind(['+', '-']) else {
        return Some((text, 0));
    };
    let (time, zone) = text.split_at_checked(at)?;
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let digits: String = zone.chars().filter(|c| !matches!(c, '+' | '-' | ':')).collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { 0 } else { number(minutes)? };
    Some((time, sign * (number(hours)? * 3_600 + minutes * 60)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_and_time_as_unix_time() {
        let unix = |text: &str| DateTimeOffset::from(text).unix();
        assert_eq!(unix("1970-01-01T00:00:00Z"), Some((0, 0)));
        assert_eq!(unix("2000-02-29T12:00:00+02:00"), Some((951_818_400, 0)));
        assert_eq!(unix("2021-07-16T08:03:03.5185639"), Some((1_626_422_583, 518_563_900)));
        assert_eq!(unix("0001-01-01T00:00:00Z"), Some((-62_135_596_800, 0)));
        assert_eq!(
            unix("9999-12-31T23:59:59.9999999Z"),
            Some((253_402_300_799, 999_999_900))
        );
        for bad in [
            "",
            "x",
            "2021-13-01T00:00:00Z",
            "2021-02-29T00:00:00Z",
            "2021-01-01",
            "T",
            "2021-01-01T25:00:00Z",
            "2021-01-01T00:00:00+é",
        ] {
            assert_eq!(unix(bad), None, "{bad}");
        }
    }

    #[test]
    fn unix_time_as_text() {
        let time = DateTimeOffset::from_unix(1_626_451_383, 518_563_900);
        assert_eq!(time.as_str(), "2021-07-16T16:03:03.5185639Z");
        let before = SystemTime::UNIX_EPOCH - Duration::from_millis(500);
        let time = DateTimeOffset::from(before);
        assert_eq!(time.as_str(), "1969-12-31T23:59:59.5Z");
        assert_eq!(time.to_system_time(), Some(before));
    }

    #[test]
    fn a_date_may_have_a_time() {
        assert_eq!(Date::from("2021-07-16T00:00:00Z").ymd(), Some((2021, 7, 16)));
        assert_eq!(Date::from("16.07.2021").ymd(), None);
    }
}
