//! Changes as text, for people and for other programs.

mod advice;
mod github;
mod json;
mod markdown;
mod members;
mod program;
mod sarif;
mod surface;
mod table;
mod text;
mod words;

pub use github::github;
pub use json::json;
pub use markdown::markdown;
pub use sarif::sarif;
pub use surface::surface;
pub use text::text;

use super::{Change, Place};
use crate::model::Version;
use std::collections::BTreeMap;

/// The paths of one side's files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paths {
    /// Prefix of every path, with a final slash.
    pub prefix: String,
    /// The prefix as seen from the top of the repository, if the files are in one.
    pub repository: Option<String>,
    /// Paths below the docs root by version and path below the version folder.
    pub files: BTreeMap<(Version, String), String>,
}

impl Paths {
    /// The path of a place, or `VERSION/FILE` if the files are not available.
    fn of(&self, version: &Version, place: &Place, prefix: &str) -> String {
        let known = self.files.get(&(version.clone(), place.file.clone()));
        match known {
            Some(path) => format!("{prefix}{path}"),
            None if self.files.is_empty() && !place.is_in_include() => format!("{version}/{}", place.file),
            // Includes have their path below the docs root already.
            None if place.is_in_include() => format!("{prefix}{}", place.file),
            None => format!("{prefix}{}{}", self.folder(version), place.file),
        }
    }

    /// The folder of a version, for a page that could not be read.
    fn folder(&self, version: &Version) -> &str {
        let mut own = self.files.iter().filter(|((other, _), _)| other == version);
        let folder = own.find_map(|((_, page), path)| path.strip_suffix(page.as_str()));
        folder.unwrap_or_default()
    }
}

/// The files of both sides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sides {
    /// The baseline.
    pub baseline: Paths,
    /// After.
    pub current: Paths,
}

impl Sides {
    /// The path and line of a change as seen from the current directory: on the current side, or on the baseline for what
    /// is gone.
    fn place(&self, change: &Change) -> Option<(String, u32)> {
        let (paths, place) = self.side(change)?;
        Some((paths.of(&change.version, place, &paths.prefix), place.line))
    }

    /// The same as seen from the top of the repository, which GitHub and code scanning want.
    fn place_in_repository(&self, change: &Change) -> Option<(String, u32)> {
        let (paths, place) = self.side(change)?;
        let prefix = paths.repository.as_ref().unwrap_or(&paths.prefix);
        Some((paths.of(&change.version, place, prefix), place.line))
    }

    fn side<'s>(&'s self, change: &'s Change) -> Option<(&'s Paths, &'s Place)> {
        let current = change.current.as_ref().map(|place| (&self.current, place));
        current.or(change.baseline.as_ref().map(|place| (&self.baseline, place)))
    }
}
