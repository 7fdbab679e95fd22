//! The table of national clouds (on today's pages by include).

use super::section::Placed;
use crate::markdown::{Block, Cell, Table};
use crate::model::CloudAvailability;

/// A column's place in the model.
type Field = fn(&mut CloudAvailability) -> &mut bool;

/// How the header of a column starts, lower case.
const COLUMNS: &[(&str, Field)] = &[
    ("global", |clouds| &mut clouds.global),
    ("us government l4", |clouds| &mut clouds.us_government_l4),
    ("us government l5", |clouds| &mut clouds.us_government_l5),
    ("china", |clouds| &mut clouds.china),
];

/// What a cell says for yes.
const YES: &[&str] = &["\u{2705}", "\u{2714}", "\u{2713}", "yes", "y"];

/// Reads the first table with cloud columns.
pub(super) fn read(placed: &[Placed<'_>]) -> Option<CloudAvailability> {
    placed
        .iter()
        .flat_map(|place| &place.section.blocks)
        .find_map(|block| match block {
            Block::Table(table) => availability(table),
            _ => None,
        })
}

fn availability(table: &Table) -> Option<CloudAvailability> {
    let fields: Vec<Option<Field>> = table.header.iter().map(field).collect();
    if fields.iter().flatten().count() < 2 {
        return None;
    }
    let mut clouds = CloudAvailability::default();
    let cells = table.rows.first()?.cells.iter();
    for (cell, field) in cells.zip(fields) {
        if let Some(field) = field {
            *field(&mut clouds) = is_yes(cell);
        }
    }
    Some(clouds)
}

fn field(header: &Cell) -> Option<Field> {
    let words = header.plain.trim().to_lowercase();
    let column = COLUMNS.iter().find(|(start, _)| words.starts_with(start))?;
    Some(column.1)
}

fn is_yes(cell: &Cell) -> bool {
    let words = cell.plain.trim().to_lowercase();
    YES.iter().any(|yes| words.trim_end_matches('\u{fe0f}') == *yes)
}

#[cfg(test)]
mod tests {
    use crate::page::api::sample::page;

    fn shown(cells: &str) -> String {
        let text = format!(
            "# List widgets\n\nWhere it works:\n\n|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n\
             |:--|:--|:--|:--|\n{cells}\n"
        );
        format!("{:?}", page(&text).rows.clouds)
    }

    #[test]
    fn check_marks_and_crosses() {
        insta::assert_snapshot!(shown("|\u{2705}|\u{274c}|\u{2705}|\u{274c}|"), @"Some(CloudAvailability { global: true, us_government_l4: false, us_government_l5: true, china: false })");
        insta::assert_snapshot!(shown("|Yes|\u{2714}\u{fe0f}|No||"), @"Some(CloudAvailability { global: true, us_government_l4: true, us_government_l5: false, china: false })");
    }

    #[test]
    fn pages_without_the_table() {
        assert_eq!(
            page("# List widgets\n\n|Name|Value|\n|:--|:--|\n|Global|x|\n")
                .rows
                .clouds,
            None
        );
    }
}
