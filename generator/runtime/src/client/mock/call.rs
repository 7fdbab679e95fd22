//! What a program asked.

use azure_core::http::Url;
use azure_core::http::headers::Headers;

use crate::client::content::Bytes;
use crate::{Endpoint, Payload};

/// A request as it reached a [`Mock`](super::Mock).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Call {
    /// The endpoint of the function that made it. Of a call at a place, [`Endpoint::path`] is the path there.
    pub endpoint: Endpoint,
    /// The HTTP method.
    pub method: &'static str,
    /// The whole URL.
    pub url: String,
    /// The path with the version, as it was sent: `/v1.0/users/ada%40example.com`.
    pub path: String,
    /// Names and values of the query options, decoded.
    pub query: Vec<(String, String)>,
    /// The headers, with names in lower case, in order of names.
    pub headers: Vec<(String, String)>,
    /// The body; empty if there is none.
    pub body: Bytes,
    /// It goes to another host, without the token: to an upload URL or behind a redirect.
    pub(super) anonymous: bool,
}

impl Call {
    pub(super) fn new(endpoint: &Endpoint, method: &'static str, url: &Url) -> Self {
        Self {
            endpoint: *endpoint,
            method,
            url: url.to_string(),
            path: url.path().to_owned(),
            query: url.query_pairs().into_owned().collect(),
            headers: Vec::new(),
            body: Bytes::new(),
            anonymous: false,
        }
    }

    pub(super) fn with_headers(mut self, headers: &Headers) -> Self {
        let pairs = headers.iter();
        let pairs = pairs.map(|(name, value)| (name.as_str().to_owned(), value.as_str().to_owned()));
        self.headers = pairs.collect();
        self.headers.sort();
        self
    }

    /// The value of a query option, such as `$filter`.
    pub fn option(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body as text: its JSON as it was sent.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The body as an object of the API. An error if it is none.
    pub fn json<T: Payload>(&self) -> Result<T, serde_json::Error> {
        T::from_slice(&self.body)
    }
}
