//! What several end-to-end tests share: docs roots made of a few texts, the model as a short text for snapshots, and the
//! names in emitted source. The tests themselves are in `tests/tests`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "used by tests only, which fail by panicking"
)]

pub mod items;
pub mod laws;
pub mod outline;
pub mod pages;
