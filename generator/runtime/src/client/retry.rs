//! When a request is sent again.

use std::time::{Duration, SystemTime};

use super::http_date;
use crate::Method;

/// When a request is sent again.
///
/// Every request is sent again after 429 (too many requests), and after 503 with `Retry-After`: the service has not
/// processed it. After other server errors and after broken connections, requests are sent again unless they are a POST;
/// [`Request::retry_post`](super::Request::retry_post) allows it for a POST too.
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

    /// The delay before try number `attempt + 2`; `None` if there is to be none.
    pub(super) fn delay(&self, attempt: u32, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.max_retries {
            return None;
        }
        if let Some(asked) = asked {
            return (asked <= self.max_delay).then_some(asked);
        }
        let doubled = self.initial_delay.saturating_mul(2_u32.saturating_pow(attempt));
        let delay = Duration::try_from_secs_f64(doubled.as_secs_f64() * jitter());
        Some(delay.unwrap_or(self.max_delay).min(self.max_delay))
    }
}

/// Whether a status asks for another try.
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
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let at = u64::try_from(http_date::parse(text)?).ok()?;
    let at = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(at))?;
    Some(at.duration_since(SystemTime::now()).unwrap_or_default())
}

/// A factor between 0.75 and 1.25, so that many clients do not come back in the same moment.
fn jitter() -> f64 {
    let random = azure_core::Uuid::new_v4().as_bytes().first().copied().unwrap_or(128);
    0.75 + f64::from(random) / 510.0
}
