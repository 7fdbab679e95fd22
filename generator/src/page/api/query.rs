//! OData query options that a page says it supports.

use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Text};
use crate::model::QueryOption;
use crate::page::prose::{Patterns, Sentence, Words};
use crate::source::Span;
use rustc_hash::FxHashSet;
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

static NAMED: LazyLock<Patterns<&'static str>> = LazyLock::new(|| Patterns::new(OPTIONS));

/// An option, and the text that names it.
type Named = (&'static str, Span);

/// The options named in the query sections, and in sentences about query parameters of the sections around them, in the
/// order of the list above; each with the text that names it first.
pub(super) fn read(placed: &[Placed<'_>]) -> Vec<(QueryOption, Span)> {
    let mut named: Vec<Named> = Vec::new();
    let around = placed.iter().filter(|place| AROUND.contains(&place.topic));
    for block in around.flat_map(|place| &place.section.blocks) {
        if let Block::Paragraph(text) = block {
            supported(text, &mut named);
        }
    }
    let all = placed.iter().filter(|place| AROUND.contains(&place.topic));
    for text in all
        .filter(|place| takes_odata(place))
        .flat_map(|place| place.section.paragraphs())
    {
        add(text, &mut named);
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
    let own = |option: &str| named.iter().find(|(name, _)| *name == option).copied();
    options
        .filter_map(own)
        .map(|(option, span)| (QueryOption(option.to_owned()), span))
        .collect()
}

/// Sections beside that of query parameters.
const AROUND: &[Topic] = &[Topic::Introduction, Topic::Request, Topic::Function];

/// "This method supports the `$format` OData query parameter", "You can use the `$top` query parameter".
const SUPPORTED: &[(&str, ())] = &[
    ("supports ~ query parameter|parameters|option|options", ()),
    ("can use ~ query parameter|parameters|option|options", ()),
    // "the `$format`, `$top`, and `$skipToken` OData query parameters"
    ("supports ~ and ~ query parameter|parameters|option|options", ()),
    ("can use ~ and ~ query parameter|parameters|option|options", ()),
    // "The OData's `$filter` query is supported on: ...", "`$top` with max value of 10,000"
    ("OPTION query? is supported on|for|with", ()),
    ("OPTION with max|maximum", ()),
];

static IS_SUPPORTED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(SUPPORTED));

/// "Supports OData V4 queries.": the options that the section names are those.
const ODATA: &[(&str, ())] = &[("supports odata v4? queries", ())];

static TAKES_ODATA: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(ODATA));

fn takes_odata(place: &Placed<'_>) -> bool {
    let mut likely = place.section.paragraphs().filter(|text| text.plain.contains("OData"));
    likely.any(|text| TAKES_ODATA.stands_in(&Words::new(text)))
}

fn supported(text: &Text, named: &mut Vec<Named>) {
    // Few paragraphs name an option.
    if !text.plain.contains('$') {
        return;
    }
    let words = Words::new(text);
    for found in IS_SUPPORTED.all(&words) {
        let options = NAMED.all_in(&words, found.start..found.end);
        named.extend(options.map(|found| (*found.meaning, text.span)));
    }
}

fn add(text: &Text, named: &mut Vec<Named>) {
    if !text.plain.contains('$') {
        return;
    }
    let words = Words::new(text);
    for sentence in words.sentences() {
        let denied = denied(&sentence);
        let options = NAMED.all_in(&words, sentence.tokens.clone());
        let options = options.filter(|found| !denied.contains(&found.start));
        named.extend(options.map(|found| (*found.meaning, text.span)));
    }
}

/// Which options do not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Denial {
    /// Those behind the words.
    Behind,
    /// Those before them.
    Before,
    /// The one among them.
    Inside,
}

/// Every wording. Where it is conditional ("`$filter` isn't supported with `$search`"), there is no entry.
const DENIALS: &[(&str, Denial)] = &[
    // "This method doesn't support the `$expand` query parameter."
    ("doesn't|don't|cannot|can't support", Denial::Behind),
    ("does|do not support", Denial::Behind),
    // "This method supports all options except `$search`."
    ("except", Denial::Behind),
    // "`$filter` isn't supported."
    ("isn't|aren't supported >", Denial::Before),
    ("is|are not supported >", Denial::Before),
    // "You cannot use `$select` to get only a subset of those properties."
    (
        "cannot|can't|don't use OPTION !with|together|if|when|unless|in|on|for|and|or",
        Denial::Inside,
    ),
    (
        "do|can not use OPTION !with|together|if|when|unless|in|on|for|and|or",
        Denial::Inside,
    ),
];

static DENIES: LazyLock<Patterns<Denial>> = LazyLock::new(|| Patterns::new(DENIALS));

/// The tokens that the denials of a sentence are about: up to a contrast, or to the end of the sentence.
fn denied(sentence: &Sentence<'_, '_>) -> FxHashSet<usize> {
    let mut denied = FxHashSet::default();
    let is_turn = |at: usize| matches!(sentence.lower(at), "but" | ";" | "while" | "though" | "although");
    for found in sentence.all(&DENIES) {
        let mut behind = found.end..sentence.tokens.end;
        let mut before = (sentence.tokens.start..found.start).rev();
        let mut inside = found.start..found.end;
        let near: &mut dyn Iterator<Item = usize> = match found.meaning {
            Denial::Behind => &mut behind,
            Denial::Before => &mut before,
            Denial::Inside => &mut inside,
        };
        // Another denial may have been there before.
        for at in near.take_while(|at| !is_turn(*at)) {
            if !denied.insert(at) {
                break;
            }
        }
    }
    denied
}

#[cfg(test)]
mod tests {
    use super::{DENIES, IS_SUPPORTED, NAMED, TAKES_ODATA};
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
        let three =
            "# List widgets\n\nThis method supports the `$format`, `$top`, and `$skipToken` OData query parameters.\n";
        insta::assert_snapshot!(options(three), @"$format $skiptoken $top");
    }

    #[test]
    fn each_phrase_has_a_sentence() {
        let sentences = [
            "It supports the `$top` query parameter.",
            "You can use the `$top` query parameter.",
            "It supports the `$format`, `$top`, and `$skipToken` OData query parameters.",
            "You can use the `$format`, `$top`, and `$skipToken` OData query parameters.",
            "The `$filter` query is supported on: `glaze`.",
            "Send `$top` with max value of 10.",
        ];
        assert_proven(&IS_SUPPORTED, &sentences.map(paragraph));
        assert_proven(&TAKES_ODATA, &[paragraph("Supports OData V4 queries.")]);
        assert_proven(&DENIES, &DENIED.map(paragraph));
        let all = "Supports `$count`, `$expand`, `$filter`, `$format`, $orderby, $search, $select, $skip, $skiptoken, $top \
            and `$deltatoken`.";
        assert_proven(&NAMED, &[paragraph(all)]);
    }

    const DENIED: [&str; 8] = [
        "This method doesn't support the `$expand` query parameter, but supports `$select` and `$filter`.",
        "It does not support `$expand` and `$search`. Use `$top`. You can't use it with `$skip`.",
        "This method supports all OData query parameters except `$expand` and `$search`.",
        "Supports the `$select` query parameter; `$filter` isn't supported.",
        "The `$count` query parameter is not supported.",
        "Returns what `GET /pots` returns. You cannot use `$select` to get a part of it, and `$top` counts.",
        "Do not use `$top` to page.",
        "You can't use `$search` with `$filter`.",
    ];

    #[test]
    fn options_that_are_not_supported() {
        let shown =
            DENIED.map(|sentence| options(&format!("# List pots\n\n## Optional query parameters\n\n{sentence}\n")));
        insta::assert_snapshot!(shown.join("\n"), @"
        $filter $select
        $skip $top

        $select

        $top

        $filter $search
        ");
    }

    #[test]
    fn options_in_sentences_and_tables() {
        let text = "# List widgets\n\n## Optional query parameters\n\nSupports `$select`, `$filter` and **$orderby**; \
            $top is 100 at most. A $price is no option.\n\n|Name|Value|Description|\n|:--|:--|:--|\n|$Expand|parts|More.|\n";
        insta::assert_snapshot!(options(text), @"$expand $filter $orderby $select $top");
    }
}
