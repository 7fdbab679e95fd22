//! What the mock is told about a request, beside the request itself.

use azure_core::http::Context;

use crate::Endpoint;
use crate::client::prepared::Prepared;

/// The requests in a batch: their ids and endpoints.
pub(in crate::client) type Steps = Vec<(usize, Endpoint)>;

/// The call behind a request.
pub(super) struct Asked {
    pub(super) endpoint: Endpoint,
    pub(super) anonymous: bool,
    pub(super) steps: Steps,
}

/// The context of a request.
pub(in crate::client) fn context(prepared: &Prepared) -> Context<'static> {
    Context::new().with_value(Asked {
        endpoint: prepared.endpoint,
        anonymous: prepared.anonymous,
        steps: prepared.steps.clone(),
    })
}
