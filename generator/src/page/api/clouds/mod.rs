//! National clouds: a table of check marks, which today's pages include, or else the name of that include.

mod mark;
mod name;

pub use name::clouds_of_name;

use super::CloudRows;
use super::section::Placed;
use crate::markdown::{Block, Cell, Row, Table, Text};
use crate::model::{Account, CloudAvailability, Reason};
use crate::page::Context;
use crate::page::reason::clouds as reason;
use crate::page::vocabulary::clouds::{CLOUDS, CloudWord};
use crate::page::vocabulary::meaning;
use crate::source::codes::cloud as codes;
use crate::source::{Code, Diagnostic, Span};

/// A column's place in the model.
type Field = fn(&mut CloudAvailability) -> &mut bool;

/// Why a table was not read.
struct Problem {
    reason: &'static Reason,
    code: &'static Code,
    span: Span,
    message: String,
    words: String,
}

/// Reads the first table with cloud columns, and the name of the include that it comes from or should come from.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>], account: &mut Account) -> CloudRows {
    let blocks = || placed.iter().flat_map(|place| &place.section.blocks);
    let table = blocks().find_map(|block| match block {
        Block::Table(table) => Some((table, Layout::of(table)?)),
        _ => None,
    });
    let file = table.as_ref().map(|(table, _)| table.span.file);
    let included = file.filter(|file| *file != context.file);
    let name = match (&table, included) {
        (Some((table, _)), Some(file)) => clouds_of_name(context.sources.path(file)).map(|clouds| (clouds, table.span)),
        (Some(_), None) => None,
        (None, _) => blocks().find_map(unread_include),
    };
    let table = table.map(|(table, layout)| availability(table, &layout).map(|clouds| (clouds, table.span)));
    record(table.as_ref(), name, account);
    let table = table.and_then(Result::ok);
    let origin = table.or(name).map(|(_, span)| context.origin(span));
    CloudRows { table, name, origin }
}

/// Puts the fact into the account, once.
fn record(
    table: Option<&Result<(CloudAvailability, Span), Problem>>,
    name: Option<(CloudAvailability, Span)>,
    account: &mut Account,
) {
    let problem = match table {
        Some(Ok(_)) => return account.read(crate::model::Fact::Clouds),
        Some(Err(problem)) => Some(problem),
        None => None,
    };
    if let Some(problem) = problem {
        account.report(Diagnostic::new(problem.code, problem.span, problem.message.as_str()));
    }
    match (name, problem) {
        (Some((_, span)), _) => account.guessed(&reason::OF_NAME, span),
        (None, Some(problem)) => account.unread(problem.reason, problem.span, &problem.words),
        (None, None) => {}
    }
}

/// An include line that was not replaced by its file, when its name is that of clouds.
fn unread_include(block: &Block) -> Option<(CloudAvailability, Span)> {
    let of_name = |path: &str, span| Some((clouds_of_name(path)?, span));
    match block {
        Block::Include(include) => of_name(&include.path, include.span),
        Block::Paragraph(text) => text
            .first_include()
            .and_then(|found| of_name(&found.include.path, text.span)),
        _ => None,
    }
}

/// Where a table about clouds has them, two of them at least.
enum Layout {
    /// Each in a column.
    Columns(Vec<Option<Field>>),
    /// Each in a row: `National cloud | Available`.
    Rows(Vec<Option<Field>>),
}

impl Layout {
    fn of(table: &Table) -> Option<Self> {
        let fields: Vec<Option<Field>> = table.header.iter().map(column).collect();
        if fields.iter().flatten().count() >= 2 {
            return Some(Self::Columns(fields));
        }
        if !table.header.first()?.plain.to_lowercase().contains("cloud") {
            return None;
        }
        let of_row = |row: &Row| row.cells.first().and_then(column);
        let fields: Vec<Option<Field>> = table.rows.iter().map(of_row).collect();
        (fields.iter().flatten().count() >= 2).then_some(Self::Rows(fields))
    }

    /// The cells of a table with the clouds that they are about; nothing for a table without a row.
    fn cells<'t>(&self, table: &'t Table) -> Option<Vec<(&'t Cell, Field)>> {
        let pair = |(cell, field): (&'t Cell, &Option<Field>)| field.map(|field| (cell, field));
        match self {
            Self::Columns(fields) => {
                let row = table.rows.first()?;
                Some(row.cells.iter().zip(fields).filter_map(pair).collect())
            }
            Self::Rows(fields) => {
                let cells = table.rows.iter().zip(fields);
                let pairs = cells.filter_map(|(row, field)| pair((row.cells.get(1)?, field)));
                Some(pairs.collect())
            }
        }
    }
}

/// The cloud of a header: that of its first word for a single one.
fn column(header: &Cell) -> Option<Field> {
    let mut words = header.plain.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| match meaning(CLOUDS, word)? {
        CloudWord::Global => Some((|clouds| &mut clouds.global) as Field),
        CloudWord::L4 => Some(|clouds| &mut clouds.us_government_l4),
        CloudWord::L5 => Some(|clouds| &mut clouds.us_government_l5),
        CloudWord::China => Some(|clouds| &mut clouds.china),
        CloudWord::All | CloudWord::Government | CloudWord::Other => None,
    })
}

fn availability(table: &Table, layout: &Layout) -> Result<CloudAvailability, Problem> {
    let mut clouds = CloudAvailability::default();
    let cells = layout.cells(table).ok_or_else(|| Problem {
        reason: &reason::NO_MARK,
        code: &codes::UNKNOWN_MARK,
        span: table.span,
        message: "the table of national clouds has no row".to_owned(),
        words: String::new(),
    })?;
    for (cell, field) in cells {
        *field(&mut clouds) = mark::read(&cell.plain).ok_or_else(|| unknown(cell))?;
    }
    if clouds == CloudAvailability::default() {
        return Err(Problem {
            reason: &reason::NOWHERE,
            code: &codes::NOWHERE,
            span: table.span,
            message: "the table of national clouds says that the operation is available in none".to_owned(),
            words: String::new(),
        });
    }
    Ok(clouds)
}

fn unknown(cell: &Text) -> Problem {
    let words = cell.plain.trim();
    Problem {
        reason: &reason::UNKNOWN_MARK,
        code: &codes::UNKNOWN_MARK,
        span: cell.span,
        message: format!("`{words}` is no known mark for an available or missing cloud"),
        words: words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::{Sample, page};

    const HEADER: &str = "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|";

    fn read(header: &str, rows: &str) -> Sample {
        page(&format!(
            "# List widgets\n\nWhere it works:\n\n{header}\n|:--|:--|:--|:--|\n{rows}\n"
        ))
    }

    fn shown(sample: &Sample) -> String {
        let clouds = &sample.rows.clouds;
        let of = |stated: Option<(crate::model::CloudAvailability, _)>| {
            stated.map_or("-".to_owned(), |(clouds, _)| clouds.to_string())
        };
        let mut lines = vec![format!("table: {}; name: {}", of(clouds.table), of(clouds.name))];
        let counts = sample.counts();
        lines.extend(
            counts
                .lines()
                .filter(|line| line.starts_with("Clouds"))
                .map(str::to_owned),
        );
        let found = sample.diagnostics.iter();
        lines.extend(found.map(|found| format!("{}: {}", found.code, found.message)));
        lines.join("\n")
    }

    #[test]
    fn marks_of_each_kind() {
        let rows = [
            "|\u{2705}|\u{274c}|\u{2705}|\u{274c}|",
            "|Yes|\u{2714}\u{fe0f}|No||",
            "| :white_check_mark: | :x: | :heavy_check_mark: | :x: |",
            "|:check_mark:|\u{2716}|Not available|Available|",
        ];
        let lines: Vec<_> = rows.iter().map(|row| shown(&read(HEADER, row))).collect();
        insta::assert_snapshot!(lines.join("\n"), @r"
        table: global service, US Government L5 (DOD); name: -
        table: global service, US Government L4; name: -
        table: global service, US Government L5 (DOD); name: -
        table: global service, China operated by 21Vianet; name: -
        ");
    }

    #[test]
    fn columns_in_other_words() {
        let sample = read(
            "|Global|US Gov DoD|China (21Vianet)|US Gov L4|",
            "|:x:|:white_check_mark:|:x:|:x:|",
        );
        insta::assert_snapshot!(shown(&sample), @"table: US Government L5 (DOD); name: -");
    }

    #[test]
    fn marks_that_are_not_known_and_tables_without_a_yes_are_told() {
        insta::assert_snapshot!(shown(&read(HEADER, "|:white_check_mark:|:wink:|:x:|:x:|")), @r"
        table: -; name: -
        Clouds unread 1: unknown mark
        cloud-mark-unknown: `:wink:` is no known mark for an available or missing cloud
        ");
        insta::assert_snapshot!(shown(&read(HEADER, "|:x:|:x:|:x:|:x:|")), @r"
        table: -; name: -
        Clouds unread 1: available in no cloud
        cloud-nowhere: the table of national clouds says that the operation is available in none
        ");
        insta::assert_snapshot!(shown(&read(HEADER, "")), @r"
        table: -; name: -
        Clouds unread 1: table without marks
        cloud-mark-unknown: the table of national clouds has no row
        ");
    }

    #[test]
    fn an_include_that_is_not_there_says_it_by_its_name() {
        let line = page("# List widgets\n\n[!INCLUDE [clouds](../../includes/global-china.md)]\n");
        insta::assert_snapshot!(shown(&line), @r"
        table: -; name: global service, China operated by 21Vianet
        Clouds guessed 1: the name of an include says it
        ");
        let inline = page("# List widgets\n\nAvailable in [!INCLUDE [clouds](../../includes/global-us-l4.md)].\n");
        insta::assert_snapshot!(shown(&inline), @r"
        table: -; name: global service, US Government L4
        Clouds guessed 1: the name of an include says it
        ");
    }

    #[test]
    fn a_cloud_in_each_row() {
        let rows = "|Global service|:white_check_mark:|\n|US Government L4|:x:|\n|China operated by 21Vianet|Yes|\n";
        let text = format!("# List widgets\n\n|National cloud|Available|\n|:--|:--|\n{rows}");
        insta::assert_snapshot!(shown(&page(&text)), @"table: global service, China operated by 21Vianet; name: -");
    }

    #[test]
    fn pages_without_clouds() {
        let sample =
            page("# List widgets\n\n[!INCLUDE [x](../includes/note.md)]\n\n|Name|Value|\n|:--|:--|\n|Global|x|\n");
        assert_eq!(sample.rows.clouds, super::CloudRows::default());
    }
}
