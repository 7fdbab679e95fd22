//! A finding, and what would put it right.

use crate::source::codes::name::UNKNOWN_SCOPE;
use crate::source::{Code, Diagnostic, Severity, Span};

/// A diagnostic with a severity of its own and, perhaps, a fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is, where, and what to do about it.
    pub diagnostic: Diagnostic,
    /// How much it matters: that of its code, unless the settings say otherwise.
    pub severity: Severity,
    /// What would put it right.
    pub fix: Option<Fix>,
}

/// A change of the pages that puts a finding right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Whether nobody has to look at the result.
    pub safe: bool,
    /// Sorted, and apart from each other.
    pub edits: Vec<Edit>,
}

/// A place of a page, and what has to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where something is put in.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Fix {
    /// Both; safe if both are.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.safe &= other.safe;
        self.edits.extend(other.edits);
        self.edits.sort_by_key(|edit| edit.span);
        self.edits.dedup();
        self
    }
}

impl From<Diagnostic> for Finding {
    fn from(diagnostic: Diagnostic) -> Self {
        let fix = diagnostic.suggestion.as_ref().map(|text| Fix {
            // The spelling of most pages can be the wrong one.
            safe: diagnostic.code.id != UNKNOWN_SCOPE.id,
            edits: vec![Edit {
                span: diagnostic.span,
                text: text.clone(),
            }],
        });
        Self {
            severity: diagnostic.severity(),
            diagnostic,
            fix,
        }
    }
}

impl Finding {
    /// A finding at `span`.
    pub(super) fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Self::from(Diagnostic::new(code, span, message))
    }

    /// Adds advice.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.help(help);
        self
    }

    /// Adds another place.
    pub(super) fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.label(span, message);
        self
    }

    /// Puts `text` into the place of `span`; nobody has to look at the result.
    pub(super) fn fix(self, span: Span, text: impl Into<String>) -> Self {
        self.edit(true, span, text)
    }

    /// The same for a change that an author has to complete or to check.
    pub(super) fn unsafe_fix(self, span: Span, text: impl Into<String>) -> Self {
        self.edit(false, span, text)
    }

    /// The same at several places.
    pub(super) fn fix_all(mut self, edits: impl IntoIterator<Item = (Span, String)>) -> Self {
        let edits = edits.into_iter().map(|(span, text)| Edit { span, text }).collect();
        self.fix = Some(Fix { safe: true, edits });
        self
    }

    fn edit(mut self, safe: bool, span: Span, text: impl Into<String>) -> Self {
        let edits = vec![Edit {
            span,
            text: text.into(),
        }];
        self.fix = Some(Fix { safe, edits });
        self
    }

    /// The kind.
    pub fn id(&self) -> &'static str {
        self.diagnostic.code.id
    }

    /// What findings are sorted by.
    pub(super) fn order(&self) -> (Span, &'static str, &str) {
        (self.diagnostic.span, self.id(), &self.diagnostic.message)
    }
}
