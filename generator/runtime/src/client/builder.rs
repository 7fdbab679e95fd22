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
use super::policy::{Headers, PlainToken};
use super::retry::RetryPolicy;
use crate::Cloud;

/// Settings of a [`Client`].
#[derive(Default)]
pub struct ClientBuilder {
    cloud: Option<Cloud>,
    base_url: Option<String>,
    scope: Option<String>,
    credential: Option<Arc<dyn TokenCredential>>,
    plain: bool,
    headers: Vec<(String, String)>,
    retry: RetryPolicy,
    timeout: Option<Duration>,
    options: ClientOptions,
    #[cfg(feature = "test-util")]
    mock: Option<super::Mock>,
}

impl ClientBuilder {
    /// Sets the cloud. The default is [`Cloud::Global`].
    #[must_use]
    pub fn cloud(mut self, cloud: Cloud) -> Self {
        self.cloud = Some(cloud);
        self
    }

    /// Sets the base URL of the API, for a host that is not in [`Cloud`]. It has to begin with `https`, or with `http`
    /// if the host is this computer.
    #[must_use]
    pub fn base_url(mut self, base_url: &str) -> Self {
        self.base_url = Some(base_url.to_owned());
        self
    }

    /// Sets the scope of the access token. The default is `{origin}/.default`.
    #[must_use]
    pub fn scope(mut self, scope: &str) -> Self {
        self.scope = Some(scope.to_owned());
        self
    }

    /// Sets the credential. Only a client for this computer or with a [`transport`](Self::transport) may have none.
    #[must_use]
    pub fn credential(mut self, credential: Arc<dyn TokenCredential>) -> Self {
        self.credential = Some(credential);
        self
    }

    /// Allows to send the access token without TLS to a server on this computer, for tests of a program that signs in.
    /// Other hosts never get a token without TLS.
    #[must_use]
    pub fn allow_plain_loopback(mut self) -> Self {
        self.plain = true;
        self
    }

    /// Sets a header of all requests to the API. A request may replace it. It is not sent to other hosts, such as those of
    /// uploads and redirects.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets when a request is sent again.
    #[must_use]
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Limits the time of one attempt, up to the end of the response; for a [`Download`](super::Download), up to its
    /// beginning. An attempt that takes longer fails like a broken connection. Without a limit, an attempt fails after
    /// a minute without any byte.
    #[must_use]
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = Some(limit);
        self
    }

    /// Sets the HTTP client, for example a mock in tests.
    #[must_use]
    pub fn transport(mut self, transport: Transport) -> Self {
        self.options.transport = Some(transport);
        self
    }

    /// Sends nothing: a [`Mock`](super::Mock) answers. For tests that need other settings than
    /// [`Mock::client`](super::Mock::client) has.
    #[cfg(feature = "test-util")]
    #[must_use]
    pub fn mock(mut self, mock: &super::Mock) -> Self {
        self.mock = Some(mock.clone());
        self
    }

    /// Sets options of `azure_core`: policies, logging, tracing. Its retry options are ignored; see
    /// [`ClientBuilder::retry`].
    #[must_use]
    pub fn options(mut self, options: ClientOptions) -> Self {
        let transport = self.options.transport.take();
        self.options = options;
        if transport.is_some() {
            self.options.transport = transport;
        }
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Request`](super::ErrorKind::Request) if the settings contradict each other, the base URL is not
    /// allowed, or the credential is missing.
    pub fn build(mut self) -> Result<Client, Error> {
        let root = match (self.base_url, self.cloud) {
            (Some(_), Some(_)) => {
                return Err(Error::request(
                    "both a cloud and a base URL are set; set one of them".to_owned(),
                ));
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
        #[cfg(feature = "test-util")]
        let own_transport = self.mock.is_some() || self.options.transport.is_some();
        #[cfg(not(feature = "test-util"))]
        let own_transport = self.options.transport.is_some();
        let token = token(self.credential, &root, self.plain, own_transport)?;
        // Both pipelines have the same connections.
        let transport = self.options.transport.get_or_insert_default().clone();
        // Policies of the program may add secrets, so requests to other hosts do without them.
        let bare = ClientOptions {
            transport: Some(transport),
            user_agent: self.options.user_agent.clone(),
            ..ClientOptions::default()
        };
        #[cfg(feature = "test-util")]
        let (bare, options) = match &self.mock {
            Some(mock) => (mock.inside(bare), mock.inside(self.options)),
            None => (bare, self.options),
        };
        #[cfg(not(feature = "test-util"))]
        let options = self.options;
        Ok(Client::from_parts(Inner {
            root,
            pipeline: pipeline(options, token),
            anonymous: pipeline(bare, None),
            headers: self.headers,
            retry: self.retry,
            timeout: self.timeout,
        }))
    }
}

/// The policy that adds the access token to each request.
fn token(
    credential: Option<Arc<dyn TokenCredential>>,
    root: &Root,
    plain: bool,
    own_transport: bool,
) -> Result<Option<Arc<dyn Policy>>, Error> {
    match credential {
        Some(credential) if root.is_plain() && plain && root.is_loopback() => {
            let scope = root.scope.clone();
            Ok(Some(Arc::new(PlainToken { credential, scope })))
        }
        Some(_) if root.is_plain() => Err(Error::request(
            "an access token is not sent without TLS; use https, or no credential, or `ClientBuilder::allow_plain_loopback` in tests".to_owned(),
        )),
        Some(credential) => {
            let scope = [root.scope.clone()];
            let policy = BearerTokenAuthorizationPolicy::new(credential, scope);
            Ok(Some(Arc::new(policy)))
        }
        None if root.is_loopback() || own_transport => Ok(None),
        None => Err(Error::request(
            "a credential is missing; set one with `ClientBuilder::credential`".to_owned(),
        )),
    }
}

pub(super) fn pipeline(mut options: ClientOptions, token: Option<Arc<dyn Policy>>) -> Pipeline {
    // `azure_core` also sends a POST again after a server error.
    options.retry = RetryOptions::none();
    let mut per_try: Vec<Arc<dyn Policy>> = vec![Arc::new(Headers)];
    per_try.extend(token);
    let (name, version) = (option_env!("CARGO_PKG_NAME"), option_env!("CARGO_PKG_VERSION"));
    Pipeline::new(name, version, options, Vec::new(), per_try, None)
}
