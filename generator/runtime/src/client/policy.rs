//! Headers of all requests.

use std::sync::Arc;

use azure_core::credentials::TokenCredential;
use azure_core::http::headers::{AUTHORIZATION, HeaderName};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, Request};

/// Corrects the headers that `azure_core` adds: the user agent, and a request id under a name that this API does not
/// know. The API's own `client-request-id` is set already.
#[derive(Debug)]
pub(super) struct Headers;

const OTHER_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");
const USER_AGENT: HeaderName = HeaderName::from_static("user-agent");

#[async_trait::async_trait]
impl Policy for Headers {
    async fn send(&self, context: &Context, request: &mut Request, next: &[Arc<dyn Policy>]) -> PolicyResult {
        request.headers_mut().remove(OTHER_REQUEST_ID);
        // `azure_core` names every program as a part of the Azure SDK.
        if let Some(agent) = request.headers().get_optional_string(&USER_AGENT) {
            request.insert_header(USER_AGENT, agent.replace("azsdk-rust-", ""));
        }
        go_on(context, request, next).await
    }
}

/// Adds the access token for a server on this computer, also without TLS. The policy of `azure_core` refuses that.
#[derive(Debug)]
pub(super) struct PlainToken {
    pub(super) credential: Arc<dyn TokenCredential>,
    pub(super) scope: String,
}

#[async_trait::async_trait]
impl Policy for PlainToken {
    async fn send(&self, context: &Context, request: &mut Request, next: &[Arc<dyn Policy>]) -> PolicyResult {
        let token = self.credential.get_token(&[&self.scope], None).await?;
        request.insert_header(AUTHORIZATION, format!("Bearer {}", token.token.secret()));
        go_on(context, request, next).await
    }
}

async fn go_on(context: &Context<'_>, request: &mut Request, next: &[Arc<dyn Policy>]) -> PolicyResult {
    match next.split_first() {
        Some((first, rest)) => first.send(context, request, rest).await,
        None => Err(azure_core::Error::with_message(
            azure_core::error::ErrorKind::Other,
            "the pipeline has no transport",
        )),
    }
}
