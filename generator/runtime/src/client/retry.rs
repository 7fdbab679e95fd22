//! When to try again.

use std::time::{Duration, SystemTime};

use super::http_date;
use crate::Method;

/// When a request is sent again.
///
/// After 429 (too many requests) every request; after 503 with a `Retry-After` too, since the service has not begun. After other errors of the
/// server and broken connections only what may be done twice: everything but POST. [`Request::retry_post`](super::Request::retry_post)
/// makes an exception.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// How often to try again at most.
    pub max_retries: u32,
    /// The first pause, if the service does not say how long. It doubles each time.
    pub first_pause: Duration,
    /// The longest pause; if the service asks for a longer one, its answer is returned as an error at once.
    pub max_pause: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 4,
            first_pause: Duration::from_millis(500),
            max_pause: Duration::from_secs(120),
        }
    }
}

impl RetryPolicy {
    /// Never tries again.
    pub fn none() -> Self {
        Self {
            max_retries: 0,
            ..Self::default()
        }
    }

    /// Sets how often to try again at most.
    #[must_use]
    pub fn max_retries(mut self, number: u32) -> Self {
        self.max_retries = number;
        self
    }

    /// Sets the first pause.
    #[must_use]
    pub fn first_pause(mut self, pause: Duration) -> Self {
        self.first_pause = pause;
        self
    }

    /// Sets the longest pause.
    #[must_use]
    pub fn max_pause(mut self, pause: Duration) -> Self {
        self.max_pause = pause;
        self
    }

    /// The pause before try number `attempt + 2`; `None` if there is to be none.
    pub(super) fn pause(&self, attempt: u32, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.max_retries {
            return None;
        }
        if let Some(asked) = asked {
            return (asked <= self.max_pause).then_some(asked);
        }
        let doubled = self.first_pause.saturating_mul(2_u32.saturating_pow(attempt));
        let pause = Duration::try_from_secs_f64(doubled.as_secs_f64() * jitter());
        Some(pause.unwrap_or(self.max_pause).min(self.max_pause))
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
