//! Walks the revisions and compares the pages about the item.

use super::followed;
use super::index::{Index, file_name};
use super::item::Item;
use crate::cli::failure::Failure;
use crate::diff::{self, Change, Kind, Rule};
use crate::docs::{History, Root, RootError, Step};
use crate::model::{Model, Scheme, Version};
use crate::pipeline::{Error, Generator};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One change of the item.
#[derive(Debug, Serialize)]
pub(super) struct Event {
    pub(super) revision: String,
    pub(super) date: String,
    pub(super) id: &'static str,
    pub(super) version: String,
    /// What has changed, as `diff` names it.
    pub(super) item: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) file: Option<String>,
    pub(super) line: Option<u32>,
}

/// The files of the current state.
#[derive(Default)]
struct State {
    /// Those that may be about the item, with their objects.
    pages: BTreeMap<String, String>,
    /// Every include.
    includes: BTreeMap<String, String>,
}

/// Every change of the item, oldest first.
pub(super) fn events(
    history: &History,
    steps: &[Step],
    item: &Item,
    versions: &[Version],
    index: &mut Index,
) -> Result<Vec<Event>, Failure> {
    learn(history, steps, index)?;
    let pages = followed::pages(steps, item, index);
    let (mut state, mut before, mut found) = (State::default(), Model::default(), Vec::new());
    for step in steps {
        if !state.apply(step, &pages, index) {
            continue;
        }
        let model = model(history, step, &state, versions, index)?;
        let mut changes = diff::compare(&before, &model).changes;
        changes.retain(|change| !change.implied || item.is_part());
        if let Item::Scope(scope) = item {
            // Calls that come and go with the permission are about it, too.
            let has = |change: &Change| change.kind == Kind::Operation && needs(change, [&before, &model], scope);
            changes.retain(|change| item.is_about(change, &BTreeSet::new()) || has(change));
        }
        found.push((step, changes));
        before = model;
    }
    let calls = followed::calls(item, &found);
    let all = found.iter().zip(&calls).flat_map(|((step, changes), calls)| {
        let is_own = move |change: &&Change| matches!(item, Item::Scope(_)) || item.is_about(change, calls);
        changes
            .iter()
            .filter(is_own)
            .map(move |change| event(history, step, change))
    });
    Ok(all.collect())
}

/// Whether an operation that is new or gone needs the permission.
fn needs(change: &Change, [before, after]: [&Model; 2], scope: &str) -> bool {
    let model = match change.rule {
        Rule::OperationAdded => after,
        Rule::OperationRemoved => before,
        _ => return false,
    };
    let place = change.place().map(|place| place.file.as_str());
    let schemas = model.schemas.iter().filter(|schema| schema.version == change.version);
    let own = schemas.flat_map(|schema| &schema.operations);
    let own = own.filter(|operation| Some(operation.file.as_str()) == place);
    let groups = own.flat_map(|operation| &operation.permissions);
    let mut scopes = groups.flat_map(|group| {
        let all = Scheme::ALL
            .into_iter()
            .flat_map(|scheme| group.scheme(scheme).alternatives());
        all.flat_map(|alternative| &alternative.scopes)
    });
    scopes.any(|own| own.eq_ignore_ascii_case(scope))
}

/// Reads the pages that the index does not know yet.
fn learn(history: &History, steps: &[Step], index: &mut Index) -> Result<(), Failure> {
    let files = steps.iter().flat_map(|step| &step.changed);
    let new: BTreeSet<String> = files
        .filter(|(path, _)| is_page(path))
        .filter_map(|(_, object)| object.clone())
        .filter(|object| !index.has(object))
        .collect();
    // A part at a time: the pages of all revisions together may be larger than the memory.
    let new: Vec<String> = new.into_iter().collect();
    for part in new.chunks(4096) {
        for (object, text) in history.texts(part).map_err(RootError::Git)? {
            index.add(&object, &text);
        }
    }
    Ok(())
}

pub(super) fn is_page(path: &str) -> bool {
    let is_markdown = path
        .rsplit_once('.')
        .is_some_and(|(_, end)| end.eq_ignore_ascii_case("md"));
    is_markdown && !path.contains("includes/snippets/")
}

impl State {
    /// Brings the state to a revision. Returns whether a page about the item, or an include of one, is another now.
    fn apply(&mut self, step: &Step, pages: &BTreeSet<&str>, index: &Index) -> bool {
        let used = self.used(index);
        let mut differs = false;
        for (path, object) in step.changed.iter().filter(|(path, _)| is_page(path)) {
            if path.contains("includes/") {
                differs |= used.contains(file_name(&path.to_ascii_lowercase()));
                match object {
                    Some(object) => self.includes.insert(path.clone(), object.clone()),
                    None => self.includes.remove(path),
                };
                continue;
            }
            let about = object.as_ref().filter(|_| pages.contains(path.as_str()));
            let was = match about {
                Some(object) => self.pages.insert(path.clone(), object.clone()),
                None => self.pages.remove(path),
            };
            differs |= was.is_some() || about.is_some();
        }
        differs
    }

    /// The file names of the includes of these pages.
    fn used(&self, index: &Index) -> BTreeSet<String> {
        let keys = self.pages.values().flat_map(|object| index.keys(object));
        keys.filter_map(|key| key.strip_prefix("include:").map(str::to_owned))
            .collect()
    }
}

/// What the pages about the item say.
fn model(history: &History, step: &Step, state: &State, versions: &[Version], index: &Index) -> Result<Model, Failure> {
    if state.pages.is_empty() {
        return Ok(Model::default());
    }
    let used = state.used(index);
    let includes = state.includes.iter();
    let includes = includes.filter(|(path, _)| used.contains(file_name(&path.to_ascii_lowercase())));
    let files = state.pages.iter().chain(includes);
    let files = files.map(|(path, object)| (path.clone(), object.clone())).collect();
    let root = Root::Revision(history.root(&step.revision, files));
    let mut model = match Generator::new().read_root(root) {
        Ok(reading) => reading.model,
        Err(Error::Root(RootError::NoPages { .. } | RootError::NoReadablePage { .. })) => Model::default(),
        Err(error) => return Err(error.into()),
    };
    model
        .schemas
        .retain(|schema| versions.is_empty() || versions.contains(&schema.version));
    Ok(model)
}

fn event(history: &History, step: &Step, change: &Change) -> Event {
    let place = change.place();
    let folder = history.folder();
    let file = place.map(|place| {
        let inside = if place.is_in_include() {
            place.file.clone()
        } else {
            format!("{}/{}", change.version, place.file)
        };
        if folder.is_empty() {
            inside
        } else {
            format!("{folder}/{inside}")
        }
    });
    Event {
        revision: step.revision.clone(),
        date: step.date.clone(),
        id: change.rule.id(),
        version: change.version.0.clone(),
        item: change.item(),
        before: change.before.clone(),
        after: change.after.clone(),
        file,
        line: place.map(|place| place.line),
    }
}
