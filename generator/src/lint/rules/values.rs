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

/// What is wrong with the list of a row. Where several tables describe the enum, the one that fits best counts.
fn row_values(set: &Set<'_>, page: &LintPage<'_>, row: (&TypeCell, &Described), origin: &Origin) -> Option<Finding> {
    let (cell, described) = row;
    let local = cell.name().map(|name| name.rsplit('.').next().unwrap_or(name));
    if described.values.is_empty() {
        return None;
    }
    let tables = set.types.members(page.version, local?);
    let told = tables.iter().map(|(place, rows)| {
        let owner = set.pages.get(*place).unwrap_or(page);
        of_table(page, owner, rows, described, origin)
    });
    let told: Option<Vec<(usize, Finding)>> = told.collect();
    let best = told?.into_iter().min_by_key(|(count, _)| *count);
    best.map(|(_, finding)| finding)
}

fn of_table(
    page: &LintPage<'_>,
    owner: &LintPage<'_>,
    rows: &EnumRows,
    described: &Described,
    origin: &Origin,
) -> Option<(usize, Finding)> {
    if rows.members.is_empty() {
        return None;
    }
    let values = described.values.iter();
    let mut found = values.filter_map(|value| unknown(page, owner, rows, value, origin));
    let Some(mut first) = found.next() else {
        // A list that has other values is about something else.
        return left_out(page, rows, described, origin);
    };
    // One finding a row, with the fixes of all its values.
    let others: Vec<Finding> = found.collect();
    if !others.is_empty() {
        first.diagnostic.message += &format!(", nor {} more of this row", others.len());
    }
    let count = others.len() + 1;
    let fixes = others.into_iter().filter_map(|other| other.fix);
    first.fix = fixes.fold(first.fix.take(), |all, fix| {
        Some(all.map_or(fix.clone(), |all| all.and(fix)))
    });
    Some((count, first))
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
        Some(same) if is_exact => finding.help(format!("the member is `{same}`")).unsafe_fix(place, same),
        Some(same) => finding.help(format!("the member is `{same}`")),
        None => match nearest(value, names()) {
            Some(near) => finding.help(format!("is `{near}` meant?")),
            None => finding,
        },
    })
}

/// One in so many.
const FEW: usize = 4;

fn left_out(page: &LintPage<'_>, rows: &EnumRows, described: &Described, origin: &Origin) -> Option<(usize, Finding)> {
    let listed = |name: &str| described.values.iter().any(|value| value.eq_ignore_ascii_case(name));
    let missing: Vec<&str> = rows
        .members
        .iter()
        .map(|member| member.name.as_str())
        .filter(|name| !listed(name) && !name.eq_ignore_ascii_case(SENTINEL) && *name != "null")
        .collect();
    let first = missing.first()?;
    // Not every call takes every value: a body that lists two of three says which. A list that lacks few of many is old.
    if page.page.api.is_some() && missing.len() * FEW >= rows.members.len() {
        return None;
    }
    // "Supports a subset of the values for **heatLevel**."
    let row = page.sources.text(page.span(origin)).to_lowercase();
    if row.contains("subset of") {
        return None;
    }
    let more = match missing.len() {
        1 => String::new(),
        count => format!(" and {} more", count - 1),
    };
    let message = format!("the list leaves out `{first}`{more} of `{}`", rows.name);
    let finding = Finding::new(&MEMBER_WITHOUT_VALUE, page.span(origin), message);
    Some((missing.len(), finding))
}
