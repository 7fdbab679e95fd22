//! What became of one fact of a page: read, guessed, or left unread, with the reason and the place.

use crate::source::{Code, Diagnostic, Span};
use serde::Serialize;
use std::fmt;

/// A kind of fact that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the fact of that name")]
pub enum Fact {
    Type,
    BaseType,
    Property,
    PropertyType,
    Enum,
    Member,
    InlineValues,
    Route,
    PermissionTable,
    PermissionCell,
    Parameter,
    Response,
    Example,
    Include,
    Clouds,
}

/// Why a fact was guessed or not read.
#[derive(Debug, PartialEq, Eq)]
pub struct Reason {
    /// The kind of fact that it is about.
    pub fact: Fact,
    /// The reason in a few words.
    pub words: &'static str,
    /// The diagnostic that every fact with this reason gives: its code and its message. Without one, facts are counted
    /// and listed only.
    pub finding: Option<(&'static Code, &'static str)>,
}

impl Reason {
    /// A reason that gives no diagnostic.
    pub const fn new(fact: Fact, words: &'static str) -> Self {
        Self {
            fact,
            words,
            finding: None,
        }
    }

    /// The same reason with a diagnostic for each fact.
    pub const fn told(self, code: &'static Code, message: &'static str) -> Self {
        Self {
            finding: Some((code, message)),
            ..self
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words)
    }
}

/// A fact that was not simply read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Inferred, for the reason.
    Guessed(&'static Reason, Span),
    /// On the page and not read, for the reason.
    Unread {
        /// Why.
        reason: &'static Reason,
        /// Where.
        span: Span,
        /// What stands there: the header of a table, a cell, a line, shortened. Empty where nothing does.
        words: String,
    },
}

impl Outcome {
    /// A fact that was not read; its words are shortened.
    pub(super) fn unread(reason: &'static Reason, span: Span, words: &str) -> Self {
        let words = shortened(words);
        Self::Unread { reason, span, words }
    }

    /// Why it was not simply read.
    pub fn reason(&self) -> &'static Reason {
        match self {
            Self::Guessed(reason, _) | Self::Unread { reason, .. } => reason,
        }
    }

    /// Where.
    pub fn span(&self) -> Span {
        match self {
            Self::Guessed(_, span) | Self::Unread { span, .. } => *span,
        }
    }

    /// The diagnostic that the reason asks for.
    pub(super) fn diagnostic(&self) -> Option<Diagnostic> {
        let (code, message) = self.reason().finding?;
        Some(Diagnostic::new(code, self.span(), message))
    }
}

/// How many characters of the words are kept.
const LENGTH: usize = 80;

fn shortened(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    match short.char_indices().nth(LENGTH) {
        Some((end, _)) => {
            short.truncate(end);
            short + "..."
        }
        None => short,
    }
}
