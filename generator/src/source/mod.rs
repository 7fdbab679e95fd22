//! Where a fact came from: files, spans and the diagnostics that point into them.

pub mod codes;
mod diagnostic;
mod file;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Label, Severity};
pub use file::{FileId, LineColumn, SourceFile, SourceMap, Span};
