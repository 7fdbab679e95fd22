//! The outcome of an example.

use std::fmt;

/// The side of a call that an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The request.
    Request,
    /// The response.
    Response,
    /// The body of a request in JSON, built through the fields of its type alone.
    Body,
}

/// Whether the code agrees with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The function makes this request, or reads this response without loss.
    Passed,
    /// The function makes another request, or does not read the response without loss.
    Failed,
    /// The example contradicts the tables of its own pages: text where the table says Boolean, a name that they spell
    /// otherwise. The code follows the tables.
    Contradicts,
    /// The text is not an example of a call.
    NoExample,
}

/// The outcome of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleOutcome {
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

/// The outcome of a call with its class and detail.
pub(super) type CallOutcome = (Outcome, String, String);

/// The code agrees with the example.
pub(super) fn passed(class: &str) -> CallOutcome {
    (Outcome::Passed, class.to_owned(), String::new())
}

/// The code does not agree with the example.
pub(super) fn failed(class: &str, detail: impl Into<String>) -> CallOutcome {
    (Outcome::Failed, class.to_owned(), detail.into())
}

/// The example contradicts the tables of its own pages.
pub(super) fn contradicts(class: &str, detail: impl Into<String>) -> CallOutcome {
    (Outcome::Contradicts, class.to_owned(), detail.into())
}

/// The text is not an example of a call.
pub(super) fn no_example(class: &str) -> CallOutcome {
    (Outcome::NoExample, class.to_owned(), String::new())
}

impl fmt::Display for ExampleOutcome {
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
