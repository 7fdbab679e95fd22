//! What changes between two states of pages, and what it does to users of the emitted crate.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod calls;
mod growth;
mod identity;
mod includes;
mod kitchen;
mod laws;
mod once;
mod permissions;
mod renames;
mod rendering;
mod rules;
mod schema;
mod together;
mod verdict;
