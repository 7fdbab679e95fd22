//! The ledger of a run as a table or as JSON: what was read, guessed and left unread.

mod places;
mod stats;
mod text;

pub use places::{Certainty, Place, Places};
pub use stats::{Items, PageCount, Skip, Stats, TallyCount};
