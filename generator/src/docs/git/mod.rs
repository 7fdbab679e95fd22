//! A docs root in a revision of a git repository, read through the `git` program.
//!
//! `rev-parse` finds the tree, `ls-tree` lists it, and `cat-file --batch` reads the wanted files. Nothing is checked
//! out, and the repository is not changed.

mod batch;
mod command;
mod error;
mod history;
mod tree;

pub use error::GitError;
pub use history::{History, Step};

use super::layout::is_version;
use super::walk::Entry;
use command::Git;
use std::path::{Path, PathBuf};

/// A folder or page in a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    git: Git,
    /// `REVISION:PATH` of the docs set, for messages.
    label: PathBuf,
    /// The tree of the docs set.
    tree: String,
    /// The path of the docs set in the repository.
    folder: String,
    /// The only path below it whose pages are wanted.
    only: Option<String>,
    /// The only files, each with its object, when they are known already.
    files: Option<Vec<(String, String)>>,
}

impl Revision {
    /// The docs root that `REVISION:PATH` means in the repository around `directory`. The path starts at the top of the
    /// repository, or at `directory` after `./`.
    ///
    /// As on disk, naming a version, a folder in it or a page opens the docs set around it.
    pub fn open(directory: &Path, spec: &str) -> Result<Self, GitError> {
        let (revision, path) = split(spec).ok_or_else(|| GitError::no_revision(spec))?;
        let git = Git::at(directory);
        let tree = git.object(revision, None)?;
        let path = git.path_from_top(path)?;
        let found = git.object(revision, Some(&path))?;
        let (folder, only) = if git.is_tree(&found)? {
            enclosing_set(&path)
        } else {
            match enclosing_set(&path) {
                (_, None) => {
                    let (folder, _) = path.rsplit_once('/').unwrap_or(("", &path));
                    (
                        folder,
                        path.get(folder.len()..).map(|name| name.trim_start_matches('/')),
                    )
                }
                set => set,
            }
        };
        let tree = if folder.is_empty() {
            tree
        } else {
            git.object(revision, Some(folder))?
        };
        Ok(Self {
            git,
            label: format!("{revision}:{folder}").into(),
            tree,
            folder: folder.to_owned(),
            only: only.map(str::to_owned),
            files: None,
        })
    }

    /// `REVISION:PATH` of the docs set.
    pub(super) fn label(&self) -> &Path {
        &self.label
    }

    /// The path of the docs set in the repository, without a final slash.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The only path below the docs set whose pages are wanted.
    pub(super) fn only(&self) -> Option<&str> {
        self.only.as_deref()
    }

    /// Every file of the docs set, or of the wanted part and the includes beside it.
    pub(super) fn list(&self) -> Result<Vec<Entry>, GitError> {
        match &self.files {
            Some(files) => Ok(files
                .iter()
                .map(|(path, object)| history::entry(path, object))
                .collect()),
            None => tree::list(&self.git, &self.tree, self.only()),
        }
    }

    /// Reads the objects of entries that have not been read.
    pub(super) fn read(&self, entries: Vec<&mut Entry>) -> Result<(), GitError> {
        batch::read(&self.git, entries)
    }
}

/// The last commit that changed a file or folder on disk; `None` when no commit has it.
pub fn last_change(path: &Path) -> Result<Option<String>, GitError> {
    let folder = path.parent().unwrap_or(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let log = Git::at(folder).output(&["log", "-1", "--format=%H", "--", &name])?;
    let commit = String::from_utf8_lossy(&log).trim().to_owned();
    Ok((!commit.is_empty()).then_some(commit))
}

/// Splits `REVISION:PATH` at the first colon outside of braces: `HEAD^{/fix: typo}:docs`.
pub(super) fn split(spec: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, letter) in spec.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 && at > 0 => return Some((spec.get(..at)?, spec.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

/// The docs set around `SET/VERSION`, or a folder or page in it, and the path below the set. `api-reference` and what
/// stands beside it are one set.
fn enclosing_set(path: &str) -> (&str, Option<&str>) {
    let mut start = 0;
    for name in path.split('/') {
        let after = path.get(start + name.len() + 1..).unwrap_or("");
        let kind = after.split('/').next().unwrap_or("");
        if is_version(name) && matches!(kind, "" | "api" | "resources") {
            let set = path.get(..start).unwrap_or("").trim_end_matches('/');
            let set = if set == "api-reference" {
                ""
            } else {
                set.strip_suffix("/api-reference").unwrap_or(set)
            };
            let below = path.get(set.len()..).unwrap_or("").trim_start_matches('/');
            return (set, Some(below));
        }
        start += name.len() + 1;
    }
    (path, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_revision_ends_at_the_first_colon_outside_of_braces() {
        assert_eq!(split("HEAD:docs-src"), Some(("HEAD", "docs-src")));
        assert_eq!(split("v1.2:"), Some(("v1.2", "")));
        assert_eq!(split("HEAD^{/fix: typo}:docs"), Some(("HEAD^{/fix: typo}", "docs")));
        assert_eq!(split("docs-src"), None);
        assert_eq!(split(":docs"), None);
    }

    #[test]
    fn a_part_of_a_docs_set_is_told_by_its_path() {
        for (path, set, only) in [
            ("docs-src", "docs-src", None),
            ("", "", None),
            ("docs-src/beta", "docs-src", Some("beta")),
            ("api-reference/v1.0/resources", "", Some("api-reference/v1.0/resources")),
            (
                "x/api-reference/beta/api/a-get.md",
                "x",
                Some("api-reference/beta/api/a-get.md"),
            ),
            ("beta", "", Some("beta")),
            ("beta/other", "beta/other", None),
        ] {
            assert_eq!(enclosing_set(path), (set, only), "{path}");
        }
    }
}
