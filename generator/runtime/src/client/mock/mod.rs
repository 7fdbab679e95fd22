//! A service in the program's own process, for tests.

mod answer;
mod batch;
mod call;
mod context;
mod documented;
mod policy;
mod rule;
mod unexpected;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use azure_core::http::{ClientOptions, Transport};
use serde::Serialize;

use super::builder::pipeline;
use super::cloud::Root;
use super::connection::{Client, Inner};
use super::retry::RetryPolicy;
use crate::{Cloud, Endpoint};

use answer::{Answered, page};
use context::Asked;
use policy::Intercept;
use rule::{Rule, Target};

pub use answer::Answer;
pub use call::Call;
pub(super) use context::{Steps, context};
pub use unexpected::Unmet;
pub(super) use unexpected::unexpected;

/// A service that answers as the test says, in the program's own process: no socket, no token, no delay. Paging, retry,
/// batches and everything else work as they do with the real one.
///
/// Say what is answered to which call, give the program [`Mock::client`], and look at [`Mock::calls`] afterwards. The
/// first rule that fits a call answers it; a rule that was limited by [`Mock::once`] and the like leaves further calls to
/// the rules after it. A call that no rule fits fails with an error that says what was asked and what is mocked.
///
#[cfg_attr(feature = "blocking", doc = "```")]
#[cfg_attr(not(feature = "blocking"), doc = "```no_run")]
/// use graph_runtime::{Answer, Client, Endpoint, Error, Json, Method, Mock, Request};
///
/// static GET_USER: Endpoint = Endpoint::new(Method::Get, "v1.0", "/users/{id}");
///
/// // The code under test.
/// async fn name(client: &Client) -> Result<String, Error> {
///     let user: Json = Request::new(client, &GET_USER, &["ada"]).select(["displayName"]).await?;
///     Ok(user.as_str().to_owned())
/// }
///
/// let mock = Mock::new()
///     .on(&GET_USER, Answer::status(429)).twice()
///     .on(&GET_USER, Answer::json(r#"{"displayName":"Ada"}"#));
/// let client = mock.client();
/// # #[cfg(feature = "blocking")]
/// assert_eq!(graph_runtime::blocking::run(name(&client))?, r#"{"displayName":"Ada"}"#);
///
/// let calls = mock.calls();
/// assert_eq!(calls.len(), 3);
/// assert_eq!((calls[2].method, calls[2].path.as_str()), ("GET", "/v1.0/users/ada"));
/// assert_eq!(calls[2].option("$select"), Some("displayName"));
/// mock.verify()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct Mock(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    rules: Vec<Rule>,
    calls: Vec<Call>,
    /// Calls that no rule fits.
    unexpected: Vec<String>,
}

impl Mock {
    /// A service that answers nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers the calls of an endpoint, wherever they are made.
    #[must_use]
    pub fn on(self, endpoint: &'static Endpoint, answer: Answer) -> Self {
        self.add(Rule::new(Target::Endpoint(endpoint), answer))
    }

    /// Answers requests whose URL begins so, such as those to an upload URL or behind a redirect.
    #[must_use]
    pub fn on_url(self, start: &str, answer: Answer) -> Self {
        self.add(Rule::new(Target::Url(start.to_owned()), answer))
    }

    /// Answers a list in pages, with links from each to the next: `[vec![ada, bob], vec![cleo]]`.
    #[must_use]
    pub fn pages<T: Serialize>(self, endpoint: &'static Endpoint, pages: impl IntoIterator<Item = Vec<T>>) -> Self {
        let pages: Vec<_> = pages.into_iter().map(|items| page(&items)).collect();
        let last = pages.len().saturating_sub(1);
        pages.into_iter().enumerate().fold(self, |mock, (at, items)| {
            let answer = items.next_page((at < last).then_some(at + 1));
            mock.add(Rule::new(Target::Endpoint(endpoint), answer).of_page(at))
        })
    }

    /// Limits the last rule to calls that meet a condition, such as `|call| call.path.ends_with("/ada")`.
    #[must_use]
    pub fn when(self, condition: impl Fn(&Call) -> bool + Send + Sync + 'static) -> Self {
        self.last(|rule| rule.condition = Some(Arc::new(condition)))
    }

    /// Limits the last rule to one call, which has to come: see [`Mock::verify`].
    #[must_use]
    pub fn once(self) -> Self {
        self.times(1)
    }

    /// Limits the last rule to two calls, which have to come.
    #[must_use]
    pub fn twice(self) -> Self {
        self.times(2)
    }

    /// Limits the last rule to a number of calls, which have to come.
    #[must_use]
    pub fn times(self, number: usize) -> Self {
        self.last(|rule| rule.times = Some(number))
    }

    /// A client of this service. It sends again after the same errors as others, but without a delay of its own; it waits
    /// if an answer has `Retry-After`. For other settings see [`ClientBuilder::mock`](super::ClientBuilder::mock).
    pub fn client(&self) -> Client {
        let options = ClientOptions {
            transport: Some(Transport::new(Arc::new(policy::Nowhere))),
            ..ClientOptions::default()
        };
        let pipeline = pipeline(self.inside(options), None);
        Client::from_parts(Inner {
            root: Root::of_cloud(Cloud::Global),
            anonymous: pipeline.clone(),
            pipeline,
            headers: Vec::new(),
            retry: RetryPolicy::default().initial_delay(std::time::Duration::ZERO),
            timeout: None,
        })
    }

    /// The calls so far, in their order: every attempt, and each request in a batch.
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.clone()
    }

    /// The calls of an endpoint so far.
    pub fn calls_of(&self, endpoint: &'static Endpoint) -> Vec<Call> {
        let target = Target::Endpoint(endpoint);
        let of = |call: &&Call| target.fits(call);
        self.state().calls.iter().filter(of).cloned().collect()
    }

    /// Checks that each limited rule was used as often as it says, and that no call came that no rule fits. Programs may
    /// handle the error of such a call, so a test that does not ask may not notice.
    pub fn verify(&self) -> Result<(), Unmet> {
        let state = self.state();
        let lacking = state.rules.iter().filter_map(Rule::lacking);
        let lines: Vec<String> = state.unexpected.iter().cloned().chain(lacking).collect();
        if lines.is_empty() { Ok(()) } else { Err(Unmet(lines)) }
    }

    /// Options of a pipeline that ends here.
    pub(super) fn inside(&self, mut options: ClientOptions) -> ClientOptions {
        options.per_try_policies.push(Arc::new(Intercept(self.clone())));
        options
    }

    fn add(self, rule: Rule) -> Self {
        self.state().rules.push(rule);
        self
    }

    fn last(self, change: impl FnOnce(&mut Rule)) -> Self {
        if let Some(rule) = self.state().rules.last_mut() {
            change(rule);
        }
        self
    }

    /// Records a call, and answers it; an error says why there is no answer.
    fn answer(&self, call: &Call) -> Result<Answered, String> {
        let mut state = self.state();
        state.calls.push(call.clone());
        let rule = state.rules.iter_mut().find(|rule| rule.takes(call));
        let Some(rule) = rule else {
            let text = unexpected::text(call, &state.rules);
            state.unexpected.push(text.clone());
            return Err(text);
        };
        rule.used += 1;
        let answer = rule.answer.clone();
        // A function of the program makes the answer: it may ask the mock.
        drop(state);
        answer.to(call)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A test that panicked elsewhere has not broken the list.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        let rules: Vec<String> = state.rules.iter().map(ToString::to_string).collect();
        f.debug_struct("Mock")
            .field("rules", &rules)
            .field("calls", &state.calls)
            .finish_non_exhaustive()
    }
}
