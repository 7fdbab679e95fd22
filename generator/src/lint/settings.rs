//! Which findings are wanted, and how much they matter.

use super::Finding;
use crate::source::codes::{self, Code};
use crate::source::{Finder, Severity, SourceMap};
use globset::{GlobBuilder, GlobMatcher};
use std::collections::BTreeMap;
use thiserror::Error;

/// What is asked for. Everything that is on by default, when nothing is said.
#[derive(Debug, Default)]
pub struct Settings {
    select: Vec<String>,
    ignore: Vec<String>,
    severities: BTreeMap<String, Severity>,
    per_path: Vec<(GlobMatcher, Vec<String>)>,
}

/// Why settings cannot be used.
#[derive(Debug, Clone, Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// No code has this id.
    #[error("there is no code `{0}`")]
    UnknownId(String),
    /// Not `error`, `warning` or `note`.
    #[error("`{0}` is no severity")]
    UnknownSeverity(String),
    /// A pattern of paths that is none.
    #[error("`{0}` is no pattern of paths")]
    Pattern(String),
}

impl SettingsError {
    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            Self::UnknownId(_) => {
                "`generator explain` lists all codes; `json-*` stands for all that begin so".to_owned()
            }
            Self::UnknownSeverity(_) => "write `error`, `warning` or `note`".to_owned(),
            Self::Pattern(_) => "write a path below the docs root; `*` stands for any text".to_owned(),
        }
    }
}

impl Settings {
    /// Looks only for these ids, also where they are off by default. `all` stands for every one, `json-*` for those that begin
    /// so.
    pub fn select(mut self, ids: &[String]) -> Result<Self, SettingsError> {
        ids.iter().try_for_each(|id| known(id))?;
        self.select.extend(ids.iter().cloned());
        Ok(self)
    }

    /// Does not look for these.
    pub fn ignore(mut self, ids: &[String]) -> Result<Self, SettingsError> {
        ids.iter().try_for_each(|id| known(id))?;
        self.ignore.extend(ids.iter().cloned());
        Ok(self)
    }

    /// An id matters as much as this.
    pub fn severity(mut self, id: &str, severity: &str) -> Result<Self, SettingsError> {
        known(id)?;
        let severity = severity_of(severity)?;
        self.severities.insert(id.to_owned(), severity);
        Ok(self)
    }

    /// Does not look for these ids in files whose path below the docs root matches a pattern.
    pub fn ignore_in(mut self, pattern: &str, ids: &[String]) -> Result<Self, SettingsError> {
        ids.iter().try_for_each(|id| known(id))?;
        let glob = GlobBuilder::new(pattern).build();
        let glob = glob.map_err(|_| SettingsError::Pattern(pattern.to_owned()))?;
        self.per_path.push((glob.compile_matcher(), ids.to_vec()));
        Ok(self)
    }

    /// The findings that are wanted.
    pub(super) fn apply(&self, findings: Vec<Finding>, sources: &SourceMap) -> Vec<Finding> {
        let wanted = |finding: &Finding| {
            self.wants(finding.diagnostic.code)
                && !self.ignored_in(sources.path(finding.diagnostic.span.file), finding.id())
        };
        let mut findings = findings;
        findings.retain(wanted);
        for finding in &mut findings {
            if let Some(severity) = self.severity_for(finding.id()) {
                finding.severity = severity;
            }
        }
        findings
    }

    /// Whether a code is looked for.
    pub fn wants(&self, code: &Code) -> bool {
        let selected = if self.select.is_empty() {
            code.finder != Finder::OnRequest
        } else {
            self.select.iter().any(|pattern| stands_for(pattern, code.id))
        };
        selected && !self.ignore.iter().any(|pattern| stands_for(pattern, code.id))
    }

    fn ignored_in(&self, path: &str, id: &str) -> bool {
        let mut matching = self.per_path.iter().filter(|(glob, _)| glob.is_match(path));
        matching.any(|(_, ids)| ids.iter().any(|pattern| stands_for(pattern, id)))
    }

    fn severity_for(&self, id: &str) -> Option<Severity> {
        let stated = self.severities.get(id).copied();
        let pattern = |(pattern, severity): (&String, &Severity)| stands_for(pattern, id).then_some(*severity);
        stated.or_else(|| self.severities.iter().find_map(pattern))
    }
}

/// A severity from a flag or a settings file.
pub(super) fn severity_of(word: &str) -> Result<Severity, SettingsError> {
    let all = [Severity::Error, Severity::Warning, Severity::Note];
    let found = all.into_iter().find(|severity| severity.name() == word);
    found.ok_or_else(|| SettingsError::UnknownSeverity(word.to_owned()))
}

/// Whether an id, or the beginning of one with `*` behind it, stands for an id.
fn stands_for(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => id.starts_with(start),
        None => pattern == "all" || pattern == id,
    }
}

fn known(pattern: &str) -> Result<(), SettingsError> {
    let stands = |code: &&Code| code.severity != Severity::Change && stands_for(pattern, code.id);
    let found = codes::all().into_iter().any(|code| stands(&code));
    found
        .then_some(())
        .ok_or_else(|| SettingsError::UnknownId(pattern.to_owned()))
}
