//! Which calls are answered in which way.

use std::fmt;
use std::sync::Arc;

use super::answer::Answer;
use super::call::Call;
use crate::{Endpoint, Method};

type Condition = Arc<dyn Fn(&Call) -> bool + Send + Sync>;

/// An answer, and the calls that it is for.
pub(super) struct Rule {
    pub(super) target: Target,
    pub(super) condition: Option<Condition>,
    /// The page of a list, from 0.
    page: Option<usize>,
    /// How often it answers; for ever if there is no number.
    pub(super) times: Option<usize>,
    pub(super) used: usize,
    pub(super) answer: Answer,
}

/// The calls that a rule is for.
pub(super) enum Target {
    Endpoint(&'static Endpoint),
    /// URLs that begin so.
    Url(String),
}

impl Rule {
    pub(super) fn new(target: Target, answer: Answer) -> Self {
        Self {
            target,
            condition: None,
            page: None,
            times: None,
            used: 0,
            answer,
        }
    }

    /// The rule for one page of a list only.
    pub(super) fn of_page(mut self, number: usize) -> Self {
        self.page = Some(number);
        self
    }

    /// Whether the rule answers this call.
    pub(super) fn takes(&self, call: &Call) -> bool {
        let page = call.option("$skiptoken").map_or(Some(0), |token| token.parse().ok());
        self.times.is_none_or(|times| self.used < times)
            && self.target.fits(call)
            && self.page.is_none_or(|own| page == Some(own))
            && self.condition.as_ref().is_none_or(|condition| condition(call))
    }

    /// What is missing, if it was used less often than it has to.
    pub(super) fn lacking(&self) -> Option<String> {
        let times = self.times.filter(|times| self.used < *times)?;
        Some(format!("{} was asked {} of {times} times", self.target, self.used))
    }
}

impl Target {
    pub(super) fn fits(&self, call: &Call) -> bool {
        match self {
            Target::Url(start) => call.url.starts_with(start.as_str()),
            Target::Endpoint(endpoint) => !call.anonymous && same(endpoint, &call.endpoint),
        }
    }
}

/// Whether a call is one of an endpoint. The call knows the path of its place only; of a list behind a POST the next pages
/// are read with GET.
fn same(endpoint: &Endpoint, call: &Endpoint) -> bool {
    let read = endpoint.method == Method::Post && call.method == Method::Get && !endpoint.docs.is_empty();
    endpoint.version == call.version
        && endpoint.docs == call.docs
        && (endpoint.method == call.method || read)
        && call.paths().any(|own| endpoint.paths().any(|path| path == own))
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Endpoint(endpoint) => write!(f, "`{endpoint}`"),
            Target::Url(start) => write!(f, "`{start}..`"),
        }
    }
}

impl fmt::Display for Rule {
    /// The rule, and whether it still answers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.target)?;
        if let Some(page) = self.page {
            write!(f, ", page {}", page + 1)?;
        }
        if self.condition.is_some() {
            f.write_str(", under a condition")?;
        }
        match self.times {
            Some(times) if self.used >= times => write!(f, " (used up after {times})"),
            _ => Ok(()),
        }
    }
}
