//! Endpoints: what the documentation says about a call.

use std::fmt;

use super::examples::Examples;
use super::permissions::{self, PermissionSet};

/// A documented call: the method, the paths, and what else its page says. If a path of an operation has another method
/// or other permissions, it has an endpoint of its own.
///
/// Lists are text, which compiles much faster than slices; methods of the same name parse them.
///
/// ```
/// use graph_runtime::{Cloud, Endpoint, Method};
///
/// static GET_USER: Endpoint = Endpoint {
///     more_paths: "/me",
///     clouds: "Global China",
///     ..Endpoint::new(Method::Get, "v1.0", "/users/{id}")
/// };
///
/// assert_eq!(GET_USER.to_string(), "GET /v1.0/users/{id}");
/// assert!(GET_USER.paths().eq(["/users/{id}", "/me"]));
/// assert_eq!(GET_USER.clouds(), [Cloud::Global, Cloud::China]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The HTTP method.
    pub method: Method,
    /// The version of the API, `beta` or `v1.0`.
    pub version: &'static str,
    /// The path after the version, with `{name}` for each parameter.
    pub path: &'static str,
    /// Further paths of the operation, one on each line: see [`Endpoint::paths`].
    pub more_paths: &'static str,
    /// The documented permissions: see [`Endpoint::permissions`].
    pub permissions: &'static str,
    /// The clouds where the call is available, separated by spaces: see [`Endpoint::clouds`].
    pub clouds: &'static str,
    /// The documented query options, separated by spaces: see [`Endpoint::query_options`].
    pub query_options: &'static str,
    /// The URL of the documentation.
    pub docs: &'static str,
    /// The documented responses of the version, for tests.
    pub examples: Examples,
    /// By this text `generator permissions --binary` finds the endpoint in a linked program: `graph-endpoint/1 LENGTH TEXT`
    /// with `METHOD VERSION PAGE` and a line for each path as the text. Empty for a call that is not documented.
    pub mark: &'static str,
}

impl Endpoint {
    /// A call that is not documented. Make it a `static`, and pass it to `Request::new`.
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
            examples: Examples::NONE,
            mark: "",
        }
    }

    /// All documented paths of the operation; the first is [`Endpoint::path`].
    pub fn paths(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.path).chain(self.more_paths.lines())
    }

    /// The documented permissions, one set for each table of the page. See also [`Endpoint::needs`].
    pub fn permissions(&self) -> Vec<PermissionSet> {
        // Keeps the mark of an endpoint whose permissions alone are asked for.
        let endpoint = std::hint::black_box(self);
        endpoint.permissions.lines().map(PermissionSet::parse).collect()
    }

    /// The same call at one of its paths alone, by its index in [`Endpoint::paths`]: with the permissions that count there.
    ///
    /// ```
    /// use graph_runtime::{Endpoint, Method};
    ///
    /// static LIST_EVENTS: Endpoint = Endpoint {
    ///     more_paths: "/groups/{id}/events",
    ///     permissions: "@0 work: Calendars.Read\n@1 work: Group.Read.All",
    ///     ..Endpoint::new(Method::Get, "v1.0", "/me/events")
    /// };
    ///
    /// assert_eq!(LIST_EVENTS.permissions().len(), 2);
    /// let of_group = LIST_EVENTS.at(1);
    /// assert_eq!((of_group.path, of_group.permissions().len()), ("/groups/{id}/events", 1));
    /// ```
    #[must_use]
    pub fn at(&self, index: usize) -> Endpoint {
        Endpoint {
            path: self.paths().nth(index).unwrap_or(self.path),
            more_paths: "",
            permissions: permissions::at(self.permissions, index),
            ..*self
        }
    }

    /// The clouds where the call is available; empty if that is not documented.
    pub fn clouds(&self) -> Vec<Cloud> {
        let named = |name| Cloud::ALL.into_iter().find(|cloud| cloud.as_str() == name);
        self.clouds.split_whitespace().filter_map(named).collect()
    }

    /// The documented query options, such as `$filter`.
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
    /// `GET` reads.
    Get,
    /// `POST` creates an object or runs an action.
    Post,
    /// `PUT` replaces.
    Put,
    /// `PATCH` changes properties.
    Patch,
    /// `DELETE` removes.
    Delete,
    /// `HEAD` reads the headers only.
    Head,
}

impl Method {
    /// The name of the method.
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

    /// Whether sending a request twice has the same effect as sending it once. True for PATCH too, which sets
    /// properties in this API.
    pub const fn is_idempotent(self) -> bool {
        !matches!(self, Method::Post)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A cloud: a deployment of the API with its own host and accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cloud {
    /// The global service.
    Global,
    /// US Government L4.
    UsGovL4,
    /// US Government L5 (DOD).
    UsGovL5,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// All clouds.
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

    /// The base URL of the API, such as `https://graph.microsoft.com`.
    pub const fn origin(self) -> &'static str {
        match self {
            Cloud::Global => "https://graph.microsoft.com",
            Cloud::UsGovL4 => "https://graph.microsoft.us",
            Cloud::UsGovL5 => "https://dod-graph.microsoft.us",
            Cloud::China => "https://microsoftgraph.chinacloudapi.cn",
        }
    }
}
