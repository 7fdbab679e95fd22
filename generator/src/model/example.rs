//! Documented examples.

use super::{Method, Origin, TypeRef};
use serde::{Deserialize, Serialize};

/// Which side of a call an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ExampleKind {
    /// What is sent.
    Request,
    /// What comes back.
    Response,
}

/// One request or response block of an Examples section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// Request or response.
    pub kind: ExampleKind,
    /// The `name` of the annotation; pairs a request with its response.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// The request line's method.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub method: Option<Method>,
    /// The request line's URL, as written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<String>,
    /// The response's status.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<u16>,
    /// The annotation's `@odata.type` and `isCollection`.
    #[serde(flatten)]
    pub type_ref: TypeRef,
    /// The annotation's `truncated`.
    pub truncated: bool,
    /// Header lines.
    pub headers: Vec<(String, String)>,
    /// The body as written; empty for none.
    pub body: String,
    /// Whether the body is valid JSON.
    pub json: bool,
    /// The block.
    pub origin: Origin,
}
