//! Redirects: the content of a file or a report is often on another host.

use azure_core::http::Url;

use super::connection::Client;
use super::error::Error;
use super::prepared::Prepared;
use super::response::RawResponse;
use crate::Method;

/// The limit of redirects in a row.
const MOST: usize = 5;

/// The request that follows a redirect; `None` if the response is not a redirect, or if the request is not a read.
///
/// It has no token and no headers of the program, wherever it goes: the location is pre-authenticated.
pub(super) fn follow(
    client: &Client,
    prepared: &Prepared,
    response: &RawResponse,
    hop: usize,
) -> Result<Option<Prepared>, Error> {
    let reads = matches!(prepared.endpoint.method, Method::Get | Method::Head);
    let (true, 301 | 302 | 303 | 307 | 308, Some(location)) = (reads, response.status, response.header("location"))
    else {
        return Ok(None);
    };
    let refuse = |why: &str| Err(Error::link(why.to_owned()).at(&prepared.endpoint));
    if hop >= MOST {
        return refuse("there are too many redirects");
    }
    let Ok(url) = Url::parse(&prepared.url).and_then(|from| from.join(location)) else {
        return refuse("the location of a redirect is not a valid URL");
    };
    if !client.inner().root.may_leave_to(&url) {
        return refuse("a redirect to a URL without TLS is not followed");
    }
    let mut next = Prepared::new(&prepared.endpoint, url.into());
    next.anonymous = true;
    next.retry.clone_from(&prepared.retry);
    next.timeout = prepared.timeout;
    for name in ["accept", "accept-encoding", "range", "if-range"] {
        if let Some(value) = prepared.header(name) {
            next.set_header(name, value);
        }
    }
    Ok(Some(next))
}
