//! What the emitted files are: a crate, or a module of the user's crate.

use super::file::header;
use super::plan::Plan;
use super::write::{Files, MODULE_ROOT};
use super::{RuntimeCrate, tree};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What the emitted files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Form {
    /// A crate, with features for areas and the client.
    #[default]
    Crate,
    /// A module that is included somewhere in a crate. It has no features of its own.
    Module {
        /// Whether it has the functions that send requests.
        client: bool,
    },
}

impl Form {
    /// The path from a module to the root of what is emitted, so many modules above.
    pub(crate) fn root(self, depth: usize) -> String {
        match self {
            Self::Crate => "crate".to_owned(),
            Self::Module { .. } => vec!["super"; depth].join("::"),
        }
    }

    /// The folder of the sources below the output folder.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Crate => "src/",
            Self::Module { .. } => "",
        }
    }
}

/// Lints that generated code may trip in a crate that asks for more than the emitted one. `extra-traits` is looked up in
/// the features of the crate that includes the module.
const LINTS: &str = "#[allow(clippy::all, clippy::pedantic, dead_code, deprecated, missing_docs, unexpected_cfgs, unreachable_pub, unused_imports)]";

/// The files of a module. Its `mod.rs` is included by the user, so that it begins with no inner attribute and no docs.
pub(crate) fn module(plan: &Plan<'_>, runtime: &RuntimeCrate) -> Files {
    let mut text = header(&BTreeSet::new());
    for version in &plan.versions {
        let _ = writeln!(text, "{LINTS}\npub mod {};", version.module);
    }
    text.push_str(&super::crate_files::base_url(plan));
    let runtime = runtime.name.replace('-', "_");
    let _ = writeln!(
        text,
        "{LINTS}\npub use ::{runtime} as runtime;\n{LINTS}\npub use ::{runtime}::{{properties, property}};"
    );
    let mut files = tree::modules(plan, None);
    files.insert(MODULE_ROOT.to_owned(), text);
    files
}
