//! Rustdoc text.
//!
//! The words are the page's own. The input is markdown with absolute links. The output is markdown that rustdoc renders
//! the same way and without warnings: stray brackets are not links, tags are not HTML, and code is not a doctest.

mod block;
mod deprecated;
mod inline;
mod inside;
mod wrap;

pub(crate) use block::render;
pub(crate) use deprecated::deprecated;
pub(crate) use inline::{code, escape, is_html, tag_name};
pub(crate) use inside::Items;
pub(crate) use wrap::wrap;
