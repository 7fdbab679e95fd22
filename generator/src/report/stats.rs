//! The counts, in their JSON form.

use crate::model::{Fact, Ledger, Model, PageKind, PageOutcome, Schema, Tally, Version};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything that `generator stats` prints. The JSON form is stable: keys are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// The version of this form.
    pub format: u32,
    /// The numbers of types, enums and operations, by version.
    pub versions: BTreeMap<Version, Items>,
    /// How many pages were read and skipped, by kind.
    pub pages: BTreeMap<PageKind, PageCount>,
    /// How facts were found, by kind.
    pub facts: BTreeMap<Fact, TallyCount>,
    /// How many corrections changed the text of a page.
    pub corrections: usize,
    /// Every skipped page, in path order.
    pub skipped: Vec<Skip>,
}

/// What was read from the pages of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Items {
    /// Documented structured types.
    pub types: usize,
    /// Types that pages refer to but no page describes.
    pub placeholders: usize,
    /// Rows of their tables.
    pub properties: usize,
    /// Enums.
    pub enums: usize,
    /// Members of enums.
    pub members: usize,
    /// Operations.
    pub operations: usize,
    /// Route lines that can be called.
    pub routes: usize,
    /// Route lines that were not understood.
    pub unread_routes: usize,
}

/// The pages of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PageCount {
    /// Pages.
    pub pages: usize,
    /// Pages from which something was read.
    pub used: usize,
    /// What was read from them: types, enums or routes.
    pub items: usize,
    /// Skipped pages.
    pub skipped: usize,
}

/// How often a fact was read, guessed or left unread.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TallyCount {
    /// Stated and read.
    pub read: usize,
    /// Inferred.
    pub guessed: usize,
    /// On the page, but not read.
    pub unread: usize,
    /// Why facts were inferred.
    #[serde(rename = "guessedReasons")]
    pub guessed_reasons: BTreeMap<String, usize>,
    /// Why facts were not read.
    #[serde(rename = "unreadReasons")]
    pub unread_reasons: BTreeMap<String, usize>,
    /// What unread facts look like: table headers, cells, lines, shortened.
    #[serde(rename = "unreadShapes")]
    pub unread_shapes: BTreeMap<String, usize>,
}

/// A skipped page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skip {
    /// Path below the docs root.
    pub file: String,
    /// What it is.
    pub kind: PageKind,
    /// Why it was skipped.
    pub reason: String,
}

impl Stats {
    /// The counts of a model.
    pub fn of(model: &Model) -> Self {
        let schemas = model.schemas.iter();
        let facts = model.ledger.account.facts().into_iter();
        Self {
            format: 1,
            versions: schemas
                .map(|schema| (schema.version.clone(), Items::of(schema)))
                .collect(),
            pages: pages(&model.ledger),
            facts: facts.map(|(fact, tally)| (fact, TallyCount::of(tally))).collect(),
            corrections: model.ledger.corrections,
            skipped: skipped(&model.ledger),
        }
    }
}

impl Items {
    fn of(schema: &Schema) -> Self {
        let placeholders = schema.types.iter().filter(|structured| structured.placeholder).count();
        let operations = schema.operations.iter();
        Self {
            types: schema.types.len() - placeholders,
            placeholders,
            properties: schema.types.iter().map(|structured| structured.properties.len()).sum(),
            enums: schema.enums.len(),
            members: schema.enums.iter().map(|enumeration| enumeration.members.len()).sum(),
            operations: schema.operations.len(),
            routes: operations.clone().map(|operation| operation.routes.len()).sum(),
            unread_routes: operations.map(|operation| operation.unread_routes.len()).sum(),
        }
    }
}

impl TallyCount {
    fn of(tally: Tally) -> Self {
        Self {
            read: tally.read,
            guessed: tally.guessed.values().sum(),
            unread: tally.unread.values().sum(),
            guessed_reasons: tally.guessed,
            unread_reasons: tally.unread,
            unread_shapes: tally.shapes,
        }
    }
}

fn pages(ledger: &Ledger) -> BTreeMap<PageKind, PageCount> {
    let mut counts: BTreeMap<_, PageCount> = BTreeMap::new();
    for page in &ledger.pages {
        let count = counts.entry(page.kind).or_default();
        count.pages += 1;
        match &page.outcome {
            PageOutcome::Items(items) => {
                count.used += 1;
                count.items += items;
            }
            PageOutcome::Skipped(_) => count.skipped += 1,
        }
    }
    counts
}

fn skipped(ledger: &Ledger) -> Vec<Skip> {
    let mut skipped: Vec<Skip> = ledger
        .pages
        .iter()
        .filter_map(|page| match &page.outcome {
            PageOutcome::Items(_) => None,
            PageOutcome::Skipped(reason) => Some(Skip {
                file: page.file.clone(),
                kind: page.kind,
                reason: reason.clone(),
            }),
        })
        .collect();
    skipped.sort_by(|a, b| a.file.cmp(&b.file));
    skipped
}
