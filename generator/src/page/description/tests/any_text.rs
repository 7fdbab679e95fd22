//! No text makes a reader fail, and the time a text takes grows with its length only.

use super::{described, text};
use crate::markdown::Text;
use crate::page::name_cell;
use proptest::prelude::*;
use std::time::Instant;

proptest! {
    #[test]
    fn any_characters(plain in "\\PC{0,80}|[ \\n.,;:()'\"`*–—-]{0,60}") {
        let text = Text { plain, ..Text::default() };
        described(&text);
        name_cell(&text);
    }

    #[test]
    fn any_words_of_descriptions(words in proptest::collection::vec(word(), 0..30)) {
        described(&text(&words.join(" ").replace('|', "")));
    }

    /// Spans that no reader would make: they overlap and leave the text.
    #[test]
    fn any_spans(
        plain in "[a-c`'(), .é\u{200B}-]{0,30}",
        spans in proptest::collection::vec((0..40_usize, 0..12_usize), 0..6),
    ) {
        let ranges: Vec<_> = spans.iter().map(|(start, length)| *start..start + length).collect();
        let text = Text { plain: format!("Possible values are: {plain}"), code: ranges.clone(), strong: ranges, ..Text::default() };
        described(&text);
    }
}

fn word() -> impl Strategy<Value = String> {
    let words = [
        "Possible",
        "values",
        "are:",
        "either",
        "can be",
        "one of",
        "the",
        "`a`",
        "**b**",
        "'c'",
        "\"d\"",
        "Green",
        "blue,",
        "or",
        "and",
        "-",
        "—",
        "(default)",
        "(",
        ")",
        "1",
        "to",
        "10",
        "<br>",
        "<li>",
        "Default is",
        "Read-only.",
        "Required",
        "not",
        "nullable.",
        "Supports",
        "`$filter`",
        "(`eq`)",
        "Inherited from",
        "[x](x.md)",
        "deprecated",
        "...",
        "é",
        "\u{200B}",
    ];
    prop::sample::select(words.map(str::to_owned).to_vec())
}

#[test]
fn long_cells_take_time_in_proportion() {
    let phrases = [
        "either a, ",
        "Possible values are: `a` - x ",
        "can be one of the following ",
        "(",
        "is deprecated ",
        "required; ",
        "values: `a`, `b` to ",
        "supports `$filter` (eq, ",
        "inherited from ",
        "'",
    ];
    for phrase in phrases {
        let text = text(&phrase.repeat(100_000 / phrase.len()));
        let start = Instant::now();
        described(&text);
        assert!(start.elapsed().as_secs() < 10, "{phrase:?} took {:?}", start.elapsed());
    }
}
