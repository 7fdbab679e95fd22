//! JSON, for other tools. Keys are only ever added.

use super::program;
use crate::diff::{Action, Change, Changes, Impact, Kind, Place, RustItem, Summary, groups};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    changes: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<Value>,
    summary: Summary,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'static str,
    impact: Impact,
    version: &'a str,
    kind: Kind,
    change: &'static str,
    target: &'a str,
    name: &'a str,
    area: &'a str,
    resource: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    baseline: Option<&'a Place>,
    current: Option<&'a Place>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    implied: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<usize>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    wire: bool,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    routes: &'a [String],
    #[serde(skip_serializing_if = "<[RustItem]>::is_empty")]
    items: &'a [RustItem],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    touches: &'a [String],
}

/// `{"format": 1, "changes": [..], "summary": {..}}`. A renamed item is two rows of one id: the old name removed, the new
/// one added. Rows of the same `group` say the same.
pub fn json(changes: &Changes) -> serde_json::Result<String> {
    let groups = groups(&changes.changes);
    let several = groups.iter().filter(|group| group.members.len() > 1);
    let numbers: HashMap<*const Change, usize> = several
        .zip(1..)
        .flat_map(|(group, number)| {
            group
                .members
                .iter()
                .map(move |member| (std::ptr::from_ref(*member), number))
        })
        .collect();
    serde_json::to_string_pretty(&Document {
        format: 1,
        changes: changes
            .changes
            .iter()
            .flat_map(|change| rows(change, numbers.get(&std::ptr::from_ref(change)).copied()))
            .collect(),
        program: changes.program.as_ref().map(program::json),
        summary: changes.summary(),
    })
}

fn rows(change: &Change, group: Option<usize>) -> Vec<Row<'_>> {
    let row = |action: &'static str, name| Row {
        id: change.rule.id(),
        impact: change.impact,
        version: &change.version.0,
        kind: change.kind,
        change: action,
        target: if change.kind.is_whole() { name } else { &change.target },
        name,
        area: &change.area,
        resource: &change.resource,
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        baseline: change.baseline.as_ref(),
        current: change.current.as_ref(),
        implied: change.implied,
        group,
        wire: change.wire,
        routes: if change.kind.is_whole() { &change.routes } else { &[] },
        items: &change.items,
        touches: &change.touches,
    };
    let name = change.name.as_str();
    match change.action {
        Action::Added => vec![row("added", name)],
        Action::Removed => vec![row("removed", name)],
        Action::Changed => vec![row("changed", name)],
        Action::Renamed => vec![
            row("removed", change.before.as_deref().unwrap_or(name)),
            row("added", change.after.as_deref().unwrap_or(name)),
        ],
    }
}
