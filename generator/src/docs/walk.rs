//! Lists the files of a docs root. Links that lead out of the root are not followed.

use super::defect::Defect;
use super::read::unreadable;
use crate::source::codes::file::NOT_A_FILE;
use crate::source::codes::link;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// One file, or something else in the place of a file.
#[derive(Debug)]
pub(super) struct Entry {
    /// Path below the docs root, with `/`.
    pub(super) path: String,
    /// Its bytes, or where they are.
    pub(super) storage: Storage,
    /// Why it is not read.
    pub(super) defect: Option<Defect>,
    /// Whether it is a folder that was not entered.
    pub(super) is_folder: bool,
}

/// The bytes of a file, or where they are.
#[derive(Debug)]
pub(super) enum Storage {
    /// A file on disk.
    Disk(PathBuf),
    /// An object of a git repository.
    Object(String),
    /// The bytes.
    Bytes(Vec<u8>),
}

impl Storage {
    /// The name of an object that has not been read.
    pub(super) fn object(&self) -> Option<&str> {
        match self {
            Self::Object(id) => Some(id),
            Self::Disk(_) | Self::Bytes(_) => None,
        }
    }
}

/// Every file below `start`, a folder or file inside `base`, in any order.
pub(super) fn list(base: &Path, start: &Path) -> Vec<Entry> {
    let walk = WalkDir::new(start).follow_links(false);
    let entries = walk.into_iter().filter_entry(|entry| !is_pruned(entry));
    entries.filter_map(|entry| to_entry(base, entry)).collect()
}

/// Hidden folders (`.git`) hold no docs. `includes/snippets` holds tens of thousands of code samples in other languages
/// that pages show in tabs; no fact is read from them.
fn is_pruned(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let parent = entry.path().parent().and_then(Path::file_name);
    let hidden = name.to_str().is_some_and(|name| name.starts_with('.'));
    entry.depth() > 0 && (hidden || name == "snippets" && parent.is_some_and(|parent| parent == "includes"))
}

fn to_entry(base: &Path, entry: walkdir::Result<DirEntry>) -> Option<Entry> {
    let (location, defect, is_folder) = match entry {
        Ok(entry) => {
            let kind = entry.file_type();
            if kind.is_dir() {
                return None;
            }
            let location = entry.into_path();
            if kind.is_symlink() {
                let (defect, is_folder) = check_link(base, &location);
                (location, defect, is_folder)
            } else {
                let defect = (!kind.is_file()).then(not_a_file);
                (location, defect, false)
            }
        }
        Err(error) => {
            let location = error.path()?.to_path_buf();
            let reason = error.into_io_error()?;
            (location, Some(unreadable(&reason)), true)
        }
    };
    let path = relative(base, &location)?;
    Some(Entry {
        path,
        storage: Storage::Disk(location),
        defect,
        is_folder,
    })
}

fn not_a_file() -> Defect {
    Defect::new(&NOT_A_FILE, "is not a regular file", "only regular files are read")
}

/// A link to a file inside the root is read like the file; every other link is reported. The flag says whether the
/// link leads to a folder, or nowhere.
fn check_link(base: &Path, link: &Path) -> (Option<Defect>, bool) {
    const HELP: &str = "put the file itself in the docs root";
    let target = match link.canonicalize() {
        Ok(target) => target,
        Err(error) => return (Some(unreadable(&error)), true),
    };
    if !target.starts_with(base) {
        let message = "the symbolic link leaves the docs root and was not followed";
        return (Some(Defect::new(&link::OUTSIDE_ROOT, message, HELP)), target.is_dir());
    }
    if link.starts_with(&target) {
        let message = "the symbolic link leads to a folder that contains it (a loop) and was not followed";
        return (Some(Defect::new(&link::LOOP, message, "remove the link")), true);
    }
    if target.is_dir() {
        let message = "the symbolic link to a folder was not followed";
        let help = "the pages of the folder are read where they are";
        return (Some(Defect::new(&link::TO_FOLDER, message, help)), true);
    }
    ((!target.is_file()).then(not_a_file), false)
}

/// The path below the root; `None` for the root itself. A name that is not UTF-8 has U+FFFD in it.
fn relative(base: &Path, location: &Path) -> Option<String> {
    let below = location.strip_prefix(base).ok()?;
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}
