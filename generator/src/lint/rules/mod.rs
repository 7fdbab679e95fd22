//! The rules: one file for each thing that can be wrong.

mod block_keys;
mod invisible;
mod json;
mod tables;

use super::pages::LintPage;
use super::{Finding, Set};
use crate::markdown::Document;
use crate::source::{FileId, SourceMap};
use rayon::prelude::*;

/// A rule about the markup of one file, a page or an include.
type FileRule = fn(&SourceMap, FileId, &Document, &mut Vec<Finding>);
/// A rule about what one page says, with the other pages in view.
type PageRule = fn(&Set<'_>, &LintPage<'_>, &mut Vec<Finding>);

const FILE_RULES: &[FileRule] = &[json::check, tables::check, invisible::check];
const PAGE_RULES: &[PageRule] = &[block_keys::check];

/// What all rules find.
pub(super) fn run(set: &Set<'_>) -> Vec<Finding> {
    let files = set.documents.par_iter().flat_map_iter(|(file, document)| {
        let mut found = Vec::new();
        for rule in FILE_RULES {
            rule(set.sources(), *file, document, &mut found);
        }
        found
    });
    let pages = set.pages.par_iter().flat_map_iter(|page| {
        let mut found = Vec::new();
        for rule in PAGE_RULES {
            rule(set, page, &mut found);
        }
        found
    });
    files.chain(pages).collect()
}
