//! When a request is sent again.

use std::time::{Duration, SystemTime};

use super::http_date;
use crate::Method;

/// When a request is sent again.
///
/// Every request is sent again after 429 (too many requests), and after 503 with `Retry-After`: the service has not
/// processed it. After other server errors and after broken connections, requests are sent again unless they are a
/// POST; [`Request::retry_post`](super::Request::retry_post) allows it for a POST too.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// The largest number of further attempts.
    pub max_retries: u32,
    /// The delay before the second attempt, if the service does not ask for one. It doubles with each further attempt.
    pub initial_delay: Duration,
    /// The longest delay. If the service asks for a longer one, its response is returned as an error immediately.
    pub max_delay: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 4,
            initial_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(120),
        }
    }
}

impl RetryPolicy {
    /// A policy without further attempts.
    pub fn none() -> Self {
        Self {
            max_retries: 0,
            ..Self::default()
        }
    }

    /// Sets the largest number of further attempts.
    #[must_use]
    pub fn max_retries(mut self, number: u32) -> Self {
        self.max_retries = number;
        self
    }

    /// Sets the delay before the second attempt.
    #[must_use]
    pub fn initial_delay(mut self, delay: Duration) -> Self {
        self.initial_delay = delay;
        self
    }

    /// Sets the longest delay.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The delay before the next attempt, after `attempt + 1` of them; `None` if there must not be another.
    pub(super) fn delay(&self, attempt: u32, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.max_retries {
            return None;
        }
        if let Some(asked) = asked {
            return (asked <= self.max_delay).then_some(asked);
        }
        Some(self.doubled(attempt))
    }

    /// The delay before an operation is asked again how far it is.
    pub(super) fn pause(&self, asked_before: u32, wish: Option<Duration>) -> Duration {
        const LONGEST: Duration = Duration::from_secs(30);
        let wish = wish.filter(|delay| !delay.is_zero());
        wish.unwrap_or_else(|| self.doubled(asked_before).min(LONGEST))
    }

    fn doubled(&self, attempt: u32) -> Duration {
        let doubled = self.initial_delay.saturating_mul(2_u32.saturating_pow(attempt));
        let delay = Duration::try_from_secs_f64(doubled.as_secs_f64() * jitter());
        delay.unwrap_or(self.max_delay).min(self.max_delay)
    }
}

/// Whether a request may be sent again after this status.
pub(super) fn may_retry(method: Method, retry_post: bool, status: u16, asked: Option<Duration>) -> bool {
    match status {
        429 => true,
        503 if asked.is_some() => true,
        408 | 500 | 502 | 503 | 504 => retry_post || method.is_idempotent(),
        _ => false,
    }
}

/// The value of a `Retry-After` header: seconds, also with a fraction, or a date.
pub(super) fn retry_after(text: &str) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<f64>() {
        // Longer than anything that can be waited for is not the same as nothing.
        let too_long = (seconds.is_finite() && seconds > 0.0).then_some(Duration::MAX);
        return Duration::try_from_secs_f64(seconds).ok().or(too_long);
    }
    let at = u64::try_from(http_date::parse(text)?).ok()?;
    let at = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(at))?;
    Some(at.duration_since(SystemTime::now()).unwrap_or_default())
}

/// A factor between 0.75 and 1.25, so that many clients do not come back at the same time.
fn jitter() -> f64 {
    let random = azure_core::Uuid::new_v4().as_bytes().first().copied().unwrap_or(128);
    0.75 + f64::from(random) / 510.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_a_number_or_a_date() {
        assert_eq!(retry_after("1"), Some(Duration::from_secs(1)));
        assert_eq!(retry_after(" 0.25 "), Some(Duration::from_millis(250)));
        assert_eq!(retry_after("1e30"), Some(Duration::MAX));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
        assert!(retry_after("Fri, 31 Dec 9999 23:59:59 GMT").unwrap() > Duration::from_secs(1_000_000_000));
        for odd in ["soon", "-1", "NaN", "1e400", "", "Sun, 06 Nov 1994 08:49:37 CET"] {
            assert_eq!(retry_after(odd), None, "{odd}");
        }
    }

    #[test]
    fn delays_double_up_to_the_longest() {
        let policy = RetryPolicy::default()
            .initial_delay(Duration::from_secs(50))
            .max_retries(3);
        let first = policy.delay(0, None).unwrap().as_secs_f64();
        assert!((37.0..=63.0).contains(&first), "{first}");
        assert!(policy.delay(1, None).unwrap() >= Duration::from_secs(75));
        assert_eq!(policy.delay(2, None), Some(policy.max_delay));
        assert_eq!(policy.delay(3, None), None);
        assert_eq!(policy.delay(0, Some(policy.max_delay)), Some(policy.max_delay));
        assert_eq!(policy.delay(0, Some(policy.max_delay + Duration::from_secs(1))), None);
    }

    #[test]
    fn a_post_is_sent_again_only_if_it_was_not_processed() {
        for (status, asked, get, post) in [
            (429, None, true, true),
            (503, Some(Duration::ZERO), true, true),
            (503, None, true, false),
            (500, None, true, false),
            (404, None, false, false),
        ] {
            assert_eq!(may_retry(Method::Get, false, status, asked), get, "{status}");
            assert_eq!(may_retry(Method::Post, false, status, asked), post, "{status}");
            assert_eq!(may_retry(Method::Post, true, status, asked), get, "{status}");
        }
    }
}
