//! What the documentation says about an operation, as plain data.

use std::fmt;

use super::permissions::PermissionSet;

/// One documented operation; a path that has a method or permissions of its own is one by itself.
///
/// Lists are kept as text, which costs a fraction of the compile time; the methods take them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The HTTP method.
    pub method: Method,
    /// The version of the API, `beta` or `v1.0`.
    pub version: &'static str,
    /// The path below the version; `{name}` stands for a parameter.
    pub path: &'static str,
    /// Other documented paths of the same operation, one on each line: see [`Endpoint::paths`].
    pub more_paths: &'static str,
    /// The documented permissions: see [`Endpoint::permissions`].
    pub permissions: &'static str,
    /// The clouds that have the operation, with spaces between them: see [`Endpoint::clouds`].
    pub clouds: &'static str,
    /// The query options that the page names, with spaces between them: see [`Endpoint::query_options`].
    pub query_options: &'static str,
    /// The public page.
    pub docs: &'static str,
}

impl Endpoint {
    /// A route that no page documents: `Endpoint::new(Method::Get, "beta", "/me/{name}")`. Make it a `static`, and call it with
    /// `Request::new`.
    pub const fn new(method: Method, version: &'static str, path: &'static str) -> Self {
        Self {
            method,
            version,
            path,
            more_paths: "",
            permissions: "",
            clouds: "",
            query_options: "",
            docs: "",
        }
    }

    /// Every documented path of the operation, that of [`Endpoint::path`] first.
    pub fn paths(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.path).chain(self.more_paths.lines())
    }

    /// The documented permissions; several sets if the page has several tables. [`Endpoint::needs`] says what they come to.
    pub fn permissions(&self) -> Vec<PermissionSet> {
        self.permissions.lines().map(PermissionSet::parse).collect()
    }

    /// The clouds that have the operation; empty if the page does not say.
    pub fn clouds(&self) -> Vec<Cloud> {
        let named = |name| Cloud::ALL.into_iter().find(|cloud| cloud.as_str() == name);
        self.clouds.split_whitespace().filter_map(named).collect()
    }

    /// The query options that the page names, such as `$filter`.
    pub fn query_options(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.query_options.split_whitespace()
    }
}

impl fmt::Display for Endpoint {
    /// `GET /v1.0/me`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} /{}{}", self.method, self.version, self.path)
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or runs an action.
    Post,
    /// Replaces.
    Put,
    /// Changes.
    Patch,
    /// Removes.
    Delete,
    /// Reads the headers only.
    Head,
}

impl Method {
    /// The method's name in HTTP.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
            Method::Head => "HEAD",
        }
    }

    /// Whether sending the request twice does no more than sending it once. A PATCH of this API sets properties, so it is.
    pub const fn is_idempotent(self) -> bool {
        !matches!(self, Method::Post)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A cloud: an installation of the API with its own host and its own accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cloud {
    /// The public one, for nearly everybody.
    Global,
    /// United States government, level 4.
    UsGovL4,
    /// United States government, level 5 (Department of Defense).
    UsGovL5,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// All of them.
    pub const ALL: [Cloud; 4] = [Cloud::Global, Cloud::UsGovL4, Cloud::UsGovL5, Cloud::China];

    /// The name of the cloud in an [`Endpoint`].
    pub const fn as_str(self) -> &'static str {
        match self {
            Cloud::Global => "Global",
            Cloud::UsGovL4 => "UsGovL4",
            Cloud::UsGovL5 => "UsGovL5",
            Cloud::China => "China",
        }
    }

    /// Where the API is, such as `https://graph.microsoft.com`.
    pub const fn origin(self) -> &'static str {
        match self {
            Cloud::Global => "https://graph.microsoft.com",
            Cloud::UsGovL4 => "https://graph.microsoft.us",
            Cloud::UsGovL5 => "https://dod-graph.microsoft.us",
            Cloud::China => "https://microsoftgraph.chinacloudapi.cn",
        }
    }
}
