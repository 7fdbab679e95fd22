//! Sending, and sending again.

use std::time::Duration;

use azure_core::error::ErrorKind as CoreKind;
use azure_core::http::headers::HeaderName;
use azure_core::http::{AsyncResponseBody, Body, Context, Method as CoreMethod, PipelineStreamOptions, Request, Url};

use super::answer::RawAnswer;
use super::connection::Client;
use super::content::Bytes;
use super::error::Error;
use super::plan::Prepared;
use super::redirect;
use super::retry::may_retry;
use super::timeout::within;
use crate::Method;

/// An answer, and its body as far as it is not read yet.
pub(super) struct Incoming {
    pub(super) answer: RawAnswer,
    pub(super) rest: Option<AsyncResponseBody>,
}

/// Sends a request until it succeeds, or until the policy says that it is enough. Redirects are followed.
pub(super) async fn execute(client: &Client, plan: &Prepared) -> Result<RawAnswer, Error> {
    let incoming = reach(client, plan, true).await?;
    Ok(incoming.answer)
}

/// Like [`execute`], but if `whole` is not set, the body of a success is left to be read.
pub(super) async fn reach(client: &Client, plan: &Prepared, whole: bool) -> Result<Incoming, Error> {
    let mut incoming = persist(client, plan, whole).await?;
    let mut hops = 0;
    let mut next = redirect::follow(client, plan, &incoming.answer, hops)?;
    while let Some(plan) = next {
        incoming = persist(client, &plan, whole).await?;
        hops += 1;
        next = redirect::follow(client, &plan, &incoming.answer, hops)?;
    }
    // Only a success is an answer.
    if (200..300).contains(&incoming.answer.status) {
        Ok(incoming)
    } else {
        Err(Error::refused(incoming.answer))
    }
}

/// Tries as often as the policy allows.
async fn persist(client: &Client, plan: &Prepared, whole: bool) -> Result<Incoming, Error> {
    let mut request = build(plan)?;
    let mut attempt = 0;
    loop {
        let outcome = once(client, plan, &mut request, whole).await;
        let Some(pause) = pause(client, plan, attempt, &outcome) else {
            return outcome;
        };
        sleep(pause).await;
        attempt += 1;
        request
            .body_mut()
            .reset()
            .await
            .map_err(|error| Error::request(format!("the body cannot be read again: {error}")).at(&plan.endpoint))?;
    }
}

pub(super) async fn sleep(pause: Duration) {
    let pause = azure_core::time::Duration::try_from(pause).unwrap_or_default();
    azure_core::sleep::sleep(pause).await;
}

fn pause(client: &Client, plan: &Prepared, attempt: u32, outcome: &Result<Incoming, Error>) -> Option<Duration> {
    let (again, asked) = match outcome {
        Ok(Incoming { answer, .. }) => {
            let asked = answer.retry_after();
            (
                may_retry(plan.endpoint.method, plan.retry_post, answer.status, asked),
                asked,
            )
        }
        Err(error) => {
            let twice = plan.retry_post || plan.endpoint.method.is_idempotent();
            (error.was_not_sent() || twice && error.is_transport(), None)
        }
    };
    if again {
        client.inner().retry.pause(attempt, asked)
    } else {
        None
    }
}

/// One try, for as long as one may take.
pub(super) async fn once(
    client: &Client,
    plan: &Prepared,
    request: &mut Request,
    whole: bool,
) -> Result<Incoming, Error> {
    let limit = client.inner().timeout;
    let outcome = within(limit, receive(client, plan, request, whole)).await;
    outcome.unwrap_or_else(|| {
        let limit = limit.unwrap_or_default();
        Err(Error::slow(limit).at(&plan.endpoint))
    })
}

async fn receive(client: &Client, plan: &Prepared, request: &mut Request, whole: bool) -> Result<Incoming, Error> {
    let options = PipelineStreamOptions {
        skip_checks: true,
        ..PipelineStreamOptions::default()
    };
    let pipeline = if plan.anonymous {
        &client.inner().anonymous
    } else {
        &client.inner().pipeline
    };
    let sent = pipeline.stream(&Context::new(), request, Some(options)).await;
    let (status, headers, body) = sent.map_err(|error| failed(plan, &error))?.deconstruct();
    let status = u16::from(status);
    let (body, rest) = if whole || !(200..300).contains(&status) {
        let body = body.collect().await;
        (body.map_err(|error| failed(plan, &error))?, None)
    } else {
        (Bytes::new(), Some(body))
    };
    let answer = RawAnswer {
        endpoint: plan.endpoint,
        status,
        headers,
        body,
        foreign: plan.anonymous,
    };
    Ok(Incoming { answer, rest })
}

/// Why there is no answer.
pub(super) fn failed(plan: &Prepared, error: &azure_core::Error) -> Error {
    let failed = match error.kind() {
        CoreKind::Credential => Error::credential(error),
        CoreKind::Connection => Error::transport(error, true),
        _ => Error::transport(error, false),
    };
    let failed = if plan.anonymous {
        failed.without_url(&plan.url)
    } else {
        failed
    };
    failed.at(&plan.endpoint)
}

pub(super) fn build(plan: &Prepared) -> Result<Request, Error> {
    let url = Url::parse(&plan.url)
        .map_err(|e| Error::request(format!("`{}` is no URL: {e}", plan.url)).at(&plan.endpoint))?;
    let mut request = Request::new(url, method(plan.endpoint.method));
    for (name, value) in &plan.headers {
        request.insert_header(HeaderName::from(name.clone()), value.clone());
    }
    if !plan.anonymous && plan.header("client-request-id").is_none() {
        request.insert_header("client-request-id", azure_core::Uuid::new_v4().to_string());
    }
    if let Some(content) = &plan.content {
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
