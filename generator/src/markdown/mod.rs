//! A page as a sequence of headed sections with tables, code blocks and text, whatever dialect it was written in.
//!
//! Two readers produce the same [`Document`]: `commonmark` for the two markdown generations, `rendered` for text
//! copied from the website. Nothing here knows what a property or a permission is.

mod builder;
mod cells;
mod commonmark;
#[cfg(test)]
mod conservation;
mod document;
#[cfg(test)]
mod dump;
mod expansion;
mod front_matter;
mod gfm_rows;
#[cfg(test)]
mod hostile;
mod html;
mod html_table;
mod include;
mod loader;
#[cfg(test)]
mod loader_tests;
mod references;
mod refused_table;
mod rendered;
mod splice;
mod tag;
mod text;
pub mod zones;

pub use document::{
    Annotation, Block, Cell, CodeBlock, Document, FrontMatter, FrontMatterEntry, Include, Link, Row, Section, Table,
    Text,
};
pub use loader::{Loader, Resolve, load};

use crate::source::{Diagnostic, FileId};

/// Reads one file, includes left as they are. Never fails.
pub fn read(file: FileId, text: &str) -> (Document, Vec<Diagnostic>) {
    if rendered::is_rendered(text) {
        rendered::read(file, text)
    } else {
        commonmark::read(file, text)
    }
}
