//! HTTP routes.

use super::{Body, Origin, Path, RouteResponse};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// An HTTP method that pages document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "each is the HTTP method of the same name")]
pub enum Method {
    Delete,
    Get,
    Head,
    Patch,
    Post,
    Put,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 6] = [Self::Delete, Self::Get, Self::Head, Self::Patch, Self::Post, Self::Put];

    /// The method in capitals.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Delete => "DELETE",
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A route among those of its operation: its place on the page. It stays the same when other routes are taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RouteId(pub usize);

/// One documented route line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Flat")]
pub struct Route {
    /// What permissions refer to it by.
    pub id: RouteId,
    /// The method.
    pub method: Method,
    /// The path without host, version and query. Placeholders are `{name}`, as documented:
    /// `/users/{id | userPrincipalName}/messages/{id}`.
    pub path: Path,
    /// The query string of the documented line, without `?`; empty for none.
    pub query: String,
    /// What a call sends.
    pub body: Body,
    /// What a call returns.
    pub response: RouteResponse,
    /// The line.
    pub origin: Origin,
}

impl Route {
    /// A route without a query, of no page.
    pub fn new(method: Method, path: &str) -> Self {
        Self {
            id: RouteId::default(),
            method,
            path: Path::parse(path),
            query: String::new(),
            body: Body::default(),
            response: RouteResponse::default(),
            origin: Origin::default(),
        }
    }

    /// The options of the query: names and documented values.
    pub fn query_options(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.split('&').filter_map(|pair| pair.split_once('='))
    }
}

/// The JSON form: the arguments that only an example shows stand beside the documented path.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Flat<'a> {
    method: Method,
    path: Cow<'a, str>,
    #[serde(skip_serializing_if = "str::is_empty", default)]
    arguments: Cow<'a, str>,
    #[serde(skip_serializing_if = "str::is_empty", default)]
    query: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_none", default)]
    body: Cow<'a, Body>,
    #[serde(default)]
    response: Cow<'a, RouteResponse>,
    origin: Cow<'a, Origin>,
}

fn is_none(body: &Body) -> bool {
    *body == Body::None
}

impl Serialize for Route {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Flat {
            method: self.method,
            path: self.path.as_str().into(),
            arguments: self.path.example_arguments().into(),
            query: self.query.as_str().into(),
            body: Cow::Borrowed(&self.body),
            response: Cow::Borrowed(&self.response),
            origin: Cow::Borrowed(&self.origin),
        }
        .serialize(serializer)
    }
}

impl From<Flat<'_>> for Route {
    fn from(form: Flat<'_>) -> Self {
        let mut path = Path::parse(form.path);
        path.set_example_arguments(&form.arguments);
        Self {
            // The operation numbers its routes.
            id: RouteId::default(),
            method: form.method,
            path,
            query: form.query.into_owned(),
            body: form.body.into_owned(),
            response: form.response.into_owned(),
            origin: form.origin.into_owned(),
        }
    }
}

/// A line of a request block that is no route, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadRoute {
    /// The line as written.
    pub text: String,
    /// Why it is no route.
    pub reason: String,
    /// The line.
    pub origin: Origin,
}
