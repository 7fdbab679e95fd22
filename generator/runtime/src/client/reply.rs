//! Responses of which it matters with which status they came.

use std::time::Duration;

use super::error::Error;
use super::request::Request;
use super::response::{FromResponse, RawResponse};

/// A response with its status: `201 Created` or `200 OK`, an object or `204 No Content`.
#[derive(Clone, Debug)]
pub struct Reply<T> {
    response: RawResponse,
    value: Option<T>,
}

impl<T: FromResponse> Request<T> {
    /// Sends the request, and returns the response with its status, for calls that can succeed in several ways.
    pub async fn reply(mut self) -> Result<Reply<T>, Error> {
        self.prepared.accept(T::ACCEPT);
        let response = self.send_raw().await?;
        let has_body = !response.body.is_empty();
        let value = has_body.then(|| T::from_response(response.clone())).transpose()?;
        Ok(Reply { response, value })
    }
}

impl<T> Reply<T> {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.response.status()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.response.header(name)
    }

    /// The delay that the service asks for.
    pub fn retry_after(&self) -> Option<Duration> {
        self.response.retry_after()
    }

    /// The value; `None` if there was no body.
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// The value alone.
    pub fn into_value(self) -> Option<T> {
        self.value
    }
}
