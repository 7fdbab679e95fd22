//! How many changes each area has, which both reports for people begin with.

use crate::diff::{Change, Changes, Impact};
use std::collections::BTreeMap;

/// More areas than these are added up.
const MOST: usize = 12;

/// A row: version, area, and the number of changes of each impact.
pub(super) struct Row {
    pub(super) version: String,
    pub(super) area: String,
    /// Whether it stands for all other areas; then `area` says how many.
    pub(super) rest: bool,
    /// Breaking, additive, docs.
    pub(super) counts: [usize; 3],
}

/// The areas with the most breaking changes first, within their version. What follows from other changes is not counted.
pub(super) fn rows(changes: &Changes) -> Vec<Row> {
    let mut areas: BTreeMap<(&str, &str), [usize; 3]> = BTreeMap::new();
    for change in changes.changes.iter().filter(|change| !change.implied) {
        let counts = areas.entry((&change.version.0, &change.area)).or_default();
        if let Some(count) = counts.get_mut(column(change)) {
            *count += 1;
        }
    }
    let mut versions: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for ((version, area), counts) in areas {
        versions.entry(version).or_default().push(Row {
            version: version.to_owned(),
            area: area.to_owned(),
            rest: false,
            counts,
        });
    }
    versions.into_values().flat_map(shortened).collect()
}

fn shortened(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| std::cmp::Reverse(row.counts));
    let rest = rows.split_off(rows.len().min(MOST));
    if let Some(first) = rest.first() {
        let mut counts = [0; 3];
        for row in &rest {
            for (sum, count) in counts.iter_mut().zip(row.counts) {
                *sum += count;
            }
        }
        rows.push(Row {
            version: first.version.clone(),
            area: format!("{} more areas", rest.len()),
            rest: true,
            counts,
        });
    }
    rows
}

fn column(change: &Change) -> usize {
    match change.impact {
        Impact::Breaking => 0,
        Impact::Additive => 1,
        Impact::Docs => 2,
    }
}
