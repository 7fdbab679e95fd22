//! Reads self-written pages in tests.

use super::{ApiRows, read};
use crate::docs::Profile;
use crate::model::{Account, Version};
use crate::page::Context;
use crate::source::{Diagnostic, FileId, SourceFile, SourceMap};

/// What a page gave.
pub(super) struct Sample {
    pub(super) rows: ApiRows,
    pub(super) account: Account,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads a page.
pub(super) fn page(text: &str) -> Sample {
    page_of(&Profile::default(), text)
}

/// Reads a page of a set.
pub(super) fn page_of(profile: &Profile, text: &str) -> Sample {
    let sources = SourceMap::new(vec![SourceFile::new("beta/api/widget-list.md", text)]);
    let version = Version("beta".to_owned());
    let context = Context {
        sources: &sources,
        file: FileId(0),
        path: &"api/widget-list.md".into(),
        version: Some(&version),
        profile,
        descriptions: &crate::page::Memo::default(),
    };
    let (document, _) = crate::markdown::read(FileId(0), text);
    let mut account = Account::default();
    let rows = read(&context, &document, &mut account);
    Sample {
        rows,
        diagnostics: account.take_diagnostics(),
        account,
    }
}

impl Sample {
    /// The counts of the ledger, without what was simply read.
    pub(super) fn counts(&self) -> String {
        let mut lines = Vec::new();
        for (fact, tally) in &self.account.facts() {
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
