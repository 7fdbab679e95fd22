//! Pages that are there but cannot be read: nothing is known about their items, so none of them is gone, new or different.

use super::{Action, Change, Changes, Impact, Kind, Place, Rule};
use std::collections::BTreeSet;

impl Changes {
    /// Says of each page that could not be read on one side just that, instead of what its items seem to have become.
    /// `baseline` and `current` are the paths of such pages, with the folder of their version.
    pub fn unreadable(&mut self, baseline: &[String], current: &[String]) {
        if baseline.is_empty() && current.is_empty() {
            return;
        }
        let mut told = BTreeSet::new();
        let mut lost = Vec::new();
        let mut changes = Vec::with_capacity(self.changes.len());
        for change in std::mem::take(&mut self.changes) {
            // What the other side says about a page that one side could not read.
            let places = [(&change.baseline, current), (&change.current, baseline)];
            let place = places
                .into_iter()
                .find_map(|(place, files)| is_page(&change, place.as_ref()?, files).then(|| place.clone())?);
            match place {
                None => changes.push(change),
                Some(place) => {
                    lost.extend(change.items.iter().map(|item| item.path.clone()));
                    let is_first = told.insert((change.version.clone(), place.file.clone()));
                    changes.extend(is_first.then(|| unknown(change, place)));
                }
            }
        }
        changes.retain(|change| !follows(change, &lost));
        self.changes = changes;
    }

    /// Keeps only changes of these impacts.
    pub fn only(&mut self, impacts: &[Impact]) {
        self.changes.retain(|change| impacts.contains(&change.impact));
    }
}

/// Whether a place is in one of these files, which are named with the folder of their version.
fn is_page(change: &Change, place: &Place, files: &[String]) -> bool {
    let page = format!("{}/{}", change.version, place.file);
    let is = |file: &String| *file == page || file.ends_with(&format!("/{page}"));
    files.iter().any(is)
}

/// The change that says of the item's page that it could not be read. Both sides have the file.
fn unknown(change: Change, place: Place) -> Change {
    let kind = match change.kind {
        kind if kind.is_whole() => kind,
        // Names of types have a dot, file names have none.
        _ if change.target.contains('.') => Kind::Type,
        _ => Kind::Operation,
    };
    Change {
        kind,
        name: change.target.clone(),
        action: Action::Changed,
        rule: Rule::PageUnreadable,
        impact: Impact::Docs,
        before: None,
        after: None,
        baseline: Some(place.clone()),
        current: Some(Place { line: 1, ..place }),
        implied: false,
        wire: false,
        items: Vec::new(),
        ..change
    }
}

/// Whether a base has other kinds only because the page of a derived type could not be read.
fn follows(change: &Change, lost: &[String]) -> bool {
    let is_of_kinds = matches!(change.rule, Rule::TypeKindsAdded | Rule::TypeKindsRemoved);
    let is_owner = |path: &str| {
        lost.iter()
            .any(|item| item.rsplit_once("::").is_some_and(|(owner, _)| owner == path))
    };
    is_of_kinds && change.items.iter().any(|item| is_owner(&item.path))
}
