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

/// A connection to the API: where it is, who calls, and how to try again. Cheap to clone.
///
/// `Client::new(credential)` is the public cloud with any credential of `azure_core` or `azure_identity`; everything else is in
/// [`Client::builder`].
#[derive(Clone)]
pub struct Client(Arc<Inner>);

pub(super) struct Inner {
    pub(super) root: Root,
    pub(super) pipeline: Pipeline,
    /// The way without a token.
    pub(super) anonymous: Pipeline,
    pub(super) retry: RetryPolicy,
    /// How long one try may take.
    pub(super) timeout: Option<Duration>,
}

impl Client {
    /// A client for the public cloud.
    pub fn new(credential: Arc<dyn TokenCredential>) -> Result<Self, Error> {
        Self::builder().credential(credential).build()
    }

    /// A client for any cloud.
    pub fn for_cloud(cloud: Cloud, credential: Arc<dyn TokenCredential>) -> Result<Self, Error> {
        Self::builder().cloud(cloud).credential(credential).build()
    }

    /// A client without a credential, for a server on this computer: for tests.
    pub fn loopback(base_url: &str) -> Result<Self, Error> {
        Self::builder().base_url(base_url).build()
    }

    /// All settings.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// The root of the API, such as `https://graph.microsoft.com`.
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
