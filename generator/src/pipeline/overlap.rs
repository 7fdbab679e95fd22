//! Keeps the output out of the pages.

use super::Error;
use crate::emit::write::SOURCES;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

/// Refuses an output folder whose files would be read as pages, or written among them. Symbolic links and `..` are
/// followed. A docs root that is not on disk, such as a revision, is never in the way.
pub(super) fn refuse(docs: &Path, out: &Path) -> Result<(), Error> {
    let Ok(pages) = docs.canonicalize() else {
        return Ok(());
    };
    let folder = resolved(out);
    if folder.starts_with(&pages) || pages.starts_with(folder.join(SOURCES)) {
        return Err(Error::Overlap {
            docs: docs.to_owned(),
            out: out.to_owned(),
        });
    }
    Ok(())
}

/// A path without links and `..`, also where its end does not exist yet.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing: Vec<OsString> = Vec::new();
    for existing in path.ancestors() {
        if let Ok(found) = existing.canonicalize() {
            return missing.iter().rev().fold(found, join);
        }
        if let Some(part) = existing.components().next_back() {
            missing.push(part.as_os_str().to_owned());
        }
    }
    path
}

fn join(mut path: PathBuf, part: &OsString) -> PathBuf {
    match Path::new(part).components().next() {
        Some(Component::ParentDir) => {
            path.pop();
        }
        Some(Component::CurDir) => {}
        _ => path.push(part),
    }
    path
}
