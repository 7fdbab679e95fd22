//! The account of a run: what was read, guessed and left unread, as a table or as JSON.

mod stats;
mod text;

pub use stats::{Items, PageCount, Skip, Stats, TallyCount};
