//! A request before it is sent.

use super::content::Content;
use crate::runtime::Endpoint;

/// A request that is ready to be sent: for tests, logs and other HTTP clients.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(super) endpoint: Endpoint,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) content: Option<Content>,
    pub(super) retry_post: bool,
}

impl Prepared {
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
        self.headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// The body.
    pub fn body(&self) -> Option<&[u8]> {
        self.content.as_ref().map(|content| &content.bytes[..])
    }

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        let name = name.to_ascii_lowercase();
        match self.headers.iter_mut().find(|(n, _)| *n == name) {
            Some(pair) => value.clone_into(&mut pair.1),
            None => self.headers.push((name, value.to_owned())),
        }
    }
}
