//! What holds for every docs root, whatever its pages say.
//!
//! Pages are put together at random from fragments that look like those of real pages, and from raw bytes; each law is
//! checked on the whole chain, from files to emitted source.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod catalogue;
mod conservation;
mod determinism;
mod fragments;
mod growth;
mod growth_of_code;
mod least;
mod names;
mod totality;

use generator::Generator;
use generator::emit::write::Files;
use generator::model::Model;
use tests::laws::config;

/// A model as an emitted crate.
fn emitted(model: &Model) -> Files {
    Generator::new().emit(model).unwrap_or_default()
}
