//! Responses that pages show.

use serde_json::Value;

use super::answer::Answered;
use crate::Endpoint;

/// The first response that the page of an endpoint shows; an error if it shows none.
pub(super) fn find(endpoint: &Endpoint) -> Result<Answered, String> {
    let key = format!("{} {} {}", endpoint.method, endpoint.path, endpoint.docs);
    let Some(json) = endpoint.examples.line(&key) else {
        return Err(missing(endpoint));
    };
    let example: Value = serde_json::from_str(json).map_err(|why| format!("{why}: {json}"))?;
    let status = example.get("status").and_then(Value::as_u64);
    let status = status.and_then(|status| u16::try_from(status).ok()).unwrap_or(200);
    let mut answered = match (example.get("body"), example.get("text").and_then(Value::as_str)) {
        (Some(body), _) => Answered::json(body),
        (None, text) => Answered::of(status, text.unwrap_or_default().to_owned().into()),
    };
    answered.status = status;
    let location = example.get("location").and_then(Value::as_str);
    answered
        .headers
        .extend(location.map(|url| ("location".to_owned(), url.to_owned())));
    Ok(answered)
}

fn missing(endpoint: &Endpoint) -> String {
    let what = if endpoint.examples.is_empty() {
        "the crate of the endpoint has no examples; turn on its feature `test-util`"
    } else {
        "its page shows no response"
    };
    format!("there is no documented response of `{endpoint}`: {what}, or use `Answer::json`")
}
