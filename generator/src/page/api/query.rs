//! OData query options that a page says it supports.

use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Text};
use crate::model::QueryOption;

/// The options that Graph knows.
const OPTIONS: &[&str] = &[
    "$count",
    "$expand",
    "$filter",
    "$format",
    "$orderby",
    "$search",
    "$select",
    "$skip",
    "$skiptoken",
    "$top",
    "$deltatoken",
];

/// The options named in the query sections, in the order of the list above.
pub(super) fn read(placed: &[Placed<'_>]) -> Vec<QueryOption> {
    let mut named: Vec<&str> = Vec::new();
    for place in about(placed, Topic::Query) {
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) => add(text, &mut named),
                Block::Table(table) => {
                    let cells = table.rows.iter().filter_map(|row| row.cells.first());
                    cells.for_each(|cell| add(cell, &mut named));
                }
                _ => {}
            }
        }
    }
    let options = OPTIONS.iter().filter(|option| named.contains(option));
    options.map(|option| QueryOption((*option).to_owned())).collect()
}

fn add(text: &Text, named: &mut Vec<&str>) {
    let lower = text.plain.to_ascii_lowercase();
    for word in lower.split(|c: char| !c.is_ascii_alphanumeric() && c != '$') {
        if let Some(option) = OPTIONS.iter().find(|option| **option == word) {
            named.push(option);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::page;

    #[test]
    fn options_in_sentences_and_tables() {
        let text = "# List widgets\n\n## Optional query parameters\n\nSupports `$select`, `$filter` and **$orderby**; \
            $top is 100 at most. A $price is no option.\n\n|Name|Value|Description|\n|:--|:--|:--|\n|$Expand|parts|More.|\n";
        let options: Vec<String> = page(text)
            .rows
            .query_options
            .into_iter()
            .map(|option| option.0)
            .collect();
        insta::assert_snapshot!(options.join(" "), @"$expand $filter $orderby $select $top");
    }
}
