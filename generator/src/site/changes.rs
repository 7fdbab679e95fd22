//! What changed since the baseline, as records.

use super::shard::{Shards, json};
use crate::diff::{Action, Change, Changes, Impact, Kind, Summary};
use crate::emit::write::Files;
use crate::model::{Model, Version};
use rustc_hash::FxHashMap;
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
    /// A call of the page, if the site has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<&'a Call<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

/// A method and a path.
type Call<'a> = (&'static str, &'a str);

/// The first call of each page, by version and file.
type Calls<'a> = FxHashMap<(&'a Version, &'a str), Call<'a>>;

fn calls(model: &Model) -> Calls<'_> {
    let pages = model
        .schemas
        .iter()
        .flat_map(|schema| schema.operations.iter().map(move |page| (&schema.version, page)));
    let first = pages.filter_map(|(version, page)| {
        let route = page.routes.first()?;
        let call = (route.method.as_str(), route.path.template());
        Some(((version, page.file.as_str()), call))
    });
    first.collect()
}

/// What the first page says about the changes.
#[derive(Debug, Serialize)]
pub(super) struct Overview {
    summary: Summary,
    starts: Vec<usize>,
    count: usize,
}

/// Adds the files of the changes. What follows from another change is left out: the properties of a type that is new.
pub(super) fn write(changes: &Changes, model: &Model, files: &mut Files) -> Overview {
    let calls = calls(model);
    let mut told: Vec<&Change> = changes.changes.iter().filter(|change| !change.implied).collect();
    let permissions_first = |change: &&Change| change.kind != Kind::Permission;
    told.sort_by_key(|change| (permissions_first(change), change.impact));
    let records: Vec<String> = told.iter().map(|change| json(&record(change, &calls))).collect();
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

fn record<'a>(change: &'a Change, calls: &'a Calls<'_>) -> Record<'a> {
    let file = change.place().map(|place| place.file.as_str());
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
        call: file.and_then(|file| calls.get(&(&change.version, file))),
        file,
        line: change.place().map(|place| place.line),
    }
}
