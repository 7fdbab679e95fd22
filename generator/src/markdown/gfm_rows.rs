//! Rows of GFM tables, including parts that GFM drops or splits off.

use super::cells::{Cells, split};
use super::document::{Row, Table, Text};
use crate::source::Span;

/// Adds a row to its table.
pub(super) fn add(source: &str, table: &mut Table, mut row: Row, cells: &Cells<'_>) {
    let columns = table.header.len();
    // The parser's padding of short rows stands behind the line break.
    for cell in &mut row.cells {
        cell.span.start = cell.span.start.min(row.span.end);
        cell.span.end = cell.span.end.min(row.span.end);
    }
    add_overflow(source, columns, &mut row, cells);
    match table.rows.last_mut() {
        Some(last) if continues(source, table.span, last, &row, columns) => join(source, last, row, columns),
        _ => table.rows.push(row),
    }
}

/// Removes lines without any pipe from the end of a table. They are text that follows without a blank line.
pub(super) fn take_text_below(source: &str, table: &mut Table) -> Vec<Text> {
    let mut below = Vec::new();
    while let Some(row) = table
        .rows
        .pop_if(|row| is_bordered(source, table.span) && !raw(source, row.span).contains('|'))
    {
        below.extend(row.cells.into_iter().next());
    }
    below.reverse();
    below
}

fn raw(source: &str, span: Span) -> &str {
    source.get(span.range()).unwrap_or("")
}

fn is_bordered(source: &str, table: Span) -> bool {
    raw(source, table).starts_with('|')
}

/// Whether a row is the next line of the last one: in a table with pipes on both sides, a line without the left pipe
/// below a row without the right one. A line with all cells of a row is one.
fn continues(source: &str, table: Span, last: &Row, row: &Row, columns: usize) -> bool {
    let line = raw(source, row.span);
    let is_part = is_bordered(source, table) && !line.starts_with('|') && !raw(source, last.span).ends_with('|');
    is_part && (columns < 2 || split(line, false).len() < columns)
}

/// `|size|Int32|The size. Values from` over `1 to 10|`: the line goes on in the last cell.
fn join(source: &str, last: &mut Row, row: Row, columns: usize) {
    // The parser pads short rows with empty cells. The last written cell of a row without a right border is not empty.
    while last.cells.pop_if(|cell| cell.is_empty()).is_some() {}
    let written = split(raw(source, row.span), false).len();
    let mut cells = row.cells.into_iter().take(written);
    if let Some(cell) = last.cells.last_mut() {
        cells.next().into_iter().for_each(|more| cell.append(more));
    }
    last.cells.extend(cells);
    last.span.end = row.span.end;
    let end = row.span.end as usize;
    let empty = Text {
        span: Span::new(row.span.file, end, end),
        ..Text::default()
    };
    let missing = columns.saturating_sub(last.cells.len());
    last.cells.extend(std::iter::repeat_n(empty, missing));
}

/// Adds the cells right of the last column (`|a|String|*.mobileconfig | *.xml|` has one too many).
fn add_overflow(source: &str, columns: usize, row: &mut Row, cells: &Cells<'_>) {
    let Some(last) = row.cells.last().filter(|_| row.cells.len() >= columns) else {
        return;
    };
    let end = last.span.end.max(row.span.start);
    let rest = source.get(end as usize..row.span.end as usize).unwrap_or("");
    if rest == "|" || rest.trim_matches(['|', ' ', '\t']).is_empty() {
        return;
    }
    let raw = raw(source, row.span);
    let places = split(raw, false);
    let whole = split(raw, true);
    let read = |place| cells.cell(raw, place, row.span.start as usize);
    // A pipe inside code (`` `worksheets/{id|name}` ``) was not meant as a border.
    if whole.len() < places.len() {
        row.cells = whole.iter().map(read).collect();
    } else {
        let extra = places.iter().skip(row.cells.len()).map(read);
        row.cells.extend(extra.filter(|cell| !cell.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::dump;

    #[test]
    fn wrapped_rows_are_joined_and_the_table_goes_on() {
        let page = "|Property|Type|Description|\n|:-|:-|:-|\n|**Queues**|\n|size|Int32|The size. Values from\n1 to `10`,\n\
            see [sizes](s.md)|\n|**Seats**|||\n|name|String\ncollection|Names.|\n|kind|String|Kind.|\n";
        insta::assert_snapshot!(dump::page(page), @r"
        T Property | Type | Description
          R **Queues** |  | 
          R size | Int32 | The size. Values from 1 to `10`, see [sizes](s.md) «The size. Values from⏎1 to `10`,⏎see [sizes](s.md)»
          R **Seats** |  | 
          R name | String collection «String⏎collection» | Names.
          R kind | String | Kind.
        ");
    }

    #[test]
    fn text_directly_below_a_table_is_a_paragraph() {
        let page = "|A|B|\n|-|-|\n|c|d|\nThis is *text*.\n> quoted\n\nA | B\n- | -\nc\nd | e\n";
        insta::assert_snapshot!(dump::page(page), @r"
        T A | B
          R c | d
        P This is text. «This is *text*.»
        P quoted
        T A | B
          R c | 
          R d | e
        ");
    }

    #[test]
    fn rows_may_have_more_or_fewer_cells() {
        let page = "|A|B|C|\n|-|-|-|\n|file|String|Name (*.cer | *.crt | `x`).|\n|a\n||b|\n|address|`sheets/{id|name}`|A|\n\
            |a\\|b|`c\\|d`| e |\n|f|g|h|  |\n|\tx\t|\ty |z\n";
        insta::assert_snapshot!(dump::page(page), @r"
        T A | B | C
          R file | String | Name (*.cer | *.crt | `x`).
          R a |  | 
          R  | b | 
          R address | `sheets/{id|name}` | A
          R a|b «a\|b» | `c|d` «`c\|d`» | e
          R f | g | h
          R x | y | z
        ");
    }

    #[test]
    fn tables_stand_in_lists_and_quotes_and_below_text() {
        let page = "- item\n  |A|B|\n  |-|-|\n  |c|d|e|\n- next\n\n> Note:\n> |A|B|\n> |-|-|\n> |c|d|\n\nText\n|A|\n|-|\n|b|\n";
        insta::assert_snapshot!(dump::page(page), @r"
        P item
        T A | B
          R c | d | e
        P next
        P Note:
        T A | B
          R c | d
        P Text
        T A
          R b
        ");
    }
}
