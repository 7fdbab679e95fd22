//! The base URL of a client, and the scope of its access token.

use super::error::Error;
use crate::Cloud;

/// The base URL of the API, and the scope of its access token.
#[derive(Clone, Debug)]
pub(super) struct Root {
    /// Scheme, host, port, and a path if the API has one, without a slash at the end.
    pub(super) base: String,
    /// The scope of the access token.
    pub(super) scope: String,
}

impl Root {
    pub(super) fn of_cloud(cloud: Cloud) -> Self {
        Self {
            base: cloud.origin().to_owned(),
            scope: format!("{}/.default", cloud.origin()),
        }
    }

    /// A base URL that is not in the list of clouds. The default scope is that of its own origin.
    pub(super) fn custom(base: &str, scope: Option<String>) -> Result<Self, Error> {
        let url = parse(base)?;
        if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
            return Err(Error::request(format!(
                "`{base}` is not a base URL: it may have a host and a path only"
            )));
        }
        let allowed = url.scheme() == "https" || url.scheme() == "http" && is_loopback(&url);
        if !allowed {
            return Err(Error::request(format!(
                "`{base}` is not allowed: use https, or http for a server on this computer"
            )));
        }
        let base = url.as_str().trim_end_matches('/').to_owned();
        let scope = scope.unwrap_or_else(|| format!("{}/.default", url.origin().ascii_serialization()));
        Ok(Self { base, scope })
    }

    pub(super) fn is_loopback(&self) -> bool {
        parse(&self.base).is_ok_and(|url| is_loopback(&url))
    }

    /// Whether a request may go to another URL: without TLS only if both the API and the URL are on this computer.
    pub(super) fn may_leave_to(&self, url: &azure_core::http::Url) -> bool {
        url.scheme() == "https" || url.scheme() == "http" && is_loopback(url) && self.is_loopback()
    }

    pub(super) fn is_plain(&self) -> bool {
        self.base.starts_with("http://")
    }
}

pub(super) fn parse(text: &str) -> Result<azure_core::http::Url, Error> {
    let url =
        azure_core::http::Url::parse(text).map_err(|e| Error::request(format!("`{text}` is not a valid URL: {e}")))?;
    if url.has_host() {
        Ok(url)
    } else {
        Err(Error::request(format!("`{text}` has no host")))
    }
}

fn is_loopback(url: &azure_core::http::Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::Root;

    #[test]
    fn base_urls() {
        for bad in [
            "",
            "x",
            "https://",
            "https://u:p@example.com",
            "https://example.com?x",
            "ftp://localhost",
            "http://example.com",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
        ] {
            assert!(Root::custom(bad, None).is_err(), "{bad}");
        }
        for good in [
            "http://localhost:1",
            "http://[::1]:1",
            "http://127.0.0.2/base/",
            "https://example.com/api/",
        ] {
            let root = Root::custom(good, None).unwrap();
            assert_eq!(root.base, good.trim_end_matches('/'));
        }
        let scope = Root::custom("https://example.com/api/", None).unwrap().scope;
        assert_eq!(scope, "https://example.com/.default");
    }
}
