//! What a call of a route sends and returns.

use super::TypeRef;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a successful call of a route returns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RouteResponse {
    /// Its status, where the page names one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<u16>,
    /// Its body.
    #[serde(flatten)]
    pub body: ResponseBody,
    /// Whether a `Location` header says where the result is or will be.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub location: bool,
    /// The other successes that the page names, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub others: Vec<Success>,
}

/// Another success than the one that a call usually ends with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Success {
    /// Its status.
    pub status: u16,
    /// Its body.
    #[serde(flatten)]
    pub body: ResponseBody,
    /// Whether a `Location` header says where the result is or will be.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub location: bool,
}

impl RouteResponse {
    /// Whether the work may go on after the response, which then says where to ask how far it is.
    pub(crate) fn goes_on(&self) -> bool {
        let others = self.others.iter().map(|other| (Some(other.status), other.location));
        std::iter::once((self.status, self.location))
            .chain(others)
            .any(|success| success == (Some(202), true))
    }

    /// The bodies of all successes, the usual one first.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &ResponseBody> {
        std::iter::once(&self.body).chain(self.others.iter().map(|other| &other.body))
    }
}

impl fmt::Display for RouteResponse {
    /// `microsoft.graph.user (200), nothing (204)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        success(f, &self.body, self.status, self.location)?;
        for Success { status, body, location } in &self.others {
            f.write_str(", ")?;
            success(f, body, Some(*status), *location)?;
        }
        Ok(())
    }
}

fn success(f: &mut fmt::Formatter<'_>, body: &ResponseBody, status: Option<u16>, location: bool) -> fmt::Result {
    write!(f, "{body}")?;
    match (status, location) {
        (Some(status), true) => write!(f, " ({status} with `Location`)"),
        (Some(status), false) => write!(f, " ({status})"),
        (None, _) => Ok(()),
    }
}

/// The body of a response.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ResponseBody {
    /// Nothing.
    Nothing,
    /// JSON of no stated shape.
    #[default]
    Json,
    /// Bytes: a file, an image.
    Bytes,
    /// A value of a type, or pages of values when the reference is a collection.
    Value(TypeRef),
}

impl ResponseBody {
    /// The type of the value or values.
    pub fn type_ref(&self) -> Option<&TypeRef> {
        match self {
            Self::Value(type_ref) => Some(type_ref),
            Self::Nothing | Self::Json | Self::Bytes => None,
        }
    }
}

impl fmt::Display for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Json => f.write_str("JSON"),
            Self::Bytes => f.write_str("bytes"),
            Self::Value(type_ref) => type_ref.fmt(f),
        }
    }
}

/// What a call of a route sends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Body {
    /// Nothing.
    #[default]
    None,
    /// A JSON representation of a type (create, update).
    Entity(TypeRef),
    /// A JSON object with the body parameters of the operation (action).
    Parameters,
    /// JSON of no stated shape.
    Json,
    /// A JSON object without members.
    Empty,
    /// A reference to an object.
    Reference {
        /// Where its example has the object, below the version: `directoryObjects`. Empty if no example says it.
        to: String,
    },
    /// Bytes: a file, an image.
    Binary,
}

impl Body {
    /// The type of the object that is sent.
    pub fn type_ref(&self) -> Option<&TypeRef> {
        match self {
            Self::Entity(type_ref) => Some(type_ref),
            Self::None | Self::Parameters | Self::Json | Self::Empty | Self::Reference { .. } | Self::Binary => None,
        }
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("nothing"),
            Self::Entity(type_ref) => type_ref.fmt(f),
            Self::Parameters => f.write_str("parameters"),
            Self::Json => f.write_str("JSON"),
            Self::Empty => f.write_str("an object without members"),
            Self::Reference { to } if to.is_empty() => f.write_str("a reference"),
            Self::Reference { to } => write!(f, "a reference to one of {to}"),
            Self::Binary => f.write_str("bytes"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::QualifiedName;

    #[test]
    fn the_json_form_reads_back() {
        let value = TypeRef::named(QualifiedName::graph("kettle")).collection(true);
        let response = RouteResponse {
            status: Some(200),
            body: ResponseBody::Value(value.clone()),
            ..RouteResponse::default()
        };
        let json = serde_json::to_string(&response).unwrap();
        insta::assert_snapshot!(json, @r#"{"status":200,"kind":"value","type":"microsoft.graph.kettle","coll":true}"#);
        let later = Success {
            status: 202,
            body: ResponseBody::Nothing,
            location: true,
        };
        let response = RouteResponse {
            others: vec![later],
            ..response
        };
        let json = serde_json::to_string(&response).unwrap();
        insta::assert_snapshot!(json, @r#"{"status":200,"kind":"value","type":"microsoft.graph.kettle","coll":true,"others":[{"status":202,"kind":"nothing","location":true}]}"#);
        insta::assert_snapshot!(response, @"Collection(microsoft.graph.kettle) (200), nothing (202 with `Location`)");
        assert_eq!(serde_json::from_str::<RouteResponse>(&json).unwrap(), response);
        let json = serde_json::to_string(&RouteResponse::default()).unwrap();
        insta::assert_snapshot!(json, @r#"{"kind":"json"}"#);
        assert_eq!(
            serde_json::from_str::<RouteResponse>(&json).unwrap(),
            RouteResponse::default()
        );
        let body = Body::Entity(value);
        let json = serde_json::to_string(&body).unwrap();
        insta::assert_snapshot!(json, @r#"{"kind":"entity","type":"microsoft.graph.kettle","coll":true}"#);
        assert_eq!(serde_json::from_str::<Body>(&json).unwrap(), body);
    }
}
