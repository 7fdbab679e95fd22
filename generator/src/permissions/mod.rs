//! Which permissions a program needs: its calls, what their pages ask for, and the least set that allows them all.

pub mod answer;
pub mod calls;
pub mod grants;
pub mod matching;
pub mod needs;
pub mod opens;
pub mod program;
pub mod reference;
pub mod render;

/// The search for the least set, in the file that emitted crates have too: one implementation, one answer.
#[path = "../../runtime/src/permissions/solve/mod.rs"]
mod solve;

pub use answer::{Answer, OfScheme};
pub use calls::Call;
pub use grants::Grants;
pub use matching::Index;
pub use needs::Needs;
pub use program::Program;
pub use reference::Reference;
