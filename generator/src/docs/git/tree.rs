//! Lists a tree.

use super::command::Git;
use super::{GitError, is_version};
use crate::docs::defect::Defect;
use crate::docs::walk::{Entry, Storage};
use crate::source::codes::link as codes;

/// Every file of a tree except hidden folders and code samples: the same files as a walk over a folder on disk lists.
pub(super) fn list(git: &Git, tree: &str, only: Option<&str>) -> Result<Vec<Entry>, GitError> {
    let listing = git.output(&["ls-tree", "-r", "-z", "--full-tree", tree])?;
    let rows = listing.split(|byte| *byte == 0).filter(|row| !row.is_empty());
    let entries = rows.filter_map(|row| entry(&String::from_utf8_lossy(row)));
    let pathspecs = only.map(pathspecs_of);
    let is_near = |entry: &Entry| {
        pathspecs
            .as_ref()
            .is_none_or(|pathspecs| pathspecs.iter().any(|pathspec| pathspec.matches(&entry.path)))
    };
    Ok(entries.filter(is_near).collect())
}

/// `100644 blob 5f3c...<tab>beta/api/group-get.md`.
fn entry(row: &str) -> Option<Entry> {
    let (head, path) = row.split_once('\t')?;
    if is_pruned(path) {
        return None;
    }
    let mut words = head.split(' ');
    let (mode, kind, object) = (words.next()?, words.next()?, words.next()?);
    let defect = match (mode, kind) {
        ("120000", _) => {
            let message = "the symbolic link was not followed";
            Some(Defect::new(
                &codes::IN_REVISION,
                message,
                "the file is read where it is",
            ))
        }
        (_, "commit") => {
            let message = "the submodule was not entered";
            Some(Defect::new(
                &codes::SUBMODULE,
                message,
                "name a revision of its own repository",
            ))
        }
        _ => None,
    };
    Some(Entry {
        path: path.to_owned(),
        storage: Storage::Object(object.to_owned()),
        is_folder: kind == "commit",
        defect,
    })
}

fn is_pruned(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    hidden || path.starts_with("includes/snippets/") || path.contains("/includes/snippets/")
}

/// A path that limits the listing: a folder with everything in it, or a single file.
struct Pathspec(String);

impl Pathspec {
    fn matches(&self, path: &str) -> bool {
        let rest = path.strip_prefix(self.0.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// The version folder of a part of a docs set, and the include folders beside it. A loose page has only its own folder.
fn pathspecs_of(only: &str) -> Vec<Pathspec> {
    let mut start = 0;
    for name in only.split('/') {
        if is_version(name) {
            let set = only.get(..start).unwrap_or("");
            let pathspecs = [format!("{set}{name}"), format!("{set}includes"), "includes".to_owned()];
            return pathspecs.map(Pathspec).into();
        }
        start += name.len() + 1;
    }
    vec![Pathspec(only.to_owned()), Pathspec("includes".to_owned())]
}
