//! Why git could not read a revision.

use std::path::PathBuf;
use thiserror::Error;

/// Why a revision cannot be read.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum GitError {
    /// There is no `git` program.
    #[error("cannot run the program `git`: {reason}")]
    Missing {
        /// The message of the operating system.
        reason: String,
    },
    /// The folder is not in a repository.
    #[error("{} is not in a git repository", .directory.display())]
    NoRepository {
        /// The folder.
        directory: PathBuf,
    },
    /// The repository does not know the revision.
    #[error("the git repository has no revision `{revision}`")]
    NoRevision {
        /// As given.
        revision: String,
        /// Whether the history was cut off when the repository was cloned.
        shallow: bool,
    },
    /// The revision does not have the path.
    #[error("the revision `{revision}` has no `{path}`")]
    NoPath {
        /// As given.
        revision: String,
        /// From the top of the repository.
        path: String,
    },
    /// Git failed in another way.
    #[error("`git {command}` failed: {message}")]
    Failed {
        /// The command and its arguments.
        command: String,
        /// Its message.
        message: String,
    },
}

impl GitError {
    /// The text does not name a revision.
    pub(super) fn no_revision(spec: &str) -> Self {
        Self::NoRevision {
            revision: spec.to_owned(),
            shallow: false,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "install git, or name folders instead of revisions",
            Self::NoRepository { .. } => "run the command in the repository, or name a folder instead of a revision",
            Self::NoRevision { shallow: true, .. } => {
                "the clone is shallow: `git fetch --unshallow` gets the rest (`fetch-depth: 0` for actions/checkout)"
            }
            Self::NoRevision { .. } => "write REVISION:PATH, such as HEAD~1:docs-src or v1.2:docs-src",
            Self::NoPath { .. } => {
                "the path starts at the top of the repository; `git ls-tree REVISION` shows what is there"
            }
            Self::Failed { .. } => "run the same command by hand to see what is wrong",
        }
    }
}
