//! Many requests in one.

mod run;
mod wire;

use std::fmt;
use std::marker::PhantomData;

use super::answer::{Answer, RawAnswer};
use super::connection::Client;
use super::error::Error;
use super::plan::Prepared;
use super::request::Request;
use run::Run;

/// Requests that are sent together, twenty in one call; above that, in several calls one after the other.
///
/// Steps that the service turns away for now (429, or whatever the client's [`RetryPolicy`](super::RetryPolicy) says) are sent again, the
/// others are not.
///
/// ```text
/// let mut batch = Batch::new(&client);
/// let tags = batch.add(role_scope_tag::list(&client));
/// let made = batch.add(role_scope_tag::create(&client, &tag));
/// let roles = batch.add_after(role_definition::list(&client), &[made.id()]);
/// let answers = batch.send().await?;
/// for tag in answers.get(&tags)? {
///     println!("{tag:?}");
/// }
/// ```
#[derive(Debug)]
#[must_use = "nothing is sent before `send`"]
pub struct Batch {
    client: Client,
    parts: Vec<Part>,
}

/// A request in a batch.
#[derive(Debug)]
struct Part {
    plan: Result<Prepared, Error>,
    /// The places of the parts that have to succeed first.
    after: Vec<usize>,
}

/// A request of a batch, and the type of its answer.
pub struct Step<T> {
    id: StepId,
    answer: PhantomData<fn() -> T>,
}

/// The place of a request in its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StepId(usize);

impl<T> Step<T> {
    /// The place of the request in its batch.
    pub fn id(&self) -> StepId {
        self.id
    }
}

impl Batch {
    /// No request yet.
    pub fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
            parts: Vec::new(),
        }
    }

    /// Adds a request. It must be one of the batch's client.
    pub fn add<T>(&mut self, request: Request<T>) -> Step<T> {
        self.add_after(request, &[])
    }

    /// Adds a request that is made only after the named ones have succeeded.
    pub fn add_after<T>(&mut self, request: Request<T>, after: &[StepId]) -> Step<T> {
        let id = StepId(self.parts.len());
        self.parts.push(Part {
            plan: request.prepare(),
            after: after.iter().map(|id| id.0).collect(),
        });
        Step {
            id,
            answer: PhantomData,
        }
    }

    /// How many requests there are.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether there is no request.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Sends the requests. An error means that none of them has been answered; what became of each is in the answers.
    pub async fn send(self) -> Result<BatchAnswers, Error> {
        let outcomes = Run::new(self.client, self.parts).finish().await?;
        Ok(BatchAnswers { outcomes })
    }
}

/// What became of the requests of a batch.
#[derive(Clone, Debug)]
pub struct BatchAnswers {
    outcomes: Vec<Result<RawAnswer, Error>>,
}

impl BatchAnswers {
    /// The answer to a request, or why there is none. An error tells status, code, permissions and Retry-After, as that of a single request.
    pub fn get<T: Answer>(&self, step: &Step<T>) -> Result<T, Error> {
        T::from_answer(self.raw(step.id)?)
    }

    /// The answer to a request as it came.
    pub fn raw(&self, step: StepId) -> Result<RawAnswer, Error> {
        let foreign = || Err(Error::request("the step is one of another batch".to_owned()));
        self.outcomes.get(step.0).cloned().unwrap_or_else(foreign)
    }

    /// The requests that failed.
    pub fn errors(&self) -> impl Iterator<Item = (StepId, &Error)> {
        let outcomes = self.outcomes.iter().enumerate();
        outcomes.filter_map(|(place, outcome)| Some((StepId(place), outcome.as_ref().err()?)))
    }
}

impl<T> fmt::Debug for Step<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Step").field(&self.id.0).finish()
    }
}
