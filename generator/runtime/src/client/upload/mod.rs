//! Upload sessions: large files in parts.

mod source;
mod status;

use std::fmt;

use super::answer::{Answer, RawAnswer};
use super::cloud::parse;
use super::connection::Client;
use super::content::Content;
use super::error::Error;
use super::plan::Prepared;
use super::send::{build, execute, once, sleep};
use crate::{Endpoint, Method};
use status::Missing;

pub use source::UploadSource;
pub use status::UploadStatus;

/// Parts have to be multiples of this size.
const UNIT: u64 = 320 * 1024;

const PART: Endpoint = Endpoint::new(Method::Put, "upload-session", "/{uploadUrl}");
const STATUS: Endpoint = Endpoint::new(Method::Get, "upload-session", "/{uploadUrl}");
const CANCEL: Endpoint = Endpoint::new(Method::Delete, "upload-session", "/{uploadUrl}");

/// An upload of a large file, part by part, to the `uploadUrl` that a `createUploadSession` call has answered with.
///
/// The URL says by itself who may write, so no token is sent with it, and it is not shown in errors and logs. If a part fails, the
/// service is asked what it has, and the upload goes on from there, as often as the client's
/// [`RetryPolicy`](super::RetryPolicy) says without a part going through.
///
/// ```text
/// let session = UploadSession::new(&client, &upload_url)?;
/// let item: Json = session.upload(std::fs::File::open("film.mp4")?).await?;
/// ```
#[derive(Clone)]
pub struct UploadSession {
    client: Client,
    url: String,
    part_size: u64,
}

/// What came of sending a part.
enum Step {
    Done(RawAnswer),
    More(Missing),
}

impl UploadSession {
    /// A session that exists; an error if the URL cannot be called safely.
    pub fn new(client: &Client, upload_url: &str) -> Result<Self, Error> {
        let refused = "the upload URL is no URL that may be called";
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

    /// Sets the size of a part in bytes; it is rounded down to a multiple of 320 KiB, which the service asks for. 5 MiB if nothing is
    /// said.
    #[must_use]
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.part_size = (bytes / UNIT).max(1) * UNIT;
        self
    }

    /// Sends everything, and returns what the service made of it.
    pub async fn upload<T: Answer>(&self, mut source: impl UploadSource) -> Result<T, Error> {
        let all = Missing::from(0);
        T::from_answer(self.send(&mut source, all).await?)
    }

    /// Sends what the service has not received yet: after an upload that stopped.
    pub async fn resume<T: Answer>(&self, mut source: impl UploadSource) -> Result<T, Error> {
        let missing = self.missing().await?;
        T::from_answer(self.send(&mut source, missing).await?)
    }

    /// What the service has received.
    pub async fn status(&self) -> Result<UploadStatus, Error> {
        UploadStatus::from_answer(execute(&self.client, &self.plan(&STATUS)).await?)
    }

    /// Ends the session; what was sent is thrown away.
    pub async fn cancel(&self) -> Result<(), Error> {
        execute(&self.client, &self.plan(&CANCEL)).await.map(|_| ())
    }

    fn plan(&self, endpoint: &Endpoint) -> Prepared {
        let mut plan = Prepared::new(endpoint, self.url.clone());
        plan.anonymous = true;
        plan
    }

    async fn missing(&self) -> Result<Missing, Error> {
        let lost = "the service has everything, but its answer was lost";
        let missing = self.status().await?.missing();
        missing.ok_or_else(|| Error::request(lost.to_owned()).at(&PART))
    }

    async fn send(&self, source: &mut dyn UploadSource, mut missing: Missing) -> Result<RawAnswer, Error> {
        let total = source.size().map_err(|error| unreadable(&error))?;
        if total == 0 {
            return Err(Error::request("there is nothing to upload".to_owned()).at(&PART));
        }
        let mut failures = 0;
        loop {
            let error = match self.part(source, missing, total).await {
                Ok(Step::Done(answer)) => return Ok(answer),
                Ok(Step::More(next)) if next != missing => {
                    missing = next;
                    failures = 0;
                    continue;
                }
                Ok(Step::More(_)) => Error::request("the service asks for the same part again".to_owned()).at(&PART),
                Err(error) if is_passing(&error) => error,
                Err(error) => return Err(error),
            };
            let pause = self.client.inner().retry.pause(failures, error.retry_after());
            let Some(pause) = pause else {
                return Err(error);
            };
            failures += 1;
            sleep(pause).await;
            missing = self.missing().await?;
        }
    }

    async fn part(&self, source: &mut dyn UploadSource, missing: Missing, total: u64) -> Result<Step, Error> {
        let (first, end) = missing.part(self.part_size, total);
        if first >= end {
            let beyond = "the service asks for more than there is";
            return Err(Error::request(beyond.to_owned()).at(&PART));
        }
        let bytes = source.read(first, end);
        let content = Content::binary(bytes.map_err(|error| unreadable(&error))?);
        let mut plan = self.plan(&PART);
        plan.set_header("content-type", &content.content_type);
        let range = format!("bytes {first}-{}/{total}", end - 1);
        plan.set_header("content-range", &range);
        plan.content = Some(content);
        let incoming = once(&self.client, &plan, &mut build(&plan)?, true).await?;
        match incoming.answer.status {
            202 => Ok(Step::More(Missing::after_part(&incoming.answer, end))),
            200..=299 => Ok(Step::Done(incoming.answer)),
            _ => Err(Error::refused(incoming.answer)),
        }
    }
}

/// Whether a part may go through later, or has gone through already.
fn is_passing(error: &Error) -> bool {
    error.is_transport() || matches!(error.status(), Some(408 | 409 | 416 | 429 | 500..=599))
}

fn unreadable(error: &std::io::Error) -> Error {
    Error::request(format!("the source cannot be read: {error}")).at(&PART)
}

impl fmt::Debug for UploadSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadSession")
            .field("part_size", &self.part_size)
            .finish_non_exhaustive()
    }
}
