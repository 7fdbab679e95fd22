//! Responses.

use std::fmt;
use std::time::Duration;

use azure_core::http::headers::{HeaderName, Headers};

use super::content::Bytes;
use super::error::Error;
use super::error_body;
use super::retry::retry_after;
use crate::{Endpoint, Method, Payload};

/// A response that is not decoded.
#[derive(Clone)]
pub struct RawResponse {
    pub(super) endpoint: Endpoint,
    pub(super) status: u16,
    pub(super) headers: Headers,
    pub(super) body: Bytes,
    /// The URL as it may be shown.
    pub(super) url: String,
    /// It came from another host than the API: from a redirect, or an upload URL.
    pub(super) foreign: bool,
}

impl RawResponse {
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

    /// The delay that the service asks for.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.header("retry-after")?)
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.body.len();
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("bytes", &bytes)
            .finish_non_exhaustive()
    }
}

/// The media type of most responses.
pub(super) const JSON: &str = "application/json";

/// A type that a response can be decoded as: every [`Payload`], [`Bytes`], `()` for a response without content, and
/// [`RawResponse`] for status and headers, such as the `Location` of what was created.
pub trait FromResponse: Sized {
    /// The value of `Accept`, if the program sets none.
    #[doc(hidden)]
    const ACCEPT: &'static str = JSON;

    /// Whether it tells how an operation ended, and not what came of it.
    #[doc(hidden)]
    const IS_STATUS: bool = false;

    /// Decodes the response.
    fn from_response(response: RawResponse) -> Result<Self, Error>;

    /// Reads a body and writes it again, for contract tests; `None` for a type that holds nothing.
    #[doc(hidden)]
    fn round_trip(body: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error>;
}

impl<T: Payload> FromResponse for T {
    fn from_response(response: RawResponse) -> Result<Self, Error> {
        if response.body.is_empty() {
            return absent(response);
        }
        match T::from_slice(&response.body) {
            Ok(value) if !value.tells_error() => Ok(value),
            Ok(_) => Err(Error::refused(response)),
            Err(_) if error_body::parse(&response.body).is_some_and(|error| error.code.is_some()) => {
                Err(Error::refused(response))
            }
            Err(error) => Err(Error::decode(response, &error)),
        }
    }

    fn round_trip(body: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        let written = T::from_slice(body)?.to_vec()?;
        // A bare value is read as `{"value": ..}`.
        let inside = written
            .strip_prefix(b"{\"value\":")
            .and_then(|rest| rest.strip_suffix(b"}"));
        let is_bare = !body.trim_ascii_start().starts_with(b"{") && inside.is_some();
        Ok(inside.filter(|_| is_bare).map(<[u8]>::to_vec).or(Some(written)))
    }
}

/// The value of a response without a body. 202 and 204 say that there is none, and a change may be answered so with any
/// status; but a list that was asked for has to be there.
fn absent<T: Payload>(response: RawResponse) -> Result<T, Error> {
    let told = matches!(response.status, 202 | 204);
    let changed = response.endpoint.method != Method::Get && !T::needs_body();
    T::absent(told || changed).ok_or_else(|| Error::empty(response))
}

impl FromResponse for RawResponse {
    const ACCEPT: &'static str = "*/*";
    const IS_STATUS: bool = true;

    fn from_response(response: RawResponse) -> Result<Self, Error> {
        Ok(response)
    }

    fn round_trip(_: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        Ok(None)
    }
}

impl FromResponse for () {
    const IS_STATUS: bool = true;

    fn from_response(_: RawResponse) -> Result<Self, Error> {
        Ok(())
    }

    fn round_trip(_: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        Ok(None)
    }
}

impl FromResponse for Bytes {
    const ACCEPT: &'static str = "*/*";

    fn from_response(response: RawResponse) -> Result<Self, Error> {
        Ok(response.body)
    }

    fn round_trip(body: &[u8]) -> Result<Option<Vec<u8>>, serde_json::Error> {
        Ok(Some(body.to_vec()))
    }
}
