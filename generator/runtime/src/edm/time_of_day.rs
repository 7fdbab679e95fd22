//! `Edm.TimeOfDay`.

use super::calendar::parse_time;
use super::text_newtype;

text_newtype! {
    /// `Edm.TimeOfDay`: a time of day, such as `13:30:05.1234567`.
    ///
    /// ```
    /// use graph_runtime::TimeOfDay;
    ///
    /// let time = TimeOfDay::from("13:30:00");
    /// assert_eq!(time.since_midnight(), Some(std::time::Duration::from_secs(48_600)));
    /// ```
    TimeOfDay, None
}

impl TimeOfDay {
    /// From whole seconds since midnight and nanoseconds.
    #[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
    pub(super) fn of(seconds: u32, nanos: u32) -> Self {
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let mut text = format!("{hour:02}:{minute:02}:{second:02}");
        if nanos > 0 {
            text.push_str(format!(".{nanos:09}").trim_end_matches('0'));
        }
        Self::from(text)
    }

    /// Whole seconds since midnight, and nanoseconds.
    #[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
    pub(super) fn seconds(&self) -> Option<(u32, u32)> {
        let (seconds, nanos) = parse_time(self.as_str().trim())?;
        Some((u32::try_from(seconds).ok()?, nanos))
    }

    /// The time since midnight; `None` if the text is not a time of day.
    pub fn since_midnight(&self) -> Option<std::time::Duration> {
        let (seconds, nanos) = parse_time(self.as_str().trim())?;
        Some(std::time::Duration::new(u64::try_from(seconds).ok()?, nanos))
    }
}
