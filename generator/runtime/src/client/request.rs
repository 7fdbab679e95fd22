//! Requests.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use super::connection::Client;
use super::content::Content;
use super::error::Error;
use super::link::own_origin;
use super::path;
use super::place::{Place, documented, refusal};
use super::prepared::Prepared;
use super::query::Query;
use super::response::{FromResponse, JSON, RawResponse};
use super::retry::RetryPolicy;
use super::send::execute;
use crate::model::list_to_body;
use crate::{Endpoint, Naming, Object, Payload, Reference};

/// A request whose response is decoded as a `T`. It is sent by `.await`, by [`Request::send`] and the like.
///
/// ```
/// use graph_runtime::{Client, Endpoint, Json, Method, Request};
///
/// static GET_USER: Endpoint = Endpoint::new(Method::Get, "v1.0", "/users/{id}");
///
/// let client = Client::loopback("http://localhost:8080")?;
/// let request: Request<Json> = Request::new(&client, &GET_USER, &["ada@example.com"]);
/// let prepared = request.select(["id", "displayName"]).prepare()?;
/// assert_eq!(prepared.url(), "http://localhost:8080/v1.0/users/ada%40example.com?$select=id,displayName");
/// # Ok::<(), graph_runtime::Error>(())
/// ```
#[must_use = "nothing is sent before `send`"]
pub struct Request<T> {
    client: Client,
    pub(super) prepared: Prepared,
    pub(super) query: Query,
    error: Option<Error>,
    /// No page documents the call at its place.
    undocumented: Option<Error>,
    response: PhantomData<fn() -> T>,
}

impl<T> Request<T> {
    /// A call of `endpoint`, with the values of the placeholders in its path.
    pub fn new(client: &Client, endpoint: &'static Endpoint, values: &[&str]) -> Self {
        Self::of(start(client, endpoint, endpoint.path, values))
    }

    /// A call of `endpoint` at a place; the tail of its path has placeholders for the values. It fails before it is sent
    /// if no page documents the call there: see [`Request::undocumented`].
    pub fn at(client: &Client, endpoint: &'static Endpoint, place: &Place<'_>, tail: &str, values: &[&str]) -> Self {
        Self::of(start_at(client, endpoint, place, tail, values))
    }

    /// The same call one segment further down its path.
    pub(super) fn below<D>(mut self, segment: &str) -> Request<D> {
        if self.prepared.url.contains('?') {
            let why = "a link that the service sent cannot be changed".to_owned();
            self.error
                .get_or_insert(Error::request(why).at(&self.prepared.endpoint));
        }
        self.prepared.url.push('/');
        self.prepared.url.push_str(segment);
        Request {
            client: self.client,
            prepared: self.prepared,
            query: self.query,
            error: self.error,
            undocumented: self.undocumented,
            response: PhantomData,
        }
    }

    /// Allows to send the call at a place where no page documents it.
    pub fn undocumented(mut self) -> Self {
        self.undocumented = None;
        self
    }

    /// A GET of a link that the service sent earlier: a next link or a delta link. A link to another host is an error.
    pub fn resume(client: &Client, endpoint: &'static Endpoint, link: &str) -> Self {
        Self::of(start_link(client, endpoint, link))
    }

    fn of(start: Start) -> Self {
        Self {
            client: start.client,
            prepared: start.prepared,
            query: Query::default(),
            error: start.error,
            undocumented: start.undocumented,
            response: PhantomData,
        }
    }

    /// Sets the body to a value as JSON: see [`Payload::to_body`].
    pub fn body<B: Payload>(self, body: &B) -> Self {
        let json = body.to_body();
        self.json(json)
    }

    /// Sets the body to a list of objects.
    pub fn list<B: Object>(self, objects: &[B]) -> Self {
        let json = list_to_body(objects);
        self.json(json)
    }

    /// Sets the body to a reference. An id alone is that of an object in `to`, such as `directoryObjects`.
    pub fn reference(mut self, object: &Reference, to: &str) -> Self {
        if object.is_none() {
            return self.empty_body();
        }
        let version = format!("{}/{}", self.client.base_url(), self.prepared.endpoint.version);
        match address(object, &version, to) {
            Ok(url) => self.json(serde_json::to_vec(&BTreeMap::from([("@odata.id", url)]))),
            Err(error) => {
                self.error.get_or_insert(error.at(&self.prepared.endpoint));
                self
            }
        }
    }

    /// Like [`Request::body`], where the call needs the types of other objects than usual: see [`Naming`].
    pub fn body_naming<B: Payload>(self, naming: Naming, body: &B) -> Self {
        let json = body.to_body_naming(naming);
        self.json(json)
    }

    /// Sets the body to an object without properties, which some actions need although they take no parameters.
    pub fn empty_body(self) -> Self {
        self.json(Ok(b"{}".to_vec()))
    }

    fn json(mut self, json: Result<Vec<u8>, serde_json::Error>) -> Self {
        match json {
            // No call of this API takes `null` as its body: it means that there is no body.
            Ok(json) if json == b"null" => self,
            Ok(json) => self.content(Content::new(json, JSON)),
            Err(error) => {
                let why = format!("the body cannot be serialized: {error}");
                self.error
                    .get_or_insert(Error::request(why).at(&self.prepared.endpoint));
                self
            }
        }
    }

    /// Sets the body to content that is not JSON.
    pub fn content(mut self, content: Content) -> Self {
        self.prepared.set_header("content-type", &content.content_type);
        self.prepared.content = Some(content);
        self
    }

    /// Sets a header and replaces an earlier value.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.prepared.set_header(name, value);
        self
    }

    /// Sets `If-Match`: the request succeeds only if the object still has this version. The tag is the `@odata.etag` of
    /// the object as it was read; `*` is any version.
    pub fn if_match(self, etag: &str) -> Self {
        self.header("If-Match", etag)
    }

    /// Sets when this request is sent again, instead of the client's own policy.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.prepared.retry = Some(policy);
        self
    }

    /// Limits the time of one attempt, instead of the client's own limit: see
    /// [`ClientBuilder::timeout`](super::ClientBuilder::timeout).
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.prepared.timeout = Some(limit);
        self
    }

    /// Allows to send a POST again, although the service may have processed it already: see
    /// [`RetryPolicy`](super::RetryPolicy).
    pub fn retry_post(mut self) -> Self {
        self.prepared.retry_post = true;
        self
    }

    /// The request in its final form, without sending it.
    pub fn prepare(self) -> Result<Prepared, Error> {
        self.into_parts().map(|(_, prepared)| prepared)
    }

    pub(super) fn into_parts(mut self) -> Result<(Client, Prepared), Error> {
        if let Some(error) = self.error.or(self.undocumented) {
            return Err(error);
        }
        self.query.append(&mut self.prepared.url);
        Ok((self.client, self.prepared))
    }

    /// Sends the request and returns the response without decoding it. An error status is an error.
    pub async fn send_raw(self) -> Result<RawResponse, Error> {
        raw(self.into_parts()).await
    }
}

/// What a request begins with. The functions that make it are not generic: they are compiled once, not for each type of
/// response.
struct Start {
    client: Client,
    prepared: Prepared,
    error: Option<Error>,
    undocumented: Option<Error>,
}

fn start(client: &Client, endpoint: &Endpoint, template: &str, values: &[&str]) -> Start {
    match path::fill(template, values) {
        Ok(path) => start_url(
            client,
            endpoint,
            format!("{}/{}{path}", client.base_url(), endpoint.version),
        ),
        Err(error) => Start {
            error: Some(error.at(endpoint)),
            ..start_url(client, endpoint, String::new())
        },
    }
}

fn start_at(client: &Client, endpoint: &'static Endpoint, place: &Place<'_>, tail: &str, values: &[&str]) -> Start {
    let (template, values) = place.call(tail, values);
    match documented(endpoint, &template) {
        Some(index) => start(client, &endpoint.at(index), &template, &values),
        None => Start {
            undocumented: Some(refusal(endpoint, &template).at(endpoint)),
            ..start(client, endpoint, &template, &values)
        },
    }
}

fn start_link(client: &Client, endpoint: &'static Endpoint, link: &str) -> Start {
    let mut start = start_url(client, endpoint, link.to_owned());
    start.error = own_origin(client.base_url(), link)
        .err()
        .map(|error| error.at(endpoint));
    start.prepared.only_read();
    start
}

fn start_url(client: &Client, endpoint: &Endpoint, url: String) -> Start {
    // An optimised program would drop the parts of an endpoint that it never reads, its mark among them.
    let mut prepared = Prepared::new(std::hint::black_box(endpoint), url);
    prepared.set_header("accept", JSON);
    for (name, value) in &client.inner().headers {
        prepared.set_header(name, value);
    }
    Start {
        client: client.clone(),
        prepared,
        error: None,
        undocumented: None,
    }
}

/// Sends a request. Not generic and boxed: it is compiled once, not for each type of response.
fn raw(parts: Result<(Client, Prepared), Error>) -> Sending<'static, RawResponse> {
    Box::pin(async move {
        let (client, prepared) = parts?;
        execute(&client, &prepared).await
    })
}

pub(super) type Sending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

impl<T: FromResponse> Request<T> {
    /// Sends the request and decodes the response.
    pub async fn send(mut self) -> Result<T, Error> {
        self.prepared.accept(T::ACCEPT);
        T::from_response(self.send_raw().await?)
    }
}

/// `request.await` is `request.send().await`.
impl<T: FromResponse + 'static> IntoFuture for Request<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Sending<'static, T>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            prepared: self.prepared.clone(),
            query: self.query.clone(),
            error: self.error.clone(),
            undocumented: self.undocumented.clone(),
            response: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (prepared, query) = (&self.prepared, &self.query);
        f.debug_struct("Request")
            .field("prepared", prepared)
            .field("query", query)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// The URL of an object: `version` is that of the service with its version.
fn address(object: &Reference, version: &str, to: &str) -> Result<String, Error> {
    match object.as_str() {
        url if url.contains("://") => Ok(url.to_owned()),
        path if path.starts_with('/') => Ok(format!("{version}{path}")),
        id if to.is_empty() => {
            let message =
                format!("no page says where the object `{id}` is: refer to it by a path such as `/users/{id}`");
            Err(Error::request(message))
        }
        id => Ok(format!("{version}{}", path::fill(&format!("/{to}/{{id}}"), &[id])?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(object: &str, to: &str) -> String {
        match address(&Reference::id(object), "https://graph.microsoft.com/beta", to) {
            Ok(url) => url,
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn references() {
        let root = "https://graph.microsoft.com/beta";
        assert_eq!(shown("a b", "education/users"), format!("{root}/education/users/a%20b"));
        assert_eq!(
            shown("/users/ada@example.com", "groups"),
            format!("{root}/users/ada@example.com")
        );
        assert_eq!(shown("/users/{id}", ""), format!("{root}/users/{{id}}"));
        assert_eq!(
            shown("https://example.com/v1.0/users/1", ""),
            "https://example.com/v1.0/users/1"
        );
        assert!(shown("1", "").contains("`/users/1`"));
        assert!(!shown("", "users").starts_with("https"), "an id is not empty");
    }
}
