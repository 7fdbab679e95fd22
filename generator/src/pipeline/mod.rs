//! A whole run, from a docs root to the files of a crate; for the command line and for build scripts.

mod build_script;
mod error;
mod generator;
mod overlap;
mod stage;
mod summary;
#[cfg(test)]
mod tests;
mod why;

pub(crate) use crate::emit::FIRST_VERSION;
pub use crate::emit::RuntimeCrate;
pub use crate::resolve::Why;
pub use error::Error;
pub(crate) use generator::check_not_empty;
pub use generator::{Generator, Reading};
pub use stage::Stage;
pub use summary::Summary;
