//! Responses that are read in chunks.

use std::fmt;
use std::future::Future;
use std::ops::{Bound, RangeBounds};
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_core::http::AsyncResponseBody;
use futures_core::Stream;

use super::connection::Client;
use super::content::Bytes;
use super::error::Error;
use super::prepared::Prepared;
use super::request::Request;
use super::response::RawResponse;
use super::send::{Incoming, failed, reach, sleep};

/// The body of a response, which is read in chunks: call [`Download::next_chunk`] until it returns `None`.
///
/// If the connection breaks, the rest is requested, as often as the client's [`RetryPolicy`](super::RetryPolicy)
/// allows. If the service cannot send the rest alone, the error is returned.
///
/// ```no_run
/// use graph_runtime::{Bytes, Request};
/// use std::io::Write;
///
/// async fn save(content: Request<Bytes>, mut file: std::fs::File) -> Result<(), Box<dyn std::error::Error>> {
///     let mut download = content.download().await?;
///     while let Some(chunk) = download.next_chunk().await {
///         file.write_all(&chunk?)?;
///     }
///     Ok(())
/// }
/// ```
pub struct Download {
    client: Client,
    prepared: Prepared,
    response: RawResponse,
    rest: Option<Pin<Box<AsyncResponseBody>>>,
    /// The offset of the next byte in the whole content.
    position: u64,
    breaks: u32,
}

impl<T> Request<T> {
    /// Requests a range of bytes only: `range(..1024)`, `range(1024..)`.
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

    /// Sends the request and returns as soon as the body of the response can be read in chunks.
    pub async fn download(self) -> Result<Download, Error> {
        let (client, mut prepared) = self.into_parts()?;
        prepared.accept("*/*");
        // Offsets count the bytes that are sent, so they must not be compressed.
        prepared.set_header("accept-encoding", "identity");
        let Incoming { response, rest } = reach(&client, &prepared, false).await?;
        Ok(Download {
            position: response.header("content-range").and_then(first).unwrap_or(0),
            client,
            prepared,
            response,
            rest: rest.map(Box::pin),
            breaks: 0,
        })
    }
}

impl Download {
    /// The HTTP status; 206 if the response is a range.
    pub fn status(&self) -> u16 {
        self.response.status()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.response.header(name)
    }

    /// The next chunk; `None` at the end.
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
                    let error = failed(&self.prepared, &error);
                    self.rest = None;
                    if let Err(error) = self.go_on(error).await {
                        return Some(Err(error));
                    }
                }
            }
        }
    }

    /// The chunks as a [`Stream`].
    pub fn into_stream(self) -> Chunks {
        Chunks(Turn::Ready(Box::new(self)))
    }

    /// All remaining bytes.
    pub async fn collect(mut self) -> Result<Bytes, Error> {
        let mut all = Vec::new();
        while let Some(chunk) = self.next_chunk().await {
            all.extend_from_slice(&chunk?);
        }
        Ok(all.into())
    }

    /// Requests the rest after the connection broke.
    async fn go_on(&mut self, broken: Error) -> Result<(), Error> {
        let delay = self.prepared.retry_policy(&self.client).delay(self.breaks, None);
        let Some(delay) = delay else {
            return Err(broken);
        };
        self.breaks += 1;
        sleep(delay).await;
        let mut prepared = self.prepared.clone();
        let asked = prepared.header("range").and_then(|range| range.split_once('-'));
        let last = asked.map_or("", |(_, last)| last).to_owned();
        prepared.set_header("range", &format!("bytes={}-{last}", self.position));
        // The rest has to be of the same version of the content.
        if let Some(tag) = self.response.header("etag").filter(|tag| tag.starts_with('"')) {
            prepared.set_header("if-range", tag);
        }
        let Incoming { response, rest } = reach(&self.client, &prepared, false).await?;
        let begins = response.header("content-range").and_then(first);
        if response.status() != 206 || begins != Some(self.position) {
            return Err(broken);
        }
        self.rest = rest.map(Box::pin);
        Ok(())
    }
}

/// The chunks of a [`Download`]. The stream ends after an error.
#[must_use = "streams do nothing unless polled"]
pub struct Chunks(Turn);

/// The state of the stream.
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

/// The first offset in `bytes 10-19/100`.
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
