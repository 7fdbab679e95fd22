//! The states of a docs set, one after the other, with the files that differ between them.

use super::command::Git;
use super::{GitError, Revision};
use crate::docs::walk::{Entry, Storage};
use std::collections::HashMap;
use std::path::Path;

/// A state of the docs set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The commit.
    pub revision: String,
    /// The day that it was committed, `2021-07-16`.
    pub date: String,
    /// The files that it changed: the path below the docs set, and the object, or `None` for one that is gone.
    pub changed: Vec<(String, Option<String>)>,
}

/// The history of a folder in a git repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    git: Git,
    folder: String,
}

impl History {
    /// The history of a folder. `path` starts at the top of the repository around `directory`, or at `directory` after
    /// `./`.
    pub fn open(directory: &Path, path: &str) -> Result<Self, GitError> {
        let git = Git::at(directory);
        let folder = git.path_from_top(path)?;
        Ok(Self { git, folder })
    }

    /// The folder from the top of the repository, without a final slash.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The revisions that changed the folder, oldest first. The first one has every file: that of `since`, or the oldest.
    pub fn steps(&self, since: Option<&str>) -> Result<Vec<Step>, GitError> {
        let mut steps: Vec<Step> = since.map(|since| self.start(since)).transpose()?.into_iter().collect();
        let range = since.map_or_else(|| "HEAD".to_owned(), |since| format!("{since}..HEAD"));
        let path = if self.folder.is_empty() { "." } else { &self.folder };
        let top = format!(":(top){path}");
        let log = self.git.output(&[
            "-c",
            "core.quotePath=false",
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--reverse",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--format=@%H %cs",
            &range,
            "--",
            if self.folder.is_empty() { ":(top)" } else { &top },
        ])?;
        for line in String::from_utf8_lossy(&log).lines() {
            if let Some((revision, date)) = line.strip_prefix('@').and_then(|line| line.split_once(' ')) {
                steps.push(Step {
                    revision: revision.to_owned(),
                    date: date.to_owned(),
                    changed: Vec::new(),
                });
            } else if let Some(changed) = self.changed(line)
                && let Some(step) = steps.last_mut()
            {
                step.changed.push(changed);
            }
        }
        Ok(steps)
    }

    /// `:100644 100644 OLD NEW M<tab>docs/beta/api/kettle-get.md`.
    fn changed(&self, line: &str) -> Option<(String, Option<String>)> {
        let (head, path) = line.strip_prefix(':')?.split_once('\t')?;
        let object = head.split(' ').nth(3)?;
        let is_gone = object.bytes().all(|byte| byte == b'0');
        Some((self.below(path)?, (!is_gone).then(|| object.to_owned())))
    }

    fn below(&self, path: &str) -> Option<String> {
        let below = path.strip_prefix(&self.folder)?;
        Some(below.trim_start_matches('/').to_owned())
    }

    fn start(&self, since: &str) -> Result<Step, GitError> {
        let tree = self.git.object(since, Some(&self.folder))?;
        let listing = self.git.output(&["ls-tree", "-r", "-z", "--full-tree", &tree])?;
        let listing = String::from_utf8_lossy(&listing).into_owned();
        let rows = listing.split('\0').filter_map(|row| row.split_once('\t'));
        let changed = rows.filter_map(|(head, path)| Some((path.to_owned(), Some(head.split(' ').nth(2)?.to_owned()))));
        let head = self.git.output(&["log", "-1", "--format=%H %cs", since])?;
        let head = String::from_utf8_lossy(&head).trim().to_owned();
        let (revision, date) = head.split_once(' ').unwrap_or((&head, ""));
        Ok(Step {
            revision: revision.to_owned(),
            date: date.to_owned(),
            changed: changed.collect(),
        })
    }

    /// The texts of objects, by name. One that is not text is left out.
    pub fn texts(&self, objects: &[String]) -> Result<HashMap<String, String>, GitError> {
        let mut entries: Vec<Entry> = objects.iter().map(|object| entry("", object)).collect();
        super::batch::read(&self.git, entries.iter_mut().collect())?;
        let text = |(object, entry): (&String, Entry)| match entry.storage {
            Storage::Bytes(bytes) => Some((object.clone(), String::from_utf8_lossy(&bytes).into_owned())),
            _ => None,
        };
        Ok(objects.iter().zip(entries).filter_map(text).collect())
    }

    /// A docs root of these files alone: the path below the docs set and the object of each.
    pub fn root(&self, revision: &str, files: Vec<(String, String)>) -> Revision {
        Revision {
            git: self.git.clone(),
            label: format!("{revision}:{}", self.folder).into(),
            tree: String::new(),
            folder: self.folder.clone(),
            only: None,
            files: Some(files),
        }
    }
}

/// A file that has not been read.
pub(super) fn entry(path: &str, object: &str) -> Entry {
    Entry {
        path: path.to_owned(),
        storage: Storage::Object(object.to_owned()),
        defect: None,
        is_folder: false,
    }
}
