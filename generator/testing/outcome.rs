//! What became of an example.

use std::fmt;

/// Which side of a call an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What is sent.
    Request,
    /// What comes back.
    Response,
}

/// Whether an example holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It does.
    Passed,
    /// It does not.
    Failed,
    /// It is no example of a call.
    NoExample,
}

/// One example and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The page, below the docs root.
    pub page: String,
    /// The line on which the example begins.
    pub line: u64,
    /// Request or response.
    pub side: Side,
    /// The result.
    pub outcome: Outcome,
    /// What kind of pass, failure or text it is: what [`Report`](super::Report) counts.
    pub class: String,
    /// More about a failure: where the two sides differ.
    pub detail: String,
}

/// The result of one call, before it is known whose it is.
pub(super) type Judged = (Outcome, String, String);

/// It holds.
pub(super) fn passed(class: &str) -> Judged {
    (Outcome::Passed, class.to_owned(), String::new())
}

/// It does not hold.
pub(super) fn failed(class: &str, detail: impl Into<String>) -> Judged {
    (Outcome::Failed, class.to_owned(), detail.into())
}

/// It is no example.
pub(super) fn no_example(class: &str) -> Judged {
    (Outcome::NoExample, class.to_owned(), String::new())
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (page, line, class, detail) = (&self.page, self.line, &self.class, &self.detail);
        write!(f, "{page}:{line}: {:?} {:?}: {class}", self.side, self.outcome)?;
        if detail.is_empty() {
            Ok(())
        } else {
            write!(f, ": {detail}")
        }
    }
}
