//! What has changed between two models, and what that does to users of the emitted crate.
//!
//! Items are matched by identity (a type by its name, an operation by its page or its routes), never by position.
//! Moving a page or reordering rows is not a change. Each comparison destructures an item field by field, so that a
//! field added to the model does not compile until somebody has decided what a change of it means.
//!
//! [`compare`] returns [`Changes`], [`render`] prints them, and [`accept`] removes the accepted ones.

pub mod accept;
mod areas;
mod change;
mod context;
mod enums;
mod exchange;
mod facets;
mod hierarchy;
mod operations;
mod pair;
mod parameters;
mod permissions;
mod properties;
mod rename;
pub mod render;
mod responses;
mod routes;
mod schema;
mod subject;
mod summary;
mod types;

pub use crate::source::codes::Rule;
pub use change::{Action, Change, Impact, Kind, Place};
pub use summary::{Semver, Summary};

use crate::model::{Model, Schema, Version};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Everything that differs, sorted by version, area, resource, owner and item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The changes.
    pub changes: Vec<Change>,
    /// How many changes were removed because the file of accepted changes lists them.
    pub accepted: usize,
}

impl Changes {
    /// The number of changes of each impact, and the verdict.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.changes, self.accepted)
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
    let found = versions.into_par_iter().map(|(version, [before, after])| {
        let empty = empty(version);
        schema::compare(before.unwrap_or(&empty), after.unwrap_or(&empty))
    });
    Changes {
        changes: found.collect::<Vec<_>>().concat(),
        accepted: 0,
    }
}

fn empty(version: &Version) -> Schema {
    Schema {
        version: version.clone(),
        types: Vec::new(),
        enums: Vec::new(),
        operations: Vec::new(),
    }
}
