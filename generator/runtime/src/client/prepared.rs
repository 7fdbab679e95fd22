//! Requests in their final form.

use std::fmt;
use std::time::Duration;

use super::connection::Client;
use super::content::Content;
use super::response::JSON;
use super::retry::RetryPolicy;
use super::shown::shown;
use crate::model::secret::is_secret;
use crate::{Endpoint, Method};

/// A request in its final form, for tests, logs and other HTTP clients: see
/// [`Request::prepare`](super::Request::prepare).
#[derive(Clone)]
pub struct Prepared {
    pub(super) endpoint: Endpoint,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) content: Option<Content>,
    pub(super) retry_post: bool,
    /// Instead of the client's own.
    pub(super) retry: Option<RetryPolicy>,
    /// Instead of the client's own.
    pub(super) timeout: Option<Duration>,
    /// Sent without a token: the URL is on another host and is pre-authenticated.
    pub(super) anonymous: bool,
    /// The requests in a batch.
    #[cfg(feature = "test-util")]
    pub(super) steps: super::mock::Steps,
}

impl Prepared {
    pub(super) fn new(endpoint: &Endpoint, url: String) -> Self {
        Self {
            endpoint: *endpoint,
            url,
            headers: Vec::new(),
            content: None,
            retry_post: false,
            retry: None,
            timeout: None,
            anonymous: false,
            #[cfg(feature = "test-util")]
            steps: Vec::new(),
        }
    }

    /// The HTTP method.
    pub fn method(&self) -> &'static str {
        self.endpoint.method.as_str()
    }

    /// The whole URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers, with names in lower case. The client adds the token and a request id when it sends the request.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// The body; `None` if there is none or it is a stream.
    pub fn body(&self) -> Option<&[u8]> {
        self.content.as_ref()?.bytes()
    }

    /// When it is sent again.
    pub(super) fn retry_policy<'a>(&'a self, client: &'a Client) -> &'a RetryPolicy {
        self.retry.as_ref().unwrap_or(&client.inner().retry)
    }

    /// The URL as it may be shown.
    pub(super) fn shown_url(&self) -> String {
        shown(&self.url, self.anonymous)
    }

    /// Makes it a GET without a body: links are read, also those in the response to an action.
    pub(super) fn only_read(&mut self) {
        self.endpoint.method = Method::Get;
        self.content = None;
        self.headers.retain(|(name, _)| name != "content-type");
    }

    /// Sets `Accept`, unless the program has set it.
    pub(super) fn accept(&mut self, media_type: &str) {
        if self.header("accept") == Some(JSON) {
            self.set_header("accept", media_type);
        }
    }

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        let name = name.to_ascii_lowercase();
        match self.headers.iter_mut().find(|(n, _)| *n == name) {
            Some(pair) => value.clone_into(&mut pair.1),
            None => self.headers.push((name, value.to_owned())),
        }
    }
}

impl fmt::Debug for Prepared {
    /// Without headers and URLs that give access.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SECRET: [&str; 3] = ["authorization", "cookie", "proxy-authorization"];
        let shown = |(name, value)| {
            if SECRET.contains(&name) || is_secret(name) {
                (name, "(hidden)")
            } else {
                (name, value)
            }
        };
        let headers: Vec<(&str, &str)> = self.headers().map(shown).collect();
        f.debug_struct("Prepared")
            .field("method", &self.method())
            .field("url", &self.shown_url())
            .field("headers", &headers)
            .field("content", &self.content)
            .finish_non_exhaustive()
    }
}
