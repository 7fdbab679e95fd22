//! Where a client sends its requests, and which token it takes along.

use super::error::Error;
use crate::Cloud;

/// The root of the API for one client.
#[derive(Clone, Debug)]
pub(super) struct Root {
    /// Scheme, host and port, and a path if the API is not at the top; no slash at the end.
    pub(super) base: String,
    /// What a token is asked for.
    pub(super) scope: String,
}

impl Root {
    pub(super) fn of_cloud(cloud: Cloud) -> Self {
        Self {
            base: cloud.origin().to_owned(),
            scope: format!("{}/.default", cloud.origin()),
        }
    }

    /// A root that is not in the list. Without a scope the one of the root itself is asked for.
    pub(super) fn custom(base: &str, scope: Option<String>) -> Result<Self, Error> {
        let url = parse(base)?;
        if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
            return Err(Error::request(format!(
                "`{base}` is no base URL: it has more than a host and a path"
            )));
        }
        let allowed = url.scheme() == "https" || url.scheme() == "http" && is_loopback(&url);
        if !allowed {
            return Err(Error::request(format!(
                "`{base}` is refused: only https, and http to this computer, may be called"
            )));
        }
        let base = url.as_str().trim_end_matches('/').to_owned();
        let scope = scope.unwrap_or_else(|| format!("{}/.default", url.origin().ascii_serialization()));
        Ok(Self { base, scope })
    }

    pub(super) fn is_loopback(&self) -> bool {
        parse(&self.base).is_ok_and(|url| is_loopback(&url))
    }

    /// Whether a link to elsewhere may be called: without encryption only if both ends are this computer.
    pub(super) fn may_leave_to(&self, url: &azure_core::http::Url) -> bool {
        url.scheme() == "https" || url.scheme() == "http" && is_loopback(url) && self.is_loopback()
    }

    pub(super) fn is_plain(&self) -> bool {
        self.base.starts_with("http://")
    }
}

pub(super) fn parse(text: &str) -> Result<azure_core::http::Url, Error> {
    let url = azure_core::http::Url::parse(text).map_err(|e| Error::request(format!("`{text}` is no URL: {e}")))?;
    if url.has_host() {
        Ok(url)
    } else {
        Err(Error::request(format!("`{text}` names no host")))
    }
}

fn is_loopback(url: &azure_core::http::Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
