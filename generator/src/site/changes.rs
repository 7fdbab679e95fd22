//! What changed since the baseline, as records.

use super::shard::{Shards, json};
use crate::diff::{Action, Change, Changes, Impact, Kind, Summary};
use crate::emit::write::Files;
use serde::Serialize;

#[derive(Serialize)]
struct Record<'a> {
    version: &'a str,
    impact: Impact,
    kind: Kind,
    action: &'static str,
    /// The kind of change, as `generator explain` tells about it.
    id: &'static str,
    area: &'a str,
    target: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

/// What the first page says about the changes.
#[derive(Debug, Serialize)]
pub(super) struct Overview {
    summary: Summary,
    starts: Vec<usize>,
    count: usize,
}

/// Adds the files of the changes. What follows from another change is left out: the properties of a type that is new.
pub(super) fn write(changes: &Changes, files: &mut Files) -> Overview {
    let mut told: Vec<&Change> = changes.changes.iter().filter(|change| !change.implied).collect();
    let permissions_first = |change: &&Change| change.kind != Kind::Permission;
    told.sort_by_key(|change| (permissions_first(change), change.impact));
    let records: Vec<String> = told.iter().map(|change| json(&record(change))).collect();
    let count = records.len();
    let shards = Shards::pack(records);
    let starts = shards.starts.clone();
    shards.write("changes", files);
    Overview {
        summary: changes.summary(),
        starts,
        count,
    }
}

fn record(change: &Change) -> Record<'_> {
    Record {
        version: &change.version.0,
        impact: change.impact,
        kind: change.kind,
        action: match change.action {
            Action::Added => "added",
            Action::Removed => "removed",
            Action::Changed => "changed",
            Action::Renamed => "renamed",
        },
        id: change.rule.id(),
        area: &change.area,
        target: &change.target,
        name: &change.name,
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        file: change.place().map(|place| place.file.as_str()),
        line: change.place().map(|place| place.line),
    }
}
