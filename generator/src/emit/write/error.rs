//! What can go wrong with the output folder.

use std::io;
use std::path::{Path, PathBuf};

/// The output folder could not be brought up to date; it is as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A file that the generator did not write stands where one must be written.
    #[error(
        "{path} was not written by the generator, and would be overwritten; move it away, delete it, or choose another output folder",
        path = .0.display()
    )]
    Foreign(PathBuf),
    /// A folder stands where a file must be written, or a file where a folder is needed.
    #[error("{path} is in the way: {what}; move it away, delete it, or choose another output folder", path = .path.display())]
    InTheWay {
        /// Where.
        path: PathBuf,
        /// What stands there and what is needed.
        what: &'static str,
    },
    /// A symbolic link inside the output folder might lead out of it.
    #[error(
        "{path} is a symbolic link, and the generator writes to real files and folders only; replace it by what it points to",
        path = .0.display()
    )]
    Link(PathBuf),
    /// A path that leaves the output folder.
    #[error("{0:?} is not a path inside the output folder")]
    Outside(String),
    /// Two paths that differ in case only, which some file systems take for one file.
    #[error("{0:?} and {1:?} differ in case only, and would be one file on some systems")]
    SameFile(String, String),
    /// What the generator wrote there before is of another kind, and all of it would be removed.
    #[error(
        "{path} is of another kind of output, which the generator wrote before and would remove now; choose another output folder, or delete it",
        path = .0.display()
    )]
    Other(PathBuf),
    /// The system refused.
    #[error("cannot {action} {path}: {source}; check that the folder exists, is writable and has space", path = .path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// Where.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

impl WriteError {
    /// For `map_err`.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }
}
