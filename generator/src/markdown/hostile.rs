//! Pages that try to use up the stack or the time.

use crate::source::FileId;
use std::time::{Duration, Instant};

/// Each shape is repeated to 100 kB behind its first part. One that takes quadratic time needs minutes.
const SHAPES: &[(&str, &str)] = &[
    ("", "> "),
    ("", "- "),
    ("", "[a"),
    ("", "![a](b"),
    ("", "**a _b "),
    ("", "word "),
    ("", "|"),
    ("", "<br>\ntext\n"),
    ("", "> <p>\n> text\n"),
    ("", "<!--\n\n"),
    ("", "a <!-- "),
    ("", "<![CDATA[\na\n"),
    ("", "[!INCLUDE [a](b)]\n"),
    ("", "[!INCLUDE [a](b)] "),
    ("", "a|b\n-|-|-\n"),
    ("", "[a]: b\n\n<br>\n[a]\n\n|a|b|\n|-|\n|[a]|\n\n"),
    ("", "---\na: b\n"),
    ("|a|b|\n|-|-|\n|c|d\n", "wrapped\n"),
    ("|a|b|\n|-|-|\n|c|d\n", "x | y\n"),
    ("|a|b|\n|-|-|\n|c|d|\n", "text\n"),
    ("|a|b|\n|-|-|\n", "\n|c|d|\n"),
    ("|a|b|\n|-|-|\n|", "c|"),
    ("```http\n", "GET /a\n"),
    ("Namespace: a\n", "a\n"),
    ("Namespace: a\n", "{\n"),
    ("Namespace: a\n", "GET /a([\n"),
    ("Namespace: a\nA | B |\n---|---|\n", "a\n"),
    ("Namespace: a\nA | B |\n---|---|\n", "a|"),
    ("Namespace: a\n", "a , "),
];

#[test]
fn no_shape_of_page_takes_more_than_linear_time_or_depth() {
    for (first, repeated) in SHAPES {
        let page = first.to_string() + &repeated.repeat(100_000 / repeated.len());
        let start = Instant::now();
        let (document, _) = super::read(FileId(0), &page);
        let elapsed = start.elapsed();
        assert!(!document.sections.is_empty());
        assert!(elapsed < Duration::from_secs(20), "{repeated:?} takes {elapsed:?}");
    }
}
