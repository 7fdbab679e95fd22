//! Listed values against the members of their enum.

use super::nearest;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Origin, SENTINEL};
use crate::page::{Described, EnumRows, TypeCell};
use crate::source::codes::three_ways::{MEMBER_WITHOUT_VALUE, VALUE_WITHOUT_MEMBER};

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    if let Some(resource) = &page.page.resource {
        for row in &resource.properties {
            found.extend(row_values(set, page, (&row.type_cell, &row.described), &row.origin));
        }
    }
    if let Some(api) = &page.page.api {
        for row in &api.parameters {
            found.extend(row_values(set, page, (&row.type_cell, &row.described), &row.origin));
        }
    }
}

fn row_values(set: &Set<'_>, page: &LintPage<'_>, row: (&TypeCell, &Described), origin: &Origin) -> Vec<Finding> {
    let (cell, described) = row;
    let local = cell.name().map(|name| name.rsplit('.').next().unwrap_or(name));
    let members = local.and_then(|name| set.types.members(page.version, name));
    let Some((place, rows)) = members.filter(|_| !described.values.is_empty()) else {
        return Vec::new();
    };
    if rows.members.is_empty() {
        return Vec::new();
    }
    let owner = set.pages.get(place).unwrap_or(page);
    let mut found: Vec<Finding> = described
        .values
        .iter()
        .filter_map(|value| unknown(page, owner, rows, value, origin))
        .collect();
    // One finding a row; its fix goes on with the next value.
    if found.len() > 1 {
        let more = found.len() - 1;
        found.truncate(1);
        for first in &mut found {
            first.diagnostic.message += &format!(", nor {more} more of this row");
        }
    }
    // A list that has other values is about something else.
    if found.is_empty() {
        found.extend(left_out(page, rows, described, origin));
    }
    found
}

fn unknown(
    page: &LintPage<'_>,
    owner: &LintPage<'_>,
    rows: &EnumRows,
    value: &str,
    origin: &Origin,
) -> Option<Finding> {
    let names = || rows.members.iter().map(|member| member.name.as_str());
    let is_number = value.parse::<i64>().is_ok();
    if names().any(|name| name == value) || value.eq_ignore_ascii_case(SENTINEL) || is_number || value == "null" {
        return None;
    }
    let place = page.word(origin, value);
    let message = format!("`{}` has no member `{value}`", rows.name);
    let finding = Finding::new(&VALUE_WITHOUT_MEMBER, place, message).label(owner.span(&rows.origin), "the enum");
    let is_exact = page.sources.text(place) == value;
    Some(match names().find(|name| name.eq_ignore_ascii_case(value)) {
        // Only the first value of a row is told: the others stay for the author.
        Some(same) if is_exact => finding.help(format!("the member is `{same}`")).unsafe_fix(place, same),
        Some(same) => finding.help(format!("the member is `{same}`")),
        None => match nearest(value, names()) {
            Some(near) => finding.help(format!("is `{near}` meant?")),
            None => finding,
        },
    })
}

fn left_out(page: &LintPage<'_>, rows: &EnumRows, described: &Described, origin: &Origin) -> Option<Finding> {
    let listed = |name: &str| described.values.iter().any(|value| value.eq_ignore_ascii_case(name));
    let missing: Vec<&str> = rows
        .members
        .iter()
        .map(|member| member.name.as_str())
        .filter(|name| !listed(name) && !name.eq_ignore_ascii_case(SENTINEL) && *name != "null")
        .collect();
    let first = missing.first()?;
    let more = match missing.len() {
        1 => String::new(),
        count => format!(" and {} more", count - 1),
    };
    let message = format!("the list leaves out `{first}`{more} of `{}`", rows.name);
    Some(Finding::new(&MEMBER_WITHOUT_VALUE, page.span(origin), message))
}
