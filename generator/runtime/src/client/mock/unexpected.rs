//! Calls that nothing is mocked for.

use std::fmt;

use super::call::Call;
use super::rule::Rule;

/// What a [`Mock`](super::Mock) was not asked, and what it was asked but could not answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Unmet(pub(super) Vec<String>);

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl fmt::Debug for Unmet {
    /// The same text: a test shows it when it fails.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl std::error::Error for Unmet {}

/// The error of a call without an answer, on its way through the pipeline.
#[derive(Debug)]
pub(super) struct Unexpected(pub(super) String);

impl fmt::Display for Unexpected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unexpected {}

/// The text of such an error.
pub(in crate::client) fn unexpected(error: &azure_core::Error) -> Option<String> {
    let own = error.get_ref()?.downcast_ref::<Unexpected>()?;
    Some(own.0.clone())
}

/// What was asked, and what is mocked.
pub(super) fn text(call: &Call, rules: &[Rule]) -> String {
    let mut lines = vec![format!("nothing is mocked for {} {}", call.method, call.url)];
    if rules.is_empty() {
        lines.push("say what is answered: `Mock::new().on(&ENDPOINT, Answer::json(..))`".to_owned());
    } else {
        lines.push("mocked are:".to_owned());
        lines.extend(rules.iter().map(|rule| format!("- {rule}")));
    }
    if rules.iter().any(|rule| rule.target.fits(call)) {
        lines.push("a rule is for this call, but it is used up, or its condition is not met".to_owned());
    } else if call.anonymous {
        lines.push("requests to other hosts are mocked with `Mock::on_url`".to_owned());
    }
    lines.join("\n")
}
