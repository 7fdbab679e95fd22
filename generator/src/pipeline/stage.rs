//! What a run is busy with.

use std::fmt;

/// A part of a run, announced when it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// Pages are read and put together.
    Reading {
        /// How many.
        pages: usize,
    },
    /// Rust source is made.
    Emitting,
    /// The pages of the site are made.
    Site,
    /// Two states of the pages are compared.
    Comparing,
    /// Files are compared and written.
    Writing,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reading { pages } => write!(f, "reading {pages} pages"),
            Self::Emitting => f.write_str("emitting Rust"),
            Self::Site => f.write_str("making the site"),
            Self::Comparing => f.write_str("comparing with the baseline"),
            Self::Writing => f.write_str("writing files"),
        }
    }
}
