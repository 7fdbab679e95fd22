//! What is wrong with the pages: rules over one page and over the set, with fixes.
//!
//! A rule reads and never changes anything. [`lint`] runs all of them, then takes out what the author of a page suppressed
//! and what the settings leave out. Rules of other stages, the [diagnostics](crate::source::Diagnostic) of reading, are
//! findings too.

mod baseline;
mod documented;
mod files;
mod finding;
mod fingerprint;
mod fix;
mod known;
mod metadata;
mod pages;
mod place;
pub mod render;
mod rules;
mod settings;
mod suppress;

pub use baseline::{Baseline, BaselineError};
pub use finding::{Edit, Finding, Fix};
pub use fingerprint::fingerprints;
pub use fix::{edits, fixed};
pub use metadata::{Metadata, MetadataError, corrections};
pub use pages::Set;
pub use settings::{Settings, SettingsError};
pub use suppress::Suppressed;

use crate::source::Diagnostic;

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// Sorted by place, then id.
    pub findings: Vec<Finding>,
    /// How many findings comments of the pages suppress.
    pub suppressed: usize,
    /// How many findings are in the baseline.
    pub baselined: usize,
}

/// Everything that is wrong with the pages, as far as the settings ask for it. `reading` are the diagnostics of reading
/// them; with `metadata`, the pages are also held against that.
pub fn lint(set: &Set<'_>, reading: &[Diagnostic], metadata: Option<&Metadata>, settings: &Settings) -> Report {
    let mut findings: Vec<Finding> = reading.iter().cloned().map(Finding::from).collect();
    findings.extend(rules::run(set));
    findings.extend(metadata.into_iter().flat_map(|metadata| metadata::check(set, metadata)));
    let Suppressed { findings, count } = suppress::apply(set, findings);
    let mut findings = settings.apply(findings, set.sources());
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings.dedup_by(|a, b| a.diagnostic == b.diagnostic);
    Report {
        findings,
        suppressed: count,
        baselined: 0,
    }
}
