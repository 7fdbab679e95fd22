//! The end of a pipeline that goes nowhere.

use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use azure_core::error::ErrorKind;
use azure_core::http::headers::{HeaderName, HeaderValue, Headers};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{AsyncRawResponse, Body, Context, HttpClient, Request};
use futures_core::Stream;

use super::answer::Answered;
use super::batch;
use super::call::Call;
use super::unexpected::Unexpected;
use super::{Asked, Mock};
use crate::client::content::Bytes;

/// Answers in place of the network.
#[derive(Debug)]
pub(super) struct Intercept(pub(super) Mock);

#[async_trait::async_trait]
impl Policy for Intercept {
    async fn send(&self, context: &Context, request: &mut Request, _: &[Arc<dyn Policy>]) -> PolicyResult {
        let Some(asked) = context.value::<Asked>() else {
            return Err(refused(
                "the request does not come from a function of this API".to_owned(),
            ));
        };
        let mut call = Call::new(&asked.endpoint, asked.endpoint.method.as_str(), request.url());
        call = call.with_headers(request.headers());
        call.anonymous = asked.anonymous;
        call.body = collect(request.body()).await?;
        let answered = if asked.steps.is_empty() {
            self.0.answer(&call)
        } else {
            batch::answer(&self.0, &call, &asked.steps)
        };
        respond(answered.map_err(refused)?)
    }
}

fn refused(why: String) -> azure_core::Error {
    azure_core::Error::new(ErrorKind::Other, Unexpected(why))
}

fn respond(answered: Answered) -> PolicyResult {
    if answered.status == 0 {
        let broken = "the mocked connection broke";
        return Err(azure_core::Error::with_message(ErrorKind::Io, broken));
    }
    let pairs = answered.headers.into_iter();
    let pairs: HashMap<_, _> = pairs
        .map(|(name, value)| (HeaderName::from(name), HeaderValue::from(value)))
        .collect();
    let status = answered.status.into();
    Ok(AsyncRawResponse::from_bytes(
        status,
        Headers::from(pairs),
        answered.body,
    ))
}

/// The bytes of a body, also of a stream.
async fn collect(body: &Body) -> azure_core::Result<Bytes> {
    match body {
        Body::Bytes(bytes) => Ok(bytes.clone()),
        Body::SeekableStream(stream) => {
            let mut stream = stream.clone();
            let mut bytes = Vec::new();
            while let Some(part) = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await {
                bytes.extend_from_slice(&part?);
            }
            Ok(bytes.into())
        }
    }
}

/// The transport behind the mock. Nothing reaches it.
#[derive(Debug)]
pub(super) struct Nowhere;

#[async_trait::async_trait]
impl HttpClient for Nowhere {
    async fn execute_request(&self, _: &Request) -> azure_core::Result<AsyncRawResponse> {
        Err(refused("a request went past the mock".to_owned()))
    }
}
