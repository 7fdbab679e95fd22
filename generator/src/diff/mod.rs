//! What has changed between two models, and what that does to users of the emitted crate.
//!
//! Items are matched by identity (a type by its name, an operation by its page or its routes), never by position.
//! Moving a page or reordering rows is not a change. Each comparison destructures an item field by field, so that a
//! field added to the model does not compile until somebody has decided what a change of it means.
//!
//! [`compare`] returns [`Changes`], [`render`] prints them, and [`accept`] removes the accepted ones.

pub mod accept;
mod adopt;
mod alike;
mod areas;
mod change;
mod claim;
mod context;
mod enums;
mod exchange;
mod facets;
mod fold;
mod follow;
mod group;
mod hierarchy;
mod listing;
mod moves;
mod needed;
mod operations;
mod options;
mod pair;
mod parameters;
mod parts;
mod permissions;
mod program;
mod properties;
mod rename;
pub mod render;
mod renewed;
mod replaced;
mod responses;
mod routes;
mod rows;
mod schema;
mod subject;
mod summary;
mod surface;
mod telling;
mod touched;
mod types;
mod unexplained;
mod unreadable;

pub use crate::emit::surface::{Aspect, Effect};
pub use crate::source::codes::Rule;
pub use change::{Action, Change, Impact, Kind, Place, RustItem};
pub use group::{Group, groups};
pub(crate) use program::{Regrant, Touched};
pub use summary::{Semver, Summary};

use crate::emit::surface::{Difference, Surface, compare as compare_surfaces};
use crate::model::{Model, Schema, Version};
use follow::Followed;
use rayon::prelude::*;
use std::collections::BTreeMap;
use surface::Verdict;

/// Everything that differs, sorted by version, area, resource, owner and item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The changes.
    pub changes: Vec<Change>,
    /// How many changes were removed because the file of accepted changes lists them.
    pub accepted: usize,
    /// The program that the changes were narrowed to.
    pub(crate) program: Option<Touched>,
}

impl Changes {
    /// The number of changes of each impact, and the verdict.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.changes, self.accepted)
    }
}

/// The surfaces of two crates.
#[derive(Debug)]
pub struct SurfaceDiff {
    before: Surface,
    after: Surface,
}

impl SurfaceDiff {
    /// Those that two models describe.
    pub fn of(baseline: &Model, current: &Model) -> Self {
        let (before, after) = rayon::join(|| Surface::of(baseline), || Surface::of(current));
        Self { before, after }
    }

    /// The items that differ, by path.
    pub fn list(&self) -> Vec<Difference<'_>> {
        compare_surfaces(&self.before, &self.after)
    }

    /// Which part of the crate's version has to be increased for its items alone.
    pub fn semver(&self) -> Semver {
        let worst = self.list().iter().map(|difference| difference.effect).min();
        match worst {
            None => Semver::Patch,
            Some(Effect::Compatible) => Semver::Minor,
            Some(Effect::Incompatible) => Semver::Major,
        }
    }
}

/// Compares two models. If only one side has a version, everything in it is new or gone.
pub fn compare(baseline: &Model, current: &Model) -> Changes {
    let mut versions: BTreeMap<&Version, [Option<&Schema>; 2]> = BTreeMap::new();
    for schema in &baseline.schemas {
        versions.entry(&schema.version).or_default()[0] = Some(schema);
    }
    for schema in &current.schemas {
        versions.entry(&schema.version).or_default()[1] = Some(schema);
    }
    let versions: Vec<_> = versions.into_iter().collect();
    let (found, surfaces) = rayon::join(
        || {
            let found = versions.into_par_iter().map(|(version, [before, after])| {
                let empty = empty(version);
                schema::compare(before.unwrap_or(&empty), after.unwrap_or(&empty))
            });
            found.collect::<Vec<_>>()
        },
        || rayon::join(|| Surface::of(baseline), || Surface::of(current)),
    );
    let renamed = found.iter().map(|found| (found.version.clone(), found.renamed.clone()));
    let renamed = renamed.collect();
    let mut changes: Vec<Change> = found.into_iter().flat_map(|found| found.changes).collect();
    let differences = compare_surfaces(&surfaces.0, &surfaces.1);
    let followed = Followed::new([&surfaces.0, &surfaces.1], &renamed);
    Verdict::new(&differences, &followed, &surfaces.0).apply(&mut changes);
    changes.sort();
    Changes {
        changes,
        ..Changes::default()
    }
}

fn empty(version: &Version) -> Schema {
    Schema {
        version: version.clone(),
        site: None,
        types: Vec::new(),
        enums: Vec::new(),
        operations: Vec::new(),
    }
}
