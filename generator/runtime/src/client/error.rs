//! What can go wrong.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::answer::RawAnswer;
use super::error_body::{self, ServiceError};
use crate::{Endpoint, Scheme};

/// Why a request did not give its answer. Cheap to clone.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    endpoint: Option<Endpoint>,
    answer: Option<RawAnswer>,
    service: Option<ServiceError>,
    not_sent: bool,
}

/// The kinds of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be made: an id that cannot be sent, a wrong setting.
    Request,
    /// The credential gave no token.
    Credential,
    /// The service could not be reached, or the connection broke.
    Transport,
    /// The service answered with an error.
    Refused,
    /// The service answered with something that cannot be read.
    Decode,
    /// The service sent a link that is not followed.
    Link,
}

impl Error {
    fn new(kind: ErrorKind, message: String) -> Self {
        let inner = Inner {
            kind,
            message,
            endpoint: None,
            answer: None,
            service: None,
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

    /// An answer without what it should have.
    pub(super) fn missing(message: String) -> Self {
        Self::new(ErrorKind::Decode, message)
    }

    pub(super) fn credential(error: &azure_core::Error) -> Self {
        Self::new(ErrorKind::Credential, chain(error))
    }

    pub(super) fn transport(error: &azure_core::Error, not_sent: bool) -> Self {
        Self::new(ErrorKind::Transport, chain(error)).with(|inner| inner.not_sent = not_sent)
    }

    /// No answer in time.
    pub(super) fn slow(limit: Duration) -> Self {
        Self::new(ErrorKind::Transport, format!("no whole answer within {limit:?}"))
    }

    /// Leaves a URL out of the message: one that says by itself who may read it is a secret.
    pub(super) fn without_url(self, url: &str) -> Self {
        self.with(|inner| inner.message = inner.message.replace(url, "(link)"))
    }

    pub(super) fn refused(answer: RawAnswer) -> Self {
        let service = error_body::parse(&answer.body);
        let message = match service.as_ref().and_then(|s| s.message.clone()) {
            Some(message) => message,
            None => excerpt(&answer),
        };
        Self::new(ErrorKind::Refused, message).with(|inner| {
            inner.endpoint = Some(answer.endpoint);
            inner.service = service;
            inner.answer = Some(answer);
        })
    }

    pub(super) fn decode(answer: RawAnswer, error: &serde_json::Error) -> Self {
        let message = format!("the answer cannot be read: {error}; {}", excerpt(&answer));
        Self::new(ErrorKind::Decode, message).with(|inner| {
            inner.endpoint = Some(answer.endpoint);
            inner.answer = Some(answer);
        })
    }

    pub(super) fn at(self, endpoint: &Endpoint) -> Self {
        self.with(|inner| inner.endpoint = Some(*endpoint))
    }

    fn with(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// Which kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What happened, in the words of the service if it said something.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The HTTP status.
    pub fn status(&self) -> Option<u16> {
        self.0.answer.as_ref().map(RawAnswer::status)
    }

    /// The word of the service for the error, such as `Request_ResourceNotFound`.
    pub fn code(&self) -> Option<&str> {
        self.0.service.as_ref()?.code.as_deref()
    }

    /// Everything that the service said about the error.
    pub fn service_error(&self) -> Option<&ServiceError> {
        self.0.service.as_ref()
    }

    /// The number of the request on the side of the service.
    pub fn request_id(&self) -> Option<&str> {
        let inner = self.0.service.as_ref().and_then(|s| s.inner_error.as_ref());
        let said = inner.and_then(|i| i.request_id.as_deref());
        said.or_else(|| self.0.answer.as_ref()?.header("request-id"))
    }

    /// When it happened, by the clock of the service.
    pub fn date(&self) -> Option<&str> {
        let inner = self.0.service.as_ref().and_then(|s| s.inner_error.as_ref());
        let said = inner.and_then(|i| i.date.as_ref().map(crate::DateTimeOffset::as_str));
        said.or_else(|| self.0.answer.as_ref()?.header("date"))
    }

    /// How long the service asks to wait before the next request.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.answer.as_ref()?.retry_after()
    }

    /// The answer as it came.
    pub fn answer(&self) -> Option<&RawAnswer> {
        self.0.answer.as_ref()
    }

    /// What was called.
    pub fn endpoint(&self) -> Option<&Endpoint> {
        self.0.endpoint.as_ref()
    }

    /// The documented permissions of the refused call, least privileged first; empty unless the status is 401 or 403.
    pub fn permissions(&self, scheme: Scheme) -> Vec<Vec<&'static str>> {
        match (self.status(), self.endpoint()) {
            (Some(401 | 403), Some(endpoint)) if !self.is_foreign() => endpoint.alternatives(scheme),
            _ => Vec::new(),
        }
    }

    /// Whether somebody else answered, who knows nothing of permissions.
    fn is_foreign(&self) -> bool {
        self.0.answer.as_ref().is_some_and(|answer| answer.foreign)
    }

    /// The request never left, so that it is safe to send it again.
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

/// What arrived, in short.
fn excerpt(answer: &RawAnswer) -> String {
    const LENGTH: usize = 200;
    if answer.body.is_empty() {
        return "the body is empty".to_owned();
    }
    let text = String::from_utf8_lossy(&answer.body);
    let start: String = text
        .chars()
        .take(LENGTH)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let kind = answer.header("content-type").unwrap_or("no content type");
    format!("{} bytes ({kind}): {start}", answer.body.len())
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
        for (scheme, name) in [
            (Scheme::DelegatedWork, "work account"),
            (Scheme::DelegatedPersonal, "personal account"),
            (Scheme::Application, "application"),
        ] {
            let groups: Vec<String> = self
                .permissions(scheme)
                .iter()
                .map(|group| group.join(" and "))
                .collect();
            if !groups.is_empty() {
                write!(f, "; needs as {name}: {}", groups.join(" or "))?;
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
        out.field("endpoint", &self.endpoint().map(ToString::to_string))
            .finish()
    }
}

impl std::error::Error for Error {}
