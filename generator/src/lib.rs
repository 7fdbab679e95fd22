//! Reads API reference pages and writes a typed Rust client.

pub mod cli;
pub mod diff;
pub mod docs;
pub mod emit;
pub mod export;
mod json;
pub mod markdown;
pub mod model;
pub mod page;
pub mod pipeline;
pub mod report;
pub mod resolve;
pub mod select;
pub mod source;

pub use pipeline::{Generator, RuntimeCrate};
