//! One run at a time writes to an output folder.

use super::WriteError;
use super::survey::exists;
use fd_lock::RwLock;
use same_file::Handle;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;
use std::time::Duration;

/// The file that a run locks while it writes. The system releases the lock of a run that was killed, so a file that is
/// left over stops nobody; the next run takes it and removes it.
const LOCK: &str = ".generator.lock";

/// How often an open is tried again on Windows, where a file that is being removed cannot be opened.
const ATTEMPTS: u32 = if cfg!(windows) { 50 } else { 0 };

/// Does `work` while no other run writes to the folder, which is created when it is missing.
///
/// `work` is told whether that is certain. It is not in a folder that cannot be written to, where `work` finds out
/// whether that matters, and on a file system without locks.
pub(super) fn exclusively<T>(out: &Path, work: impl FnOnce(bool) -> Result<T, WriteError>) -> Result<T, WriteError> {
    let path = out.join(LOCK);
    if !exists(out)? {
        fs::create_dir_all(out).map_err(WriteError::io("create", out))?;
    }
    loop {
        let Some(file) = open(&path)? else {
            return work(false);
        };
        let mut lock = RwLock::new(file);
        let guard = match lock.write() {
            Ok(guard) => guard,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return work(false),
        };
        if !is_current(&guard, &path) {
            continue;
        }
        let outcome = work(true);
        // Before the lock is released: whoever waits for it sees that this file is no longer the lock.
        let _ = fs::remove_file(&path);
        return outcome;
    }
}

/// The lock file; `None` where none can be made.
fn open(path: &Path) -> Result<Option<File>, WriteError> {
    if fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        return Err(WriteError::Link(path.to_owned()));
    }
    let mut attempts = ATTEMPTS;
    loop {
        match OpenOptions::new().write(true).create(true).truncate(false).open(path) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && attempts > 0 => {
                attempts -= 1;
                std::thread::sleep(Duration::from_millis(20));
            }
            opened => return Ok(opened.ok()),
        }
    }
}

/// Whether the locked file is still the one at its path: the run that held the lock before has removed it.
fn is_current(file: &File, path: &Path) -> bool {
    let mine = file.try_clone().and_then(Handle::from_file);
    mine.is_ok_and(|mine| Handle::from_path(path).is_ok_and(|there| there == mine))
}
