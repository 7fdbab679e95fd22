//! Tables of rendered text: `A | B |` over `---|---|`.

use super::super::document::{Row, Table, Text};
use super::super::refused_table::is_separator;
use super::line::Line;
use super::{sections, words};
use crate::source::{FileId, Span};
use std::ops::Range;

/// The most lines that one row is wrapped over.
const MOST_WRAPS: usize = 20;

/// How many lines, from the first, are a table; `None` when none starts here.
pub(super) fn length(lines: &[Line<'_>]) -> Option<usize> {
    let (header, separator) = (lines.first()?, lines.get(1)?);
    if !header.text.contains('|') || !is_separator(separator.text) || is_separator(header.text) {
        return None;
    }
    let columns = columns(separator.text);
    let mut length = 2;
    while let Some(row) = lines.get(length..).and_then(|rest| row_length(rest, columns)) {
        length += row;
    }
    Some(length)
}

/// How many lines, from the first, are the next row; `None` when the table has ended.
///
/// A cell may be wrapped, so a row ends with the line that ends with a pipe. Where no line does (`A | B` over
/// `---|---`) each line with a pipe is a row.
fn row_length(lines: &[Line<'_>], columns: usize) -> Option<usize> {
    let mut pipes = 0;
    for (index, line) in lines.iter().enumerate().take(MOST_WRAPS) {
        let starts_table = lines.get(index + 1).is_some_and(|next| is_separator(next.text));
        if line.is_blank() || sections::rank(line.text).is_some() || starts_table {
            break;
        }
        pipes += line.text.matches('|').count();
        if line.text.ends_with('|') {
            // A paragraph, or a row that lacks a pipe, does not add up with the lines below it to a whole row.
            let begun = lines.first().is_some_and(|first| first.text.contains('|'));
            let complete = index == 0 || pipes == columns || (pipes > columns && !begun);
            return complete.then_some(index + 1).or_else(|| single(lines));
        }
    }
    single(lines)
}

fn single(lines: &[Line<'_>]) -> Option<usize> {
    lines.first().filter(|first| first.text.contains('|')).map(|_| 1)
}

/// The columns that a separator announces.
fn columns(separator: &str) -> usize {
    separator.trim_matches('|').split('|').count()
}

/// Reads the lines of one table.
pub(super) fn read(file: FileId, text: &str, lines: &[Line<'_>]) -> Table {
    let (Some(header), Some(separator), Some(last)) = (lines.first(), lines.get(1), lines.last()) else {
        return Table::default();
    };
    let columns = columns(separator.text);
    let mut rows = Vec::new();
    let mut rest = lines.get(2..).unwrap_or(&[]);
    while let Some(length) = row_length(rest, columns) {
        let (row, after) = rest.split_at(length.min(rest.len()));
        rows.extend(read_row(file, text, row, columns));
        rest = after;
    }
    Table {
        header: cells(file, text, header.start..header.end(), columns),
        rows,
        span: Span::new(file, header.start, last.end()),
    }
}

fn read_row(file: FileId, text: &str, lines: &[Line<'_>], columns: usize) -> Option<Row> {
    let range = lines.first()?.start..lines.last()?.end();
    let span = Span::new(file, range.start, range.end);
    let mut cells = cells(file, text, range, columns);
    mark_label(&mut cells);
    Some(Row { cells, span })
}

/// A row with words in the first of three cells or more is a label between rows (`Onboarding | | |`), which pages write
/// in bold. The mark is put back.
fn mark_label(cells: &mut [Text]) {
    if let [label, rest @ ..] = cells
        && rest.len() > 1
        && !label.is_empty()
        && rest.iter().all(Text::is_empty)
    {
        label.strong.push(0..label.plain.len());
    }
}

/// Splits a row at its pipes. An empty first cell leaves a leading pipe, which is told from a mere border by the
/// number of columns.
fn cells(file: FileId, text: &str, range: Range<usize>, columns: usize) -> Vec<Text> {
    let raw = text.get(range.clone()).unwrap_or("");
    let body = raw.strip_suffix('|').unwrap_or(raw);
    let border = body.starts_with('|') && body.matches('|').count() >= columns;
    let mut start = range.start + usize::from(border);
    let mut cells = Vec::new();
    for cell in body.get(usize::from(border)..).unwrap_or("").split('|') {
        cells.push(words::read(file, text, start..start + cell.len()));
        start += cell.len() + 1;
    }
    cells
}
