//! Where pages come from.

use super::git::{GitError, Revision, split};
use super::layout::is_version;
use super::read::plain;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A docs root, in one of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Root {
    /// A folder of pages.
    Folder {
        /// The whole docs set; includes are resolved inside it.
        base: PathBuf,
        /// The only path below `base` whose pages are wanted, when a version, a folder or a page of a docs set was
        /// named; includes still come from all of `base`.
        only: Option<String>,
    },
    /// One page that belongs to no docs set.
    Page {
        /// The folder that it stands in.
        base: PathBuf,
        /// Its file name.
        name: String,
    },
    /// A folder or page in a revision of a git repository.
    Revision(Revision),
}

/// Why there are no pages to read.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum RootError {
    /// The path cannot be opened.
    #[error("cannot read the docs root {}: {reason}", .path.display())]
    Unreadable {
        /// The path as given.
        path: PathBuf,
        /// The message of the operating system.
        reason: String,
    },
    /// The root holds no page at all.
    #[error("{} holds no page; other files: {files}", .path.display())]
    NoPages {
        /// The path of the root.
        path: PathBuf,
        /// How many files were found.
        files: usize,
    },
    /// The root holds pages, but none of them can be read.
    #[error("{} holds no page that can be read: {}", .path.display(), .reasons.join("; "))]
    NoReadablePage {
        /// The path of the root.
        path: PathBuf,
        /// The first pages, each with its problem.
        reasons: Vec<String>,
    },
    /// No page has the requested version.
    #[error("the docs root has no page of version {wanted}; it has {}", .present.join(" and "))]
    NoSuchVersion {
        /// The requested version.
        wanted: String,
        /// The versions that pages have.
        present: Vec<String>,
    },
    /// The root holds more than one docs set, so a page may exist twice.
    #[error("{} holds several docs sets: {}", .path.display(), .sets.join(", "))]
    SeveralSets {
        /// The path of the root.
        path: PathBuf,
        /// The folders that hold a version folder each.
        sets: Vec<String>,
    },
    /// A revision of a git repository cannot be read.
    #[error(transparent)]
    Git(#[from] GitError),
}

impl RootError {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "name a folder with pages, or one page, after --docs",
            Self::NoPages { .. } => LAYOUT_HELP,
            Self::NoReadablePage { .. } => "pages are text files in UTF-8",
            Self::NoSuchVersion { .. } => "name one of them after --api-version, or leave the option out",
            Self::SeveralSets { .. } => "name one of them after --docs",
            Self::Git(error) => error.help(),
        }
    }
}

const LAYOUT_HELP: &str = "a docs root is a folder of pages in one of these forms:
  docs-src/beta/api/group-get.md, docs-src/beta/resources/group.md, docs-src/includes/clouds.md
  a clone of the public repository: api-reference/v1.0/api/..., api-reference/beta/resources/...
  a folder with .md or .txt pages in any arrangement, or one page
  REVISION:PATH of a git repository, such as HEAD~1:docs-src";

impl Root {
    /// The root that a text names: a path in this folder, or else `REVISION:PATH` of the git repository around the
    /// folder.
    pub fn find(directory: &Path, name: &Path) -> Result<Self, RootError> {
        let path = directory.join(name);
        let spec = name
            .to_str()
            .filter(|spec| !name.is_absolute() && split(spec).is_some());
        match spec.filter(|_| !path.exists()) {
            Some(spec) => Ok(Self::Revision(Revision::open(directory, spec)?)),
            None => Self::open(&path),
        }
    }

    /// The root at a path, which must exist.
    ///
    /// A version, `api` or `resources` folder, or a page in one, opens the docs set around it, because its includes
    /// stand beside the version folders (`../../includes/clouds.md`).
    pub fn open(path: &Path) -> Result<Self, RootError> {
        let unreadable = |error: &io::Error| RootError::Unreadable {
            path: path.to_path_buf(),
            reason: plain(error),
        };
        let full = path.canonicalize().map_err(|error| unreadable(&error))?;
        if full.is_dir() {
            std::fs::read_dir(&full).map_err(|error| unreadable(&error))?;
            return Ok(match enclosing_set(&full) {
                Some(base) => Self::part_of(base, &full),
                None => Self::Folder { base: full, only: None },
            });
        }
        let (Some(folder), Some(name)) = (full.parent(), full.file_name()) else {
            return Err(unreadable(&io::ErrorKind::NotFound.into()));
        };
        Ok(match enclosing_set(folder) {
            Some(base) => Self::part_of(base, &full),
            None => Self::Page {
                base: folder.to_path_buf(),
                name: name.to_string_lossy().into_owned(),
            },
        })
    }

    /// The folder that paths are relative to; `REVISION:PATH` in a repository.
    pub fn base(&self) -> &Path {
        match self {
            Self::Folder { base, .. } | Self::Page { base, .. } => base,
            Self::Revision(revision) => revision.label(),
        }
    }

    fn part_of(base: &Path, full: &Path) -> Self {
        let below = full.strip_prefix(base).unwrap_or(full);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Self::Folder {
            base: base.to_path_buf(),
            only: Some(parts.join("/")),
        }
    }
}

/// The docs set of `SET/VERSION`, `SET/VERSION/api` and `SET/VERSION/resources` or a folder below those;
/// `api-reference` and what stands beside it are one set.
fn enclosing_set(folder: &Path) -> Option<&Path> {
    let is_kind = |path: &Path| {
        path.file_name()
            .is_some_and(|name| name == "api" || name == "resources")
    };
    let is_version = |path: &Path| path.file_name().and_then(|name| name.to_str()).is_some_and(is_version);
    let holds_pages = |path: &Path| path.join("api").is_dir() || path.join("resources").is_dir();
    let inside = folder
        .ancestors()
        .filter(|path| is_kind(path))
        .find_map(|path| path.parent());
    let version = inside
        .filter(|path| is_version(path))
        .or(Some(folder).filter(|path| is_version(path) && holds_pages(path)))?;
    let set = version.parent()?;
    let is_reference = set.file_name().is_some_and(|name| name == "api-reference");
    if is_reference { set.parent() } else { Some(set) }
}
