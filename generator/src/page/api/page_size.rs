//! How many objects a page of an answer has: "The default page size is 20."

use super::section::{Placed, Topic};
use crate::markdown::{Block, Text};
use crate::model::PageSize;
use crate::page::prose::{AnyWords, Patterns, Words};
use std::sync::LazyLock;

/// What the numbers behind a wording are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    /// Without `$top`.
    Default,
    /// The most.
    Maximum,
    /// The default and the most; one number is both.
    Both,
    /// The default stands within the words, the most follows.
    DefaultAndMore,
    /// The least and the most.
    Range,
    /// The most; the number stands within the words.
    Within,
    /// Without `$top`; the number stands within the words.
    DefaultWithin,
}

/// Every wording; the numbers follow.
const WORDINGS: &[(&str, Number)] = &[
    ("default page size", Number::Default),
    ("maximum|max page size", Number::Maximum),
    ("maximum|max allowed? value for $top", Number::Maximum),
    ("maximum|max allowed? $top value", Number::Maximum),
    ("$top ~ limit of", Number::Maximum),
    ("default and maximum|max page size|sizes", Number::Both),
    // "The default page size is 20 and the maximum is 999."
    (
        "default page size is * and|, the? maximum|max is",
        Number::DefaultAndMore,
    ),
    ("maximum|max and default page size|sizes", Number::Both),
    ("within the? range of", Number::Range),
    // "This API returns 100 objects by default and supports returning up to 999 objects per page using `$top`."
    ("returns|return * ~ by default", Number::DefaultWithin),
    ("returning|returns|return up to * ~ per page", Number::Within),
    // "Only 100 pots can be listed in a single request."
    (
        "only * ~ can be listed|returned|retrieved in a single|one request|call",
        Number::Within,
    ),
];

static STATED: LazyLock<Patterns<Number>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Few texts are about it: those with one of these words.
static IS_LIKELY: LazyLock<AnyWords> = LazyLock::new(|| AnyWords::new(["page size", "$top", "in a single", "in one"]));

/// What a page says about it; the first number of each kind counts.
pub(super) fn read(placed: &[Placed<'_>]) -> PageSize {
    let mut size = PageSize::default();
    let sections = placed.iter().filter(|place| place.topic != Topic::Examples);
    for block in sections.flat_map(|place| &place.section.blocks) {
        match block {
            Block::Paragraph(text) => stated(text, &mut size),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| stated(cell, &mut size));
            }
            _ => {}
        }
    }
    size
}

fn stated(text: &Text, size: &mut PageSize) {
    if !has_digit(&text.plain) || !IS_LIKELY.stand_in(&text.plain) {
        return;
    }
    let words = Words::new(text);
    for found in STATED.all(&words) {
        let from = match found.meaning {
            Number::Within | Number::DefaultWithin | Number::DefaultAndMore => found.start,
            _ => found.end,
        };
        let numbers = numbers(&words, from);
        let (first, second) = (numbers.first().copied(), numbers.get(1).copied());
        let (default, maximum) = match found.meaning {
            Number::Default | Number::DefaultWithin => (first, None),
            Number::Maximum | Number::Within => (None, first),
            Number::DefaultAndMore => (first, second),
            Number::Both => (first, second.or(first)),
            Number::Range => (None, second),
        };
        size.default = size.default.or(default);
        size.maximum = size.maximum.or(maximum);
    }
}

/// Whether a text has a digit. Most cells have none, and looking at many bytes at once tells it soonest.
fn has_digit(text: &str) -> bool {
    let any = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    text.as_bytes().chunks(32).any(any)
}

/// How far behind a wording its number stands.
const NEAR: usize = 10;

/// The numbers behind a wording, in the same sentence and outside of code: `20`, `1,000 items`.
fn numbers(words: &Words<'_>, from: usize) -> Vec<u32> {
    let sentence = words.sentence(from.saturating_sub(1)).tokens;
    let near = from..sentence.end.min(from + NEAR);
    let starts = near
        .filter_map(|at| words.tokens().get(at))
        .filter(|token| !token.in_code);
    let mut numbers = Vec::new();
    let mut behind = 0;
    for start in starts.map(|token| token.start) {
        let text = words.plain.get(start..).unwrap_or("");
        if text.starts_with(", ") {
            break;
        }
        let end = text
            .find(|c: char| !c.is_ascii_digit() && c != ',')
            .unwrap_or(text.len());
        let digits = text.get(..end).unwrap_or("");
        if start >= behind && digits.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.extend(digits.replace(',', "").parse::<u32>().ok().filter(|number| *number > 0));
            behind = start + end;
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::STATED;
    use crate::page::api::sample::page;
    use crate::page::prose::proof::{assert_proven, paragraph};

    const SENTENCES: &[&str] = &[
        "The default page size of this call is 20 pots.",
        "The default page size is 20 and the maximum is 999.",
        "A kiln may have more pots than the default page size (200 items). The maximum page size is 1,000.",
        "The maximum and default page size is 1,000 pots, and the newest come first.",
        "The default and maximum page sizes are 100 and 999 pots respectively.",
        "Maximum allowed `$top` value is 50.",
        "The maximum value for `$top` is 60.",
        "The `$top` option has a limit of 70 pots, and `$skip` one of 500.",
        "Use `$top` to change the size of a page, within the range of 1 and 80.",
        "Only 90 pots of a kiln can be listed in a single request.",
        "This API returns 100 pots by default and supports returning up to 999 pots per page using `$top`.",
        "Limit the page size: `Prefer: odata.maxpagesize=5`. There is a default page size, and it has 7 sides.",
    ];

    #[test]
    fn sizes_in_sentences() {
        let shown = SENTENCES.iter().map(|sentence| {
            let size = page(&format!("# List pots\n\n{sentence}\n\n## Response\n\nPots.\n"))
                .rows
                .page_size;
            format!("{:?} {:?}", size.default, size.maximum)
        });
        insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"), @"
        Some(20) None
        Some(20) Some(999)
        Some(200) Some(1000)
        Some(1000) Some(1000)
        Some(100) Some(999)
        None Some(50)
        None Some(60)
        None Some(70)
        None Some(80)
        None Some(90)
        Some(100) Some(999)
        None None
        ");
    }

    #[test]
    fn each_wording_has_a_sentence() {
        let texts: Vec<_> = SENTENCES.iter().map(|sentence| paragraph(sentence)).collect();
        assert_proven(&STATED, &texts);
    }
}
