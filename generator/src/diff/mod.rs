//! What has changed between two models, and what that does to users of the emitted crate.
//!
//! Items are compared by what they are (a type by its name, an operation by its page or its routes), never by where they
//! stand: a page that moves is no change, and neither is another order of rows. Each comparison takes an item apart field
//! by field, so that a field added to the model does not compile until somebody has decided what a change of it means.
//!
//! [`compare`] gives [`Changes`]; [`render`] shows them; [`accept`] silences known ones.

pub mod accept;
mod change;
mod context;
mod copies;
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
mod replies;
mod routes;
mod rule;
mod schema;
mod subject;
mod summary;
mod types;

pub use change::{Action, Change, Impact, Kind, Place};
pub use rule::Rule;
pub use summary::{Semver, Summary};

use crate::model::{Model, Schema, Version};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Everything that differs, sorted by version, area, resource, owner and item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The changes.
    pub changes: Vec<Change>,
    /// How many changes an accepted-changes file has silenced.
    pub accepted: usize,
}

impl Changes {
    /// How many there are of each impact, and the verdict.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.changes, self.accepted)
    }
}

/// Compares two models. A version that only one side has is new or gone with everything in it.
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
