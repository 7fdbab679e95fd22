//! The ledger of a run as a table or as JSON: what was read, guessed and left unread.

mod stats;
mod text;
mod uncertain;

pub use stats::{Items, PageCount, Skip, Stats, TallyCount};
pub use uncertain::{Certainty, UncertainFact, UncertainFacts};
