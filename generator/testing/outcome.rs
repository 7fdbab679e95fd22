//! The result of an example.

use std::fmt;

/// The side of a call that an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The request.
    Request,
    /// The response.
    Response,
}

/// Whether the code agrees with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The function makes this request, or reads this response without loss.
    Passed,
    /// It does not.
    Failed,
    /// The text is not an example of a call.
    NoExample,
}

/// The result of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The page, below the docs root.
    pub page: String,
    /// The line on which the example begins.
    pub line: u64,
    /// Request or response.
    pub side: Side,
    /// Whether the code agrees with it.
    pub outcome: Outcome,
    /// The kind of result, which [`Report`](super::Report) counts.
    pub class: String,
    /// The difference, after a failure.
    pub detail: String,
}

/// A result without its example: outcome, class, detail.
pub(super) type Judged = (Outcome, String, String);

/// The code agrees with the example.
pub(super) fn passed(class: &str) -> Judged {
    (Outcome::Passed, class.to_owned(), String::new())
}

/// The code does not agree with the example.
pub(super) fn failed(class: &str, detail: impl Into<String>) -> Judged {
    (Outcome::Failed, class.to_owned(), detail.into())
}

/// The text is not an example of a call.
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
