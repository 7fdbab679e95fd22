//! Times of the day.

use super::calendar::parse_time;
use super::text_newtype;

text_newtype! {
    /// A time of the day, `13:30:05.1234567`.
    TimeOfDay, None
}

impl TimeOfDay {
    /// Time since midnight; `None` if the text is no time of the day.
    pub fn since_midnight(&self) -> Option<std::time::Duration> {
        let (seconds, nanos) = parse_time(self.as_str().trim())?;
        Some(std::time::Duration::new(u64::try_from(seconds).ok()?, nanos))
    }
}
