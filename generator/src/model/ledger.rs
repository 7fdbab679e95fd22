//! What was read, guessed and left unread.

use super::Account;
use serde::{Deserialize, Serialize};

/// The kind of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PageKind {
    /// A structured type.
    Resource,
    /// One or more enums.
    Enum,
    /// An operation.
    Api,
    /// Prose: overviews, concepts.
    Conceptual,
    /// Text that other pages include.
    Include,
    /// A file that is not a page: a table of contents, a licence.
    Other,
}

/// The result of reading a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PageOutcome {
    /// This many types, enums or routes were read.
    Items(usize),
    /// Nothing was read, for this reason.
    Skipped(String),
}

/// One page of the docs root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRecord {
    /// Path below the docs root.
    pub file: String,
    /// Its kind.
    pub kind: PageKind,
    /// The result of reading it.
    pub outcome: PageOutcome,
}

/// The account of a whole run: every page, and every kind of fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// Every file of the docs root that is a page, in path order.
    pub pages: Vec<PageRecord>,
    /// What became of the facts.
    pub account: Account,
    /// How many corrections changed the text of a page.
    pub corrections: usize,
}
