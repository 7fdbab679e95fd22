//! Sends requests.

use std::time::Duration;

use azure_core::error::ErrorKind as CoreKind;
use azure_core::http::headers::HeaderName;
use azure_core::http::{AsyncResponseBody, Body, Method as CoreMethod, PipelineStreamOptions, Request, Url};

use super::connection::Client;
use super::content::Bytes;
use super::error::Error;
#[cfg(feature = "test-util")]
use super::mock::context;
use super::prepared::Prepared;
use super::redirect;
use super::response::RawResponse;
use super::retry::may_retry;
use super::timeout::within;
use super::trace;
use crate::Method;

/// A response, and the body that has not been read yet.
pub(super) struct Incoming {
    pub(super) response: RawResponse,
    pub(super) rest: Option<AsyncResponseBody>,
}

/// Sends a request, again as often as the retry policy allows, and follows redirects. An error status is an error.
pub(super) async fn execute(client: &Client, prepared: &Prepared) -> Result<RawResponse, Error> {
    let incoming = reach(client, prepared, true).await?;
    Ok(incoming.response)
}

/// Like [`execute`], but without `whole` the body of a success is not read.
pub(super) async fn reach(client: &Client, prepared: &Prepared, whole: bool) -> Result<Incoming, Error> {
    let outcome = follow(client, prepared, whole).await;
    outcome.map_err(|error| error.or_url(prepared))
}

async fn follow(client: &Client, prepared: &Prepared, whole: bool) -> Result<Incoming, Error> {
    let mut incoming = persist(client, prepared, whole).await?;
    let mut hops = 0;
    let mut next = redirect::follow(client, prepared, &incoming.response, hops)?;
    while let Some(prepared) = next {
        incoming = persist(client, &prepared, whole).await?;
        hops += 1;
        next = redirect::follow(client, &prepared, &incoming.response, hops)?;
    }
    if (200..300).contains(&incoming.response.status) {
        Ok(incoming)
    } else {
        Err(Error::refused(incoming.response))
    }
}

/// Sends a request, again as often as the retry policy allows.
pub(super) async fn persist(client: &Client, prepared: &Prepared, whole: bool) -> Result<Incoming, Error> {
    let mut request = build(prepared)?;
    let mut attempt = 0;
    loop {
        trace::request(prepared, attempt);
        let outcome = once(client, prepared, &mut request, whole).await;
        trace::response(
            prepared,
            attempt,
            outcome.as_ref().map(|incoming| incoming.response.status),
        );
        let Some(delay) = delay(client, prepared, attempt, &outcome) else {
            return outcome;
        };
        trace::retry(prepared, attempt, delay);
        sleep(delay).await;
        attempt += 1;
        request.body_mut().reset().await.map_err(|error| {
            Error::request(format!("the body cannot be sent again: {error}")).at(&prepared.endpoint)
        })?;
    }
}

pub(super) async fn sleep(delay: Duration) {
    let delay = azure_core::time::Duration::try_from(delay).unwrap_or_default();
    azure_core::sleep::sleep(delay).await;
}

fn delay(client: &Client, prepared: &Prepared, attempt: u32, outcome: &Result<Incoming, Error>) -> Option<Duration> {
    let (again, asked) = match outcome {
        Ok(Incoming { response, .. }) => {
            let asked = response.retry_after();
            (
                may_retry(prepared.endpoint.method, prepared.retry_post, response.status, asked),
                asked,
            )
        }
        Err(error) => {
            let twice = prepared.retry_post || prepared.endpoint.method.is_idempotent();
            (error.was_not_sent() || twice && error.is_transport(), None)
        }
    };
    if again {
        prepared.retry_policy(client).delay(attempt, asked)
    } else {
        None
    }
}

/// One attempt, within its limit of time.
pub(super) async fn once(
    client: &Client,
    prepared: &Prepared,
    request: &mut Request,
    whole: bool,
) -> Result<Incoming, Error> {
    let limit = prepared.timeout.or(client.inner().timeout);
    let outcome = within(limit, receive(client, prepared, request, whole)).await;
    outcome.unwrap_or_else(|| {
        let limit = limit.unwrap_or_default();
        Err(Error::slow(limit).at(&prepared.endpoint).or_url(prepared))
    })
}

async fn receive(client: &Client, prepared: &Prepared, request: &mut Request, whole: bool) -> Result<Incoming, Error> {
    let options = PipelineStreamOptions {
        skip_checks: true,
        ..PipelineStreamOptions::default()
    };
    let pipeline = if prepared.anonymous {
        &client.inner().anonymous
    } else {
        &client.inner().pipeline
    };
    let sent = pipeline.stream(&context(prepared), request, Some(options)).await;
    let (status, headers, body) = sent.map_err(|error| failed(prepared, &error))?.deconstruct();
    let status = u16::from(status);
    let (body, rest) = if whole || !(200..300).contains(&status) {
        let body = body.collect().await;
        (body.map_err(|error| failed(prepared, &error))?, None)
    } else {
        (Bytes::new(), Some(body))
    };
    let response = RawResponse {
        endpoint: prepared.endpoint,
        status,
        headers,
        body,
        url: prepared.shown_url(),
        foreign: prepared.anonymous,
    };
    Ok(Incoming { response, rest })
}

/// What policies are told about a request.
#[cfg(not(feature = "test-util"))]
fn context(_: &Prepared) -> azure_core::http::Context<'static> {
    azure_core::http::Context::new()
}

/// The error of an attempt without a response.
pub(super) fn failed(prepared: &Prepared, error: &azure_core::Error) -> Error {
    #[cfg(feature = "test-util")]
    if let Some(text) = super::mock::unexpected(error) {
        return Error::request(text).at(&prepared.endpoint).or_url(prepared);
    }
    let failed = match error.kind() {
        CoreKind::Credential => Error::credential(error),
        CoreKind::Connection => Error::transport(error, true),
        _ => Error::transport(error, false),
    };
    let failed = if prepared.anonymous {
        failed.without_url(&prepared.url)
    } else {
        failed
    };
    failed.at(&prepared.endpoint).or_url(prepared)
}

pub(super) fn build(prepared: &Prepared) -> Result<Request, Error> {
    let url = Url::parse(&prepared.url).map_err(|e| {
        Error::request(format!("`{}` is not a valid URL: {e}", prepared.shown_url())).at(&prepared.endpoint)
    })?;
    let mut request = Request::new(url, method(prepared.endpoint.method));
    for (name, value) in &prepared.headers {
        request.insert_header(HeaderName::from(name.clone()), value.clone());
    }
    if !prepared.anonymous && prepared.header("client-request-id").is_none() {
        request.insert_header("client-request-id", azure_core::Uuid::new_v4().to_string());
    }
    if let Some(content) = &prepared.content {
        if let Body::SeekableStream(stream) = &content.body
            && let Some(length) = stream.len()
        {
            request.insert_header("content-length", length.to_string());
        }
        request.set_body(content.body.clone());
    }
    Ok(request)
}

fn method(method: Method) -> CoreMethod {
    match method {
        Method::Get => CoreMethod::Get,
        Method::Post => CoreMethod::Post,
        Method::Put => CoreMethod::Put,
        Method::Patch => CoreMethod::Patch,
        Method::Delete => CoreMethod::Delete,
        Method::Head => CoreMethod::Head,
    }
}
