//! Api pages: routes, permissions, parameters, bodies, responses, examples.

mod rows;

pub use rows::{ApiRows, BodyRows, ParameterRow, ResponseRows};

use super::Context;
use crate::markdown::Document;
use crate::model::Ledger;
use crate::source::Diagnostic;

/// Whether a page outside the known folders documents an operation.
pub fn is_api(_document: &Document) -> bool {
    false
}

/// Reads an api page.
pub fn read(
    _context: &Context<'_>,
    _document: &Document,
    _ledger: &mut Ledger,
    _diagnostics: &mut Vec<Diagnostic>,
) -> ApiRows {
    ApiRows::default()
}
