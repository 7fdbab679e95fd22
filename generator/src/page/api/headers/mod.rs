//! The request header tables.

mod prose;
mod value;

use super::section::{Placed, Topic, about};
use super::{HeaderRow, Need};
use crate::markdown::{Block, Row, Table, Text};
use crate::model::Header;
use crate::page::Context;
use crate::page::vocabulary::columns::{self as vocabulary, Column, HEADERS, says_yes};
use rustc_hash::FxHashSet;

/// Reads the header tables.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>]) -> Vec<HeaderRow> {
    let blocks = about(placed, Topic::Headers).flat_map(|place| &place.section.blocks);
    let read = |block: &Block| match block {
        Block::Table(table) => rows(context, table),
        Block::Paragraph(text) => item(context, text).into_iter().collect(),
        _ => Vec::new(),
    };
    // `Request headers` and `Optional request headers` of one page have the same row of `if-match`.
    let mut seen = FxHashSet::default();
    let mut is_new = |row: &HeaderRow| {
        let Header {
            name,
            value,
            description,
            ..
        } = &row.header;
        seen.insert((name.to_ascii_lowercase(), value.clone(), description.clone()))
    };
    let mut rows: Vec<HeaderRow> = blocks.flat_map(read).filter(|row| is_new(row)).collect();
    rows.extend(prose::read(placed, &rows));
    rows
}

/// `If-Match: {etag}. Required.`: an item of a list instead of a row.
fn item(context: &Context<'_>, text: &Text) -> Option<HeaderRow> {
    let (name, _) = text.plain.split_once(':')?;
    let (name, _) = value::name(name.trim())?;
    let is_header = name.contains('-') || ITEMS.iter().any(|known| known.eq_ignore_ascii_case(name));
    let words = context.markdown(text);
    let (_, description) = words.split_once(':').filter(|_| is_header)?;
    let mut header = Header {
        name: name.to_owned(),
        value: None,
        required: false,
        description: description.trim_start_matches("**").trim().to_owned(),
    };
    let mut needs = Vec::new();
    if !header.belongs_to_every_call() {
        let behind = text.plain.find(':').map_or(0, |at| at + 1);
        header.value = value::fixed_at(text, behind);
        needs.extend(value::needs(text.plain.get(behind..).unwrap_or("")));
    }
    let span = text.span;
    Some(HeaderRow { header, needs, span })
}

/// Headers without a hyphen that stand in lists.
const ITEMS: &[&str] = &["Accept", "Authorization", "ConsistencyLevel", "Prefer"];

fn rows(context: &Context<'_>, table: &Table) -> Vec<HeaderRow> {
    let columns = Columns::of(table);
    let header = |row: &Row| columns.as_ref()?.header(context, row);
    table.rows.iter().filter_map(header).collect()
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

    fn header(&self, context: &Context<'_>, row: &Row) -> Option<HeaderRow> {
        let cells = row.cells.as_slice();
        let written = cells.get(self.name)?.plain.trim();
        let named = value::name(written);
        let (name, preference) = named.unwrap_or((written, None));
        if name.is_empty() {
            return None;
        }
        let cell = |column: Option<usize>| column.and_then(|column| cells.get(column));
        let (description, stated) = (cell(self.description), cell(self.value));
        let mut header = Header {
            name: name.to_owned(),
            value: None,
            required: false,
            description: description.map(|cell| context.markdown(cell)).unwrap_or_default(),
        };
        let mut needs = Vec::new();
        if named.is_some() && !header.belongs_to_every_call() {
            let fixed = || {
                stated
                    .and_then(value::fixed)
                    .or_else(|| description.and_then(value::fixed))
            };
            header.value = preference.map(str::to_owned).or_else(fixed);
            needs.extend(cell(self.required).is_some_and(says_yes).then_some(Need::Always));
            let texts = [description, stated].into_iter().flatten().map(|cell| &*cell.plain);
            needs.extend(texts.chain([written]).flat_map(value::needs));
        }
        if let Some((name, preference)) = named.is_none().then(|| value::open(written)).flatten() {
            name.clone_into(&mut header.name);
            header.description = format!("`{preference}`: {}", header.description);
        }
        let span = row.span;
        Some(HeaderRow { header, needs, span })
    }
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::page;
    use crate::page::api::{HeaderRow, Need};

    fn shown(title: &str, table: &str) -> String {
        let text = format!("# {title}\n\n## Request headers\n\n{table}\n");
        let headers = page(&text).rows.headers;
        let line = |HeaderRow { header, needs, .. }: &HeaderRow| {
            let value = header.value.as_deref();
            let value = value.map_or(String::new(), |value| format!(" = {value}"));
            let needs = needs.iter().map(|need| match need {
                Need::Always => " (required)".to_owned(),
                Need::For(what) => format!(" (required for {what})"),
            });
            format!(
                "{}{value}{}: {}",
                header.name,
                needs.collect::<String>(),
                header.description
            )
        };
        headers.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn headers_in_a_list() {
        let items = "- Authorization: Bearer {token}. Required.\n- **If-Match**: {etag}. Required.\n- ConsistencyLevel: eventual. Required.\n- Prefer: `return=minimal`. Optional.\n\nNote: nothing.";
        insta::assert_snapshot!(shown("Delete widget", items), @r"
        Authorization: Bearer {token}. Required.
        If-Match (required): {etag}. Required.
        ConsistencyLevel = eventual (required): eventual. Required.
        Prefer = return=minimal: `return=minimal`. Optional.
        ");
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
            "Prefer|`wait`. Required for slow calls, otherwise not.",
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
        Prefer = wait (required for slow calls, otherwise not): `wait`. Required for slow calls, otherwise not.
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
        insta::assert_snapshot!(shown("Update widget", &table(&rows)), @"
        If-Match (required): Last known ETag of the widget. Required.
        If-Match (required): eTag. Required; the widget is not changed otherwise.
        Prefer: odata.maxpagesize={x}. Optional.
        Prefer: `return=minimal` or `return=representation`.
        Content-Language: Locale. Optional.
        If-Match (required): The tag.
        Prefer: `widget.zone`: Which zone to use. Optional.
        Widget-Acts-As: Id of a user. Required when an application calls.
        Content-Type: application/json. Required.
        ");
    }

    fn table(rows: &[&str]) -> String {
        let rows: String = rows.iter().map(|row| format!("|{row}|\n")).collect();
        format!("|Name|Description|\n|:--|:--|\n{rows}")
    }
}
