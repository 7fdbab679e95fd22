//! `Edm.Duration`.

use super::calendar::{number, parse_seconds};
use super::text_newtype;

text_newtype! {
    /// `Edm.Duration`: a length of time, such as `P1DT12H30M5S`.
    ///
    /// ```
    /// use graph_runtime::Duration;
    ///
    /// assert_eq!(Duration::from("PT1H30M").to_std(), Some(std::time::Duration::from_secs(5_400)));
    /// ```
    Duration, Some("duration")
}

impl Duration {
    /// The length of time; `None` if the text is not a duration, is negative, or has months or years, whose length
    /// varies.
    pub fn to_std(&self) -> Option<std::time::Duration> {
        let text = self.as_str().trim().strip_prefix(['P', 'p'])?;
        let (days, time) = text.split_once(['T', 't']).unwrap_or((text, ""));
        if days.is_empty() && time.is_empty() {
            return None;
        }
        let days = sum(days, &[('W', 604_800), ('D', 86_400)])?;
        let time = sum(time, &[('H', 3_600), ('M', 60), ('S', 1)])?;
        days.checked_add(time)
    }
}

impl From<std::time::Duration> for Duration {
    fn from(length: std::time::Duration) -> Self {
        let seconds = length.as_secs();
        if length.subsec_nanos() == 0 {
            return Self::from(format!("PT{seconds}S"));
        }
        let text = format!("PT{seconds}.{:09}", length.subsec_nanos());
        Self::from(format!("{}S", text.trim_end_matches('0')))
    }
}

/// Adds up numbers with units; the units in their order, each at most once.
fn sum(mut text: &str, units: &[(char, u64)]) -> Option<std::time::Duration> {
    let mut total = std::time::Duration::ZERO;
    for (unit, length) in units {
        if let Some((amount, rest)) = text.split_once([*unit, unit.to_ascii_lowercase()]) {
            let (whole, nanos) = if *unit == 'S' {
                parse_seconds(amount)?
            } else {
                (number(amount)?, 0)
            };
            let seconds = u64::try_from(whole).ok()?.checked_mul(*length)?;
            total = total.checked_add(std::time::Duration::new(seconds, nanos))?;
            text = rest;
        }
    }
    text.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::Duration;

    #[test]
    fn lengths_of_time() {
        let length = |text: &str| Duration::from(text).to_std();
        assert_eq!(
            length("P1DT2H3M4.5S"),
            Some(std::time::Duration::from_millis(93_784_500))
        );
        assert_eq!(length("P2W"), length("P14D"));
        assert_eq!(length("PT0S"), Some(std::time::Duration::ZERO));
        for bad in ["", "P", "PT", "P1M", "-P1D", "P1S", "PT1D"] {
            assert_eq!(length(bad), None, "{bad}");
        }
        assert_eq!(
            Duration::from(std::time::Duration::from_millis(1_500)).as_str(),
            "PT1.5S"
        );
    }
}
