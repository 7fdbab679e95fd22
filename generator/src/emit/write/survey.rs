//! Compares the output folder with what it should hold.

use super::apply::is_temporary;
use super::{CRATE_ROOT, Files, MANIFEST, MARKER, MODULE_ROOT, SITE_ROOT, WriteError};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// The folder that holds the sources of a crate. Stale files are looked for in it, beside it, and in the folders that
/// files are written to, nowhere else.
pub(crate) const SOURCES: &str = "src";

/// A file that must be written.
#[derive(Debug)]
pub(super) struct Change<'a> {
    /// Its path below the output folder.
    pub(super) path: &'a str,
    /// Its new text.
    pub(super) new: &'a str,
    /// Its present text; `None` when there is none.
    pub(super) old: Option<String>,
}

/// What has to be done.
#[derive(Debug, Default)]
pub(super) struct Survey<'a> {
    /// Files to write, in path order.
    pub(super) changes: Vec<Change<'a>>,
    /// Stale files with their text, in path order.
    pub(super) stale: Vec<(String, String)>,
    /// Temporary files of other runs: one that is at work, or one that was killed.
    pub(super) leftovers: Vec<String>,
    /// Files that are right already.
    pub(super) unchanged: usize,
}

impl<'a> Survey<'a> {
    /// Looks at everything and writes nothing.
    pub(super) fn of(out: &Path, files: &'a Files) -> Result<Self, WriteError> {
        if !exists(out)? {
            let changes = files.iter().map(|(path, new)| Change { path, new, old: None });
            return Ok(Self {
                changes: changes.collect(),
                ..Self::default()
            });
        }
        refuse_links(out, files)?;
        let listed = manifest(out)?;
        refuse_other(out, files, &listed)?;
        let present = present(out, files)?;
        let found: Result<Vec<_>, _> = files
            .par_iter()
            // Texts that are right already are read into the same memory.
            .map_init(Vec::new, |buffer, (path, new)| match present.get(path) {
                Some(Kind::File) if is_same(&out.join(path), new, buffer) => Ok(None),
                _ => compare(out, path, new, &listed),
            })
            .collect();
        let changes: Vec<_> = found?.into_iter().flatten().collect();
        let unwanted = stale(out, files, present, &listed)?;
        let is_temporary = |(path, _): &(String, String)| is_temporary(path.rsplit('/').next().unwrap_or(path));
        let (leftovers, stale): (Vec<_>, Vec<_>) = unwanted.into_iter().partition(is_temporary);
        Ok(Self {
            unchanged: files.len() - changes.len(),
            changes,
            stale,
            leftovers: leftovers.into_iter().map(|(path, _)| path).collect(),
        })
    }
}

/// Paths must stay inside, and two of them must not be one file where the system does not tell capitals from small
/// letters.
pub(super) fn refuse_bad_paths(files: &Files) -> Result<(), WriteError> {
    let normal = |component: Component<'_>| matches!(component, Component::Normal(_));
    let inside = |path: &str| !path.is_empty() && !path.contains('\\') && Path::new(path).components().all(normal);
    if let Some(path) = files.keys().find(|path| !inside(path)) {
        return Err(WriteError::Outside(path.clone()));
    }
    let mut seen = BTreeMap::new();
    for path in files.keys() {
        if let Some(other) = seen.insert(path.to_lowercase(), path) {
            return Err(WriteError::SameFile(other.clone(), path.clone()));
        }
    }
    Ok(())
}

/// Every folder on the way to a file must be a real folder.
fn refuse_links(out: &Path, files: &Files) -> Result<(), WriteError> {
    let folders: BTreeSet<&Path> = files
        .keys()
        .flat_map(|path| Path::new(path).ancestors().skip(1))
        .collect();
    for folder in folders.into_iter().filter(|folder| !folder.as_os_str().is_empty()) {
        let path = out.join(folder);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => return Err(WriteError::Link(path)),
            Ok(found) if !found.is_dir() => {
                let what = "it is a file, and a folder is needed";
                return Err(WriteError::InTheWay { path, what });
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(WriteError::io("read", &path)(error)),
        }
    }
    Ok(())
}

/// Whether there is an output folder.
pub(super) fn exists(out: &Path) -> Result<bool, WriteError> {
    match fs::metadata(out) {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(_) => Err(WriteError::InTheWay {
            path: out.to_owned(),
            what: "it is a file, and the output folder is needed",
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(WriteError::io("read", out)(error)),
    }
}

/// A site does not replace a crate, nor a crate a site: its files would be taken for stale ones.
fn refuse_other(out: &Path, files: &Files, listed: &BTreeSet<String>) -> Result<(), WriteError> {
    let roots: &[&str] = if files.contains_key(SITE_ROOT) {
        &[CRATE_ROOT, MODULE_ROOT]
    } else {
        &[SITE_ROOT]
    };
    for root in roots {
        let contents = read(&out.join(root)).ok().flatten().unwrap_or_default();
        if is_ours(root, &contents, listed) {
            return Err(WriteError::Other(out.join(root)));
        }
    }
    Ok(())
}

/// Whether a file has this text. One that cannot be read has not.
fn is_same(path: &Path, text: &str, buffer: &mut Vec<u8>) -> bool {
    // With room for one byte more than there should be.
    let wanted = text.len() + 1;
    if buffer.len() < wanted {
        buffer.resize(wanted, 0);
    }
    let (Ok(mut file), Some(buffer)) = (fs::File::open(path), buffer.get_mut(..wanted)) else {
        return false;
    };
    let mut length = 0;
    loop {
        match buffer.get_mut(length..).map(|rest| file.read(rest)) {
            Some(Ok(0)) => return buffer.get(..length) == Some(text.as_bytes()),
            Some(Ok(more)) => length += more,
            Some(Err(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            Some(Err(_)) | None => return false,
        }
    }
}

/// The present file at a path, when it differs; an error when it is not ours.
fn compare<'a>(
    out: &Path,
    path: &'a str,
    new: &'a str,
    listed: &BTreeSet<String>,
) -> Result<Option<Change<'a>>, WriteError> {
    let full = out.join(path);
    let Some(old) = read(&full)? else {
        return Ok(Some(Change { path, new, old: None }));
    };
    if old == new.as_bytes() {
        return Ok(None);
    }
    if !is_ours(path, &old, listed) {
        return Err(WriteError::Foreign(full));
    }
    let old = Some(String::from_utf8_lossy(&old).into_owned());
    Ok(Some(Change { path, new, old }))
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(WriteError::Link(path.to_owned())),
        Ok(found) if !found.is_file() => Err(WriteError::InTheWay {
            path: path.to_owned(),
            what: "it is not a file, and a file must be written there",
        }),
        Ok(_) => fs::read(path).map(Some).map_err(WriteError::io("read", path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteError::io("read", path)(error)),
    }
}

/// Whether the generator wrote a file with these contents.
fn is_ours(path: &str, contents: &[u8], listed: &BTreeSet<String>) -> bool {
    has_marker(contents) || listed.contains(path)
}

fn has_marker(contents: &[u8]) -> bool {
    let first = contents.split(|byte| *byte == b'\n').next().unwrap_or_default();
    first.windows(MARKER.len()).any(|window| window == MARKER.as_bytes())
}

/// The files that the manifest of the last run lists.
fn manifest(out: &Path) -> Result<BTreeSet<String>, WriteError> {
    let contents = read(&out.join(MANIFEST))?.unwrap_or_default();
    if !has_marker(&contents) {
        return Ok(BTreeSet::new());
    }
    let text = String::from_utf8_lossy(&contents);
    Ok(text.lines().skip(1).map(str::to_owned).collect())
}

/// What there is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    /// A folder, a link, or something else.
    Other,
}

/// What is in the output folder, and in the folders that files are written to.
fn present(out: &Path, files: &Files) -> Result<FxHashMap<String, Kind>, WriteError> {
    let beside = WalkDir::new(out).min_depth(1).max_depth(1);
    let is_folder = |path: &PathBuf| fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
    let folders = folders(out, files).into_iter().filter(is_folder);
    let below = folders.flat_map(|folder| WalkDir::new(folder).min_depth(1));
    let mut present = FxHashMap::default();
    for entry in beside.into_iter().chain(below) {
        let entry = entry.map_err(|error| walk_error(error, out))?;
        let kind = if entry.file_type().is_file() {
            Kind::File
        } else {
            Kind::Other
        };
        present.extend(relative(out, entry.path()).map(|path| (path, kind)));
    }
    Ok(present)
}

/// Generated files of an earlier run that are no longer wanted.
fn stale(
    out: &Path,
    files: &Files,
    present: FxHashMap<String, Kind>,
    listed: &BTreeSet<String>,
) -> Result<Vec<(String, String)>, WriteError> {
    let unwanted = present
        .into_iter()
        .filter(|(path, kind)| *kind == Kind::File && !files.contains_key(path));
    let mut paths: Vec<String> = unwanted.map(|(path, _)| path).collect();
    paths.sort();
    let ours: Result<Vec<_>, _> = paths.into_par_iter().map(|path| read_ours(out, path, listed)).collect();
    Ok(ours?.into_iter().flatten().collect())
}

/// The folders that hold nothing but sources: that of a module itself, `src` of a crate, those that a site has files in.
fn folders(out: &Path, files: &Files) -> Vec<PathBuf> {
    if files.contains_key(MODULE_ROOT) {
        return vec![out.to_owned()];
    }
    let first = files.keys().filter_map(|path| path.split_once('/'));
    let names: BTreeSet<&str> = first.map(|(name, _)| name).chain([SOURCES]).collect();
    names.into_iter().map(|name| out.join(name)).collect()
}

fn walk_error(error: walkdir::Error, out: &Path) -> WriteError {
    let path = error.path().map_or_else(|| out.to_owned(), PathBuf::from);
    let source = error
        .into_io_error()
        .unwrap_or_else(|| io::Error::other("the folder contains itself"));
    WriteError::Io {
        action: "list",
        path,
        source,
    }
}

/// The path below the output folder with `/` between its parts; `None` for a name that is no UTF-8.
fn relative(out: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(out).ok()?.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Reads no more of a foreign file than its beginning.
fn read_ours(out: &Path, path: String, listed: &BTreeSet<String>) -> Result<Option<(String, String)>, WriteError> {
    let full = out.join(&path);
    // A foreign file that cannot be read is none of our business.
    let Ok(mut file) = fs::File::open(&full) else {
        return Ok(None);
    };
    let mut contents = Vec::new();
    let mut take = |limit: u64| file.by_ref().take(limit).read_to_end(&mut contents);
    take(512).map_err(WriteError::io("read", &full))?;
    let mut rest = Vec::new();
    if !is_ours(&path, &contents, listed) {
        return Ok(None);
    }
    file.read_to_end(&mut rest).map_err(WriteError::io("read", &full))?;
    contents.append(&mut rest);
    Ok(Some((path, String::from_utf8_lossy(&contents).into_owned())))
}
