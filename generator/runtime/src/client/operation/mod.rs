//! Operations that go on after the response: `202 Accepted` with a `Location` that tells how far they are.

mod status;

use std::fmt;
use std::marker::PhantomData;

use super::connection::Client;
use super::error::Error;
use super::link::{own_origin, resolve};
use super::prepared::Prepared;
use super::request::{Request, Sending};
use super::response::{FromResponse, JSON, RawResponse};
use super::send::{execute, persist, sleep};
use crate::{Endpoint, Method};
use status::State;

pub use status::OperationStatus;

const MONITOR: Endpoint = Endpoint::new(Method::Get, "operation", "/{monitorUrl}");

/// Work that the service has accepted: see [`Request::start`].
///
/// Only requests to the API itself have the token. A monitor on another host is asked without it: its URL gives access
/// by itself, and errors do not show it.
///
/// ```no_run
/// use graph_runtime::{Error, OperationStatus, Request};
///
/// async fn copied(copy: Request<OperationStatus>) -> Result<Option<String>, Error> {
///     let end = copy.start().await?.wait().await?;
///     Ok(end.resource_id().map(str::to_owned))
/// }
/// ```
#[must_use = "the work goes on, and nobody learns how it ends"]
pub struct Operation<T> {
    work: Work,
    result: PhantomData<fn() -> T>,
}

impl<T: FromResponse> Request<T> {
    /// Sends the request, of which the service may answer that the work goes on: wait for its end.
    pub async fn start(mut self) -> Result<Operation<T>, Error> {
        self.prepared.accept(T::ACCEPT);
        let work = begin(self.into_parts()).await?;
        Ok(Operation {
            work,
            result: PhantomData,
        })
    }
}

impl<T: FromResponse> Operation<T> {
    /// Waits for the end, and returns the result: what the call documents, or for [`OperationStatus`] the last status.
    ///
    /// It asks as often as the service says in `Retry-After`, or less and less often. To give up, drop the future.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Service`](super::ErrorKind::Service) if the work failed.
    pub async fn wait(mut self) -> Result<T, Error> {
        T::from_response(self.work.end(!T::IS_STATUS).await?)
    }

    /// Asks once how far the work is.
    pub async fn status(&mut self) -> Result<OperationStatus, Error> {
        OperationStatus::from_response(self.work.ask().await?)
    }
}

/// An operation of any result. Not generic: it is compiled once.
struct Work {
    client: Client,
    /// The call that began it.
    call: Prepared,
    /// The last response.
    last: RawResponse,
    /// What to ask; `None` if there is nothing to wait for.
    monitor: Option<Prepared>,
}

fn begin(parts: Result<(Client, Prepared), Error>) -> Sending<'static, Work> {
    Box::pin(async move {
        let (client, call) = parts?;
        let last = execute(&client, &call).await?;
        let mut work = Work {
            client,
            call,
            last,
            monitor: None,
        };
        if work.last.status == 202 {
            let link = work.last.header("location").or(work.last.header("operation-location"));
            work.monitor = link.map(|link| work.reading(link)).transpose()?;
        }
        Ok(work)
    })
}

impl Work {
    /// Asks for the status; once the end is known, nothing is asked.
    fn ask(&mut self) -> Sending<'_, RawResponse> {
        Box::pin(async move {
            if let Some(monitor) = &self.monitor {
                self.last = persist(&self.client, monitor, true).await?.response;
                match State::of(&self.last) {
                    State::Running => {}
                    State::Done => self.monitor = None,
                    State::Refused => return Err(Error::refused(self.last.clone())),
                    State::Failed => return Err(Error::failed(self.last.clone()).at(&self.call.endpoint)),
                }
            }
            Ok(self.last.clone())
        })
    }

    /// Waits for the end; then reads what came into being, if that is wanted and there is a link to it.
    fn end(&mut self, wants_resource: bool) -> Sending<'_, RawResponse> {
        Box::pin(async move {
            let had_monitor = self.monitor.is_some();
            let mut asked = 0;
            while self.monitor.is_some() {
                sleep(self.client.inner().retry.pause(asked, self.last.retry_after())).await;
                self.ask().await?;
                asked += 1;
            }
            let link = OperationStatus::from_response(self.last.clone())?
                .link()
                .filter(|_| had_monitor);
            let Some(link) = link else {
                return Ok(self.last.clone());
            };
            if wants_resource {
                return execute(&self.client, &self.reading(&link)?).await;
            }
            // As a whole URL, so that it can be used where the status is all that is left.
            self.last.headers.insert("location", self.whole(&link)?);
            Ok(self.last.clone())
        })
    }

    /// The request for a link that the service sent: with the token if it goes to the API, else without.
    fn reading(&self, link: &str) -> Result<Prepared, Error> {
        let url = self.whole(link)?;
        let is_own = own_origin(self.client.base_url(), &url).is_ok();
        if !is_own && !super::cloud::parse(&url).is_ok_and(|url| self.client.inner().root.may_leave_to(&url)) {
            let why = "the link of an operation is not a valid URL, or does not use https";
            return Err(Error::link(why.to_owned()).at(&self.call.endpoint));
        }
        let mut request = Prepared::new(&MONITOR, url);
        request.anonymous = !is_own;
        request.retry.clone_from(&self.call.retry);
        request.timeout = self.call.timeout;
        let own_headers = self.client.inner().headers.iter().filter(|_| is_own);
        for (name, value) in own_headers {
            request.set_header(name, value);
        }
        request.set_header("accept", self.call.header("accept").unwrap_or(JSON));
        Ok(request)
    }

    /// A link as a whole URL. `/teams('1')/operations('2')` counts from the version.
    fn whole(&self, link: &str) -> Result<String, Error> {
        let (base, version) = (self.client.base_url(), self.call.endpoint.version);
        let is_rooted = link.starts_with('/') && !link.starts_with("//");
        let has_version = link.strip_prefix('/').and_then(|rest| rest.strip_prefix(version));
        if has_version.is_some_and(|rest| rest.starts_with('/')) {
            Ok(format!("{base}{link}"))
        } else if is_rooted {
            Ok(format!("{base}/{version}{link}"))
        } else {
            resolve(link, &self.call.url)
        }
    }
}

impl<T> fmt::Debug for Operation<T> {
    /// Without the URL of the monitor, which may give access.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("endpoint", &self.work.call.endpoint.to_string())
            .field("is_running", &self.work.monitor.is_some())
            .finish_non_exhaustive()
    }
}
