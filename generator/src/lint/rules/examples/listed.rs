//! Texts of examples against the values of their enum, or of their row.

use super::super::nearest;
use super::{Reader, Slot};
use crate::json::Value;
use crate::lint::Finding;
use crate::model::{EnumOrigin, EnumType, Primitive, TypeName};
use crate::source::codes::example::UNKNOWN_VALUE;

/// Where values are listed.
struct Listed<'l> {
    names: Vec<&'l str>,
    /// The enum, if its members have a table of their own: a list in a sentence may be of examples.
    table: Option<&'l EnumType>,
}

impl Reader<'_, '_> {
    /// A text that is none of the listed ones.
    pub(super) fn listed(&self, slot: Slot<'_>, text: &str, value: &Value<'_>) -> Option<Finding> {
        let members = slot.type_ref.as_named().and_then(|name| self.known.enumeration(name));
        let listed = Listed::of(slot, members)?;
        let is_set = members.is_some_and(|item| item.flags) || slot.facets.combinable || text.contains(',');
        let words: Vec<&str> = if is_set {
            text.split(',').map(str::trim).collect()
        } else {
            vec![text]
        };
        let odd = words.into_iter().find(|word| !listed.names.contains(word))?;
        if listed.names.is_empty() || is_sample(odd) {
            return None;
        }
        self.odd(slot, odd, odd == text, value, &listed)
    }

    fn odd(&self, slot: Slot<'_>, odd: &str, whole: bool, value: &Value<'_>, listed: &Listed<'_>) -> Option<Finding> {
        let inside = value.range.start + 1..value.range.end.saturating_sub(1);
        let place = self.span(&inside);
        let row = self.place(slot.origin, slot.name);
        let new = |message: String| Finding::new(&UNKNOWN_VALUE, place, message);
        if let Some(same) = listed.names.iter().find(|known| known.eq_ignore_ascii_case(odd)) {
            let finding = match listed.table {
                Some(item) => {
                    let table = self.place(&item.origin, same);
                    new(format!(
                        "`{odd}` is spelled `{same}` in the table of `{}`",
                        item.name.name
                    ))
                    .label(table, "the table")
                }
                None => {
                    new(format!("`{odd}` is spelled `{same}` in the values of `{}`", slot.name)).label(row, "the row")
                }
            };
            return Some(match (whole && self.start.is_some(), listed.table) {
                (false, _) => finding,
                (true, Some(_)) => finding.fix(place, *same),
                // Examples are often copied from the service, and lists in sentences are written by hand.
                (true, None) => finding.unsafe_fix(place, *same),
            });
        }
        let finding = new(format!("`{odd}` is no value of `{}`", slot.name)).label(row, "the row");
        match nearest(odd, listed.names.iter().copied()) {
            Some(near) => Some(finding.help(format!("is `{near}` meant?"))),
            None => listed.table.map(|_| finding),
        }
    }
}

impl<'l> Listed<'l> {
    fn of(slot: Slot<'l>, members: Option<&'l EnumType>) -> Option<Self> {
        let names = match members {
            Some(item) => item.members.iter().map(|member| member.name.as_str()).collect(),
            None if slot.type_ref.name == TypeName::Primitive(Primitive::String) => {
                slot.values.iter().map(String::as_str).collect()
            }
            None => return None,
        };
        let is_table = |item: &&EnumType| matches!(item.documented_in, EnumOrigin::Page | EnumOrigin::Section);
        Some(Self {
            names,
            table: members.filter(is_table),
        })
    }
}

/// "String", "A | B", "...", "7" stand for values.
fn is_sample(text: &str) -> bool {
    text.contains([' ', '|', '.', '<', '{', '-'])
        || text.eq_ignore_ascii_case("string")
        || text.is_empty()
        || text.parse::<i64>().is_ok()
}
