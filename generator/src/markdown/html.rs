//! HTML blocks: annotation comments, and what pages hide in HTML by accident.
//!
//! An HTML block ends at a blank line; a comment that is never closed ends at the end of the page. Everything in a
//! block except tags and comments belongs to the page: a table below `<br>`, a sentence after `-->`.

use super::document::Annotation;
use super::html_table::{self, Places};
use crate::source::codes::markup::UNTERMINATED_COMMENT;
use crate::source::{Diagnostic, FileId, Span};
use std::ops::Range;

/// A part of an HTML block.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// A comment.
    Annotation(Annotation),
    /// A line that starts with a tag: words between tags.
    Words(Range<usize>),
    /// A table, which may go on behind the block: a blank line among its rows ends that.
    Table(Places),
    /// Lines that do not start with a tag: markdown.
    Markdown(Range<usize>),
    /// A comment that is never closed, as far as it is taken, and its `<!--`; `Markdown` follows.
    Unclosed(Annotation, Span),
}

/// Splits the HTML block at `range` of `source`.
pub(super) fn parts(file: FileId, source: &str, range: Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = range.start;
    while let Some(rest) = source.get(at..range.end).filter(|rest| !rest.trim_start().is_empty()) {
        let start = at + (rest.len() - rest.trim_start().len());
        let rest = rest.trim_start();
        at = if let Some(comment) = rest.strip_prefix("<!--") {
            read_comment(file, comment, start + 4, &mut parts)
        } else if let Some(places) = table(source, rest, start) {
            let end = places.whole.end;
            parts.push(Part::Table(places));
            end
        } else if rest.starts_with('<') {
            let end = line_or_comment(rest);
            parts.push(Part::Words(start..start + end));
            start + end
        } else {
            let end = markdown_length(rest);
            parts.push(Part::Markdown(start..start + end));
            start + end
        };
        if matches!(parts.last(), Some(Part::Unclosed(..))) {
            parts.push(Part::Markdown(at..range.end));
            break;
        }
    }
    parts
}

/// The table that begins here.
fn table(source: &str, rest: &str, start: usize) -> Option<Places> {
    let name = rest.get(.."<table".len())?;
    if !name.eq_ignore_ascii_case("<table") {
        return None;
    }
    html_table::find(source, start)
}

/// What to say about a comment that is never closed.
pub(super) fn unclosed(opening: Span) -> Diagnostic {
    Diagnostic::new(&UNTERMINATED_COMMENT, opening, "this comment is never closed")
        .help("add `-->`; the comment was taken to end at the next blank line or code fence")
}

/// Reads a comment whose text starts at `start`; returns where it ends.
fn read_comment(file: FileId, rest: &str, start: usize, parts: &mut Vec<Part>) -> usize {
    if let Some(end) = rest.find("-->") {
        let text = rest.get(..end).unwrap_or("");
        parts.push(Part::Annotation(annotation(file, text, start)));
        return start + end + 3;
    }
    let blank = rest.find("\n\n").map(|at| at + 1);
    let fence = rest.find("\n```").map(|at| at + 1);
    let end = blank.into_iter().chain(fence).min().unwrap_or(rest.len());
    let text = rest.get(..end).unwrap_or("");
    let opening = Span::new(file, start - 4, start);
    parts.push(Part::Unclosed(annotation(file, text, start), opening));
    start + end
}

/// A comment's text, which stands at `start`.
pub(super) fn annotation(file: FileId, text: &str, start: usize) -> Annotation {
    let start = start + (text.len() - text.trim_start().len());
    let trimmed = text.trim();
    Annotation {
        text: trimmed.to_owned(),
        span: Span::new(file, start, start + trimmed.len()),
    }
}

/// The length of a line, or of its part before a comment.
fn line_or_comment(rest: &str) -> usize {
    let line = rest.find('\n').unwrap_or(rest.len());
    rest.get(..line).and_then(|line| line.find("<!--")).unwrap_or(line)
}

/// The length of the lines up to the next one that starts with a tag. Tags inside a code fence do not count.
fn markdown_length(rest: &str) -> usize {
    let mut length = 0;
    let mut fenced = false;
    for line in rest.split_inclusive('\n') {
        let content = line.trim_start();
        fenced ^= content.starts_with("```");
        if content.starts_with('<') && !fenced && length > 0 {
            break;
        }
        length += line.len();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::super::dump;

    #[test]
    fn words_tables_and_fences_inside_html_blocks_are_kept() {
        let page = "# A\n\n<br>\n|A|B|\n|:-|:-|\n|c|d|\n\n<p align=\"left\">Some <b>words</b> &amp; more</p>\nmore\n<hr>\n\
            ```xml\n<a>\n<b>\n```\n\n<a name=\"x\"></a>\n## B\n\n<details><summary>Sum</summary>\n<!-- c --> <i>d</i>\n";
        insta::assert_snapshot!(dump::page(page), @r#"
        # A
          T A | B
            R c | d
          P Some **words** & more «<p align="left">Some <b>words</b> &amp; more</p>»
          P more
          C xml
            <a>
            <b>
        ## B
          P Sum «<details><summary>Sum</summary>»
          A c
          P d «<i>d</i>»
        "#);
    }

    #[test]
    fn comments_share_lines_with_words_and_each_other() {
        let page = "<!-- a --> Words.\n\n<!--b--><!-- c -->\n```json\n{}\n```\nBefore <!-- {\n  \"d\": 1 } -->\n```http\nGET /d\n```\n\
            |A|B|\n|-|-|\n|x <!-- e -->|y|\n";
        insta::assert_snapshot!(dump::page(page), @r#"
        A a
        P Words.
        A b
        C json A c
          {}
        P Before «Before <!-- {⏎  "d": 1 } -->»
        C http A {
        "d": 1 }
          GET /d
        T A | B
          R x «x <!-- e -->» | y
        A e
        "#);
    }

    #[test]
    fn an_unclosed_comment_ends_at_a_blank_line_or_fence() {
        let page = "<!-- { \"blockType\": \"ignored\"\n```http\nGET /tickets\n```\n\n<!-- more\n\n## Response\n\n> <!-- last\n";
        insta::assert_snapshot!(dump::page(page), @r#"
          C http A { "blockType": "ignored"
            GET /tickets
          A more
        ## Response
          A last
        ! unterminated-comment page.md:1:1 «<!--» this comment is never closed
        ! unterminated-comment page.md:6:1 «<!--» this comment is never closed
        ! unterminated-comment page.md:10:3 «<!--» this comment is never closed
        "#);
    }
}
