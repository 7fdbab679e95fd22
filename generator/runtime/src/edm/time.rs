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
    /// The time since midnight; `None` if the text is not a time of day.
    pub fn since_midnight(&self) -> Option<std::time::Duration> {
        let (seconds, nanos) = parse_time(self.as_str().trim())?;
        Some(std::time::Duration::new(u64::try_from(seconds).ok()?, nanos))
    }
}
