//! What comes back.

use std::fmt;
use std::time::Duration;

use azure_core::http::headers::{HeaderName, Headers};

use super::content::Bytes;
use super::error::Error;
use super::retry::retry_after;
use crate::{Endpoint, Payload};

/// An answer as it came.
#[derive(Clone)]
pub struct RawAnswer {
    pub(super) endpoint: Endpoint,
    pub(super) status: u16,
    pub(super) headers: Headers,
    pub(super) body: Bytes,
    /// It came from where a redirect or an upload link led, not from the API.
    pub(super) foreign: bool,
}

impl RawAnswer {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .get_optional_str(&HeaderName::from(name.to_ascii_lowercase()))
    }

    /// The body.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// How long the service asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.header("retry-after")?)
    }
}

impl fmt::Debug for RawAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.body.len();
        f.debug_struct("RawAnswer")
            .field("status", &self.status)
            .field("bytes", &bytes)
            .finish_non_exhaustive()
    }
}

/// What most calls answer with.
pub(super) const JSON: &str = "application/json";

/// A type that an answer can be read as.
pub trait Answer: Sized {
    /// What is asked for, if the program says nothing else.
    #[doc(hidden)]
    const ACCEPT: &'static str = JSON;

    /// Reads the answer; an error says what arrived instead.
    fn from_answer(answer: RawAnswer) -> Result<Self, Error>;

    /// Reads a body and writes it again, for contract tests; `None` for a type that holds nothing.
    #[doc(hidden)]
    fn round_trip(body: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error>;
}

impl<T: Payload> Answer for T {
    fn from_answer(answer: RawAnswer) -> Result<Self, Error> {
        // "No content" and "accepted" are successes without a value.
        if answer.body.is_empty()
            && let Some(value) = T::absent(matches!(answer.status, 202 | 204))
        {
            return Ok(value);
        }
        T::from_slice(&answer.body).map_err(|error| Error::decode(answer, &error))
    }

    fn round_trip(body: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        T::from_slice(body)?.to_vec().map(Some)
    }
}

impl Answer for () {
    fn from_answer(_: RawAnswer) -> Result<Self, Error> {
        Ok(())
    }

    fn round_trip(_: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        Ok(None)
    }
}

impl Answer for Bytes {
    const ACCEPT: &'static str = "*/*";

    fn from_answer(answer: RawAnswer) -> Result<Self, Error> {
        Ok(answer.body)
    }

    fn round_trip(body: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        Ok(Some(body.to_vec()))
    }
}
