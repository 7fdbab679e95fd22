//! Where a fact came from: files, spans and the diagnostics that point into them.

#[doc(hidden)]
pub mod codes;
mod diagnostic;
mod file;

pub use codes::{Code, Example, Finder, Fixable, Page};
pub use diagnostic::{Diagnostic, Label, Severity};
pub use file::{FileId, LineColumn, SourceFile, SourceMap, Span};
