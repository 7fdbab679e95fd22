//! HTTP routes.

use super::Origin;
use serde::{Deserialize, Serialize};
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

/// One documented route line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path with a leading slash, without host, version and query. Placeholders are `{name}`, as documented:
    /// `/users/{id | userPrincipalName}/messages/{id}`.
    pub path: String,
    /// The arguments that the line leaves out and an example of the page passes, with places for their values:
    /// `(scope='{scope}')`; empty for none. They belong behind the path.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub arguments: String,
    /// The query string of the documented line, without `?`; empty for none.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub query: String,
    /// The line.
    pub origin: Origin,
}

/// A part of a route's path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that is always the same, slashes included.
    Literal(&'a str),
    /// A value to fill in: what stands between the braces, such as `id | userPrincipalName`.
    Placeholder(&'a str),
}

impl Route {
    /// The path in pieces.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        pieces(&self.path)
    }

    /// The path that is called: with the arguments.
    pub fn called(&self) -> String {
        match self.arguments.as_str() {
            "" => self.path.clone(),
            arguments => format!("{}{arguments}", self.path.trim_end_matches('/')),
        }
    }
}

/// A path in pieces; an unclosed brace is literal text.
pub fn pieces(path: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((inside, tail)) = after.split_once('}')
    {
        if !before.is_empty() {
            pieces.push(Piece::Literal(before));
        }
        pieces.push(Piece::Placeholder(inside.trim()));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    pieces
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_splits_into_literals_and_placeholders() {
        let route = |path: &str| Route {
            method: Method::Get,
            path: path.to_owned(),
            arguments: String::new(),
            query: String::new(),
            origin: Origin::default(),
        };
        let shown = |path: &str| {
            let route = route(path);
            route
                .pieces()
                .iter()
                .map(|piece| format!("{piece:?}"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        insta::assert_snapshot!(shown("/users/{id | userPrincipalName}/photo/$value"), @r#"Literal("/users/") Placeholder("id | userPrincipalName") Literal("/photo/$value")"#);
        insta::assert_snapshot!(shown("/reports/get(period='{period}')"), @r#"Literal("/reports/get(period='") Placeholder("period") Literal("')")"#);
        insta::assert_snapshot!(shown("/broken/{id"), @r#"Literal("/broken/{id")"#);
    }
}
