//! Docs roots made of a few texts.

use crate::outline;
use generator::docs::{Docs, Root};
use generator::model::Model;
use generator::resolve;
use generator::source::{Diagnostic, SourceMap};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What the whole chain makes of a docs root.
#[derive(Debug)]
pub struct Reading {
    /// The model.
    pub model: Model,
    /// What is wrong with the pages.
    pub diagnostics: Vec<Diagnostic>,
    /// Their texts.
    pub sources: SourceMap,
}

impl Reading {
    /// Reads the docs root at a path.
    pub fn of(root: &Path) -> Self {
        let root = Root::open(root).unwrap_or_else(|error| panic!("{error}"));
        let docs = Docs::load(&root, &[]).unwrap_or_else(|error| panic!("{error}"));
        let (model, diagnostics) = resolve::build(&docs);
        Self {
            model,
            diagnostics,
            sources: docs.sources,
        }
    }

    /// Everything that the model says, in short: see [`outline`].
    pub fn outline(&self) -> String {
        outline::outline(self)
    }
}

/// Writes files (path below the root, bytes) to a new folder.
pub fn folder<P: AsRef<str>, C: AsRef<[u8]>>(files: &[(P, C)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path.as_ref());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

/// Reads a docs root with these files.
pub fn read<P: AsRef<str>, C: AsRef<[u8]>>(files: &[(P, C)]) -> Reading {
    let folder = folder(files);
    Reading::of(folder.path())
}
