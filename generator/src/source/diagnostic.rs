//! A finding about the pages, in rustc's terms.

use super::{Code, Span};

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Part of a page could not be used.
    Error,
    /// Something was guessed, or looks wrong in the page.
    Warning,
    /// Worth knowing; nothing was lost.
    Note,
    /// A difference between two states of the pages. How much it matters depends on the item.
    Change,
}

impl Severity {
    /// The word for it: `error`, `warning`, `note`, `change`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Change => "change",
        }
    }
}

/// A second place that a diagnostic points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// One finding: what it is, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is; the kind says how much it matters.
    pub code: &'static Code,
    /// One sentence without a full stop.
    pub message: String,
    /// The place that it is about.
    pub span: Span,
    /// Other places.
    pub labels: Vec<Label>,
    /// What the author of the page can do.
    pub help: Option<String>,
    /// What should stand in the place, where that is clear.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A finding at `span`.
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            span,
            labels: Vec::new(),
            help: None,
            suggestion: None,
        }
    }

    /// Its severity.
    pub fn severity(&self) -> Severity {
        self.code.severity
    }

    /// Adds advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what should stand in the place.
    pub(crate) fn suggest(mut self, text: impl Into<String>) -> Self {
        self.suggestion = Some(text.into());
        self
    }

    /// Adds another place.
    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            message: message.into(),
        });
        self
    }
}
