//! Settings of a client.

use std::sync::Arc;
use std::time::Duration;

use azure_core::credentials::TokenCredential;
use azure_core::http::policies::Policy;
use azure_core::http::policies::auth::BearerTokenAuthorizationPolicy;
use azure_core::http::{ClientOptions, Pipeline, RetryOptions, Transport};

use super::cloud::Root;
use super::connection::{Client, Inner};
use super::error::Error;
use super::policy::Headers;
use super::retry::RetryPolicy;
use crate::Cloud;

/// Settings of a [`Client`].
#[derive(Default)]
pub struct ClientBuilder {
    cloud: Option<Cloud>,
    base_url: Option<String>,
    scope: Option<String>,
    credential: Option<Arc<dyn TokenCredential>>,
    retry: RetryPolicy,
    timeout: Option<Duration>,
    options: ClientOptions,
}

impl ClientBuilder {
    /// Which cloud; the public one if nothing is said.
    #[must_use]
    pub fn cloud(mut self, cloud: Cloud) -> Self {
        self.cloud = Some(cloud);
        self
    }

    /// A root of the API that is not in the list of clouds. `http` is refused unless the host is this computer.
    #[must_use]
    pub fn base_url(mut self, base_url: &str) -> Self {
        self.base_url = Some(base_url.to_owned());
        self
    }

    /// What to ask a token for; `{origin}/.default` if nothing is said.
    #[must_use]
    pub fn scope(mut self, scope: &str) -> Self {
        self.scope = Some(scope.to_owned());
        self
    }

    /// Who calls. Only a server on this computer can be called without.
    #[must_use]
    pub fn credential(mut self, credential: Arc<dyn TokenCredential>) -> Self {
        self.credential = Some(credential);
        self
    }

    /// When to try again.
    #[must_use]
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// How long one try may take, until the whole answer is there; of a [`Download`](super::Download), until it begins. What takes longer
    /// counts as a broken connection. Without it, only a minute without any byte does.
    #[must_use]
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = Some(limit);
        self
    }

    /// How requests are sent: another HTTP client, or a double for tests.
    #[must_use]
    pub fn transport(mut self, transport: Transport) -> Self {
        self.options.transport = Some(transport);
        self
    }

    /// Options of `azure_core`: policies, logging, tracing. Its retry is not used, see [`ClientBuilder::retry`].
    #[must_use]
    pub fn options(mut self, options: ClientOptions) -> Self {
        let transport = self.options.transport.take();
        self.options = options;
        if transport.is_some() {
            self.options.transport = transport;
        }
        self
    }

    /// The client; an error if the settings contradict each other.
    pub fn build(self) -> Result<Client, Error> {
        let root = match (self.base_url, self.cloud) {
            (Some(_), Some(_)) => {
                return Err(Error::request("give a cloud or a base URL, not both".to_owned()));
            }
            (Some(base_url), None) => Root::custom(&base_url, self.scope)?,
            (None, cloud) => {
                let root = Root::of_cloud(cloud.unwrap_or(Cloud::Global));
                Root {
                    scope: self.scope.unwrap_or(root.scope),
                    ..root
                }
            }
        };
        let token = token(self.credential, &root, self.options.transport.is_some())?;
        // Policies of the program may add secrets, so they do not go elsewhere.
        let bare = ClientOptions {
            transport: self.options.transport.clone(),
            user_agent: self.options.user_agent.clone(),
            ..ClientOptions::default()
        };
        Ok(Client::from_parts(Inner {
            root,
            pipeline: pipeline(self.options, token),
            anonymous: pipeline(bare, None),
            retry: self.retry,
            timeout: self.timeout,
        }))
    }
}

/// What adds the token to each request.
fn token(
    credential: Option<Arc<dyn TokenCredential>>,
    root: &Root,
    own_transport: bool,
) -> Result<Option<Arc<dyn Policy>>, Error> {
    match credential {
        Some(_) if root.is_plain() => Err(Error::request(
            "a token is never sent without TLS; leave the credential out".to_owned(),
        )),
        Some(credential) => {
            let scope = [root.scope.clone()];
            let policy = BearerTokenAuthorizationPolicy::new(credential, scope);
            Ok(Some(Arc::new(policy)))
        }
        None if root.is_loopback() || own_transport => Ok(None),
        None => Err(Error::request(
            "no credential: see `ClientBuilder::credential`".to_owned(),
        )),
    }
}

fn pipeline(mut options: ClientOptions, token: Option<Arc<dyn Policy>>) -> Pipeline {
    // Its rules do not fit: it sends a POST again after an error of the server.
    options.retry = RetryOptions::none();
    let mut per_try: Vec<Arc<dyn Policy>> = vec![Arc::new(Headers)];
    per_try.extend(token);
    let (name, version) = (option_env!("CARGO_PKG_NAME"), option_env!("CARGO_PKG_VERSION"));
    Pipeline::new(name, version, options, Vec::new(), per_try, None)
}
