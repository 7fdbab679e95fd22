//! Why the road ended early.

use crate::docs::RootError;
use crate::select::PatternError;
use thiserror::Error;

/// Why nothing could be generated. What is wrong inside pages is a diagnostic instead.
#[derive(Debug, Error)]
pub enum Error {
    /// There are no pages to read.
    #[error(transparent)]
    Root(#[from] RootError),
    /// An include or exclude pattern cannot be used.
    #[error(transparent)]
    Pattern(#[from] PatternError),
}

impl Error {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Root(error) => Some(error.help().to_owned()),
            Self::Pattern(error) => Some(error.help().to_owned()),
        }
    }
}
