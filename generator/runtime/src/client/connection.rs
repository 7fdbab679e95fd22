//! The client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use azure_core::credentials::TokenCredential;
use azure_core::http::Pipeline;

use super::builder::ClientBuilder;
use super::cloud::Root;
use super::error::Error;
use super::retry::RetryPolicy;
use crate::Cloud;

/// Sends requests to the API. It holds the base URL, the credential, the retry policy and the connections; a clone
/// shares them.
///
/// [`Client::new`] is a client for the public cloud with any credential of `azure_core` or `azure_identity`. For other
/// settings, see [`Client::builder`].
///
/// ```
/// use graph_runtime::{Client, RetryPolicy};
/// use std::time::Duration;
///
/// let client = Client::builder()
///     .base_url("http://localhost:8080")
///     .retry(RetryPolicy::none())
///     .timeout(Duration::from_secs(10))
///     .build()?;
/// assert_eq!(client.base_url(), "http://localhost:8080");
/// # Ok::<(), graph_runtime::Error>(())
/// ```
#[derive(Clone)]
pub struct Client(Arc<Inner>);

pub(super) struct Inner {
    pub(super) root: Root,
    pub(super) pipeline: Pipeline,
    /// The pipeline without a token.
    pub(super) anonymous: Pipeline,
    /// Headers of all requests to the API.
    pub(super) headers: Vec<(String, String)>,
    pub(super) retry: RetryPolicy,
    /// The limit of one attempt.
    pub(super) timeout: Option<Duration>,
}

impl Client {
    /// A client for the public cloud.
    pub fn new(credential: Arc<dyn TokenCredential>) -> Result<Self, Error> {
        Self::builder().credential(credential).build()
    }

    /// A client for a cloud.
    pub fn for_cloud(cloud: Cloud, credential: Arc<dyn TokenCredential>) -> Result<Self, Error> {
        Self::builder().cloud(cloud).credential(credential).build()
    }

    /// A client without a credential for a server on this computer, for tests.
    pub fn loopback(base_url: &str) -> Result<Self, Error> {
        Self::builder().base_url(base_url).build()
    }

    /// Makes a client with other settings.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// The base URL of the API, such as `https://graph.microsoft.com`.
    pub fn base_url(&self) -> &str {
        &self.0.root.base
    }

    pub(super) fn from_parts(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub(super) fn inner(&self) -> &Inner {
        &self.0
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}
