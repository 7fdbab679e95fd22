//! Redirects: the content of a file or a report often lies elsewhere.

use azure_core::http::Url;

use super::answer::RawAnswer;
use super::connection::Client;
use super::error::Error;
use super::plan::Prepared;
use crate::Method;

/// How many redirects one after the other are followed.
const MOST: usize = 5;

/// The request that follows a redirect; `None` if the answer is none, or if the request does more than reading.
///
/// It goes out without the token and without the headers of the program, wherever it leads: the link says by itself who may read it.
pub(super) fn follow(
    client: &Client,
    plan: &Prepared,
    answer: &RawAnswer,
    hop: usize,
) -> Result<Option<Prepared>, Error> {
    let reads = matches!(plan.endpoint.method, Method::Get | Method::Head);
    let (true, 301 | 302 | 303 | 307 | 308, Some(location)) = (reads, answer.status, answer.header("location")) else {
        return Ok(None);
    };
    let refuse = |why: &str| Err(Error::link(why.to_owned()).at(&plan.endpoint));
    if hop >= MOST {
        return refuse("too many redirects, one after the other");
    }
    let Ok(url) = Url::parse(&plan.url).and_then(|from| from.join(location)) else {
        return refuse("a redirect leads to something that is no URL");
    };
    if !client.inner().root.may_leave_to(&url) {
        return refuse("a redirect leads to a place without encryption, which is not followed");
    }
    let mut next = Prepared::new(&plan.endpoint, url.into());
    next.anonymous = true;
    for name in ["accept", "accept-encoding", "range", "if-range"] {
        if let Some(value) = plan.header(name) {
            next.set_header(name, value);
        }
    }
    Ok(Some(next))
}
