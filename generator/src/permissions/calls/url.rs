//! Addresses: a URL of any cloud, or a path with or without a version.

use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// The hosts of the API: global, US Government L4 and L5, China, and the one in Germany that is closed.
pub const HOSTS: [&str; 5] = [
    "graph.microsoft.com",
    "graph.microsoft.us",
    "dod-graph.microsoft.us",
    "microsoftgraph.chinacloudapi.cn",
    "graph.microsoft.de",
];

/// The address of a call in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// The host in small letters, without its port; empty for a path alone.
    pub host: String,
    /// `v1.0` or `beta`, where the address has one.
    pub version: Option<&'static str>,
    /// The path behind the version, as written, with a slash at its begin.
    pub path: String,
    /// What follows the `?`, as written.
    pub query: String,
}

impl Address {
    /// Reads a URL, `/v1.0/users/{id}`, `v1.0/users` or `/users`.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let text = text
            .split_once('#')
            .filter(|(before, _)| !before.ends_with('/'))
            .map_or(text, |(text, _)| text);
        let (text, query) = text.split_once('?').unwrap_or((text, ""));
        let (host, path) = split_host(text);
        let (version, path) = split_version(path);
        Self {
            host,
            version,
            path: format!("/{path}"),
            query: query.to_owned(),
        }
    }

    /// Whether it is on a host of the API, or names none.
    pub fn is_of_api(&self) -> bool {
        self.host.is_empty() || HOSTS.contains(&self.host.as_str())
    }

    /// The options of the query with their values, unescaped.
    pub fn options(&self) -> impl Iterator<Item = (String, String)> {
        self.query.split('&').filter_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            let text = |text: &str| unescaped(&text.replace('+', " ")).into_owned();
            Some((text(name).to_ascii_lowercase(), text(value)))
        })
    }
}

/// The host and what follows; no host in a path, or where the first name has no dot (`users/{id}`) or is a version.
fn split_host(text: &str) -> (String, &str) {
    let after_scheme = text
        .split_once("://")
        .map(|(_, rest)| rest)
        .or_else(|| text.strip_prefix("//"));
    let bare = after_scheme.unwrap_or(text);
    let (first, rest) = bare.split_once('/').unwrap_or((bare, ""));
    let host = first
        .split_once(':')
        .map_or(first, |(host, _)| host)
        .to_ascii_lowercase();
    if after_scheme.is_some() || HOSTS.contains(&host.as_str()) {
        (host, rest)
    } else {
        (String::new(), text)
    }
}

/// The version, and the path behind it without slashes at its begin.
fn split_version(path: &str) -> (Option<&'static str>, &str) {
    let path = path.trim_start_matches('/');
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let known = ["v1.0", "beta"]
        .into_iter()
        .find(|version| unescaped(first).eq_ignore_ascii_case(version));
    match known {
        Some(version) => (Some(version), rest.trim_start_matches('/')),
        None => (None, path),
    }
}

/// The text without percent escapes; what is no escape, or no text, stays.
pub(in crate::permissions) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_all_their_forms() {
        let shown = |text: &str| {
            let address = Address::parse(text);
            format!(
                "{} {} {} {}",
                address.host,
                address.version.unwrap_or("-"),
                address.path,
                address.query
            )
        };
        assert_eq!(
            shown("https://graph.microsoft.com/v1.0/kilns?$top=5"),
            "graph.microsoft.com v1.0 /kilns $top=5"
        );
        assert_eq!(
            shown("HTTPS://Graph.Microsoft.US:443//Beta//kilns/"),
            "graph.microsoft.us beta /kilns/ "
        );
        assert_eq!(
            shown("graph.microsoft.com/beta/kilns"),
            "graph.microsoft.com beta /kilns "
        );
        assert_eq!(shown("v1.0/kilns"), " v1.0 /kilns ");
        assert_eq!(shown("kilns/{id}"), " - /kilns/{id} ");
        assert_eq!(shown("/"), " - / ");
    }

    #[test]
    fn escapes() {
        assert_eq!(unescaped("a%20b%2Fc"), "a b/c");
        assert_eq!(unescaped("100%"), "100%");
        assert_eq!(unescaped("%zz%é"), "%zz%é");
        assert_eq!(unescaped("%ff"), "%ff");
    }
}
