//! The values that a call takes in its path, where the route's line does not say so: arguments that only an example
//! passes, and samples that stand for any value.

mod optional;
mod samples;
mod shown;

pub(super) use optional::add as add_optional;
pub(crate) use samples::is_id;
pub(super) use samples::replace;
pub(super) use shown::complete;
