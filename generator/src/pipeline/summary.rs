//! What a run did, in one line.

use crate::emit::write::Written;
use crate::model::{Model, Schema};
use std::fmt;

/// The counts of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Summary {
    /// Pages read.
    pub pages: usize,
    /// Structured types emitted, placeholders included.
    pub types: usize,
    /// Enums emitted.
    pub enums: usize,
    /// Operations emitted.
    pub operations: usize,
    /// Files that were new or different.
    pub written: usize,
    /// Files that were up to date.
    pub unchanged: usize,
    /// Files that are no longer emitted.
    pub removed: usize,
}

impl Summary {
    /// The counts of a model.
    pub(crate) fn of(pages: usize, model: &Model) -> Self {
        let count = |count: fn(&Schema) -> usize| model.schemas.iter().map(count).sum();
        Self {
            pages,
            types: count(|schema| schema.types.len()),
            enums: count(|schema| schema.enums.len()),
            operations: count(|schema| schema.operations.len()),
            ..Self::default()
        }
    }

    /// The same with what happened to the files.
    pub(crate) fn with_files(self, files: Written) -> Self {
        Self {
            written: files.written,
            unchanged: files.unchanged,
            removed: files.removed,
            ..self
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}, {}, {}; files: {} written, {} unchanged, {} removed",
            counted(self.pages, "page"),
            counted(self.types, "type"),
            counted(self.enums, "enum"),
            counted(self.operations, "operation"),
            self.written,
            self.unchanged,
            self.removed
        )
    }
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
