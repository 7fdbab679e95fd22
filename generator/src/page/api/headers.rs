//! The request header tables.

use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Cell, Table};
use crate::model::Header;
use crate::page::Context;

/// Headers of the name column, lower case.
const NAME: &[&str] = &["header", "header name", "name"];

/// Headers of the columns that describe a header, best first.
const DESCRIPTION: &[&str] = &["description", "value"];

/// Reads the header tables.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>]) -> Vec<Header> {
    let blocks = about(placed, Topic::Headers).flat_map(|place| &place.section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| rows(context, table)).collect()
}

fn rows(context: &Context<'_>, table: &Table) -> Vec<Header> {
    let headers: Vec<String> = table.header.iter().map(words).collect();
    let find = |wanted: &str| headers.iter().position(|header| header == wanted);
    let Some(name) = NAME.iter().find_map(|wanted| find(wanted)) else {
        return Vec::new();
    };
    let description = DESCRIPTION.iter().find_map(|wanted| find(wanted));
    let header = |cells: &Vec<Cell>| {
        let name = cells.get(name)?.plain.trim().to_owned();
        let described = description.and_then(|column| cells.get(column));
        let description = described.map(|cell| context.markdown(cell)).unwrap_or_default();
        (!name.is_empty()).then_some(Header { name, description })
    };
    table.rows.iter().filter_map(|row| header(&row.cells)).collect()
}

fn words(cell: &Cell) -> String {
    cell.plain.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::page;

    fn shown(table: &str) -> String {
        let text = format!("# List widgets\n\n## Request headers\n\n{table}\n");
        let headers = page(&text).rows.headers;
        let lines: Vec<String> = headers
            .iter()
            .map(|header| format!("{}: {}", header.name, header.description))
            .collect();
        lines.join("\n")
    }

    #[test]
    fn header_tables_in_each_form() {
        insta::assert_snapshot!(shown("|Header|Value|\n|:--|:--|\n|Authorization|Bearer {token}. Required.|"), @"Authorization: Bearer {token}. Required.");
        insta::assert_snapshot!(shown("|Name|Type|Description|\n|:--|:--|:--|\n|If-Match|etag|See [etags](/graph/etags).|"), @"If-Match: See [etags](https://learn.microsoft.com/graph/etags).");
        insta::assert_snapshot!(shown("|Header name|Value|Description|\n|:--|:--|:--|\n|*if-none-match*|etag|Optional.|"), @"if-none-match: Optional.");
    }
}
