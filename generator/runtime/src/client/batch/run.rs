//! Sending a batch: which parts go into which call, and which are sent again.

use std::time::Duration;

use super::Part;
use super::wire::{Call, Calls, Replies};
use crate::client::answer::{Answer, RawAnswer};
use crate::client::connection::Client;
use crate::client::content::{Bytes, Content};
use crate::client::error::Error;
use crate::client::plan::Prepared;
use crate::client::redirect;
use crate::client::retry::may_retry;
use crate::client::send::{execute, reach, sleep};
use crate::{Endpoint, Method, Payload};

/// How many requests a call can have.
const MOST: usize = 20;

/// What the service answers for a step whose condition has failed.
const FAILED_DEPENDENCY: u16 = 424;

pub(super) struct Run {
    client: Client,
    parts: Vec<Part>,
    outcomes: Vec<Option<Result<RawAnswer, Error>>>,
}

impl Run {
    pub(super) fn new(client: Client, parts: Vec<Part>) -> Self {
        let refused = |part: &Part| part.plan.as_ref().err().cloned().map(Err);
        let outcomes = parts.iter().map(refused).collect();
        Self {
            client,
            parts,
            outcomes,
        }
    }

    /// Sends everything; one outcome for each part. An error if no part has been answered.
    pub(super) async fn finish(mut self) -> Result<Vec<Result<RawAnswer, Error>>, Error> {
        let mut attempt = 0;
        let mut answered = false;
        loop {
            while let Some(call) = self.next_call() {
                match self.call(&call).await {
                    Ok(()) => answered = true,
                    Err(error) if !answered => return Err(error),
                    Err(error) => self.give_up(&error),
                }
            }
            let again = self.to_repeat();
            let Some(pause) = self.pause(&again, attempt) else {
                break;
            };
            sleep(pause).await;
            attempt += 1;
            for place in again {
                self.settle(place, None);
            }
        }
        let lost = || {
            Err(Error::request(
                "the step waits for one that is not in the batch".to_owned(),
            ))
        };
        Ok(self
            .outcomes
            .into_iter()
            .map(|outcome| outcome.unwrap_or_else(lost))
            .collect())
    }

    fn plan(&self, place: usize) -> Option<&Prepared> {
        self.parts.get(place)?.plan.as_ref().ok()
    }

    fn settle(&mut self, place: usize, outcome: Option<Result<RawAnswer, Error>>) {
        if let Some(slot) = self.outcomes.get_mut(place) {
            *slot = outcome;
        }
    }

    fn is_open(&self, place: usize) -> bool {
        matches!(self.outcomes.get(place), Some(None))
    }

    fn has_failed(&self, place: usize) -> bool {
        !matches!(self.outcomes.get(place), Some(None | Some(Ok(_))))
    }

    /// The places of the next parts that can go together: those of one version, each with what it waits for.
    fn next_call(&mut self) -> Option<Vec<usize>> {
        let mut call: Vec<usize> = Vec::new();
        let mut version = "";
        for place in 0..self.parts.len() {
            let Some(part) = self.parts.get(place).filter(|_| self.is_open(place)) else {
                continue;
            };
            let after = part.after.clone();
            if self.cannot_go(place) {
                continue;
            }
            let own = self.plan(place).map_or("", |plan| plan.endpoint.version);
            let ready = |first: &usize| call.contains(first) || !self.is_open(*first);
            if (call.is_empty() || own == version) && after.iter().all(ready) {
                version = own;
                call.push(place);
            }
            if call.len() == MOST {
                break;
            }
        }
        (!call.is_empty()).then_some(call)
    }

    /// Notes that a part is not sent because one before it has failed.
    fn cannot_go(&mut self, place: usize) -> bool {
        let after = self.parts.get(place).map_or(&[][..], |part| &part.after);
        let failed = after.iter().any(|first| self.has_failed(*first));
        if failed {
            let answer = self.plan(place).map(failed_dependency);
            self.settle(place, answer.map(|answer| Err(Error::refused(answer))));
        }
        failed
    }

    /// Sends one call and notes what came of its parts.
    async fn call(&mut self, places: &[usize]) -> Result<(), Error> {
        let mut requests = Vec::new();
        for &place in places {
            if self.cannot_go(place) {
                continue;
            }
            match self.request(place, places) {
                Some(Ok(request)) => requests.push(request),
                Some(Err(error)) => self.settle(place, Some(Err(error))),
                None => {}
            }
        }
        if requests.is_empty() {
            return Ok(());
        }
        let plan = self.envelope(places, requests)?;
        let replies = Replies::from_answer(execute(&self.client, &plan).await?)?;
        for reply in replies.responses.unwrap_or_default() {
            let place = reply.id.as_deref().and_then(|id| id.parse().ok());
            let Some(place) = place.filter(|place| places.contains(place)) else {
                continue;
            };
            if let Some(plan) = self.plan(place) {
                let answer = self.redirected(plan, reply.into_answer(plan)).await;
                self.settle(place, Some(answer));
            }
        }
        for &place in places.iter().filter(|place| self.is_open(**place)).collect::<Vec<_>>() {
            let none = "the service has not answered this step of the batch";
            let endpoint = self.plan(place).map_or(plan.endpoint, |plan| plan.endpoint);
            self.settle(place, Some(Err(Error::missing(none.to_owned()).at(&endpoint))));
        }
        Ok(())
    }

    /// A part as it stands in a call.
    fn request(&self, place: usize, places: &[usize]) -> Option<Result<Call, Error>> {
        let call = Call::new(&self.client, self.plan(place)?);
        let after = self.parts.get(place)?.after.iter();
        // What was answered in an earlier call is not named again.
        let together = after.filter(|first| places.contains(first) && self.is_open(**first));
        let after: Vec<String> = together.map(ToString::to_string).collect();
        Some(call.map(|mut call| {
            call.id = Some(place.to_string());
            call.depends_on = (!after.is_empty()).then_some(after);
            call
        }))
    }

    fn envelope(&self, places: &[usize], requests: Vec<Call>) -> Result<Prepared, Error> {
        let plans: Vec<&Prepared> = places.iter().filter_map(|place| self.plan(*place)).collect();
        let version = plans.first().map_or("v1.0", |plan| plan.endpoint.version);
        let endpoint = Endpoint::new(Method::Post, version, "/$batch");
        let calls = Calls {
            requests: Some(requests),
            ..Calls::default()
        };
        let json = calls.to_vec();
        let json = json.map_err(|e| Error::request(format!("the batch cannot be written: {e}")))?;
        let url = format!("{}/{version}/$batch", self.client.base_url());
        let mut plan = Prepared::new(&endpoint, url);
        for name in ["accept", "content-type"] {
            plan.set_header(name, "application/json");
        }
        plan.content = Some(Content::new(json, "application/json"));
        // The call may be made twice if each of its parts may.
        let twice = |plan: &&Prepared| plan.retry_post || plan.endpoint.method.is_idempotent();
        plan.retry_post = plans.iter().all(twice);
        Ok(plan)
    }

    /// The content behind a redirect; only a success is an answer.
    async fn redirected(&self, plan: &Prepared, answer: RawAnswer) -> Result<RawAnswer, Error> {
        if let Some(next) = redirect::follow(&self.client, plan, &answer, 0)? {
            return Ok(reach(&self.client, &next, true).await?.answer);
        }
        if (200..300).contains(&answer.status) {
            Ok(answer)
        } else {
            Err(Error::refused(answer))
        }
    }

    /// Nothing more is sent.
    fn give_up(&mut self, error: &Error) {
        for outcome in self.outcomes.iter_mut().filter(|outcome| outcome.is_none()) {
            *outcome = Some(Err(error.clone()));
        }
    }

    /// The places of the parts to send again: those turned away for now, and those that waited for them.
    fn to_repeat(&self) -> Vec<usize> {
        let mut again: Vec<usize> = Vec::new();
        for (place, part) in self.parts.iter().enumerate() {
            let (Ok(plan), Some(Some(Err(error)))) = (&part.plan, self.outcomes.get(place)) else {
                continue;
            };
            let Some(status) = error.status().filter(|_| error.endpoint() == Some(&plan.endpoint)) else {
                continue;
            };
            let waited = status == FAILED_DEPENDENCY && part.after.iter().any(|first| again.contains(first));
            let asked = error.retry_after();
            if waited || may_retry(plan.endpoint.method, plan.retry_post, status, asked) {
                again.push(place);
            }
        }
        again
    }

    /// The longest pause that a part asks for.
    fn pause(&self, again: &[usize], attempt: u32) -> Option<Duration> {
        let asked = again.iter().filter_map(|place| match self.outcomes.get(*place) {
            Some(Some(Err(error))) => error.retry_after(),
            _ => None,
        });
        let asked = asked.max();
        let pause = self.client.inner().retry.pause(attempt, asked);
        pause.filter(|_| !again.is_empty())
    }
}

/// The answer to a part that is not sent, because one before it has failed.
fn failed_dependency(plan: &Prepared) -> RawAnswer {
    let body = br#"{"error":{"code":"FailedDependency","message":"A step before this one has failed."}}"#;
    RawAnswer {
        endpoint: plan.endpoint,
        status: FAILED_DEPENDENCY,
        headers: azure_core::http::headers::Headers::new(),
        body: Bytes::from_static(body),
        foreign: false,
    }
}
