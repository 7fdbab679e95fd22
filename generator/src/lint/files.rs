//! Which files a docs root has.

use crate::docs::Docs;
use rustc_hash::FxHashSet;

/// The files, letter case aside: the website does not tell capitals from small letters.
pub(super) struct Files {
    paths: FxHashSet<String>,
    /// The folders that pages were read from.
    folders: FxHashSet<String>,
}

impl Files {
    pub(super) fn of(docs: &Docs) -> Self {
        let read = docs.sources.iter().map(|(_, file)| file.path.as_str());
        let skipped = docs.skipped.iter().map(|file| file.path.as_str());
        let lower = |path: &str| path.to_lowercase();
        let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_lowercase());
        Self {
            paths: read.chain(skipped).map(lower).collect(),
            folders: docs.sources.iter().filter_map(|(_, file)| folder(&file.path)).collect(),
        }
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.paths.contains(&path.to_lowercase())
    }

    /// Whether other files of the path's folder were read.
    pub(super) fn knows_folder(&self, path: &str) -> bool {
        let folder = path.rsplit_once('/').map(|(folder, _)| folder.to_lowercase());
        folder.is_some_and(|folder| self.folders.contains(&folder))
    }
}
