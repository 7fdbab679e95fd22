//! Findings for other programs.

mod github;
mod json;
mod sarif;
mod uri;

pub use github::github;
pub use json::json;
pub use sarif::{MOST_RESULTS, sarif};

use super::{Finding, Report};
use crate::source::{Severity, SourceMap};

/// A report, the files that it is about, and how paths of files begin from where the reader stands.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// What was found.
    pub report: &'a Report,
    /// The files.
    pub sources: &'a SourceMap,
    /// Stands before every path; empty for paths below the docs root.
    pub folder: &'a str,
}

impl Shown<'_> {
    fn path(&self, finding: &Finding) -> String {
        self.path_of(finding.diagnostic.span)
    }

    fn path_of(&self, span: crate::source::Span) -> String {
        format!("{}{}", self.folder, self.sources.path(span.file))
    }
}

/// How many findings there are of each severity.
pub fn counts(report: &Report) -> [(Severity, usize); 3] {
    let count = |severity| {
        report
            .findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    [Severity::Error, Severity::Warning, Severity::Note].map(|severity| (severity, count(severity)))
}
