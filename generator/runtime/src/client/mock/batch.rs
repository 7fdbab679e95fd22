//! Requests in a batch: each is a call of its own.

use azure_core::http::Url;
use serde_json::{Map, Value, json};

use super::answer::Answered;
use super::call::Call;
use super::{Mock, Steps};
use crate::{Binary, Endpoint};

/// Answers each request of a batch; an error says which one has no answer.
pub(super) fn answer(mock: &Mock, batch: &Call, steps: &Steps) -> Result<Answered, String> {
    let body: Value = serde_json::from_slice(&batch.body).map_err(|why| why.to_string())?;
    let requests = body.get("requests").and_then(Value::as_array);
    let mut failed: Vec<&str> = Vec::new();
    let mut responses = Vec::new();
    for request in requests.into_iter().flatten() {
        let id = request.get("id").and_then(Value::as_str).unwrap_or_default();
        let after = request.get("dependsOn").and_then(Value::as_array);
        let after = after.into_iter().flatten().filter_map(Value::as_str);
        let response = if after.into_iter().any(|first| failed.contains(&first)) {
            json!({ "id": id, "status": 424, "body": { "error": { "code": "FailedDependency", "message": "" } } })
        } else {
            let endpoint = steps.iter().find(|(own, _)| own.to_string() == id);
            let endpoint = endpoint.map_or(&batch.endpoint, |(_, endpoint)| endpoint);
            response(id, &mock.answer(&call(batch, endpoint, request)?)?)
        };
        if response
            .get("status")
            .and_then(Value::as_u64)
            .is_none_or(|status| status >= 400)
        {
            failed.push(id);
        }
        responses.push(response);
    }
    Ok(Answered::json(&json!({ "responses": responses })))
}

/// A request of a batch as a call.
fn call(batch: &Call, endpoint: &Endpoint, request: &Value) -> Result<Call, String> {
    let path = request.get("url").and_then(Value::as_str).unwrap_or_default();
    let root = batch.url.trim_end_matches("/$batch");
    let url = Url::parse(&format!("{root}{path}")).map_err(|why| format!("`{path}` is not a path: {why}"))?;
    let mut call = Call::new(endpoint, endpoint.method.as_str(), &url);
    let headers = request.get("headers").and_then(Value::as_object);
    let pairs = headers.into_iter().flatten();
    call.headers = pairs
        .map(|(name, value)| (name.to_ascii_lowercase(), value.as_str().unwrap_or_default().to_owned()))
        .collect();
    call.body = match request.get("body") {
        None => Vec::new(),
        Some(Value::String(text)) => Binary::from(text.as_str()).to_bytes().unwrap_or_default(),
        Some(json) => json.to_string().into_bytes(),
    }
    .into();
    Ok(call)
}

/// An answer as a response in a batch: JSON as it is, anything else in base64.
fn response(id: &str, answered: &Answered) -> Value {
    let headers: Map<String, Value> = answered
        .headers
        .iter()
        .map(|(name, value)| (name.clone(), value.as_str().into()))
        .collect();
    let body = match serde_json::from_slice(&answered.body) {
        _ if answered.body.is_empty() => Value::Null,
        Ok(json) => json,
        Err(_) => Binary::from(&*answered.body).as_str().into(),
    };
    // A broken connection is a gateway without an answer here.
    let status = if answered.status == 0 { 504 } else { answered.status };
    json!({ "id": id, "status": status, "headers": headers, "body": body })
}
