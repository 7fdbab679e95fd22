//! Adds the members that value lists name and the member table lacks.

use super::decide::{Decided, members};
use super::reason;
use super::spans::Spans;
use crate::model::{Account, EnumType, Member, Origin, Property, StructuredType};

/// Adds them at the end of the tables.
pub(super) fn add(types: &[StructuredType], enums: &mut [EnumType], spans: &Spans<'_>, account: &mut Account) {
    let lists = members::lists(types);
    for item in enums {
        let rows = lists.get(&item.name).into_iter().flatten().copied();
        for (row, decided) in of_rows(&mut item.members, rows) {
            for _ in decided.value {
                account.guessed(&reason::MEMBER_OF_ROW, spans.place(&row.origin));
            }
        }
    }
}

/// Adds the values of each row to the members, and tells what was decided about them.
pub(super) fn of_rows<'a>(
    known: &mut Vec<Member>,
    rows: impl Iterator<Item = &'a Property>,
) -> Vec<(&'a Property, Decided<'a, Vec<&'a str>>)> {
    let of_row = |row: &'a Property| {
        let decided = members::of_row(known, row);
        known.extend(decided.value.iter().map(|name| member(name, &row.origin)));
        (row, decided)
    };
    rows.map(of_row).collect()
}

/// A member that only a row names.
pub(super) fn member(name: &str, origin: &Origin) -> Member {
    Member {
        name: name.to_owned(),
        value: None,
        description: String::new(),
        deprecated: None,
        origin: origin.clone(),
    }
}
