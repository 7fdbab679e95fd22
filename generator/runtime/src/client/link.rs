//! Links to the next page and the like.

use azure_core::http::Url;

use super::error::Error;

/// Checks that a link has the origin of the client's base URL: another host must not get the token.
pub(super) fn own_origin(base: &str, link: &str) -> Result<(), Error> {
    let own = Url::parse(base).map(|url| url.origin());
    match (own, Url::parse(link)) {
        (Ok(own), Ok(link)) if own == link.origin() && link.username().is_empty() && link.password().is_none() => {
            Ok(())
        }
        _ => Err(Error::link(format!(
            "the link goes to another host and is not followed: {link}"
        ))),
    }
}
