//! OData query options that a page says it supports.

use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Text};
use crate::model::QueryOption;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// The options that Graph knows.
const OPTIONS: &[(&str, &str)] = &[
    ("$count", "$count"),
    ("$expand", "$expand"),
    ("$filter", "$filter"),
    ("$format", "$format"),
    ("$orderby", "$orderby"),
    ("$search", "$search"),
    ("$select", "$select"),
    ("$skip", "$skip"),
    ("$skiptoken", "$skiptoken"),
    ("$top", "$top"),
    ("$deltatoken", "$deltatoken"),
];

static NAMED: LazyLock<Patterns<&str>> = LazyLock::new(|| Patterns::new(OPTIONS));

/// The options named in the query sections, and in sentences about query parameters of the sections around them, in the
/// order of the list above.
pub(super) fn read(placed: &[Placed<'_>]) -> Vec<QueryOption> {
    let mut named: Vec<&str> = Vec::new();
    let around = placed.iter().filter(|place| AROUND.contains(&place.topic));
    for block in around.flat_map(|place| &place.section.blocks) {
        if let Block::Paragraph(text) = block {
            supported(text, &mut named);
        }
    }
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
    let options = OPTIONS.iter().map(|(_, option)| *option);
    let options = options.filter(|option| named.contains(option));
    options.map(|option| QueryOption(option.to_owned())).collect()
}

/// Sections beside that of query parameters.
const AROUND: &[Topic] = &[Topic::Introduction, Topic::Request, Topic::Function];

/// "This method supports the `$format` OData query parameter", "You can use the `$top` query parameter".
const SUPPORTED: &[(&str, ())] = &[
    ("supports ~ query parameter|parameters|option|options", ()),
    ("can use ~ query parameter|parameters|option|options", ()),
];

static IS_SUPPORTED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(SUPPORTED));

fn supported(text: &Text, named: &mut Vec<&str>) {
    // Few paragraphs name an option.
    if !text.plain.contains('$') {
        return;
    }
    let words = Words::new(text);
    for found in IS_SUPPORTED.all(&words) {
        named.extend(NAMED.all_in(&words, found.start..found.end).map(|found| *found.meaning));
    }
}

fn add(text: &Text, named: &mut Vec<&str>) {
    if !text.plain.contains('$') {
        return;
    }
    named.extend(NAMED.all(&Words::new(text)).map(|found| *found.meaning));
}

#[cfg(test)]
mod tests {
    use super::{IS_SUPPORTED, NAMED};
    use crate::page::api::sample::page;
    use crate::page::prose::proof::{assert_proven, paragraph};

    fn options(text: &str) -> String {
        let options = page(text).rows.query_options;
        options.into_iter().map(|option| option.0).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn sentences_around() {
        let around = "# List widgets\n\nYou can use the `$count` query parameter. Do not use the `$skip` query parameter.\n\n\
            ## Function parameters\n\nThis method supports the `$format` and `$top` OData query parameters.\n";
        insta::assert_snapshot!(options(around), @"$count $format $top");
    }

    #[test]
    fn each_phrase_has_a_sentence() {
        let sentences = [
            "It supports the `$top` query parameter.",
            "You can use the `$top` query parameter.",
        ];
        assert_proven(&IS_SUPPORTED, &sentences.map(paragraph));
        let all = "Supports `$count`, `$expand`, `$filter`, `$format`, $orderby, $search, $select, $skip, $skiptoken, $top \
            and `$deltatoken`.";
        assert_proven(&NAMED, &[paragraph(all)]);
    }

    #[test]
    fn options_in_sentences_and_tables() {
        let text = "# List widgets\n\n## Optional query parameters\n\nSupports `$select`, `$filter` and **$orderby**; \
            $top is 100 at most. A $price is no option.\n\n|Name|Value|Description|\n|:--|:--|:--|\n|$Expand|parts|More.|\n";
        insta::assert_snapshot!(options(text), @"$expand $filter $orderby $select $top");
    }
}
