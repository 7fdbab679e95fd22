//! The form of tables.

use crate::lint::{Finding, Set};
use crate::markdown::{Document, Row, Section, Table};
use crate::source::codes::table::{MISSING_CELL, ROW_DIFFERS, SEPARATOR, SURPLUS_CELL};
use crate::source::{FileId, SourceMap, Span};
use std::collections::BTreeMap;

pub(super) fn check(set: &Set<'_>, _: FileId, document: &Document, found: &mut Vec<Finding>) {
    let sources = set.sources();
    for table in document.sections.iter().flat_map(Section::tables) {
        twice(sources, table, found);
        found.extend(separator(sources, table));
        found.extend(table.rows.iter().filter_map(|row| cells(sources, table, row)));
    }
}

fn cells(sources: &SourceMap, table: &Table, row: &Row) -> Option<Finding> {
    let columns = table.header.len();
    let line = sources.text(row.span);
    // A row over several lines has as many cells as it wants.
    if line.contains('\n') {
        return None;
    }
    let written = count(line);
    if row.cells.len() > columns {
        let extra = row.cells.get(columns)?;
        let message = format!("this row has {} cells, the table {columns} columns", row.cells.len());
        return Some(Finding::new(&SURPLUS_CELL, extra.span, message));
    }
    if written > columns && line.starts_with('|') && line.ends_with('|') {
        let end = row.cells.get(columns - 1)?.span.end;
        let rest = Span::new(row.span.file, end as usize, row.span.end as usize);
        let message = format!("this row has {written} cells, the table {columns} columns");
        let surplus = sources.text(rest);
        // A bar in a code span, `{ | }`, is no cell: only one bar is left behind the last cell.
        let is_blank = surplus.chars().all(|c| "| \t".contains(c)) && surplus.matches('|').count() > 1;
        let finding = Finding::new(&SURPLUS_CELL, rest, message);
        return is_blank.then(|| finding.fix(rest, "|"));
    }
    let is_short = written < columns && line.starts_with('|') && columns > 1;
    // A label for the rows below it.
    let is_label = written == 1;
    (is_short && !is_label).then(|| {
        let message = format!("this row has {written} cells, the table {columns} columns");
        Finding::new(&MISSING_CELL, row.span, message)
    })
}

/// How many cells a line of a table has.
fn count(line: &str) -> usize {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut bars = 0;
    let mut escaped = false;
    let mut last = ' ';
    for c in inner.chars() {
        if c == '|' && !escaped {
            bars += 1;
        }
        escaped = c == '\\' && !escaped;
        last = c;
    }
    if last == '|' { bars } else { bars + 1 }
}

/// The second line of a table that is not as wide as the first.
fn separator(sources: &SourceMap, table: &Table) -> Option<Finding> {
    let text = sources.text(table.span);
    let mut lines = text.split_inclusive('\n');
    let header = lines.next()?;
    let second = lines.next()?.trim_end();
    let is_separator = second.contains('-') && second.chars().all(|c| "|:- \t".contains(c));
    let (wide, narrow) = (count(header), count(second));
    (is_separator && wide != narrow).then(|| {
        let start = table.span.range().start + header.len();
        let span = Span::new(table.span.file, start, start + second.len());
        let message = format!("the header has {wide} columns, the line below it {narrow}");
        Finding::new(&SEPARATOR, span, message)
    })
}

/// Rows of a table of properties that name the same one and give it different types.
fn twice(sources: &SourceMap, table: &Table, found: &mut Vec<Finding>) {
    let column = |words: &[&str]| {
        let mut header = table.header.iter();
        header.position(|cell| words.contains(&cell.plain.trim().to_lowercase().as_str()))
    };
    let (Some(name), Some(kind)) = (column(&["property", "name"]), column(&["type"])) else {
        return;
    };
    let mut first: BTreeMap<&str, &Row> = BTreeMap::new();
    let word = |row: &'_ Row, at: usize| {
        row.cells
            .get(at)
            .map_or(String::new(), |cell| cell.plain.trim().to_lowercase())
    };
    for row in &table.rows {
        let Some(cell) = row.cells.get(name).filter(|cell| !cell.is_empty()) else {
            continue;
        };
        let Some(known) = first.insert(cell.plain.trim(), row) else {
            continue;
        };
        let (one, other) = (word(known, kind), word(row, kind));
        if one != other && !one.is_empty() && !other.is_empty() {
            let message = format!("`{}` is `{other}` here and `{one}` in another row", cell.plain.trim());
            let span = row.cells.get(kind).map_or(row.span, |cell| cell.span);
            let label = known.cells.get(kind).map_or(known.span, |cell| cell.span);
            found.push(Finding::new(&ROW_DIFFERS, at_least(sources, span, row), message).label(label, "the other row"));
        }
    }
}

/// The cell, or the row where the cell is empty.
fn at_least(sources: &SourceMap, cell: Span, row: &Row) -> Span {
    if sources.text(cell).is_empty() { row.span } else { cell }
}
