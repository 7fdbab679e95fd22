//! Reads API reference pages and writes a typed Rust client.

pub mod docs;
pub mod markdown;
pub mod model;
pub mod page;
pub mod resolve;
pub mod source;
