//! What a mocked call is answered.

use std::fmt;
use std::sync::Arc;

use azure_core::http::Url;
use serde::Serialize;
use serde_json::{Map, Value};

use super::call::Call;
use super::documented;
use crate::Endpoint;
use crate::client::content::Bytes;

/// What a call to a [`Mock`](super::Mock) is answered.
#[derive(Clone)]
pub struct Answer {
    status: Option<u16>,
    headers: Vec<(String, String)>,
    body: Body,
}

#[derive(Clone)]
enum Body {
    Empty,
    Json(Value),
    /// One page of several, with the number of the next one.
    Page(Vec<Value>, Option<usize>),
    Bytes(Bytes),
    /// Nothing comes back.
    Broken,
    Documented(&'static Endpoint),
    Made(Arc<dyn Fn(&Call) -> Answer + Send + Sync>),
    /// The answer cannot be given, and why.
    Wrong(String),
}

/// An answer in its final form.
#[derive(Default)]
pub(super) struct Answered {
    /// 0 if nothing comes back.
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Bytes,
}

impl Answer {
    fn new(body: Body) -> Self {
        Self {
            status: None,
            headers: Vec::new(),
            body,
        }
    }

    /// 200 with JSON: an object of the API, any value that `serde` can write, or the JSON itself as text.
    pub fn json(value: impl Serialize) -> Self {
        Self::new(match json(&value) {
            Ok(json) => Body::Json(json),
            Err(why) => Body::Wrong(why),
        })
    }

    /// 200 with a list of one page. See [`Mock::pages`](super::Mock::pages) for several.
    pub fn list<T: Serialize>(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        page(&items)
    }

    /// 200 with bytes of a media type, such as `text/csv`.
    pub fn bytes(bytes: impl Into<Bytes>, content_type: &str) -> Self {
        Self::new(Body::Bytes(bytes.into())).header("content-type", content_type)
    }

    /// A status. From 400 on, the body is an error of the API with a code for the status, such as `TooManyRequests`;
    /// otherwise there is none.
    pub fn status(status: u16) -> Self {
        if status < 400 {
            return Self::new(Body::Empty).with_status(status);
        }
        Self::error(status, code(status), "mocked")
    }

    /// An error of the API.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        let error = serde_json::json!({ "error": { "code": code, "message": message } });
        Self::new(Body::Json(error)).with_status(status)
    }

    /// The connection breaks before there is a response.
    pub fn broken() -> Self {
        Self::new(Body::Broken)
    }

    /// The response that the page of an endpoint shows. The crate of the endpoint needs its feature `test-util`.
    pub fn documented(endpoint: &'static Endpoint) -> Self {
        Self::new(Body::Documented(endpoint))
    }

    /// An answer that follows from the call.
    pub fn with(make: impl Fn(&Call) -> Answer + Send + Sync + 'static) -> Self {
        Self::new(Body::Made(Arc::new(make)))
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The same with a header more.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_ascii_lowercase(), value.to_owned()));
        self
    }

    pub(super) fn next_page(mut self, number: Option<usize>) -> Self {
        if let Body::Page(_, next) = &mut self.body {
            *next = number;
        }
        self
    }

    /// The answer to a call; an error says why there is none.
    pub(super) fn to(&self, call: &Call) -> Result<Answered, String> {
        let answered = match &self.body {
            Body::Empty => Answered::of(204, Bytes::new()),
            Body::Json(json) => Answered::json(json),
            Body::Page(items, next) => Answered::json(&linked(items, *next, call)),
            Body::Bytes(bytes) => Answered::of(200, bytes.clone()),
            Body::Broken => return Ok(Answered::default()),
            Body::Documented(endpoint) => documented::find(endpoint)?,
            Body::Made(make) => make(call).to(call)?,
            Body::Wrong(why) => return Err(why.clone()),
        };
        Ok(Answered {
            status: self.status.unwrap_or(answered.status),
            headers: answered.headers.into_iter().chain(self.headers.clone()).collect(),
            ..answered
        })
    }
}

impl Answered {
    pub(super) fn of(status: u16, body: Bytes) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body,
        }
    }

    pub(super) fn json(json: &Value) -> Self {
        Self {
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            ..Self::of(200, json.to_string().into())
        }
    }
}

/// A value as JSON. A text is JSON already.
fn json(value: &impl Serialize) -> Result<Value, String> {
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => serde_json::from_str(&text)
            .map_err(|why| format!("the text of a mocked answer is not JSON ({why}): {text}")),
        other => other.map_err(|why| format!("the value of a mocked answer cannot be written as JSON: {why}")),
    }
}

/// A page with these items.
pub(super) fn page<T: Serialize>(items: &[T]) -> Answer {
    let items: Result<Vec<Value>, String> = items.iter().map(json).collect();
    Answer::new(match items {
        Ok(items) => Body::Page(items, None),
        Err(why) => Body::Wrong(why),
    })
}

/// A page as JSON, with the link to the next one.
fn linked(items: &[Value], next: Option<usize>, call: &Call) -> Value {
    let mut page = Map::new();
    page.insert("value".to_owned(), items.into());
    if let Some((next, mut url)) = next.zip(Url::parse(&call.url).ok()) {
        url.set_query(Some(&format!("$skiptoken={next}")));
        page.insert("@odata.nextLink".to_owned(), url.as_str().into());
    }
    page.into()
}

/// The code that the service has for a status.
fn code(status: u16) -> &'static str {
    match status {
        400 => "Request_BadRequest",
        401 => "InvalidAuthenticationToken",
        403 => "Authorization_RequestDenied",
        404 => "Request_ResourceNotFound",
        409 => "Conflict",
        412 => "PreconditionFailed",
        429 => "TooManyRequests",
        503 => "ServiceUnavailable",
        500.. => "InternalServerError",
        _ => "UnknownError",
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = match &self.body {
            Body::Empty => "no body",
            Body::Json(_) | Body::Page(..) => "JSON",
            Body::Bytes(_) => "bytes",
            Body::Broken => "a broken connection",
            Body::Documented(_) => "the documented response",
            Body::Made(_) => "a function",
            Body::Wrong(why) => why,
        };
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &body)
            .finish()
    }
}
