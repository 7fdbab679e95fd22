//! `$batch`: many calls in one request.

use super::{Address, Call};
use serde::Deserialize;

#[derive(Deserialize)]
struct Batch {
    #[serde(default)]
    requests: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    method: String,
    url: String,
}

/// Whether a request holds others; it needs no permission itself.
pub fn is_batch(address: &Address) -> bool {
    super::unescaped(&address.path)
        .trim_end_matches('/')
        .eq_ignore_ascii_case("/$batch")
}

/// The calls in the body of a batch; none if the body was not recorded.
pub(super) fn parts(body: &str, batch: &Address) -> Vec<Call> {
    let requests = serde_json::from_str::<Batch>(body)
        .map(|batch| batch.requests)
        .unwrap_or_default();
    let calls = requests.into_iter().map(|part| {
        let mut call = Call::logged(&part.method.to_ascii_uppercase(), &part.url);
        call.address.version = call.address.version.or(batch.version);
        call
    });
    calls.collect()
}
