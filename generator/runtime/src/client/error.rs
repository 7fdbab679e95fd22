//! Errors of requests.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::error_body::{self, ServiceError};
use super::prepared::Prepared;
use super::response::RawResponse;
use crate::model::secret::names_secret;
use crate::permissions::Need;
use crate::{Endpoint, NotTheSame, Scheme};

/// Why a request failed. Cheap to clone.
///
/// Its text has everything to look into the failure: the call, the status, the code and message of the service, the
/// request id, and for 401 and 403 the documented permissions.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    endpoint: Option<Endpoint>,
    response: Option<RawResponse>,
    service: Option<ServiceError>,
    url: Option<String>,
    not_sent: bool,
}

/// The kinds of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be sent as it is: for example an id is empty, or a setting of the client is wrong.
    Request,
    /// The credential returned no access token.
    Credential,
    /// The service cannot be reached, the connection broke, or an attempt took too long.
    Transport,
    /// The service responded with an error status.
    Service,
    /// The response cannot be decoded.
    Decode,
    /// The service sent a link that must not be followed.
    Link,
}

impl Error {
    fn new(kind: ErrorKind, message: String) -> Self {
        let inner = Inner {
            kind,
            message,
            endpoint: None,
            response: None,
            service: None,
            url: None,
            not_sent: false,
        };
        Self(Arc::new(inner))
    }

    pub(super) fn request(message: String) -> Self {
        Self::new(ErrorKind::Request, message)
    }

    pub(super) fn link(message: String) -> Self {
        Self::new(ErrorKind::Link, message)
    }

    /// A response without something that it should have.
    pub(super) fn missing(message: String) -> Self {
        Self::new(ErrorKind::Decode, message)
    }

    pub(super) fn credential(error: &azure_core::Error) -> Self {
        Self::new(ErrorKind::Credential, chain(error))
    }

    pub(super) fn transport(error: &azure_core::Error, not_sent: bool) -> Self {
        Self::new(ErrorKind::Transport, chain(error)).with(|inner| inner.not_sent = not_sent)
    }

    /// An attempt took too long.
    pub(super) fn slow(limit: Duration) -> Self {
        Self::new(
            ErrorKind::Transport,
            format!("the response was not complete within {limit:?}"),
        )
    }

    /// Removes a URL from the message: a pre-authenticated URL is a secret.
    pub(super) fn without_url(self, url: &str) -> Self {
        self.with(|inner| inner.message = inner.message.replace(url, "(link)"))
    }

    pub(super) fn refused(response: RawResponse) -> Self {
        let service = error_body::parse(&response.body);
        let message = match service.as_ref().and_then(|s| s.message.clone()) {
            Some(message) => message,
            None => excerpt(&response),
        };
        Self::new(ErrorKind::Service, message).with(|inner| {
            inner.endpoint = Some(response.endpoint);
            inner.service = service;
            inner.response = Some(response);
        })
    }

    /// The end of an operation that failed.
    pub(super) fn failed(response: RawResponse) -> Self {
        Self::refused(response).with(|inner| inner.message = format!("the operation failed: {}", inner.message))
    }

    pub(super) fn decode(response: RawResponse, error: &serde_json::Error) -> Self {
        let message = format!("the response cannot be decoded: {error}; {}", excerpt(&response));
        Self::new(ErrorKind::Decode, message).with(|inner| {
            inner.endpoint = Some(response.endpoint);
            inner.response = Some(response);
        })
    }

    /// A response without the body that it should have.
    pub(super) fn empty(response: RawResponse) -> Self {
        let message = "the response cannot be decoded: the body is empty".to_owned();
        Self::new(ErrorKind::Decode, message).with(|inner| {
            inner.endpoint = Some(response.endpoint);
            inner.response = Some(response);
        })
    }

    pub(super) fn at(self, endpoint: &Endpoint) -> Self {
        self.with(|inner| inner.endpoint = Some(*endpoint))
    }

    /// Adds the URL, unless there is a response, which has its own.
    pub(super) fn or_url(self, prepared: &Prepared) -> Self {
        if self.url().is_some() {
            return self;
        }
        self.with(|inner| inner.url = Some(prepared.shown_url()))
    }

    fn with(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// Which kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The message of the service, or what happened if it sent none.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The HTTP status.
    pub fn status(&self) -> Option<u16> {
        self.0.response.as_ref().map(RawResponse::status)
    }

    /// The error code of the service, such as `Request_ResourceNotFound`.
    pub fn code(&self) -> Option<&str> {
        self.0.service.as_ref()?.code.as_deref()
    }

    /// The error object in the body of the response.
    pub fn service_error(&self) -> Option<&ServiceError> {
        self.0.service.as_ref()
    }

    /// The id that the service gave to the request.
    pub fn request_id(&self) -> Option<&str> {
        let inner = self.0.service.as_ref().and_then(|s| s.inner_error.as_ref());
        let said = inner.and_then(|i| i.request_id.as_deref());
        said.or_else(|| self.0.response.as_ref()?.header("request-id"))
    }

    /// The time of the error by the clock of the service.
    pub fn date(&self) -> Option<&str> {
        let inner = self.0.service.as_ref().and_then(|s| s.inner_error.as_ref());
        let said = inner.and_then(|i| i.date.as_ref().map(crate::DateTimeOffset::as_str));
        said.or_else(|| self.0.response.as_ref()?.header("date"))
    }

    /// The delay that the service asks for before the next request.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.response.as_ref()?.retry_after()
    }

    /// The response.
    pub fn response(&self) -> Option<&RawResponse> {
        self.0.response.as_ref()
    }

    /// The URL of the request, without what gives access: of an upload or a redirect only the host, and no values of
    /// options such as `sig`.
    pub fn url(&self) -> Option<&str> {
        let response = self.0.response.as_ref().map(|response| response.url.as_str());
        response.or(self.0.url.as_deref())
    }

    /// The call.
    pub fn endpoint(&self) -> Option<&Endpoint> {
        self.0.endpoint.as_ref()
    }

    /// What the refused call needs, as documented: one alternative of each; empty unless the status is 401 or 403.
    pub fn permissions(&self, scheme: Scheme) -> Vec<Need> {
        match (self.status(), self.endpoint()) {
            (Some(401 | 403), Some(endpoint)) if !self.is_foreign() => endpoint.needs(scheme),
            _ => Vec::new(),
        }
    }

    /// Whether another host than the API responded; the documented permissions say nothing about it.
    fn is_foreign(&self) -> bool {
        self.0.response.as_ref().is_some_and(|response| response.foreign)
    }

    /// Whether the request was not sent at all, so that it is safe to send it again.
    pub(super) fn was_not_sent(&self) -> bool {
        self.0.not_sent
    }

    pub(super) fn is_transport(&self) -> bool {
        self.0.kind == ErrorKind::Transport
    }
}

/// An error and what caused it.
fn chain(error: &azure_core::Error) -> String {
    let mut text = error.to_string();
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        next = cause.source();
    }
    text
}

/// The beginning of the body of a response.
fn excerpt(response: &RawResponse) -> String {
    const LENGTH: usize = 200;
    if response.body.is_empty() {
        return "the body is empty".to_owned();
    }
    let text = String::from_utf8_lossy(&response.body);
    let kind = response.header("content-type").unwrap_or("no content type");
    if names_secret(&text) {
        return format!(
            "{} bytes ({kind}), which name a secret and are not shown",
            response.body.len()
        );
    }
    let start: String = text
        .chars()
        .take(LENGTH)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("{} bytes ({kind}): {start}", response.body.len())
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.endpoint() {
            write!(f, "{endpoint}: ")?;
        }
        if let Some(status) = self.status() {
            write!(f, "{status} ")?;
        }
        if let Some(code) = self.code() {
            write!(f, "{code}: ")?;
        }
        f.write_str(self.message())?;
        if let Some(id) = self.request_id() {
            write!(f, " (request-id {id})")?;
        }
        for scheme in [Scheme::DelegatedWork, Scheme::DelegatedPersonal, Scheme::Application] {
            let needs: Vec<String> = self.permissions(scheme).iter().map(Need::to_string).collect();
            if !needs.is_empty() {
                write!(f, "; permissions ({scheme}): {}", needs.join(", and also "))?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Error");
        out.field("kind", &self.kind()).field("message", &self.message());
        out.field("status", &self.status()).field("code", &self.code());
        out.field("request_id", &self.request_id())
            .field("retry_after", &self.retry_after());
        out.field("url", &self.url());
        out.field("endpoint", &self.endpoint().map(ToString::to_string))
            .finish()
    }
}

impl std::error::Error for Error {}

impl From<NotTheSame> for Error {
    fn from(error: NotTheSame) -> Self {
        Self::request(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;
    use crate::client::content::Bytes;
    use azure_core::http::headers::Headers;

    static READ: Endpoint = Endpoint {
        permissions: "application: Tag.Read | Tag.Write",
        ..Endpoint::new(Method::Get, "beta", "/tags")
    };

    fn refused(status: u16, headers: Headers, body: &'static str) -> Error {
        Error::refused(RawResponse {
            endpoint: READ,
            status,
            headers,
            body: Bytes::from_static(body.as_bytes()),
            url: "https://h/tags".to_owned(),
            foreign: false,
        })
    }

    #[test]
    fn bodies_of_every_kind() {
        for (body, text) in [
            ("<html>gone</html>", "17 bytes (no content type): <html>gone</html>"),
            ("", "the body is empty"),
            (
                r#"{"error":"invalid_grant","error_description":"why"}"#,
                "invalid_grant: why",
            ),
            (
                r#"{"error":{"code":"x","message":["#,
                r#"32 bytes (no content type): {"error":{"code":"x","message":["#,
            ),
            (
                r#"{"error":{"code":"x","message":"m","innererror":{"request-id":"r2"}}}"#,
                "x: m (request-id r2)",
            ),
            (r#"{"error":{}}"#, r#"12 bytes (no content type): {"error":{}}"#),
            ("\0\u{1b}[2J", "5 bytes (no content type):   [2J"),
        ] {
            let error = refused(400, Headers::new(), body);
            assert_eq!(error.to_string(), format!("GET /beta/tags: 400 {text}"));
        }
    }

    #[test]
    fn the_request_id_may_be_a_header() {
        let mut headers = Headers::new();
        headers.insert("request-id", "h1");
        assert_eq!(refused(404, headers, "").request_id(), Some("h1"));
    }

    #[test]
    fn only_401_and_403_name_permissions() {
        for (status, named) in [(401, true), (403, true), (400, false), (404, false)] {
            let error = refused(status, Headers::new(), "");
            assert_eq!(!error.permissions(Scheme::Application).is_empty(), named, "{status}");
        }
    }
}
