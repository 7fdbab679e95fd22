//! Many requests in one call.

mod run;
mod wire;

use std::fmt;
use std::marker::PhantomData;

use super::connection::Client;
use super::error::Error;
use super::prepared::Prepared;
use super::request::Request;
use super::response::{FromResponse, RawResponse};
use run::Run;

/// Requests that are sent together. A call holds up to twenty of them; a larger batch is sent in several calls, one
/// after the other.
///
/// Each request is a step. Steps that may be sent again according to the client's [`RetryPolicy`](super::RetryPolicy)
/// are sent again; the others are not.
///
/// ```no_run
/// use graph_runtime::{Batch, Client, Collection, Error, Json, Request};
///
/// async fn example(
///     client: &Client,
///     create_tag: Request<Json>,
///     list_roles: Request<Collection<Json>>,
/// ) -> Result<(), Error> {
///     let mut batch = Batch::new(client);
///     let tag = batch.add(create_tag);
///     let roles = batch.add_after(list_roles, &[tag.id()]);
///     let responses = batch.send().await?;
///     println!("{}", responses.get(&tag)?);
///     for role in responses.get(&roles)? {
///         println!("{role}");
///     }
///     Ok(())
/// }
/// ```
#[derive(Debug)]
#[must_use = "nothing is sent before `send`"]
pub struct Batch {
    client: Client,
    steps: Vec<PlannedStep>,
}

/// A step before it is sent.
#[derive(Debug)]
struct PlannedStep {
    prepared: Result<Prepared, Error>,
    /// The indices of the steps that have to succeed first.
    after: Vec<usize>,
}

/// A request in a batch, with the type of its response.
pub struct Step<T> {
    id: StepId,
    response: PhantomData<fn() -> T>,
}

/// Identifies a request in its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StepId(usize);

impl<T> Step<T> {
    /// Identifies the request in its batch.
    pub fn id(&self) -> StepId {
        self.id
    }
}

impl Batch {
    /// A batch without requests.
    pub fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
            steps: Vec::new(),
        }
    }

    /// Adds a request. It has to be a request of the same client.
    pub fn add<T>(&mut self, request: Request<T>) -> Step<T> {
        self.add_after(request, &[])
    }

    /// Adds a request that is processed only after the given ones have succeeded.
    pub fn add_after<T>(&mut self, request: Request<T>, after: &[StepId]) -> Step<T> {
        let id = StepId(self.steps.len());
        self.steps.push(PlannedStep {
            prepared: request.prepare(),
            after: after.iter().map(|id| id.0).collect(),
        });
        Step {
            id,
            response: PhantomData,
        }
    }

    /// The number of requests.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether the batch has no requests.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Sends the requests. An error means that there is no response to any of them; otherwise each request has its own
    /// outcome.
    pub async fn send(self) -> Result<BatchResponses, Error> {
        let outcomes = Run::new(self.client, self.steps).finish().await?;
        Ok(BatchResponses { outcomes })
    }
}

/// The outcomes of the requests of a batch.
#[derive(Clone, Debug)]
pub struct BatchResponses {
    outcomes: Vec<Result<RawResponse, Error>>,
}

impl BatchResponses {
    /// The response to a request. An error has the same details as the error of a request that is sent alone: status,
    /// code, permissions, `Retry-After`.
    pub fn get<T: FromResponse>(&self, step: &Step<T>) -> Result<T, Error> {
        T::from_response(self.raw(step.id)?)
    }

    /// The response to a request, not decoded.
    pub fn raw(&self, step: StepId) -> Result<RawResponse, Error> {
        let foreign = || Err(Error::request("the step belongs to another batch".to_owned()));
        self.outcomes.get(step.0).cloned().unwrap_or_else(foreign)
    }

    /// The requests that failed.
    pub fn errors(&self) -> impl Iterator<Item = (StepId, &Error)> {
        let outcomes = self.outcomes.iter().enumerate();
        outcomes.filter_map(|(index, outcome)| Some((StepId(index), outcome.as_ref().err()?)))
    }
}

impl<T> fmt::Debug for Step<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Step").field(&self.id.0).finish()
    }
}
