//! What can be wrong with a file before anybody looks inside.

use crate::source::{Diagnostic, FileId, Severity, Span};
use std::ops::Range;

/// A finding about a file that has no [`FileId`] yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Defect {
    severity: Severity,
    code: &'static str,
    message: String,
    help: &'static str,
    /// The bytes of the decoded text that it is about.
    range: Range<usize>,
}

impl Defect {
    /// The file is not used at all.
    pub(super) fn rejected(code: &'static str, message: impl Into<String>, help: &'static str) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            help,
            range: 0..0,
        }
    }

    /// The file is used; something in it was repaired.
    pub(super) fn repaired(code: &'static str, message: impl Into<String>, help: &'static str) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::rejected(code, message, help)
        }
    }

    /// Worth knowing; no page was lost.
    pub(super) fn noted(code: &'static str, message: impl Into<String>, help: &'static str) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::rejected(code, message, help)
        }
    }

    /// Says which bytes it is about.
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
        let diagnostic = match self.severity {
            Severity::Error => Diagnostic::error(self.code, span, self.message),
            Severity::Warning => Diagnostic::warning(self.code, span, self.message),
            Severity::Note => Diagnostic::note(self.code, span, self.message),
        };
        diagnostic.help(self.help)
    }
}
