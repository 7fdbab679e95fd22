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
        (_, Ok(_)) => Err(Error::link(format!(
            "the link goes to another host and is not followed: {link}"
        ))),
        (_, Err(why)) => Err(Error::link(format!("the link is not a whole URL ({why}): {link}"))),
    }
}

/// A link as a whole URL: as it was sent, or relative to the URL of the response that had it.
pub(super) fn resolve(link: &str, from: &str) -> Result<String, Error> {
    match Url::parse(link) {
        Ok(_) => Ok(link.to_owned()),
        Err(why) => Url::parse(from)
            .and_then(|from| from.join(link))
            .map(String::from)
            .map_err(|_| Error::link(format!("the link is not a URL ({why}): {link}"))),
    }
}
