//! Sending, and sending again.

use std::time::Duration;

use azure_core::error::ErrorKind as CoreKind;
use azure_core::http::headers::HeaderName;
use azure_core::http::{Context, Method as CoreMethod, PipelineSendOptions, Request, Url};

use super::answer::RawAnswer;
use super::connection::Client;
use super::error::Error;
use super::plan::Prepared;
use super::retry::may_retry;
use crate::runtime::Method;

/// Sends a request until it succeeds, or until the policy says that it is enough.
pub(super) async fn execute(client: &Client, plan: &Prepared) -> Result<RawAnswer, Error> {
    let mut request = build(plan)?;
    let mut attempt = 0;
    loop {
        let outcome = once(client, plan, &mut request).await;
        let Some(pause) = pause(client, plan, attempt, &outcome) else {
            return outcome.and_then(checked);
        };
        azure_core::sleep::sleep(azure_core::time::Duration::try_from(pause).unwrap_or_default())
            .await;
        attempt += 1;
    }
}

/// Only a success is an answer.
fn checked(answer: RawAnswer) -> Result<RawAnswer, Error> {
    if (200..300).contains(&answer.status) {
        Ok(answer)
    } else {
        Err(Error::refused(answer))
    }
}

fn pause(
    client: &Client,
    plan: &Prepared,
    attempt: u32,
    outcome: &Result<RawAnswer, Error>,
) -> Option<Duration> {
    let (again, asked) = match outcome {
        Ok(answer) => {
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

async fn once(client: &Client, plan: &Prepared, request: &mut Request) -> Result<RawAnswer, Error> {
    let options = PipelineSendOptions {
        skip_checks: true,
        ..PipelineSendOptions::default()
    };
    let sent = client
        .inner()
        .pipeline
        .send(&Context::new(), request, Some(options))
        .await;
    match sent {
        Ok(response) => {
            let (status, headers, body) = response.deconstruct();
            Ok(RawAnswer {
                endpoint: plan.endpoint,
                status: status.into(),
                headers,
                body: body.into(),
            })
        }
        Err(error) => Err(match error.kind() {
            CoreKind::Credential => Error::credential(&error),
            CoreKind::Connection => Error::transport(&error, true),
            _ => Error::transport(&error, false),
        }
        .at(&plan.endpoint)),
    }
}

fn build(plan: &Prepared) -> Result<Request, Error> {
    let url = Url::parse(&plan.url)
        .map_err(|e| Error::request(format!("`{}` is no URL: {e}", plan.url)).at(&plan.endpoint))?;
    let mut request = Request::new(url, method(plan.endpoint.method));
    for (name, value) in &plan.headers {
        request.insert_header(HeaderName::from(name.clone()), value.clone());
    }
    if plan.header("client-request-id").is_none() {
        request.insert_header("client-request-id", azure_core::Uuid::new_v4().to_string());
    }
    if let Some(content) = &plan.content {
        request.set_body(content.bytes.clone());
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
