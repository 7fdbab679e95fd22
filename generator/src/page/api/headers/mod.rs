//! The request header tables.

mod value;

use super::section::{Placed, Topic, about};
use crate::markdown::{Block, Cell, Table};
use crate::model::Header;
use crate::page::Context;
use crate::page::vocabulary::columns::{self as vocabulary, Column, HEADERS, says_yes};

/// Reads the header tables.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>]) -> Vec<Header> {
    let blocks = about(placed, Topic::Headers).flat_map(|place| &place.section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let title = placed.iter().find(|place| place.section.level == 1);
    let title = title.map_or("", |place| place.section.heading.plain.as_str());
    tables.flat_map(|table| rows(context, table, title)).collect()
}

fn rows(context: &Context<'_>, table: &Table, title: &str) -> Vec<Header> {
    let columns = Columns::of(table);
    let header = |cells: &Vec<Cell>| columns.as_ref()?.header(context, cells, title);
    table.rows.iter().filter_map(|row| header(&row.cells)).collect()
}

/// Where the cells of a table stand.
struct Columns {
    name: usize,
    description: Option<usize>,
    /// A column of values beside that of descriptions.
    value: Option<usize>,
    required: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Option<Self> {
        let header = vocabulary::Columns::read(HEADERS, table);
        let value = header.index(Column::Value);
        let description = header.index(Column::Description);
        Some(Self {
            name: header.index(Column::Name)?,
            description: description.or(value),
            value: value.filter(|_| description.is_some()),
            required: header.index(Column::Required),
        })
    }

    fn header(&self, context: &Context<'_>, cells: &[Cell], title: &str) -> Option<Header> {
        let written = cells.get(self.name)?.plain.trim();
        let named = value::name(written);
        let (name, preference) = named.unwrap_or((written, None));
        if name.is_empty() {
            return None;
        }
        let cell = |column: Option<usize>| column.and_then(|column| cells.get(column));
        let (description, stated) = (cell(self.description), cell(self.value));
        let markdown = description.map(|cell| context.markdown(cell)).unwrap_or_default();
        let header = Header {
            name: name.to_owned(),
            value: None,
            required: false,
            description: markdown,
        };
        if named.is_none() || header.belongs_to_every_call() {
            return Some(header);
        }
        let texts = [
            Some(written),
            description.map(|cell| &*cell.plain),
            stated.map(|cell| &*cell.plain),
        ];
        let marked = cell(self.required).is_some_and(says_yes);
        let is_required = |text: &str| value::is_required(text, title, context.stem());
        Some(Header {
            value: preference
                .map(str::to_owned)
                .or_else(|| stated.and_then(value::fixed))
                .or_else(|| description.and_then(value::fixed)),
            required: marked || texts.into_iter().flatten().any(is_required),
            ..header
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::page;

    fn shown(title: &str, table: &str) -> String {
        let text = format!("# {title}\n\n## Request headers\n\n{table}\n");
        let headers = page(&text).rows.headers;
        let line = |header: &crate::model::Header| {
            let value = header
                .value
                .as_deref()
                .map_or(String::new(), |value| format!(" = {value}"));
            let required = if header.required { " (required)" } else { "" };
            format!("{}{value}{required}: {}", header.name, header.description)
        };
        headers.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn header_tables_in_each_form() {
        let list = |table| shown("List widgets", table);
        insta::assert_snapshot!(list("|Header|Value|\n|:--|:--|\n|Authorization|Bearer {token}. Required.|"), @"Authorization: Bearer {token}. Required.");
        insta::assert_snapshot!(list("|Name|Type|Description|\n|:--|:--|:--|\n|If-Match|etag|See [etags](/graph/etags).|"), @"If-Match: See [etags](https://learn.microsoft.com/graph/etags).");
        insta::assert_snapshot!(list("|Header name|Value|Description|\n|:--|:--|:--|\n|*if-none-match*|etag|Optional.|"), @"if-none-match: Optional.");
        insta::assert_snapshot!(list("|Name|Value|Required|\n|:--|:--|:--|\n|Prefer|`wait=10`|Yes|\n|X-Size|12|No|"), @r"
        Prefer = wait=10 (required): `wait=10`
        X-Size = 12: 12
        ");
    }

    #[test]
    fn values_that_a_page_fixes() {
        let rows = [
            "ConsistencyLevel|eventual. Required.",
            "ConsistencyLevel|eventual. This header is required when using `$search`.",
            "Prefer|`create-if-missing`. Optional.",
            "Prefer|return=minimal. Optional.",
            "Prefer|return=minimal<br><br>Only what has changed. Optional.",
            "Prefer|Must be set to `respond-async`. Required.",
            "Prefer: respond-async|Runs later. Optional.",
            "Accept|application/json",
        ];
        insta::assert_snapshot!(shown("List widgets", &table(&rows)), @r"
        ConsistencyLevel = eventual (required): eventual. Required.
        ConsistencyLevel = eventual: eventual. This header is required when using `$search`.
        Prefer = create-if-missing: `create-if-missing`. Optional.
        Prefer = return=minimal: return=minimal. Optional.
        Prefer = return=minimal: return=minimal

        Only what has changed. Optional.
        Prefer = respond-async (required): Must be set to `respond-async`. Required.
        Prefer = respond-async: Runs later. Optional.
        Accept = application/json: application/json
        ");
    }

    #[test]
    fn values_that_the_caller_chooses() {
        let rows = [
            "If-Match|Last known ETag of the widget. Required.",
            "If-Match|eTag. Required; the widget is not changed otherwise.",
            "Prefer|odata.maxpagesize={x}. Optional.",
            "Prefer|`return=minimal` or `return=representation`.",
            "Content-Language|Locale. Optional.",
            "If-Match (required)|The tag.",
            "Prefer: widget.zone|Which zone to use. Optional.",
            "Widget-Acts-As|Id of a user. Required when an application calls.",
            "Content-Type|application/json. Required.",
        ];
        insta::assert_snapshot!(shown("Update widget", &table(&rows)), @r"
        If-Match (required): Last known ETag of the widget. Required.
        If-Match (required): eTag. Required; the widget is not changed otherwise.
        Prefer: odata.maxpagesize={x}. Optional.
        Prefer: `return=minimal` or `return=representation`.
        Content-Language: Locale. Optional.
        If-Match (required): The tag.
        Prefer: widget.zone: Which zone to use. Optional.
        Widget-Acts-As: Id of a user. Required when an application calls.
        Content-Type: application/json. Required.
        ");
    }

    #[test]
    fn required_for_what_the_page_is_about() {
        let upsert =
            table(&["Prefer|`create-if-missing`. Required for upsert behavior, otherwise the widget is updated."]);
        insta::assert_snapshot!(shown("Upsert widget", &upsert), @"Prefer = create-if-missing (required): `create-if-missing`. Required for upsert behavior, otherwise the widget is updated.");
        insta::assert_snapshot!(shown("Create or update widget", &upsert), @"Prefer = create-if-missing (required): `create-if-missing`. Required for upsert behavior, otherwise the widget is updated.");
        insta::assert_snapshot!(shown("Update widget", &upsert), @"Prefer = create-if-missing: `create-if-missing`. Required for upsert behavior, otherwise the widget is updated.");
        insta::assert_snapshot!(shown("List widgets", &table(&["ConsistencyLevel|`eventual`. Required for this request."])), @"ConsistencyLevel = eventual (required): `eventual`. Required for this request.");
        insta::assert_snapshot!(shown("List widgets", &table(&["ConsistencyLevel|`eventual`. Required for advanced queries."])), @"ConsistencyLevel = eventual: `eventual`. Required for advanced queries.");
    }

    fn table(rows: &[&str]) -> String {
        let rows: String = rows.iter().map(|row| format!("|{row}|\n")).collect();
        format!("|Name|Description|\n|:--|:--|\n{rows}")
    }
}
