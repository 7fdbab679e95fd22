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
mod reference;
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
pub use reference::KnownPermissions;
pub use settings::{Settings, SettingsError};
pub use suppress::Suppressed;

use crate::source::codes::property::SKIPPED_ROW;
use crate::source::{Diagnostic, SourceMap};

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// Sorted by place, then id.
    pub findings: Vec<Finding>,
    /// How many findings comments of the pages suppress.
    pub suppressed: usize,
    /// The findings that the baseline has, in the same order.
    pub known: Vec<Finding>,
}

/// Other sources that the pages are held against.
#[derive(Debug, Clone, Copy, Default)]
pub struct Against<'a> {
    /// What the service publishes about itself.
    pub metadata: Option<&'a Metadata>,
    /// Which permissions there are.
    pub permissions: Option<&'a KnownPermissions>,
}

/// Everything that is wrong with the pages, as far as the settings ask for it. `reading` are the diagnostics of reading
/// them; they are also held against other sources.
pub fn lint(set: &Set<'_>, reading: &[Diagnostic], against: Against<'_>, settings: &Settings) -> Report {
    let wrong = reading.iter().filter(|diagnostic| !is_label(diagnostic, set.sources()));
    let mut findings: Vec<Finding> = wrong.cloned().map(Finding::from).collect();
    findings.extend(rules::run(set));
    findings.extend(
        against
            .metadata
            .into_iter()
            .flat_map(|metadata| metadata::check(set, metadata)),
    );
    findings.extend(
        against
            .permissions
            .into_iter()
            .flat_map(|known| reference::check(set, known)),
    );
    let Suppressed { findings, count } = suppress::apply(set, findings);
    let mut findings = settings.apply(findings, set.sources());
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings.dedup_by(|a, b| a.diagnostic == b.diagnostic);
    Report {
        findings,
        suppressed: count,
        known: Vec::new(),
    }
}

/// `|**Onboarding**|`: a label for the rows below it. It is told that it is not read, and nothing is wrong with it.
fn is_label(diagnostic: &Diagnostic, sources: &SourceMap) -> bool {
    let row = sources.text(diagnostic.span).trim();
    let mut cells = row.split('|').map(str::trim).filter(|cell| !cell.is_empty());
    diagnostic.code.id == SKIPPED_ROW.id
        && cells.next().is_some_and(|cell| cell.starts_with("**"))
        && cells.next().is_none()
}
