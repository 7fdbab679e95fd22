//! Pages that are there but cannot be read: nothing is known about their items, so none of them is gone.

use super::{Action, Change, Changes, Impact, Kind, Rule};
use std::collections::BTreeSet;

impl Changes {
    /// Says of each page of the current side that could not be read just that, instead of that its items are gone. `files`
    /// are the paths of such pages, with the folder of their version.
    pub fn unreadable(&mut self, files: &[String]) {
        let is_unreadable = |change: &Change| {
            let place = change.baseline.as_ref().filter(|_| change.action == Action::Removed);
            let page = place.map(|place| format!("{}/{}", change.version, place.file));
            page.is_some_and(|page| {
                files
                    .iter()
                    .any(|file| *file == page || file.ends_with(&format!("/{page}")))
            })
        };
        let mut told = BTreeSet::new();
        for change in &mut self.changes {
            if !is_unreadable(change) {
                continue;
            }
            let is_first = told.insert((
                change.version.clone(),
                change.baseline.as_ref().map(|place| place.file.clone()),
            ));
            change.implied = !is_first || !change.kind.is_whole();
            change.impact = Impact::Docs;
            change.rule = Rule::PageUnreadable;
            change.action = Action::Changed;
            (change.wire, change.before, change.after) = (false, None, None);
            change.items.clear();
            change.kind = if change.kind.is_whole() {
                change.kind
            } else {
                Kind::Operation
            };
            change.name.clone_from(&change.target);
        }
        self.changes
            .retain(|change| !(change.rule == Rule::PageUnreadable && change.implied));
    }

    /// Keeps only changes of these impacts.
    pub fn only(&mut self, impacts: &[Impact]) {
        self.changes.retain(|change| impacts.contains(&change.impact));
    }
}
