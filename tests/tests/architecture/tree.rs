//! The files of the workspace.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust file of a folder of the workspace, sorted.
pub(crate) fn sources(folder: &str) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name();
    let files = files.into_iter().map(|entry| entry.unwrap().into_path());
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

pub(crate) fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// The path below the workspace, with slashes on every system.
pub(crate) fn shown(file: &Path) -> String {
    let parts = file.strip_prefix(root()).unwrap().iter();
    parts.map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// Whether the whole file is tests.
pub(crate) fn is_test(file: &Path) -> bool {
    let path = shown(file);
    path.split('/').any(|part| part == "tests") || path.ends_with("tests.rs")
}

/// The first folder below `generator/src`, or the file there.
pub(crate) fn module_of(file: &Path) -> String {
    let path = shown(file);
    let below = path.strip_prefix("generator/src/").unwrap();
    let first = below.split('/').next().unwrap();
    first.trim_end_matches(".rs").to_owned()
}
