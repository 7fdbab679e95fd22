//! A request before it is sent.

use std::fmt;

use super::answer::JSON;
use super::content::Content;
use crate::{Endpoint, Method};

/// A request that is ready to be sent: for tests, logs and other HTTP clients.
#[derive(Clone)]
pub struct Prepared {
    pub(super) endpoint: Endpoint,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) content: Option<Content>,
    pub(super) retry_post: bool,
    /// The token stays here: the URL leads away from the API, and says by itself who may read it.
    pub(super) anonymous: bool,
}

impl Prepared {
    pub(super) fn new(endpoint: &Endpoint, url: String) -> Self {
        Self {
            endpoint: *endpoint,
            url,
            headers: Vec::new(),
            content: None,
            retry_post: false,
            anonymous: false,
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

    /// The headers that the request sets by itself, names in lower case; the client adds the token and a request id.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// The body; `None` if there is none, or if it is a stream.
    pub fn body(&self) -> Option<&[u8]> {
        self.content.as_ref()?.bytes()
    }

    /// Makes it the call of a link: links are read, also those in the answer to an action.
    pub(super) fn only_read(&mut self) {
        self.endpoint.method = Method::Get;
        self.content = None;
        self.headers.retain(|(name, _)| name != "content-type");
    }

    /// Says what is asked for, unless the program has said it.
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
    /// Without the values of headers that say who calls.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SECRET: [&str; 3] = ["authorization", "cookie", "proxy-authorization"];
        let shown = |(name, value)| {
            if SECRET.contains(&name) {
                (name, "(hidden)")
            } else {
                (name, value)
            }
        };
        let headers: Vec<(&str, &str)> = self.headers().map(shown).collect();
        let url = if self.anonymous { "(hidden)" } else { &self.url };
        f.debug_struct("Prepared")
            .field("method", &self.method())
            .field("url", &url)
            .field("headers", &headers)
            .field("content", &self.content)
            .finish_non_exhaustive()
    }
}
