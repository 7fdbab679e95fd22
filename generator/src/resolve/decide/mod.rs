//! Decisions: one file for each kind of fact that pages state in several places.
//!
//! `page` collects what a page says, with its place. A function here weighs that and returns a [`Decided`]: the value,
//! the rule and the place that it comes from, and what was rejected. Whatever comes later reads the model and infers
//! nothing.

pub(super) mod area;
pub(super) mod base;
pub(super) mod body;
pub(super) mod clouds;
mod decided;
pub(super) mod ends;
pub(super) mod headers;
mod kinds;
pub(super) mod members;
pub(super) mod name;
pub(super) mod navigation;
pub(super) mod parameters;
pub(super) mod permissions;
pub(super) mod property;
pub(super) mod response;
pub(super) mod route_response;
#[cfg(test)]
pub(super) mod sample;
mod shapes;
mod successes;
#[cfg(test)]
mod tests;
pub(super) mod type_copies;
pub(super) mod values;

pub(super) use decided::{Basis, Decided, Source};
pub(super) use kinds::Kinds;
