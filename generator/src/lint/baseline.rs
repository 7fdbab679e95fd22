//! Findings that are known, so that only new ones are told.

use super::{Finding, Report, fingerprints};
use crate::source::SourceMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use thiserror::Error;

/// A file of known findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    format: u32,
    findings: Vec<Known>,
}

/// A finding of the file. Only its fingerprint counts; the rest is for people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    file: String,
    id: String,
    message: String,
    fingerprint: String,
}

/// Why a file of known findings cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BaselineError {
    /// It is not such a file.
    #[error("{0}")]
    Form(#[from] serde_json::Error),
    /// A later version of this program wrote it.
    #[error("it has the format {0}, and this program knows format 1")]
    Format(u32),
}

const FORMAT: u32 = 1;

impl Baseline {
    /// Reads the text of such a file.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let baseline: Self = serde_json::from_str(text)?;
        if baseline.format == FORMAT {
            Ok(baseline)
        } else {
            Err(BaselineError::Format(baseline.format))
        }
    }

    /// A file that knows these findings.
    pub fn of(findings: &[Finding], sources: &SourceMap) -> Self {
        let prints = fingerprints(findings, sources);
        let known = findings.iter().zip(prints).map(|(finding, fingerprint)| Known {
            file: sources.path(finding.diagnostic.span.file).to_owned(),
            id: finding.id().to_owned(),
            message: finding.diagnostic.message.clone(),
            fingerprint,
        });
        let mut findings: Vec<Known> = known.collect();
        findings.sort();
        Self {
            format: FORMAT,
            findings,
        }
    }

    /// Its text.
    pub fn text(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Leaves only those findings in a report that the file does not know.
    pub fn apply(&self, report: &mut Report, sources: &SourceMap) {
        let known: BTreeSet<&str> = self.findings.iter().map(|known| known.fingerprint.as_str()).collect();
        let prints = fingerprints(&report.findings, sources);
        let findings = std::mem::take(&mut report.findings).into_iter().zip(prints);
        let (old, new): (Vec<_>, Vec<_>) = findings.partition(|(_, print)| known.contains(print.as_str()));
        report.known = old.into_iter().map(|(finding, _)| finding).collect();
        report.findings = new.into_iter().map(|(finding, _)| finding).collect();
    }
}
