//! Nothing is lost, nothing panics, every span fits: on random text made of what pages are made of.

use super::document::{Block, CodeBlock, Document, Text};
use crate::source::{FileId, Span};
use proptest::prelude::*;

/// Pieces of markdown pages. `W` is replaced by a word that occurs nowhere else.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "# W",
    "## W W ##",
    "W W.",
    "W\nW",
    "- W\n- W",
    "1. W",
    "> W\n> W",
    "**W",
    "*W*",
    "`W",
    "`W|W`",
    "\\",
    "W\\|W",
    "|W|W|\n|-|-|\n|W|W|",
    "|W|W|W|\n|:-|:-|:-|\n|**W**|\n|W|W|W|W|\n|W|W|W\nW W|",
    "W | W\n---|---\nW | W",
    "|W|\nW",
    "|W|W|W|\n|-|-|\n|W|`W|W`|W|",
    "|W\n",
    "|",
    "|-|-|",
    "---",
    "===",
    "***",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "    W",
    "```http\nGET /W\n\n{ \"W\": W }\n```",
    "```\nW",
    "```",
    "~~~W",
    "<!-- W -->",
    "<!-- {\n\"W\": W\n} -->\n",
    "<!-- W",
    "-->",
    "<br>\nW",
    "<p>W</p>",
    "<W>",
    "<table><tr><td>W</td>\n<td>W</td></tr></table>",
    "W<br/>W",
    "</W",
    "<details>\n",
    "[W](W)",
    "[W][label].",
    "[W].",
    "[!INCLUDE [label](W)]",
    "[!INCLUDE [label](W.md)]\nW",
    "> [!NOTE]\n> W",
    "![W][label].",
    "](",
    "# [HTTP](#tab/http)",
    "&nbsp;",
    "&lt;W&gt;",
    "&W;",
    "{\n\"W\": [\nW",
    "]\n}",
    "Namespace: W",
    "Permissions",
    "Request",
    "Response",
    "HTTP request",
    "Example 1: W",
    "GET /W?W",
    "HTTP/1.1 200 W",
    "W: W",
    "W , W .",
    "---|---|",
    "W | W |",
    "---\ntitle: W\nms.date: \"W\"\n---\n",
    "\r\n",
    "\u{a0}",
    "✅",
    "\0",
];

/// Pieces of rendered pages.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "W", "w W", "W.", "W:", "W , W .", ", W", "- W", "Permissions", "HTTP Request", "Request", "Response", "Example", "Example 1: W",
    "W values", "W | W |", "W | W", "| W |", "W |", "---|---|", "---|", "A | B |\n---|---|\nW | W |\nW | W\nW |\nW\nW | W |",
    "A | B\n---|---\nW | W | W", "GET /W", "POST /W(a=[", "?$top=W", "GET to W.", "/W", "HTTP/1.1 200 W", "W: W", "Content-Type: text/W",
    "{", "[", "{W}", "{ \"W\": \"W", "\"W\": W", "},", "}", "}]", "]", "{\n\"W\": 1\n}", "", "✅ | ❌ |", "\t", "\u{a0}W",
];

/// A page of random pieces, and the number of words in it.
fn page(
    first: &'static str,
    pieces: &'static [&str],
    separators: &'static [&str],
) -> impl Strategy<Value = (String, usize)> {
    let piece = (prop::sample::select(pieces), prop::sample::select(separators));
    prop::collection::vec(piece, 0..40).prop_map(move |pieces| {
        let mut page = first.to_owned();
        let mut words = 0;
        for (piece, separator) in pieces {
            for part in piece.split_inclusive('W') {
                match part.strip_suffix('W') {
                    Some(before) => {
                        page.push_str(before);
                        page.extend(["w", &words.to_string(), "x"]);
                        words += 1;
                    }
                    None => page.push_str(part),
                }
            }
            page.push_str(separator);
        }
        (page, words)
    })
}

/// Everything that a document says, with its places.
fn said(document: &Document) -> Vec<(&str, Span)> {
    let mut said = Vec::new();
    for entry in &document.front_matter.entries {
        said.extend([(entry.key.as_str(), entry.span), (entry.value.as_str(), entry.span)]);
    }
    for section in &document.sections {
        say_text(&section.heading, &mut said);
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => say_text(text, &mut said),
                Block::Table(table) => table.cells().for_each(|cell| say_text(cell, &mut said)),
                Block::Code(code) => say_code(code, &mut said),
                Block::Annotation(annotation) => said.push((&annotation.text, annotation.span)),
                Block::Include(include) => said.push((&include.path, include.span)),
            }
        }
    }
    said
}

fn say_text<'a>(text: &'a Text, said: &mut Vec<(&'a str, Span)>) {
    said.push((&text.plain, text.span));
    said.extend(text.links.iter().map(|link| (link.target.as_str(), text.span)));
}

fn say_code<'a>(code: &'a CodeBlock, said: &mut Vec<(&'a str, Span)>) {
    said.extend([(code.text.as_str(), code.span), (code.language.as_str(), code.span)]);
    let annotation = code.annotation.as_ref();
    said.extend(annotation.map(|annotation| (annotation.text.as_str(), annotation.span)));
}

/// Whether a word stands behind `<!--` and before `-->`. Comments between words are kept only where nothing is read again.
fn is_comment(page: &str, word: &str) -> bool {
    let Some((before, after)) = page.split_once(word) else {
        return false;
    };
    before.rfind("<!--") > before.rfind("-->") && after.contains("-->")
}

fn ranges(document: &Document) -> impl Iterator<Item = (&Text, std::ops::Range<usize>)> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let texts = blocks.flat_map(|block| match block {
        Block::Paragraph(text) => vec![text],
        Block::Table(table) => table.cells().collect(),
        _ => Vec::new(),
    });
    texts.flat_map(|text| {
        let links = text.links.iter().map(|link| &link.range);
        let all = links.chain(&text.code).chain(&text.strong);
        all.map(|range| (text, range.clone())).collect::<Vec<_>>()
    })
}

/// The places of all rows with their cells.
fn cells(document: &Document) -> impl Iterator<Item = (Span, Span)> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let rows = blocks.flat_map(|block| match block {
        Block::Table(table) => table.rows.as_slice(),
        _ => &[],
    });
    rows.flat_map(|row| row.cells.iter().map(|cell| (row.span, cell.span)))
}

/// Reads a page that has this number of words.
fn check(page: &str, count: usize) -> Result<(), TestCaseError> {
    let (document, diagnostics) = super::read(FileId(0), page);
    let mut all = String::new();
    for (text, span) in said(&document) {
        let raw = page.get(span.range());
        prop_assert!(raw.is_some(), "{span:?} does not fit {page:?}");
        all.push_str(text);
        all.push('\n');
    }
    let words = (0..count).map(|number| format!("w{number}x"));
    let lost: Vec<_> = words
        .filter(|word| !all.contains(word) && !is_comment(page, word))
        .collect();
    prop_assert!(
        lost.is_empty(),
        "{lost:?} of {count} words are lost in {page}\n{document:#?}"
    );
    for (row, cell) in cells(&document) {
        prop_assert!(
            row.start <= cell.start && cell.end <= row.end,
            "{cell:?} is not inside of {row:?}"
        );
    }
    for diagnostic in diagnostics {
        prop_assert!(page.get(diagnostic.span.range()).is_some());
    }
    for (text, range) in ranges(&document) {
        prop_assert!(
            text.plain.get(range.clone()).is_some(),
            "{range:?} does not fit {text:?}"
        );
    }
    Ok(())
}

/// No file of failures: a page that failed once becomes a test beside the code that was wrong.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_word_of_markdown_is_said_where_it_stands(page in page("", PIECES, &["\n", "\n\n", "", " ", "\n  ", "\n> "])) {
        check(&page.0, page.1)?;
    }

    #[test]
    fn every_word_of_rendered_text_is_said_where_it_stands(page in page("Namespace: a\n", LINES, &["\n"])) {
        prop_assert!(super::rendered::is_rendered(&page.0));
        check(&page.0, page.1)?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC*|[-|# \n>`<!\\[\\]()a:{}]*") {
        let (document, _) = super::read(FileId(0), &text);
        for (_, span) in said(&document) {
            prop_assert!(text.get(span.range()).is_some());
        }
    }
}
