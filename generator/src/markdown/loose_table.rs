//! Tables that GFM refuses, and the cells that it drops.

use super::document::{Row, Table, Text};
use super::text::TextBuilder;
use crate::source::{FileId, Span};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Reads a paragraph as a table when its second line is a separator.
///
/// GFM wants as many separator cells as header cells; pages are less exact (`|A|B|C|` over `|:--|:--|`).
pub(super) fn read(raw: &str, span: Span) -> Option<Table> {
    let mut lines = raw.split_inclusive('\n');
    let (header, separator) = (lines.next()?, lines.next()?);
    if !header.contains('|') || !is_separator(separator) {
        return None;
    }
    let start = span.start as usize;
    let mut offset = start + header.len() + separator.len();
    let mut table = Table {
        header: cells(header, span.file, start),
        rows: Vec::new(),
        span,
    };
    for line in lines {
        if !line.trim().is_empty() {
            let row_span = Span::new(span.file, offset, offset + line.trim_end().len());
            table.rows.push(Row {
                cells: cells(line, span.file, offset),
                span: row_span,
            });
        }
        offset += line.len();
    }
    Some(table)
}

/// A line of dashes, colons, pipes and blanks, with at least one dash and one pipe.
pub(super) fn is_separator(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.contains('|') && line.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t'))
}

/// Appends the cells that stand right of the last column (`|a|String|*.mobileconfig | *.xml|` has one too many).
pub(super) fn add_overflow(source: &str, row: &mut Row) {
    let Some(last) = row.cells.iter().rev().find(|cell| cell.span.end > cell.span.start) else {
        return;
    };
    let end = last.span.end.max(row.span.start);
    let rest = source.get(end as usize..row.span.end as usize).unwrap_or("");
    let Some(border) = rest.find('|') else { return };
    if rest.trim_matches(['|', ' ', '\t']).is_empty() {
        return;
    }
    let start = end as usize + border + 1;
    let extra = source.get(start..row.span.end as usize).unwrap_or("");
    row.cells.extend(
        cells(extra, row.span.file, start)
            .into_iter()
            .filter(|cell| !cell.is_empty()),
    );
}

/// Splits a row at its unescaped pipes; `line` stands at `offset`.
pub(super) fn cells(line: &str, file: FileId, offset: usize) -> Vec<Text> {
    let content = line.trim_end();
    let body = content
        .strip_suffix('|')
        .filter(|body| !body.ends_with('\\'))
        .unwrap_or(content);
    let mut cells = Vec::new();
    let mut start = 0;
    let borders = body
        .match_indices('|')
        .map(|(at, _)| at)
        .filter(|at| !body.get(..*at).unwrap_or("").ends_with('\\'));
    for end in borders.chain([body.len()]) {
        cells.push((start, end));
        start = end + 1;
    }
    let leading = body
        .get(..cells.first().map_or(0, |cell| cell.1))
        .is_some_and(|cell| cell.trim().is_empty());
    let skip = usize::from(leading && cells.len() > 1);
    let cell = |(start, end)| inline(body.get(start..end).unwrap_or(""), file, offset + start);
    cells.into_iter().skip(skip).map(cell).collect()
}

/// Reads a slice as running text.
pub(super) fn inline(raw: &str, file: FileId, offset: usize) -> Text {
    let start = offset + (raw.len() - raw.trim_start().len());
    let raw = raw.trim();
    let mut builder = TextBuilder::default();
    for event in Parser::new_ext(raw, Options::empty()) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Item) if !builder.plain().is_empty() => builder.push("\n"),
            Event::End(TagEnd::Paragraph) => {}
            event => builder.event(event),
        }
    }
    builder.finish(Span::new(file, start, start + raw.len()))
}
