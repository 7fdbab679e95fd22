//! A batch as JSON.

use std::collections::BTreeMap;

use azure_core::http::headers::{HeaderName, HeaderValue, Headers};

use crate::client::answer::{JSON, RawAnswer};
use crate::client::connection::Client;
use crate::client::content::Bytes;
use crate::client::error::Error;
use crate::client::plan::Prepared;
use crate::{AdditionalProperties, Binary, Json, model};

/// The body of the call.
pub(super) struct Calls {
    pub(super) requests: Option<Vec<Call>>,
    pub(super) additional_properties: AdditionalProperties,
}

model! {
    Calls = "" {
        0 requests: Objs = "requests",
    }
}

/// One request in it.
pub(super) struct Call {
    pub(super) id: Option<String>,
    pub(super) depends_on: Option<Vec<String>>,
    method: Option<String>,
    url: Option<String>,
    headers: Option<Json>,
    body: Option<Json>,
    additional_properties: AdditionalProperties,
}

model! {
    Call = "" {
        0 id: Str = "id",
        1 depends_on: Strs = "dependsOn",
        2 method: Str = "method",
        3 url: Str = "url",
        4 headers: Raw = "headers",
        5 body: Raw = "body",
    }
}

/// The body of the answer.
pub(super) struct Replies {
    pub(super) responses: Option<Vec<Reply>>,
    pub(super) additional_properties: AdditionalProperties,
}

model! {
    Replies = "" {
        0 responses: Objs = "responses",
    }
}

/// One answer in it.
pub(super) struct Reply {
    pub(super) id: Option<String>,
    status: Option<i32>,
    headers: Option<Json>,
    body: Option<Json>,
    additional_properties: AdditionalProperties,
}

model! {
    Reply = "" {
        0 id: Str = "id",
        1 status: I32 = "status",
        2 headers: Raw = "headers",
        3 body: Raw = "body",
    }
}

impl Call {
    /// A request as a part of a batch; an error if it cannot be one.
    pub(super) fn new(client: &Client, plan: &Prepared) -> Result<Self, Error> {
        let refuse = |why: &str| Error::request(why.to_owned()).at(&plan.endpoint);
        let root = format!("{}/{}", client.base_url(), plan.endpoint.version);
        let url = plan.url.strip_prefix(&root).filter(|url| url.starts_with('/'));
        let url = url.ok_or_else(|| refuse("the request is not one of the batch's client"))?;
        let headers: BTreeMap<&str, &str> = plan.headers().filter(|pair| *pair != ("accept", JSON)).collect();
        let body = plan.content.as_ref().map(|content| {
            let bytes = content
                .bytes()
                .ok_or_else(|| refuse("a stream cannot be sent in a batch"))?;
            body(bytes, &content.content_type).map_err(|_| refuse("the body cannot be sent in a batch"))
        });
        Ok(Self {
            method: Some(plan.method().to_owned()),
            url: Some(url.to_owned()),
            headers: (!headers.is_empty()).then(|| Json::new(&headers).unwrap_or_default()),
            body: body.transpose()?,
            ..Self::default()
        })
    }
}

/// JSON as it is, anything else in Base64.
fn body(bytes: &[u8], content_type: &str) -> Result<Json, serde_json::Error> {
    if is_json(content_type) {
        serde_json::from_slice(bytes)
    } else {
        Json::new(Binary::from(bytes).as_str())
    }
}

fn is_json(content_type: &str) -> bool {
    content_type.to_ascii_lowercase().contains("json")
}

impl Reply {
    /// The answer as if it had come alone.
    pub(super) fn into_answer(self, plan: &Prepared) -> RawAnswer {
        let headers: BTreeMap<String, serde_json::Value> = self
            .headers
            .and_then(|headers| headers.decode().ok())
            .unwrap_or_default();
        let pairs = headers.into_iter().map(|(name, value)| {
            let value = match value {
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            (HeaderName::from(name.to_ascii_lowercase()), HeaderValue::from(value))
        });
        let pairs: std::collections::HashMap<HeaderName, HeaderValue> = pairs.collect();
        let mut answer = RawAnswer {
            endpoint: plan.endpoint,
            status: self
                .status
                .and_then(|status| u16::try_from(status).ok())
                .unwrap_or_default(),
            headers: Headers::from(pairs),
            body: Bytes::new(),
            foreign: false,
        };
        let content_type = answer.header("content-type").unwrap_or_default();
        answer.body = self
            .body
            .filter(|body| !body.is_null())
            .map(|body| bytes(&body, content_type))
            .unwrap_or_default();
        answer
    }
}

/// What the service wanted to send: JSON, or a text that stands for other bytes.
fn bytes(body: &Json, content_type: &str) -> Bytes {
    let json = || body.as_str().to_owned().into_bytes();
    if is_json(content_type) {
        return json().into();
    }
    match body.decode::<String>() {
        Err(_) => json().into(),
        Ok(text) if content_type.starts_with("text/") => text.into_bytes().into(),
        Ok(text) => Binary::from(text.as_str())
            .to_bytes()
            .unwrap_or_else(|| text.into_bytes())
            .into(),
    }
}
