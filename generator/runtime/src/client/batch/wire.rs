//! A batch as JSON.

use std::collections::BTreeMap;

use azure_core::http::headers::{HeaderName, HeaderValue, Headers};

use crate::client::connection::Client;
use crate::client::content::Bytes;
use crate::client::error::Error;
use crate::client::prepared::Prepared;
use crate::client::response::{JSON, RawResponse};
use crate::{AdditionalProperties, Binary, Json, Object, Shape, Slot, SlotMut, model};

/// The body of the call.
pub(super) struct BatchBody {
    pub(super) requests: Option<Vec<StepRequest>>,
    pub(super) additional_properties: AdditionalProperties,
}

model! {
    BatchBody = "" {
        0 requests: Objs = "requests",
    }
}

/// One request in it.
pub(super) struct StepRequest {
    pub(super) id: Option<String>,
    pub(super) depends_on: Option<Vec<String>>,
    method: Option<String>,
    url: Option<String>,
    headers: Option<Json>,
    body: Option<Json>,
    additional_properties: AdditionalProperties,
}

model! {
    StepRequest = "" {
        0 id: Str = "id",
        1 depends_on: Strs = "dependsOn",
        2 method: Str = "method",
        3 url: Str = "url",
        4 headers: Raw = "headers",
        5 body: Raw = "body",
    }
}

/// The body of the response. Like those of a page, its elements are kept if there is one that is none.
#[derive(Default)]
pub(super) struct BatchResponse {
    pub(super) responses: Vec<StepResponse>,
    additional_properties: AdditionalProperties,
}

const BATCH: Shape = Shape {
    type_name: "",
    names: &["responses"],
    read_only: "",
};

impl Object for BatchResponse {
    fn slot(&self, index: usize) -> Slot<'_> {
        match index {
            0 => Slot::Objs(&self.responses),
            _ => Slot::Rest(&self.additional_properties, &BATCH),
        }
    }
    fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Objs(&mut self.responses),
            _ => SlotMut::Rest(&mut self.additional_properties),
        }
    }
}

/// One response in it.
pub(super) struct StepResponse {
    pub(super) id: Option<String>,
    status: Option<i32>,
    headers: Option<Json>,
    body: Option<Json>,
    additional_properties: AdditionalProperties,
}

model! {
    StepResponse = "" {
        0 id: Str = "id",
        1 status: I32 = "status",
        2 headers: Raw = "headers",
        3 body: Raw = "body",
    }
}

impl StepRequest {
    /// A request as a step of a batch. An error if a batch cannot contain it.
    pub(super) fn new(client: &Client, prepared: &Prepared) -> Result<Self, Error> {
        let refuse = |why: &str| Error::request(why.to_owned()).at(&prepared.endpoint);
        let root = format!("{}/{}", client.base_url(), prepared.endpoint.version);
        let url = prepared.url.strip_prefix(&root).filter(|url| url.starts_with('/'));
        let url = url.ok_or_else(|| refuse("the request belongs to another client than the batch"))?;
        let headers: BTreeMap<&str, &str> = prepared.headers().filter(|pair| *pair != ("accept", JSON)).collect();
        let body = prepared.content.as_ref().map(|content| {
            let bytes = content
                .bytes()
                .ok_or_else(|| refuse("a stream cannot be sent in a batch"))?;
            body(bytes, &content.content_type).map_err(|_| refuse("the body cannot be sent in a batch"))
        });
        Ok(Self {
            method: Some(prepared.method().to_owned()),
            url: Some(url.to_owned()),
            headers: (!headers.is_empty()).then(|| Json::new(&headers).unwrap_or_default()),
            body: body.transpose()?,
            ..Self::default()
        })
    }
}

/// JSON as it is, anything else in base64.
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

impl StepResponse {
    /// Which step it answers. The id is a text; some gateways make a number of it.
    pub(super) fn number(&self) -> Option<usize> {
        let other = || {
            self.additional_properties
                .get("id")
                .map(|json| json.as_str().to_owned())
        };
        self.id.clone().or_else(other)?.parse().ok()
    }

    /// The response as if the request had been sent alone.
    pub(super) fn into_response(self, prepared: &Prepared) -> RawResponse {
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
        let mut response = RawResponse {
            endpoint: prepared.endpoint,
            status: self
                .status
                .and_then(|status| u16::try_from(status).ok())
                .unwrap_or_default(),
            headers: Headers::from(pairs),
            body: Bytes::new(),
            url: prepared.shown_url(),
            foreign: false,
        };
        let content_type = response.header("content-type").unwrap_or_default();
        response.body = self
            .body
            .filter(|body| !body.is_null())
            .map(|body| bytes(&body, content_type))
            .unwrap_or_default();
        response
    }
}

/// The bytes of the body: JSON as it is, anything else decoded from base64 or text.
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
