//! `generator generate --check`: what would change in the output, and which changes of the pages are behind it.

use super::failure::Failure;
use super::{Console, Status};
use crate::diff::render::{Sides, text};
use crate::diff::{Changes, compare};
use crate::docs::last_change;
use crate::model::Model;
use crate::pipeline::Generator;

/// Prints the difference, if there is one, below the changes of the pages.
pub(super) fn show(
    generator: &Generator,
    model: &Model,
    difference: &str,
    console: &mut Console<'_>,
) -> Result<Status, Failure> {
    if difference.is_empty() {
        return Ok(Status::Done);
    }
    if let Some((commit, changes)) = since_output(generator, model) {
        let out = generator.out_path().file_name().unwrap_or_default().to_string_lossy();
        let commit = commit.get(..12).unwrap_or(&commit);
        console.print(format_args!(
            "changes of the pages since {commit}, which last changed {out}:"
        ))?;
        console.print(text(&changes, &Sides::default(), console.out_colour))?;
    }
    console.print(difference.trim_end_matches('\n'))?;
    let files = difference.lines().filter(|line| line.starts_with("+++ ")).count();
    console.say(format_args!(
        "files that are not what the pages give: {files}; run `generator` without --check to update them"
    ));
    Ok(Status::Found)
}

/// What has changed in the pages since the commit that last changed the output folder.
///
/// The output cannot be read back as a model, so the state of the pages at that commit stands for it: it is right when
/// the output was generated from the pages that it was committed with. Nothing is said where there is no such commit:
/// without git, outside of a repository, for an output folder that is not committed.
fn since_output(generator: &Generator, model: &Model) -> Option<(String, Changes)> {
    let commit = last_change(generator.out_path()).ok().flatten()?;
    let docs = generator.docs_path();
    let (folder, page) = if docs.is_dir() {
        (docs.as_path(), String::new())
    } else {
        (docs.parent()?, docs.file_name()?.to_str()?.to_owned())
    };
    let then = generator.clone().directory(folder).docs(format!("{commit}:./{page}"));
    // A correction of today need not apply to the pages of then.
    let reading = then
        .read_corrected(&generator.load_corrections().ok()?, &mut |_| {})
        .ok()?;
    let before = then.select(reading.model).ok()?;
    let changes = compare(&before, model);
    (!changes.changes.is_empty()).then_some((commit, changes))
}
