//! Adds the members that value lists name and the member table lacks.

use super::decide::members;
use super::reason;
use super::spans::Spans;
use crate::model::{Account, EnumType, Member, Origin, StructuredType};

/// Adds them at the end of the tables.
pub(super) fn add(types: &[StructuredType], enums: &mut [EnumType], spans: &Spans<'_>, account: &mut Account) {
    let lists = members::lists(types);
    for item in enums {
        for row in lists.get(&item.name).into_iter().flatten() {
            for name in members::of_row(&item.members, row).value {
                account.guessed(&reason::MEMBER_OF_ROW, spans.place(&row.origin));
                item.members.push(member(name, &row.origin));
            }
        }
    }
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
