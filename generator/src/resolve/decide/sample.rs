//! Models of self-written pages, in tests.

use crate::docs::{Docs, Folder, PageFile};
use crate::model::{Model, Version};
use crate::source::{FileId, SourceFile, SourceMap};

/// The model of pages of beta: path below the version folder, text.
pub(in crate::resolve) fn model(pages: &[(&str, &str)]) -> Model {
    crate::resolve::build(&docs(pages)).0
}

/// The pages.
pub(in crate::resolve) fn docs(pages: &[(&str, &str)]) -> Docs {
    let mut pages = pages.to_vec();
    // Sources are numbered in order of their paths.
    pages.sort_unstable();
    let sources = pages
        .iter()
        .map(|(path, text)| SourceFile::new(format!("beta/{path}"), *text));
    let files = (0..).map(FileId).zip(&pages).map(|(file, (path, _))| PageFile {
        file,
        version: Some(Version("beta".to_owned())),
        folder: if path.starts_with("api/") {
            Folder::Api
        } else {
            Folder::Resources
        },
        path: (*path).into(),
    });
    Docs {
        sources: SourceMap::new(sources.collect()),
        pages: files.collect(),
        ..Docs::default()
    }
}
