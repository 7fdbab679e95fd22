//! Permissions the other way round: what each of them opens.

use super::index::{Call, Index};
use super::operation::mark;
use crate::model::{Operation, Permissions, Rank, Route, Scheme};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A permission that is not enough alone: a group or another table needs more.
const PART: char = 'p';
const NOTHING: char = '-';

/// For each way to sign in a letter: the rank of the permission for the call, or that it is only a part.
type Marks = [char; 3];

/// Every permission, with the numbers of the calls that it opens and how.
pub(super) fn opened(index: &Index<'_>) -> BTreeMap<String, Vec<(usize, Marks)>> {
    let mut found: BTreeMap<String, BTreeMap<usize, Marks>> = BTreeMap::new();
    for (number, call) in index.calls.iter().enumerate() {
        for (scope, marks) in of_call(call, index) {
            found.entry(scope.to_owned()).or_default().insert(number, marks);
        }
    }
    let lists = found.into_iter();
    lists
        .map(|(scope, calls)| (scope, calls.into_iter().collect()))
        .collect()
}

/// The record of a permission.
pub(super) fn record(calls: &[(usize, Marks)]) -> String {
    let rows = calls
        .iter()
        .map(|(call, marks)| json!([call, marks.iter().collect::<String>()]));
    Value::Array(rows.collect()).to_string()
}

/// The permissions of a call; of several pages that document it, the one that asks for the least counts.
fn of_call<'a>(call: &Call<'a>, index: &Index<'a>) -> BTreeMap<&'a str, Marks> {
    let mut found: BTreeMap<&str, Marks> = BTreeMap::new();
    for (operation, route) in &call.routes {
        let Some(page) = index.schema.operations.get(*operation) else {
            continue;
        };
        for (at, scheme) in Scheme::ALL.into_iter().enumerate() {
            for (scope, mark) in of_page(page, route, scheme) {
                let marks = found.entry(scope).or_insert([NOTHING; 3]);
                if let Some(known) = marks.get_mut(at).filter(|known| order(mark) < order(**known)) {
                    *known = mark;
                }
            }
        }
    }
    found
}

fn order(mark: char) -> usize {
    const ORDER: &str = "luhrcp-";
    ORDER.find(mark).unwrap_or(ORDER.len())
}

/// The permissions that a page names for a route. A permission alone is enough if each of the tables says so.
fn of_page<'a>(page: &'a Operation, route: &Route, scheme: Scheme) -> BTreeMap<&'a str, char> {
    let tables = page.permissions.iter().filter(|table| table.is_for(route.id));
    let tables: Vec<&Permissions> = tables.filter(|table| table.scheme(scheme).names_scopes()).collect();
    let mut found: BTreeMap<&str, (usize, Rank)> = BTreeMap::new();
    let mut parts: BTreeMap<&str, char> = BTreeMap::new();
    for table in &tables {
        let mut seen: BTreeMap<&str, Rank> = BTreeMap::new();
        for choice in table.scheme(scheme).alternatives() {
            for scope in &choice.scopes {
                parts.insert(scope, PART);
            }
            if let [scope] = choice.scopes.as_slice() {
                seen.entry(scope).or_insert(choice.rank);
            }
        }
        for (scope, rank) in seen {
            let entry = found.entry(scope).or_insert((0, rank));
            entry.0 += 1;
            // The least privileged one of one table need not be that of another.
            if rank != Rank::Least {
                entry.1 = rank;
            }
        }
    }
    let whole = found.into_iter().filter(|(_, (count, _))| *count == tables.len());
    parts.extend(whole.map(|(scope, (_, rank))| (scope, mark(rank))));
    parts
}
