//! Applies the changes to the output folder.

use super::WriteError;
use super::survey::Survey;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How many temporary files of one target are taken for those of other runs.
const MOST_TEMPORARIES: u32 = 1000;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Written {
    /// Files created or replaced.
    pub written: usize,
    /// Files that did not have to change.
    pub unchanged: usize,
    /// Stale files removed.
    pub removed: usize,
}

/// A new text waiting beside the file that it replaces.
struct Staged {
    temporary: PathBuf,
    target: PathBuf,
}

/// Stages all changes, then puts them in place, then removes what is stale. `alone` tells that no other run is at work.
pub(super) fn apply(out: &Path, survey: &Survey<'_>, alone: bool) -> Result<Written, WriteError> {
    let mut staged = Vec::with_capacity(survey.changes.len());
    let mut folders = BTreeSet::new();
    for change in &survey.changes {
        match stage(&out.join(change.path), change.new, &mut folders) {
            Ok(file) => staged.push(file),
            Err(error) => {
                discard(&staged);
                return Err(error);
            }
        }
    }
    for (at, file) in staged.iter().enumerate() {
        if let Err(error) = fs::rename(&file.temporary, &file.target) {
            discard(staged.get(at..).unwrap_or_default());
            return Err(WriteError::io("replace", &file.target)(error));
        }
    }
    let leftovers = survey.leftovers.iter().filter(|_| alone);
    for path in survey.stale.iter().map(|(path, _)| path).chain(leftovers) {
        remove(out, &out.join(path))?;
    }
    Ok(Written {
        written: survey.changes.len(),
        unchanged: survey.unchanged,
        removed: survey.stale.len(),
    })
}

fn stage(target: &Path, text: &str, folders: &mut BTreeSet<PathBuf>) -> Result<Staged, WriteError> {
    let folder = target.parent().unwrap_or(target);
    if folders.insert(folder.to_owned()) {
        fs::create_dir_all(folder).map_err(WriteError::io("create", folder))?;
    }
    let (temporary, mut file) = create(folder, target)?;
    let staged = Staged {
        target: target.to_owned(),
        temporary,
    };
    if let Err(error) = file.write_all(text.as_bytes()) {
        discard(std::slice::from_ref(&staged));
        return Err(WriteError::io("write", target)(error));
    }
    Ok(staged)
}

/// A temporary file that no other run has, on this machine or another one that shares the folder.
fn create(folder: &Path, target: &Path) -> Result<(PathBuf, File), WriteError> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0;
    loop {
        let temporary = folder.join(temporary_name(&name, number));
        // `create_new` follows no link that someone may have put there.
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MOST_TEMPORARIES => number += 1,
            Err(error) => return Err(WriteError::io("create", &temporary)(error)),
        }
    }
}

fn temporary_name(name: &str, number: u32) -> String {
    format!(".{name}.{}-{number}.tmp", std::process::id())
}

/// Whether a file name is that of a temporary file.
pub(super) fn is_temporary(name: &str) -> bool {
    let inner = name.strip_prefix('.').and_then(|name| name.strip_suffix(".tmp"));
    let numbers = inner
        .and_then(|inner| inner.rsplit_once('.'))
        .map(|(_, numbers)| numbers);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    numbers
        .and_then(|numbers| numbers.split_once('-'))
        .is_some_and(|(process, number)| is_number(process) && is_number(number))
}

/// Removes a file and the folders above that are empty then; one that is gone already is fine.
fn remove(out: &Path, path: &Path) -> Result<(), WriteError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(WriteError::io("remove", path)(error)),
        _ => {
            remove_empty_folders(out, path);
            Ok(())
        }
    }
}

/// Best effort: the first error is what the user has to know.
fn discard(staged: &[Staged]) {
    for file in staged {
        let _ = fs::remove_file(&file.temporary);
    }
}

/// Removes the folders above a removed file as long as they are empty; the output folder stays.
fn remove_empty_folders(out: &Path, path: &Path) {
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != out) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}
