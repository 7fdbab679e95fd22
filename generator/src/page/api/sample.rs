//! Reads self-written pages in tests.

use super::{ApiRows, read};
use crate::model::{Ledger, Version};
use crate::page::Context;
use crate::source::{Diagnostic, FileId, SourceFile, SourceMap};

/// What a page gave.
pub(super) struct Sample {
    pub(super) rows: ApiRows,
    pub(super) ledger: Ledger,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads a page.
pub(super) fn page(text: &str) -> Sample {
    let sources = SourceMap::new(vec![SourceFile::new("beta/api/widget-list.md", text)]);
    let version = Version("beta".to_owned());
    let context = Context {
        sources: &sources,
        file: FileId(0),
        path: "api/widget-list.md",
        version: Some(&version),
        descriptions: &crate::page::Memo::default(),
    };
    let (document, _) = crate::markdown::read(FileId(0), text);
    let mut ledger = Ledger::default();
    let mut diagnostics = Vec::new();
    let rows = read(&context, &document, &mut ledger, &mut diagnostics);
    Sample {
        rows,
        ledger,
        diagnostics,
    }
}

impl Sample {
    /// The counts of the ledger, without what was simply read.
    pub(super) fn counts(&self) -> String {
        let mut lines = Vec::new();
        for (fact, tally) in &self.ledger.facts {
            let guessed = tally
                .guessed
                .iter()
                .map(|(reason, count)| format!("{fact:?} guessed {count}: {reason}"));
            lines.extend(guessed);
            let unread = tally
                .unread
                .iter()
                .map(|(reason, count)| format!("{fact:?} unread {count}: {reason}"));
            lines.extend(unread);
        }
        lines.join("\n")
    }
}
