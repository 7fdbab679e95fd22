//! Upload sessions: large files in parts.

mod source;
mod status;

use std::fmt;

use super::cloud::parse;
use super::connection::Client;
use super::content::Content;
use super::error::Error;
use super::prepared::Prepared;
use super::response::{FromResponse, RawResponse};
use super::send::{build, execute, once, sleep};
use crate::{Endpoint, Method};
use status::Missing;

pub use source::UploadSource;
pub use status::UploadStatus;

/// The service accepts parts that are a multiple of this size.
const UNIT: u64 = 320 * 1024;

const PART: Endpoint = Endpoint::new(Method::Put, "upload-session", "/{uploadUrl}");
const STATUS: Endpoint = Endpoint::new(Method::Get, "upload-session", "/{uploadUrl}");
const CANCEL: Endpoint = Endpoint::new(Method::Delete, "upload-session", "/{uploadUrl}");

/// The upload of a large file in parts, to the `uploadUrl` in the response to a `createUploadSession` call.
///
/// The URL is pre-authenticated: no token is sent with it, and errors and logs do not show it. After a part has failed,
/// the session asks the service what is missing and continues from there. It gives up when no part succeeds within the
/// attempts of the client's [`RetryPolicy`](super::RetryPolicy).
///
/// Some services end an upload without a body; the URL of what was created is in the header `Location` then:
/// `session.upload::<RawResponse>(source).await?.header("Location")`.
///
/// ```no_run
/// use graph_runtime::{Client, Json, UploadSession};
///
/// async fn upload(client: &Client, upload_url: &str) -> Result<Json, Box<dyn std::error::Error>> {
///     let session = UploadSession::new(client, upload_url)?;
///     Ok(session.upload(std::fs::File::open("film.mp4")?).await?)
/// }
/// ```
#[derive(Clone)]
pub struct UploadSession {
    client: Client,
    url: String,
    part_size: u64,
}

/// The outcome of sending a part.
enum Step {
    Done(Box<RawResponse>),
    More(Missing),
}

impl UploadSession {
    /// A session that the service has created. An error if the URL is not valid, or does not use TLS.
    pub fn new(client: &Client, upload_url: &str) -> Result<Self, Error> {
        let refused = "the upload URL is not valid, or does not use https";
        let url = parse(upload_url).map_err(|_| Error::link(refused.to_owned()))?;
        if !client.inner().root.may_leave_to(&url) {
            return Err(Error::link(refused.to_owned()));
        }
        Ok(Self {
            client: client.clone(),
            url: upload_url.to_owned(),
            part_size: 16 * UNIT,
        })
    }

    /// Sets the size of a part in bytes. It is rounded down to a multiple of 320 KiB, as the service requires. The
    /// default is 5 MiB.
    #[must_use]
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.part_size = (bytes / UNIT).max(1) * UNIT;
        self
    }

    /// Uploads everything and returns the response to the last part.
    pub async fn upload<T: FromResponse>(&self, mut source: impl UploadSource) -> Result<T, Error> {
        let all = Missing::from(0);
        T::from_response(self.send(&mut source, all).await?)
    }

    /// Uploads what the service has not received yet, after an upload that was interrupted.
    pub async fn resume<T: FromResponse>(&self, mut source: impl UploadSource) -> Result<T, Error> {
        let missing = self.missing().await?;
        T::from_response(self.send(&mut source, missing).await?)
    }

    /// The state of the session.
    pub async fn status(&self) -> Result<UploadStatus, Error> {
        let response = execute(&self.client, &self.prepared(&STATUS)).await?;
        UploadStatus::from_response(response).map(UploadStatus::in_any_case)
    }

    /// Cancels the session. The service discards what it has received.
    pub async fn cancel(&self) -> Result<(), Error> {
        execute(&self.client, &self.prepared(&CANCEL)).await.map(|_| ())
    }

    fn prepared(&self, endpoint: &Endpoint) -> Prepared {
        let mut prepared = Prepared::new(endpoint, self.url.clone());
        prepared.anonymous = true;
        prepared
    }

    async fn missing(&self) -> Result<Missing, Error> {
        let lost = "the service has received everything, but its response was lost";
        let missing = self.status().await?.missing();
        missing.ok_or_else(|| Error::request(lost.to_owned()).at(&PART))
    }

    async fn send(&self, source: &mut dyn UploadSource, mut missing: Missing) -> Result<RawResponse, Error> {
        let total = source.size().map_err(|error| unreadable(&error))?;
        if total == 0 {
            return Err(Error::request("the source of the upload is empty".to_owned()).at(&PART));
        }
        let mut failures = 0;
        loop {
            let error = match self.part(source, missing, total).await {
                Ok(Step::Done(response)) => return Ok(*response),
                Ok(Step::More(next)) if next != missing => {
                    missing = next;
                    failures = 0;
                    continue;
                }
                Ok(Step::More(_)) => Error::request("the service requests the same part again".to_owned()).at(&PART),
                Err(error) if is_passing(&error) => error,
                Err(error) => return Err(error),
            };
            let delay = self.client.inner().retry.delay(failures, error.retry_after());
            let Some(delay) = delay else {
                return Err(error);
            };
            failures += 1;
            sleep(delay).await;
            missing = self.missing().await?;
        }
    }

    async fn part(&self, source: &mut dyn UploadSource, missing: Missing, total: u64) -> Result<Step, Error> {
        let (first, end) = missing.part(self.part_size, total);
        if first >= end {
            let beyond = "the service requests more bytes than the source has";
            return Err(Error::request(beyond.to_owned()).at(&PART));
        }
        let bytes = source.read(first, end);
        let content = Content::binary(bytes.map_err(|error| unreadable(&error))?);
        let mut prepared = self.prepared(&PART);
        prepared.set_header("content-type", &content.content_type);
        let range = format!("bytes {first}-{}/{total}", end - 1);
        prepared.set_header("content-range", &range);
        prepared.content = Some(content);
        let incoming = once(&self.client, &prepared, &mut build(&prepared)?, true).await?;
        let response = incoming.response;
        if !(200..300).contains(&response.status) {
            return Err(Error::refused(response));
        }
        Ok(match Missing::after_part(&response, end, total) {
            Some(missing) => Step::More(missing),
            None => Step::Done(Box::new(response)),
        })
    }
}

/// Whether a part may succeed later, or has succeeded already.
fn is_passing(error: &Error) -> bool {
    error.is_transport() || matches!(error.status(), Some(408 | 409 | 416 | 429 | 500..=599))
}

fn unreadable(error: &std::io::Error) -> Error {
    Error::request(format!("the source of the upload cannot be read: {error}")).at(&PART)
}

impl fmt::Debug for UploadSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadSession")
            .field("part_size", &self.part_size)
            .finish_non_exhaustive()
    }
}
