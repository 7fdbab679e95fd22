//! Content that is read piece by piece.

use std::fmt;
use std::future::Future;
use std::ops::{Bound, RangeBounds};
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_core::http::AsyncResponseBody;
use futures_core::Stream;

use super::answer::RawAnswer;
use super::connection::Client;
use super::content::Bytes;
use super::error::Error;
use super::plan::Prepared;
use super::request::Request;
use super::send::{Incoming, failed, reach, sleep};

/// Content on its way: call [`Download::next_chunk`] until there is nothing more.
///
/// If the connection breaks, the rest is asked for, as often as the client's [`RetryPolicy`](super::RetryPolicy) says; if the service cannot
/// send a part, the error is returned.
///
/// ```text
/// let mut file = drive_item::content(&client, id).download().await?;
/// while let Some(chunk) = file.next_chunk().await {
///     target.write_all(&chunk?)?;
/// }
/// ```
pub struct Download {
    client: Client,
    plan: Prepared,
    answer: RawAnswer,
    rest: Option<Pin<Box<AsyncResponseBody>>>,
    /// The place of the next byte in the whole content.
    position: u64,
    breaks: u32,
}

impl<T> Request<T> {
    /// Asks for a part of the content: `range(..1024)`, `range(1024..)`.
    pub fn range(self, bytes: impl RangeBounds<u64>) -> Self {
        let first = match bytes.start_bound() {
            Bound::Included(first) => *first,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let last = match bytes.end_bound() {
            Bound::Included(last) => last.to_string(),
            Bound::Excluded(end) => end.saturating_sub(1).to_string(),
            Bound::Unbounded => String::new(),
        };
        self.header("Range", &format!("bytes={first}-{last}"))
    }

    /// Sends the request and leaves the content to be read piece by piece.
    pub async fn download(self) -> Result<Download, Error> {
        let (client, mut plan) = self.into_parts()?;
        plan.accept("*/*");
        // Places are counted in the bytes that are sent.
        plan.set_header("accept-encoding", "identity");
        let Incoming { answer, rest } = reach(&client, &plan, false).await?;
        Ok(Download {
            position: answer.header("content-range").and_then(first).unwrap_or(0),
            client,
            plan,
            answer,
            rest: rest.map(Box::pin),
            breaks: 0,
        })
    }
}

impl Download {
    /// The HTTP status: 206 if a part was asked for and sent.
    pub fn status(&self) -> u16 {
        self.answer.status()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.answer.header(name)
    }

    /// The next piece; `None` at the end.
    pub async fn next_chunk(&mut self) -> Option<Result<Bytes, Error>> {
        loop {
            let rest = self.rest.as_mut()?;
            match std::future::poll_fn(|context| rest.as_mut().poll_next(context)).await {
                None => {
                    self.rest = None;
                    return None;
                }
                Some(Ok(chunk)) => {
                    self.position = self.position.saturating_add(chunk.len() as u64);
                    return Some(Ok(chunk));
                }
                Some(Err(error)) => {
                    let error = failed(&self.plan, &error);
                    self.rest = None;
                    if let Err(error) = self.go_on(error).await {
                        return Some(Err(error));
                    }
                }
            }
        }
    }

    /// The pieces as a stream, for whatever takes one.
    pub fn into_stream(self) -> Chunks {
        Chunks(Turn::Ready(Box::new(self)))
    }

    /// All that is left.
    pub async fn collect(mut self) -> Result<Bytes, Error> {
        let mut all = Vec::new();
        while let Some(chunk) = self.next_chunk().await {
            all.extend_from_slice(&chunk?);
        }
        Ok(all.into())
    }

    /// Asks for the rest after the connection broke.
    async fn go_on(&mut self, broken: Error) -> Result<(), Error> {
        let pause = self.client.inner().retry.pause(self.breaks, None);
        let Some(pause) = pause else {
            return Err(broken);
        };
        self.breaks += 1;
        sleep(pause).await;
        let mut plan = self.plan.clone();
        let asked = plan.header("range").and_then(|range| range.split_once('-'));
        let last = asked.map_or("", |(_, last)| last).to_owned();
        plan.set_header("range", &format!("bytes={}-{last}", self.position));
        // The rest of another version is of no use.
        if let Some(tag) = self.answer.header("etag").filter(|tag| tag.starts_with('"')) {
            plan.set_header("if-range", tag);
        }
        let Incoming { answer, rest } = reach(&self.client, &plan, false).await?;
        let begins = answer.header("content-range").and_then(first);
        if answer.status() != 206 || begins != Some(self.position) {
            return Err(broken);
        }
        self.rest = rest.map(Box::pin);
        Ok(())
    }
}

/// The pieces of a [`Download`]. After an error there are no more.
#[must_use = "streams do nothing unless polled"]
pub struct Chunks(Turn);

/// Whose turn it is.
enum Turn {
    Ready(Box<Download>),
    Waiting(NextChunk),
    Done,
}

type Chunk = Result<Bytes, Error>;
type NextChunk = Pin<Box<dyn Future<Output = (Box<Download>, Option<Chunk>)> + Send>>;

impl Stream for Chunks {
    type Item = Chunk;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Chunk>> {
        let mut next = match std::mem::replace(&mut self.0, Turn::Done) {
            Turn::Done => return Poll::Ready(None),
            Turn::Waiting(next) => next,
            Turn::Ready(mut download) => Box::pin(async move {
                let chunk = download.next_chunk().await;
                (download, chunk)
            }),
        };
        let Poll::Ready((download, chunk)) = next.as_mut().poll(context) else {
            self.0 = Turn::Waiting(next);
            return Poll::Pending;
        };
        if matches!(chunk, Some(Ok(_))) {
            self.0 = Turn::Ready(download);
        }
        Poll::Ready(chunk)
    }
}

/// The first place in `bytes 10-19/100`.
fn first(content_range: &str) -> Option<u64> {
    let (first, _) = content_range.strip_prefix("bytes ")?.split_once('-')?;
    first.trim().parse().ok()
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("status", &self.status())
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}
