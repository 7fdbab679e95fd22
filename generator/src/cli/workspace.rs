//! Finds the folder that a run without paths works on.

use super::config::FILE_NAME;
use std::path::{Path, PathBuf};

/// The folder of pages in a workspace.
pub(super) const DOCS: &str = "docs-src";
/// The folder of the emitted crate in a workspace.
pub(super) const OUT: &str = "generated";

/// The nearest folder, from `directory` upwards, that holds `docs-src/` or `generator.toml`.
pub(super) fn find(directory: &Path) -> Option<PathBuf> {
    let is_root = |folder: &&Path| folder.join(DOCS).is_dir() || folder.join(FILE_NAME).is_file();
    directory.ancestors().find(is_root).map(Path::to_path_buf)
}
