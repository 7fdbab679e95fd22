//! The api pages that a resource page lists as its methods.

use crate::markdown::{Block, Document, Text};
use crate::page::vocabulary::headings::{Heading, heading};
use std::collections::BTreeSet;

/// Their file stems in small letters: `chartcollection-add`.
pub(super) fn read(document: &Document) -> BTreeSet<String> {
    let listed = document.sections.iter();
    let listed = listed.filter(|section| heading(section) == Some(Heading::Methods));
    let texts = listed.flat_map(|section| &section.blocks).flat_map(texts);
    texts
        .flat_map(|text| &text.links)
        .filter_map(|link| stem(&link.target))
        .collect()
}

fn texts(block: &Block) -> Vec<&Text> {
    match block {
        Block::Paragraph(text) => vec![text],
        // The other cells tell what a method returns, and what it does.
        Block::Table(table) => table.rows.iter().filter_map(|row| row.cells.first()).collect(),
        Block::Code(_) | Block::Annotation(_) | Block::Include(_) => Vec::new(),
    }
}

/// `../api/chart-get.md#examples` -> `chart-get`.
fn stem(target: &str) -> Option<String> {
    let path = target.split('#').next().unwrap_or(target);
    let (folder, file) = path.rsplit_once(['/', '\\'])?;
    let is_api = folder
        .rsplit(['/', '\\'])
        .next()
        .is_some_and(|name| name.eq_ignore_ascii_case("api"));
    let stem = file.strip_suffix(".md").filter(|_| is_api)?;
    Some(stem.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn only_links_to_pages_of_calls_count() {
        let shown = [
            "../api/Kettle-get.md#examples",
            "../resources/kettle.md",
            "/graph/kettles",
            "kettle-get.md",
            "..\\api\\kettle-list.md",
        ];
        let shown = shown.map(|target| stem(target).unwrap_or_else(|| "-".to_owned()));
        assert_eq!(shown.join(" "), "kettle-get - - - kettle-list");
    }
}
