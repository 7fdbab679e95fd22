//! Why a run ended early.

use crate::docs::{CorrectionsError, RootError};
use crate::emit::write::WriteError;
use crate::select::PatternError;
use std::path::PathBuf;
use thiserror::Error;

/// Why nothing could be generated. What is wrong inside pages is a diagnostic instead.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// There are no pages to read.
    #[error(transparent)]
    Root(#[from] RootError),
    /// An include or exclude pattern cannot be used.
    #[error(transparent)]
    Pattern(#[from] PatternError),
    /// The corrections file cannot be read.
    #[error("cannot read the corrections file {path}: {source}", path = .path.display())]
    CorrectionsFile {
        /// Where it should be.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A correction is not valid, or does not apply any more.
    #[error(transparent)]
    Corrections(#[from] CorrectionsError),
    /// The pages give nothing. An empty crate would remove what an earlier run wrote.
    #[error("the pages give no type and no call, so nothing was written")]
    NothingFound,
    /// No item has the name that was asked about.
    #[error("nothing is called `{item}`")]
    NoSuchItem {
        /// The name.
        item: String,
        /// The names that are most like it.
        alike: Vec<String>,
    },
    /// The output folder cannot be brought up to date.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The name of the crate cannot be used.
    #[error("`{0}` is not a valid crate name")]
    CrateName(String),
    /// The name of the module cannot be used.
    #[error("`{0}` is not a valid module name")]
    ModuleName(String),
    /// There is no folder for the output of a build script.
    #[error("OUT_DIR is not set, so this is not a build script")]
    NoOutDir,
    /// Pages and output would mix.
    #[error(
        "the output folder {out} and the pages in {docs} would mix",
        out = .out.display(), docs = .docs.display()
    )]
    Overlap {
        /// Where the pages are.
        docs: PathBuf,
        /// The output folder.
        out: PathBuf,
    },
}

impl Error {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Root(error) => Some(error.help().to_owned()),
            Self::Pattern(error) => Some(error.help().to_owned()),
            Self::NothingFound => Some("`generator stats` tells why each page was skipped".to_owned()),
            Self::NoSuchItem { alike, .. } if !alike.is_empty() => {
                Some(format!("did you mean `{}`?", alike.join("`, `")))
            }
            Self::NoSuchItem { .. } => Some("name a type, `user/manager`, or a call: `GET /users/{id}`".to_owned()),
            // The message says it.
            Self::Write(_) | Self::CorrectionsFile { .. } => None,
            Self::Corrections(error) => error.diagnostics.first().and_then(|first| first.help.clone()),
            Self::Overlap { .. } => Some("choose an output folder outside of the pages".to_owned()),
            Self::ModuleName(_) => Some("use letters, digits and `_`, and no Rust keyword".to_owned()),
            Self::NoOutDir => Some("call `compile` in build.rs; elsewhere `run` writes a crate".to_owned()),
            Self::CrateName(_) => Some("use letters, digits, `-` and `_`, and no Rust keyword".to_owned()),
        }
    }
}
