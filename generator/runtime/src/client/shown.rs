//! URLs as they may be shown.

use azure_core::http::Url;

use crate::model::secret::{HIDDEN, is_secret_option};

/// A URL without what gives access: of a pre-authenticated one only the origin, and no values of secret options.
pub(super) fn shown(url: &str, pre_authenticated: bool) -> String {
    let Ok(mut parsed) = Url::parse(url) else {
        return HIDDEN.to_owned();
    };
    if pre_authenticated {
        return format!("{}/{HIDDEN}", parsed.origin().ascii_serialization());
    }
    if !parsed.username().is_empty() || parsed.password().is_some() {
        let _ = (parsed.set_username(""), parsed.set_password(None));
        return shown(parsed.as_str(), false);
    }
    let Some((path, query)) = url.split_once('?') else {
        return url.to_owned();
    };
    let options: Vec<String> = query.split('&').map(option).collect();
    format!("{path}?{}", options.join("&"))
}

fn option(pair: &str) -> String {
    match pair.split_once('=') {
        Some((name, _)) if is_secret_option(name) => format!("{name}={HIDDEN}"),
        _ => pair.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn secrets_are_not_shown() {
        for (url, pre_authenticated, want) in [
            ("https://h/v1.0/me?$top=1", false, "https://h/v1.0/me?$top=1"),
            (
                "https://h/x?a=1&sig=s&access_token=t",
                false,
                "https://h/x?a=1&sig=(hidden)&access_token=(hidden)",
            ),
            ("https://u:p@h/x", false, "https://h/x"),
            ("https://h/up/secret?sig=s", true, "https://h/(hidden)"),
            ("secret", false, "(hidden)"),
        ] {
            assert_eq!(shown(url, pre_authenticated), want);
        }
    }
}
