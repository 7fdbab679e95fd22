//! Events for `tracing`, behind the feature of that name. They have the path as it is documented, never ids, tokens or
//! bodies.

use std::time::Duration;

use super::error::Error;
use super::prepared::Prepared;
use crate::Endpoint;

/// A response, or none.
pub(super) fn response(prepared: &Prepared, attempt: u32, outcome: Result<u16, &Error>) {
    #[cfg(feature = "tracing")]
    {
        let (method, path) = (prepared.method(), prepared.endpoint.path);
        let version = prepared.endpoint.version;
        match outcome {
            Ok(status) => tracing::debug!(method, version, path, attempt, status, "response"),
            Err(error) => tracing::debug!(method, version, path, attempt, kind = ?error.kind(), "no response"),
        }
    }
    #[cfg(not(feature = "tracing"))]
    let _ = (prepared, attempt, outcome);
}

/// A request that is going to be sent.
pub(super) fn request(prepared: &Prepared, attempt: u32) {
    #[cfg(feature = "tracing")]
    {
        let (method, path) = (prepared.method(), prepared.endpoint.path);
        let version = prepared.endpoint.version;
        tracing::debug!(method, version, path, attempt, "request");
    }
    #[cfg(not(feature = "tracing"))]
    let _ = (prepared, attempt);
}

/// A request that is going to be sent again.
pub(super) fn retry(prepared: &Prepared, attempt: u32, delay: Duration) {
    #[cfg(feature = "tracing")]
    {
        let (method, path) = (prepared.method(), prepared.endpoint.path);
        let version = prepared.endpoint.version;
        tracing::warn!(method, version, path, attempt, ?delay, "retry");
    }
    #[cfg(not(feature = "tracing"))]
    let _ = (prepared, attempt, delay);
}

/// A page of a list.
pub(super) fn page(endpoint: &Endpoint, elements: usize, last: bool) {
    #[cfg(feature = "tracing")]
    {
        let (version, path) = (endpoint.version, endpoint.path);
        tracing::debug!(version, path, elements, last, "page");
    }
    #[cfg(not(feature = "tracing"))]
    let _ = (endpoint, elements, last);
}
