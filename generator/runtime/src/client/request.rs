//! One request.

use std::fmt;
use std::marker::PhantomData;

use super::answer::{Answer, JSON, RawAnswer};
use super::connection::Client;
use super::content::Content;
use super::error::Error;
use super::link::own_origin;
use super::path;
use super::plan::Prepared;
use super::query::Query;
use super::send::execute;
use crate::{Endpoint, Payload};

/// A request that is answered with a `T`. Nothing is sent before [`Request::send`].
#[must_use = "nothing is sent before `send`"]
pub struct Request<T> {
    client: Client,
    pub(super) plan: Prepared,
    pub(super) query: Query,
    error: Option<Error>,
    answer: PhantomData<fn() -> T>,
}

impl<T> Request<T> {
    /// A call of `endpoint` with the values for the places of its path, in order.
    pub fn new(client: &Client, endpoint: &'static Endpoint, values: &[&str]) -> Self {
        Self::call(client, endpoint, values)
    }

    /// The same by another path of the operation, such as one of [`Endpoint::more_paths`].
    pub fn by_path(client: &Client, endpoint: &'static Endpoint, path: &'static str, values: &[&str]) -> Self {
        Self::call(client, &Endpoint { path, ..*endpoint }, values)
    }

    fn call(client: &Client, endpoint: &Endpoint, values: &[&str]) -> Self {
        let (url, error) = match path::fill(endpoint.path, values) {
            Ok(path) => (format!("{}/{}{path}", client.base_url(), endpoint.version), None),
            Err(error) => (String::new(), Some(error.at(endpoint))),
        };
        Self::from_url(client, endpoint, url, error)
    }

    /// A call of a link that the service sent, such as a delta link or a next link that was stored. Links to another host are refused.
    pub fn resume(client: &Client, endpoint: &'static Endpoint, link: &str) -> Self {
        let error = own_origin(client.base_url(), link)
            .err()
            .map(|error| error.at(endpoint));
        let mut request = Self::from_url(client, endpoint, link.to_owned(), error);
        request.plan.only_read();
        request
    }

    fn from_url(client: &Client, endpoint: &Endpoint, url: String, error: Option<Error>) -> Self {
        let mut plan = Prepared::new(endpoint, url);
        plan.set_header("accept", JSON);
        Self {
            client: client.clone(),
            plan,
            query: Query::default(),
            error,
            answer: PhantomData,
        }
    }

    /// Sends a value as JSON, without the properties that only the service sets: see [`Payload::to_body`].
    pub fn body<B: Payload>(self, body: &B) -> Self {
        let json = body.to_body();
        self.json(json)
    }

    fn json(mut self, json: Result<Vec<u8>, serde_json::Error>) -> Self {
        match json {
            // No call of this API takes a bare `null`: it stands for no body, as many actions have none.
            Ok(json) if json == b"null" => self,
            Ok(json) => self.content(Content::new(json, JSON)),
            Err(error) => {
                let why = format!("the body cannot be written: {error}");
                self.error.get_or_insert(Error::request(why).at(&self.plan.endpoint));
                self
            }
        }
    }

    /// Sends bytes.
    pub fn content(mut self, content: Content) -> Self {
        self.plan.set_header("content-type", &content.content_type);
        self.plan.content = Some(content);
        self
    }

    /// Sets a header; the last value of a name counts.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.plan.set_header(name, value);
        self
    }

    /// Allows to send a POST again although the service may have worked on it already.
    pub fn retry_post(mut self) -> Self {
        self.plan.retry_post = true;
        self
    }

    /// The request as it would be sent, without sending it.
    pub fn prepare(self) -> Result<Prepared, Error> {
        self.into_parts().map(|(_, plan)| plan)
    }

    pub(super) fn into_parts(mut self) -> Result<(Client, Prepared), Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        self.query.append(&mut self.plan.url);
        Ok((self.client, self.plan))
    }

    /// Sends the request and returns the answer as it came, if it is a success.
    pub async fn send_raw(self) -> Result<RawAnswer, Error> {
        let (client, plan) = self.into_parts()?;
        execute(&client, &plan).await
    }
}

impl<T: Answer> Request<T> {
    /// Sends the request.
    pub async fn send(mut self) -> Result<T, Error> {
        self.plan.accept(T::ACCEPT);
        T::from_answer(self.send_raw().await?)
    }
}

impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            plan: self.plan.clone(),
            query: self.query.clone(),
            error: self.error.clone(),
            answer: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (plan, query) = (&self.plan, &self.query);
        f.debug_struct("Request")
            .field("plan", plan)
            .field("query", query)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}
