//! A static site about a model: a permission's page, a call's page, a type's page, and search over all of them.
//!
//! It needs no server and no network: every value is handed over by a script, because a page that was opened from a file
//! may not fetch one. [`files`] is a pure function; records are numbered, and packed into files that are loaded when one
//! of their records is wanted.

mod assets;
mod changes;
mod index;
mod item;
mod operation;
mod permission;
mod shard;
#[cfg(test)]
mod tests;
mod text;
mod uses;
mod version;

use crate::diff::Changes;
use crate::emit::Names;
use crate::emit::write::Files;
use crate::model::Model;
use serde::Serialize;

#[derive(Serialize)]
struct Site<'a> {
    title: &'a str,
    versions: Vec<version::Counts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<changes::Overview>,
}

/// The files of the site, by path. `changes` are those since a baseline, if there is one.
///
/// The same model gives the same bytes.
pub fn files(model: &Model, changes: Option<&Changes>, title: &str) -> Files {
    let names = Names::of(model);
    let mut files = assets::files(title);
    let versions = model.schemas.iter();
    let site = Site {
        title,
        versions: versions
            .map(|schema| version::write(schema, &names, &mut files))
            .collect(),
        changes: changes.map(|changes| changes::write(changes, model, &mut files)),
    };
    shard::put(&mut files, "site", &shard::json(&site));
    files
}
