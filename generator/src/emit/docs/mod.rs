//! Rustdoc text.
//!
//! The words are the page's own. They arrive as markdown with absolute links and leave as markdown that rustdoc reads
//! the same way and without a warning: stray brackets are no links, tags are no HTML, code is no doctest.

mod block;
mod inline;
mod wrap;

pub(crate) use block::render;
pub(crate) use inline::{code, escape};
pub(crate) use wrap::wrap;
