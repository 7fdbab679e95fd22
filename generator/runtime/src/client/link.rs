//! Links that the service sends.

use azure_core::http::Url;

use super::error::Error;

/// Checks that a link leads to where the client is already: another host must not get the token.
pub(super) fn own_origin(base: &str, link: &str) -> Result<(), Error> {
    let own = Url::parse(base).map(|url| url.origin());
    match (own, Url::parse(link)) {
        (Ok(own), Ok(link)) if own == link.origin() && link.username().is_empty() && link.password().is_none() => {
            Ok(())
        }
        _ => Err(Error::link(format!(
            "the service sent a link to another host, which is not followed: {link}"
        ))),
    }
}
