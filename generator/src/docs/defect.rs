//! What can be wrong with a file as bytes.

use crate::source::{Code, Diagnostic, FileId, Span};
use std::ops::Range;

/// A finding about a file that has no [`FileId`] yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Defect {
    code: &'static Code,
    message: String,
    help: &'static str,
    /// The bytes of the decoded text that the finding is about.
    range: Range<usize>,
}

impl Defect {
    /// A finding about the whole file.
    pub(super) fn new(code: &'static Code, message: impl Into<String>, help: &'static str) -> Self {
        Self {
            code,
            message: message.into(),
            help,
            range: 0..0,
        }
    }

    /// Sets the bytes that the finding is about.
    pub(super) fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }

    /// What is wrong, in one sentence.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    /// The finding with its place.
    pub(super) fn into_diagnostic(self, file: FileId) -> Diagnostic {
        let span = Span::new(file, self.range.start, self.range.end);
        Diagnostic::new(self.code, span, self.message).help(self.help)
    }
}
