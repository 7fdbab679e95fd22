//! Sends a batch: which steps go into which call, and which steps are sent again.

use std::time::Duration;

use super::PlannedStep;
use super::wire::{BatchBody, BatchResponse, StepRequest};
use crate::client::connection::Client;
use crate::client::content::{Bytes, Content};
use crate::client::error::Error;
use crate::client::prepared::Prepared;
use crate::client::redirect;
use crate::client::response::{FromResponse, RawResponse};
use crate::client::retry::may_retry;
use crate::client::send::{execute, reach, sleep};
use crate::{Endpoint, Method, Payload};

/// The service accepts this many requests in a call.
const MOST: usize = 20;

/// The status of a step that was not processed because another one failed.
const FAILED_DEPENDENCY: u16 = 424;

pub(super) struct Run {
    client: Client,
    steps: Vec<PlannedStep>,
    outcomes: Vec<Option<Result<RawResponse, Error>>>,
}

impl Run {
    pub(super) fn new(client: Client, steps: Vec<PlannedStep>) -> Self {
        let refused = |step: &PlannedStep| step.prepared.as_ref().err().cloned().map(Err);
        let outcomes = steps.iter().map(refused).collect();
        Self {
            client,
            steps,
            outcomes,
        }
    }

    /// Sends everything and returns one outcome for each step. An error means that there is no response to any step.
    pub(super) async fn finish(mut self) -> Result<Vec<Result<RawResponse, Error>>, Error> {
        let mut attempt = 0;
        let mut responded = false;
        loop {
            while let Some(call) = self.next_call() {
                match self.call(&call).await {
                    Ok(()) => responded = true,
                    Err(error) if !responded => return Err(error),
                    Err(error) => self.give_up(&error),
                }
            }
            let again = self.to_repeat();
            let Some(delay) = self.delay(&again, attempt) else {
                break;
            };
            sleep(delay).await;
            attempt += 1;
            for index in again {
                self.settle(index, None);
            }
        }
        let lost = || {
            Err(Error::request(
                "the request depends on a request that is not in the batch".to_owned(),
            ))
        };
        Ok(self
            .outcomes
            .into_iter()
            .map(|outcome| outcome.unwrap_or_else(lost))
            .collect())
    }

    fn prepared(&self, index: usize) -> Option<&Prepared> {
        self.steps.get(index)?.prepared.as_ref().ok()
    }

    fn settle(&mut self, index: usize, outcome: Option<Result<RawResponse, Error>>) {
        if let Some(slot) = self.outcomes.get_mut(index) {
            *slot = outcome;
        }
    }

    fn is_open(&self, index: usize) -> bool {
        matches!(self.outcomes.get(index), Some(None))
    }

    fn has_failed(&self, index: usize) -> bool {
        !matches!(self.outcomes.get(index), Some(None | Some(Ok(_))))
    }

    /// The steps of the next call: all of one API version, each with the steps that it depends on.
    fn next_call(&mut self) -> Option<Vec<usize>> {
        let mut call: Vec<usize> = Vec::new();
        let mut version = "";
        for index in 0..self.steps.len() {
            let Some(step) = self.steps.get(index).filter(|_| self.is_open(index)) else {
                continue;
            };
            let after = step.after.clone();
            if self.cannot_go(index) {
                continue;
            }
            let own = self.prepared(index).map_or("", |prepared| prepared.endpoint.version);
            let ready = |first: &usize| call.contains(first) || !self.is_open(*first);
            if (call.is_empty() || own == version) && after.iter().all(ready) {
                version = own;
                call.push(index);
            }
            if call.len() == MOST {
                break;
            }
        }
        (!call.is_empty()).then_some(call)
    }

    /// Settles a step that cannot be sent because a step that it depends on has failed.
    fn cannot_go(&mut self, index: usize) -> bool {
        let after = self.steps.get(index).map_or(&[][..], |step| &step.after);
        let failed = after.iter().any(|first| self.has_failed(*first));
        if failed {
            let response = self.prepared(index).map(failed_dependency);
            self.settle(index, response.map(|response| Err(Error::refused(response))));
        }
        failed
    }

    /// Sends one call and settles its steps.
    async fn call(&mut self, indices: &[usize]) -> Result<(), Error> {
        let mut requests = Vec::new();
        for &index in indices {
            if self.cannot_go(index) {
                continue;
            }
            match self.request(index, indices) {
                Some(Ok(request)) => requests.push(request),
                Some(Err(error)) => self.settle(index, Some(Err(error))),
                None => {}
            }
        }
        if requests.is_empty() {
            return Ok(());
        }
        let prepared = self.envelope(indices, requests)?;
        let batch = BatchResponse::from_response(execute(&self.client, &prepared).await?)?;
        for response in batch.responses {
            let index = response.number();
            let Some(index) = index.filter(|index| indices.contains(index)) else {
                continue;
            };
            if let Some(prepared) = self.prepared(index) {
                let response = self.redirected(prepared, response.into_response(prepared)).await;
                self.settle(index, Some(response));
            }
        }
        for &index in indices.iter().filter(|index| self.is_open(**index)).collect::<Vec<_>>() {
            let none = "the response to the batch has no response to this request";
            let endpoint = self
                .prepared(index)
                .map_or(prepared.endpoint, |prepared| prepared.endpoint);
            self.settle(index, Some(Err(Error::missing(none.to_owned()).at(&endpoint))));
        }
        Ok(())
    }

    /// A step as the call contains it.
    fn request(&self, index: usize, indices: &[usize]) -> Option<Result<StepRequest, Error>> {
        let call = StepRequest::new(&self.client, self.prepared(index)?);
        let after = self.steps.get(index)?.after.iter();
        // Steps of earlier calls are settled; the service does not know their ids in this call.
        let together = after.filter(|first| indices.contains(first) && self.is_open(**first));
        let after: Vec<String> = together.map(ToString::to_string).collect();
        Some(call.map(|mut call| {
            call.id = Some(index.to_string());
            call.depends_on = (!after.is_empty()).then_some(after);
            call
        }))
    }

    fn envelope(&self, indices: &[usize], requests: Vec<StepRequest>) -> Result<Prepared, Error> {
        let steps: Vec<&Prepared> = indices.iter().filter_map(|index| self.prepared(*index)).collect();
        let version = steps.first().map_or("v1.0", |prepared| prepared.endpoint.version);
        let endpoint = Endpoint::new(Method::Post, version, "/$batch");
        let calls = BatchBody {
            requests: Some(requests),
            ..BatchBody::default()
        };
        let json = calls.to_vec();
        let json = json.map_err(|e| Error::request(format!("the batch cannot be serialized: {e}")))?;
        let url = format!("{}/{version}/$batch", self.client.base_url());
        let mut prepared = Prepared::new(&endpoint, url);
        for name in ["accept", "content-type"] {
            prepared.set_header(name, "application/json");
        }
        prepared.content = Some(Content::new(json, "application/json"));
        #[cfg(feature = "test-util")]
        {
            let of = |index: &usize| Some((*index, self.prepared(*index)?.endpoint));
            prepared.steps = indices.iter().filter_map(of).collect();
        }
        // The call may be sent again if each of its steps may.
        let twice = |step: &&Prepared| step.retry_post || step.endpoint.method.is_idempotent();
        prepared.retry_post = steps.iter().all(twice);
        Ok(prepared)
    }

    /// Follows a redirect of a step. A status that is not a success becomes an error.
    async fn redirected(&self, prepared: &Prepared, response: RawResponse) -> Result<RawResponse, Error> {
        if let Some(next) = redirect::follow(&self.client, prepared, &response, 0)? {
            return Ok(reach(&self.client, &next, true).await?.response);
        }
        if (200..300).contains(&response.status) {
            Ok(response)
        } else {
            Err(Error::refused(response))
        }
    }

    /// Settles all open steps with the error of a call.
    fn give_up(&mut self, error: &Error) {
        for outcome in self.outcomes.iter_mut().filter(|outcome| outcome.is_none()) {
            *outcome = Some(Err(error.clone()));
        }
    }

    /// The steps to send again: those that may be retried, and those that depend on them.
    fn to_repeat(&self) -> Vec<usize> {
        let mut again: Vec<usize> = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let (Ok(prepared), Some(Some(Err(error)))) = (&step.prepared, self.outcomes.get(index)) else {
                continue;
            };
            let Some(status) = error.status().filter(|_| error.endpoint() == Some(&prepared.endpoint)) else {
                continue;
            };
            let waited = status == FAILED_DEPENDENCY && step.after.iter().any(|first| again.contains(first));
            let asked = error.retry_after();
            if waited || may_retry(prepared.endpoint.method, prepared.retry_post, status, asked) {
                again.push(index);
            }
        }
        again
    }

    /// The delay before the next attempt: the longest one that the service asks for.
    fn delay(&self, again: &[usize], attempt: u32) -> Option<Duration> {
        let asked = again.iter().filter_map(|index| match self.outcomes.get(*index) {
            Some(Some(Err(error))) => error.retry_after(),
            _ => None,
        });
        let asked = asked.max();
        let delay = self.client.inner().retry.delay(attempt, asked);
        delay.filter(|_| !again.is_empty())
    }
}

/// The response to a step that is not sent because a step that it depends on has failed.
fn failed_dependency(prepared: &Prepared) -> RawResponse {
    let body =
        br#"{"error":{"code":"FailedDependency","message":"A request that this request depends on has failed."}}"#;
    RawResponse {
        endpoint: prepared.endpoint,
        status: FAILED_DEPENDENCY,
        headers: azure_core::http::headers::Headers::new(),
        body: Bytes::from_static(body),
        url: prepared.shown_url(),
        foreign: false,
    }
}
