//! Applies the changes to the output folder.

use super::WriteError;
use super::survey::Survey;
use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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

/// Stages all changes, then puts them in place, then removes what is stale.
pub(super) fn apply(out: &Path, survey: &Survey<'_>) -> Result<Written, WriteError> {
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
    for (path, _) in &survey.stale {
        let path = out.join(path);
        fs::remove_file(&path).map_err(WriteError::io("remove", &path))?;
        remove_empty_folders(out, &path);
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
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    // Left over from a run that was killed; ours by its name, and never a folder.
    let _ = fs::remove_file(&temporary);
    // `create_new` follows no link that someone may have put there.
    let file = OpenOptions::new().write(true).create_new(true).open(&temporary);
    let mut file = file.map_err(WriteError::io("create", &temporary))?;
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
