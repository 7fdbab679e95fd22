//! Calls that wait: a program needs no async code and no executor of its own.

use std::future::Future;
use std::sync::LazyLock;

use tokio::runtime::{Builder, Handle, Runtime};

use super::error::Error;
use super::paging::{Items, Pages};
use super::request::Request;
use super::response::FromResponse;
use crate::{Collection, Element};

/// Runs any future of this crate to its end: an upload, a download, a batch.
///
/// ```no_run
/// use graph_runtime::{Client, Json, UploadSession, blocking};
///
/// fn upload(client: &Client, upload_url: &str) -> Result<Json, graph_runtime::Error> {
///     let session = UploadSession::new(client, upload_url)?;
///     blocking::run(session.upload(vec![1, 2, 3]))
/// }
/// ```
///
/// # Errors
///
/// That of the future; or [`ErrorKind::Request`](super::ErrorKind::Request) inside of an async task, which must not wait.
pub fn run<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    static EXECUTOR: LazyLock<std::io::Result<Runtime>> =
        LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).enable_all().build());
    if Handle::try_current().is_ok() {
        let inside = "a blocking call would stop the async task around it; use `.await` there";
        return Err(Error::request(inside.to_owned()));
    }
    match &*EXECUTOR {
        Ok(executor) => executor.block_on(work),
        Err(error) => Err(Error::request(format!("the executor cannot start: {error}"))),
    }
}

impl<T: FromResponse> Request<T> {
    /// Like [`Request::send`], but waits for the response.
    pub fn send_blocking(self) -> Result<T, Error> {
        run(self.send())
    }
}

impl<T: Element> Request<Collection<T>> {
    /// Like [`Request::pages`], as an iterator that waits for each page.
    pub fn pages_blocking(self) -> Blocking<Pages<T>> {
        Blocking(self.pages())
    }

    /// Like [`Request::items`], as an iterator that waits for each page.
    pub fn items_blocking(self) -> Blocking<Items<T>> {
        Blocking(self.items())
    }
}

/// Pages or items as an iterator, which ends after an error.
#[must_use = "iterators do nothing unless they are read"]
pub struct Blocking<S>(S);

impl<S> Blocking<S> {
    /// The pages or items, for their links.
    pub fn get_ref(&self) -> &S {
        &self.0
    }
}

impl<T: Element> Iterator for Blocking<Pages<T>> {
    type Item = Result<Collection<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        run(async { self.0.next_page().await.transpose() }).transpose()
    }
}

impl<T: Element + Unpin> Iterator for Blocking<Items<T>> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        run(async { self.0.next_item().await.transpose() }).transpose()
    }
}
