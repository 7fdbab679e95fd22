//! `generator history`.

mod args;
mod followed;
mod index;
mod item;
mod render;
mod walk;

pub(super) use args::{HELP, HistoryArguments};

use super::failure::Failure;
use super::{Console, Status, settings};
use crate::docs::{History, RootError};
use args::Format;
use index::Index;
use item::Item;
use std::path::{Path, PathBuf};

pub(super) fn run(arguments: &HistoryArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let history = open(arguments.docs.as_deref(), &console.directory).map_err(RootError::Git)?;
    let item = Item::parse(&arguments.item);
    let mut index = Index::open(cache(arguments, console));
    let steps = history.steps(arguments.since.as_deref()).map_err(RootError::Git)?;
    let events = walk::events(&history, &steps, &item, &arguments.api_version, &mut index)?;
    if let Err(error) = index.save() {
        console.say(format_args!("the cache was not written: {error}"));
    }
    if events.is_empty() {
        let message = format!(
            "no page of these {} revisions documents `{}`",
            steps.len(),
            arguments.item
        );
        let help = "name a type, TYPE/PROPERTY, the file name of a page about an operation, a permission, or a call: 'GET /users/{id}'";
        return Err(Failure::new(message, help));
    }
    let text = match arguments.format {
        Format::Text => render::text(&events),
        Format::Markdown => render::markdown(&arguments.item, &events),
        Format::Json => render::json(&arguments.item, &events).map_err(|error| Failure::from_output(&error.into()))?,
    };
    console.print(text.trim_end_matches('\n'))?;
    Ok(Status::Done)
}

/// `REPO:PATH`, where the path starts at the top of the repository; a folder in a repository; or the workspace's pages.
fn open(docs: Option<&str>, directory: &Path) -> Result<History, crate::docs::GitError> {
    let Some(docs) = docs else {
        let docs = settings::docs(directory).unwrap_or_else(|_| directory.to_path_buf());
        return of_folder(&docs);
    };
    let folder = directory.join(docs);
    match docs.rsplit_once(':').filter(|_| !folder.exists()) {
        Some((repository, path)) => History::open(&directory.join(repository), path),
        None => of_folder(&folder),
    }
}

fn of_folder(folder: &Path) -> Result<History, crate::docs::GitError> {
    History::open(folder, "./")
}

/// Where the cache is: the named folder, or one in the user's folder for such files. It may be deleted at any time.
fn cache(arguments: &HistoryArguments, console: &Console<'_>) -> Option<PathBuf> {
    if let Some(folder) = &arguments.cache {
        return Some(console.directory.join(folder));
    }
    let variable = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let folder = variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| variable("HOME").map(|home| home.join(".cache")));
    folder.map(|folder| folder.join("graph-generator"))
}
