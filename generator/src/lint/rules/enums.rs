//! Tables of members of the same enum that differ.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::SENTINEL;
use crate::page::EnumRows;
use crate::source::codes::three_ways::ENUM_TABLES;
use std::collections::BTreeSet;

pub(super) fn check(set: &Set<'_>, found: &mut Vec<Finding>) {
    for tables in set.types.enums() {
        let [(first, rows), others @ ..] = tables else { continue };
        for (place, other) in others {
            let (Some(owner), Some(page)) = (set.pages.get(*first), set.pages.get(*place)) else {
                continue;
            };
            let (one, two) = (names(rows), names(other));
            // Enums of different namespaces may have the same name.
            if rows.name != other.name || namespace(owner) != namespace(page) || one.is_disjoint(&two) {
                continue;
            }
            if let Some(name) = one.symmetric_difference(&two).next() {
                let message = if one.contains(name) {
                    format!("this table of `{}` lacks `{name}`, and another one has it", rows.name)
                } else {
                    format!("this table of `{}` has `{name}`, and another one lacks it", rows.name)
                };
                let place = page.span(&other.origin);
                found.push(
                    Finding::new(&ENUM_TABLES, place, message).label(owner.span(&rows.origin), "the other table"),
                );
            }
        }
    }
}

/// The members; the placeholder of members to come is left out of many tables.
fn names(rows: &EnumRows) -> BTreeSet<&str> {
    let names = rows.members.iter().map(|member| member.name.as_str());
    names.filter(|name| !name.eq_ignore_ascii_case(SENTINEL)).collect()
}

/// `enums-callrecords.md` is about the namespace `callRecords`.
fn namespace<'a>(page: &LintPage<'a>) -> Option<&'a str> {
    page.stem().strip_prefix("enums-")
}
