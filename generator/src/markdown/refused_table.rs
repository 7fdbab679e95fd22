//! Tables that GFM refuses, read from the lines of a paragraph.

use super::cells::Cells;
use super::document::{Row, Table};
use crate::source::{FileId, Span};
use std::ops::Range;

/// A paragraph that holds a table.
pub(super) struct LooseTable {
    /// The lines above the table, as a range of the paragraph.
    pub(super) above: Range<usize>,
    pub(super) table: Table,
}

/// Finds a table in a paragraph: a line with pipes over a separator.
///
/// GFM wants as many separator cells as header cells; pages are less exact (`|A|B|C|` over `|:--|:--|`).
pub(super) fn read(raw: &str, span: Span, cells: &Cells<'_>) -> Option<LooseTable> {
    let mut lines = Lines::new(raw, span);
    let mut header = lines.next()?;
    let mut above = 0..0;
    loop {
        let next = lines.next()?;
        if header.text.contains('|') && is_separator(next.text) {
            break;
        }
        above.end = next.start - span.start as usize;
        header = next;
    }
    let rows = lines
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| line.row(cells));
    let table = Table {
        header: header.row(cells).cells,
        rows: rows.collect(),
        span: Span::new(span.file, header.start, span.end as usize),
    };
    Some(LooseTable { above, table })
}

/// The rows of a paragraph whose lines all start with a pipe: a blank line separates them from their table.
pub(super) fn rows(raw: &str, span: Span, cells: &Cells<'_>) -> Option<Vec<Row>> {
    let are_rows = raw.starts_with('|') && Lines::new(raw, span).all(|line| line.text.starts_with('|'));
    are_rows.then(|| Lines::new(raw, span).map(|line| line.row(cells)).collect())
}

/// A line of a paragraph without quote marks and indentation.
struct Line<'a> {
    text: &'a str,
    file: FileId,
    start: usize,
}

impl Line<'_> {
    fn row(&self, cells: &Cells<'_>) -> Row {
        Row {
            cells: cells.row(self.text, self.start),
            span: Span::new(self.file, self.start, self.start + self.text.trim_ascii_end().len()),
        }
    }
}

struct Lines<'a> {
    raw: std::str::SplitInclusive<'a, char>,
    file: FileId,
    offset: usize,
}

impl<'a> Lines<'a> {
    fn new(raw: &'a str, span: Span) -> Self {
        Self {
            raw: raw.split_inclusive('\n'),
            file: span.file,
            offset: span.start as usize,
        }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let raw = self.raw.next()?;
        let text = raw.trim_start_matches(['>', ' ', '\t']);
        let start = self.offset + (raw.len() - text.len());
        self.offset += raw.len();
        let file = self.file;
        Some(Line { text, file, start })
    }
}

/// A line of dashes, colons, pipes and blanks, with at least one dash and one pipe.
pub(super) fn is_separator(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.contains('|') && line.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::super::dump;

    #[test]
    fn header_and_separator_need_not_agree() {
        let page = "# A\n\nThe parts:\nall of them\n|Property|Type|Description|\n|:--|:--|\n|id|String|Key, see [keys](k.md).|\n\
            |**x**|\n\n> |A|B|\n> |-|\n> |c|d|\n";
        insta::assert_snapshot!(dump::page(page), @r"
        # A
          P The parts: all of them «The parts:⏎all of them»
          T Property | Type | Description
            R id | String | Key, see [keys](k.md).
            R **x**
          T A | B
            R c | d
        ");
    }

    #[test]
    fn rows_behind_a_blank_line_belong_to_the_table_above() {
        let page = "|A|B|\n|-|-|\n\n|c|d|\n|e|f|\n\nWords.\n\n|g|h|\n";
        insta::assert_snapshot!(dump::page(page), @r"
        T A | B
          R c | d
          R e | f
        P Words.
        P |g|h|
        ");
    }

    #[test]
    fn a_comment_between_rows_does_not_end_the_table() {
        let page = "|A|B|\n|-|-|\n|c|d|\n<!-- check -->\n|e|f|\n<!-- of\ntwo lines -->\n|g|h|\n\nWords.\n<!-- other -->\n|i|j|\n";
        insta::assert_snapshot!(dump::page(page), @r"
          T A | B
            R c | d
            R e | f
            R g | h
          A check
          A of
        two lines
          P Words.
          A other
          P |i|j|
        ");
    }
}
