//! `<table>`: a table written as HTML, read as if it were one of pipes.

use super::cells::Cells;
use super::document::{Row, Table};
use crate::source::{FileId, Span};
use std::ops::Range;

/// The places of a table's rows and cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Places {
    rows: Vec<Vec<Range<usize>>>,
    /// From `<table` to behind `</table>`.
    pub(super) whole: Range<usize>,
}

/// The table that begins at a byte. `None` where none does, and for tables in tables and cells of several rows or columns:
/// their words are read one line at a time.
pub(super) fn find(source: &str, start: usize) -> Option<Places> {
    // Up to the next table, so that many tables that are never closed take no quadratic time.
    let source = source.get(..next_table(source, start + 1))?;
    let mut places = Finder::default();
    let mut at = start;
    loop {
        at += source.get(at..)?.find('<')?;
        let tag = Tag::at(source, at)?;
        if tag.name == "table" && tag.closing {
            places.end_row(at);
            let whole = start..tag.end;
            return (places.rows.len() > 1).then_some(Places {
                rows: places.rows,
                whole,
            });
        }
        if tag.spans_cells(source, at) {
            return None;
        }
        places.tag(&tag, at);
        at = tag.end;
    }
}

/// Where another table begins; the end of the source where none does.
fn next_table(source: &str, from: usize) -> usize {
    let rest = source.get(from..).unwrap_or("");
    let begins = |at: &usize| {
        let name = rest.get(at + 1..at + 1 + "table".len());
        name.is_some_and(|name| name.eq_ignore_ascii_case("table"))
    };
    let mut marks = rest.match_indices('<').map(|(at, _)| at);
    marks.find(begins).map_or(source.len(), |at| from + at)
}

/// Reads the cells.
pub(super) fn read(source: &str, file: FileId, places: &Places, cells: &Cells<'_>) -> Table {
    let read = |row: &Vec<Range<usize>>| {
        let text = |cell: &Range<usize>| cells.lines(source.get(cell.clone()).unwrap_or(""), cell.start);
        let ends = row.first().zip(row.last());
        let place = ends.map_or(0..0, |(first, last)| first.start..last.end);
        Row {
            cells: row.iter().map(text).collect(),
            span: Span::new(file, place.start, place.end),
        }
    };
    let mut rows = places.rows.iter().map(read);
    Table {
        header: rows.next().unwrap_or_default().cells,
        rows: rows.collect(),
        span: Span::new(file, places.whole.start, places.whole.end),
    }
}

#[derive(Default)]
struct Finder {
    rows: Vec<Vec<Range<usize>>>,
    row: Vec<Range<usize>>,
    /// Where the words of the open cell begin.
    cell: Option<usize>,
}

impl Finder {
    fn tag(&mut self, tag: &Tag<'_>, at: usize) {
        match tag.name {
            "td" | "th" => {
                self.end_cell(at);
                self.cell = Some(tag.end).filter(|_| !tag.closing);
            }
            "tr" | "thead" | "tbody" | "tfoot" => self.end_row(at),
            _ => {}
        }
    }

    fn end_cell(&mut self, at: usize) {
        if let Some(start) = self.cell.take() {
            self.row.push(start..at);
        }
    }

    fn end_row(&mut self, at: usize) {
        self.end_cell(at);
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }
}

/// A tag of a table; of others and of comments only the end matters.
struct Tag<'n> {
    name: &'n str,
    closing: bool,
    end: usize,
}

const NAMES: &[&str] = &["table", "td", "tbody", "tfoot", "th", "thead", "tr"];

impl Tag<'_> {
    fn at(source: &str, at: usize) -> Option<Self> {
        let rest = source.get(at + 1..)?;
        if rest.starts_with("!--") {
            let end = at + rest.find("-->")? + "<-->".len();
            return Some(Self::other(end));
        }
        let inner = rest.strip_prefix('/').unwrap_or(rest);
        let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let written = inner.get(..length)?;
        let known = NAMES.iter().find(|name| name.eq_ignore_ascii_case(written));
        // A `<` among the words: `a < b`.
        let Some(name) = known else {
            return Some(Self::other(at + 1));
        };
        Some(Self {
            name,
            closing: inner.len() < rest.len(),
            end: at + rest.find('>')? + "<>".len(),
        })
    }

    fn other(end: usize) -> Self {
        Self {
            name: "",
            closing: false,
            end,
        }
    }

    /// `<td rowspan="2">`.
    fn spans_cells(&self, source: &str, at: usize) -> bool {
        let written = source.get(at..self.end).filter(|_| !self.name.is_empty()).unwrap_or("");
        written.contains("rowspan") || written.contains("colspan")
    }
}

#[cfg(test)]
mod tests {
    use super::super::dump;

    #[test]
    fn rows_and_cells_in_every_spelling() {
        let page = "# A\n\n<table class=\"x\">\n  <THEAD>\n    <tr><th>Value</th><th>Use</th></tr>\n  </THEAD>\n  <tbody>\n\n\
            <tr>\n<td>open</td>\n<td>can be\n<b>solved</b> <a href=\"s.md\">so</a></td></tr>\n<!-- <tr> -->\n\
            <tr><td>`shut`<td>a < b<br>[x](x.md)\n</tr>\n</table>\nWords.\n\n## B\n\nMore.\n";
        insta::assert_snapshot!(dump::page(page), @r#"
        # A
          T Value | Use
            R open | can be **solved** [so](s.md) «can be⏎<b>solved</b> <a href="s.md">so</a>»
            R `shut` | a < b
        [x](x.md) «a < b<br>[x](x.md)»
          P Words.
        ## B
          P More.
        "#);
    }

    #[test]
    fn tables_that_are_read_line_by_line() {
        let page = "<table>\n<tr><td rowspan=\"2\">a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>\n";
        insta::assert_snapshot!(dump::page(page), @r#"
          P a
        b «<tr><td rowspan="2">a</td><td>b</td></tr>»
          P c «<tr><td>c</td></tr>»
        "#);
        let page = "<table><tr><td>never closed</td></tr>\n<tr><td>x</td></tr>\n";
        insta::assert_snapshot!(dump::page(page), @r"
        P never closed «<table><tr><td>never closed</td></tr>»
        P x «<tr><td>x</td></tr>»
        ");
    }
}
