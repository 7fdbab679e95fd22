//! Writes the typed client that a model describes.
//!
//! [`emit`] is a pure function from a model to the text of files; only [`mod@write`] touches the disk. `plan` decides
//! every name and every `cfg`, `item` writes the planned items as code, and `crate_files` adds the files that belong to
//! no page.

mod code;
mod crate_files;
mod docs;
mod file;
mod form;
mod gate;
mod item;
mod lines;
mod link;
mod manifest;
mod name;
mod names;
mod plan;
mod readme;
mod runtime;
#[cfg(test)]
mod sample;
mod start;
pub mod surface;
mod testing;
#[cfg(test)]
#[allow(clippy::too_many_lines, reason = "each test shows a whole file")]
mod tests;
mod tree;
pub mod write;

pub(crate) use docs::{is_html, tag_name};
pub(crate) use link::{api as public_page, resource as public_page_of_type};
pub use names::Names;
pub use plan::Plan;

use crate::model::Model;
use write::Files;

/// The version of a crate about whose earlier versions nothing is said.
pub const FIRST_VERSION: &str = "0.1.0";

/// What the user chooses about the emitted crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The crate's name.
    pub crate_name: String,
    /// The crate's version.
    pub crate_version: String,
    /// Whether the documented examples come along as contract tests.
    pub testing: bool,
    /// The crate that has the runtime; without one the emitted crate carries it.
    pub runtime_crate: Option<RuntimeCrate>,
}

/// The crate `graph-runtime`, as a dependency of emitted crates: those that depend on the same one can share a
/// `Client`.
///
/// It has to be of the generator's own version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeCrate {
    pub(crate) name: String,
    pub(crate) path: Option<String>,
}

impl RuntimeCrate {
    /// The crate that the workspace of the emitted crate calls so, under `[workspace.dependencies]`.
    pub fn workspace(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            path: None,
        }
    }

    /// The crate in a folder. The emitted manifest names it so: a relative path starts at the emitted crate.
    pub fn path(name: impl Into<String>, folder: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            path: Some(folder.into()),
        }
    }
}

impl Settings {
    /// A crate of this name.
    pub fn new(crate_name: impl Into<String>) -> Self {
        Self {
            crate_name: crate_name.into(),
            crate_version: FIRST_VERSION.to_owned(),
            testing: false,
            runtime_crate: None,
        }
    }
}

/// The files of the crate that a model describes, by path.
///
/// The same model gives the same bytes, whatever the number of threads.
pub fn emit(model: &Model, settings: &Settings) -> Files {
    Plan::of(model).emit(settings)
}

/// The files of a module that a crate includes, by path; the model says everything that is in it.
pub(crate) fn emit_module(model: &Model, runtime: &RuntimeCrate, client: bool) -> Files {
    let mut plan = Plan::of(model);
    plan.areas.form = form::Form::Module { client };
    form::module(&plan, runtime)
}
