//! The docs root as bytes: which files are pages, which are includes, and their decoded text.
//!
//! Nothing here looks inside a page. A [`Root`] says where pages come from, and [`Docs::load`] lists and reads them. A
//! file that cannot be read is a diagnostic. An error means that there are no pages at all.

mod corrections;
mod decode;
mod defect;
mod git;
mod include;
mod layout;
mod load;
mod profile;
mod read;
mod root;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use corrections::Unapplied;
pub use corrections::{Corrections, CorrectionsError};
pub use git::{GitError, History, Revision, Step, last_change};
pub use include::{IncludeError, IncludeTrail, resolve_include};
pub use layout::{Folder, is_version};
pub(crate) use profile::GRAPH;
pub use profile::Profile;
pub use root::{Root, RootError};

use crate::model::Version;
use crate::source::{Diagnostic, FileId, SourceMap};
use std::sync::Arc;

/// The files of a docs root.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// Pages and includes. A file that could not be read has an empty text, so that its diagnostic has a place.
    pub sources: SourceMap,
    /// The pages, in path order.
    pub pages: Vec<PageFile>,
    /// What kind of set they are.
    pub profile: Profile,
    /// Every other file that was found, in path order, except includes.
    pub skipped: Vec<SkippedFile>,
    /// What is wrong with files as bytes, in path order.
    pub diagnostics: Vec<Diagnostic>,
    /// How many corrections changed a page.
    pub corrections: usize,
    /// Corrections that should have and did not.
    pub(crate) unapplied: Vec<Unapplied>,
}

/// A file that is a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFile {
    /// Its text in [`Docs::sources`].
    pub file: FileId,
    /// The version that its folder names; `None` for loose pages.
    pub version: Option<Version>,
    /// The kind of folder that it is in.
    pub folder: Folder,
    /// The path below the version folder, as used in `Origin::file`: `resources/group.md`. For loose pages the path
    /// below the root.
    pub path: Arc<str>,
}

/// A file that is neither page nor include.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedFile {
    /// Path below the docs root.
    pub path: String,
    /// Why it is not read.
    pub reason: String,
}
