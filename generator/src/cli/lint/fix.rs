//! `--fix` and `--diff`: what findings would change in the pages.

use super::LintArguments;
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::docs::Root;
use crate::export;
use crate::lint::{self, Report};
use crate::pipeline::Reading;
use similar::TextDiff;
use std::path::{Path, PathBuf};

/// A file before and after.
struct Change {
    name: String,
    path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// Writes the fixes of a report, and tells how many files have changed.
pub(super) fn write(arguments: &LintArguments, report: &Report, reading: &Reading) -> Result<usize, Failure> {
    let changes = changes(arguments, report, reading)?;
    for change in &changes {
        let written = export::replace(&change.path, |writer| writer.write_all(&change.after));
        written.map_err(|error| Failure::file("write", &change.path, &error))?;
    }
    Ok(changes.len())
}

/// Prints the fixes of a report as a unified diff.
pub(super) fn show(
    arguments: &LintArguments,
    report: &Report,
    reading: &Reading,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    for change in changes(arguments, report, reading)? {
        let (before, after) = (
            String::from_utf8_lossy(&change.before),
            String::from_utf8_lossy(&change.after),
        );
        let (old, new) = (format!("a/{}", change.name), format!("b/{}", change.name));
        let diff = TextDiff::from_lines(&*before, &*after);
        console.print(
            diff.unified_diff()
                .header(&old, &new)
                .to_string()
                .trim_end_matches('\n'),
        )?;
    }
    Ok(())
}

fn changes(arguments: &LintArguments, report: &Report, reading: &Reading) -> Result<Vec<Change>, Failure> {
    if matches!(reading.root, Root::Revision(_)) {
        return Err(Failure::new(
            "pages of a git revision cannot be fixed",
            "name a folder of pages after --docs",
        ));
    }
    let sources = &reading.docs.sources;
    let base = reading.root.base();
    let mut changes = Vec::new();
    for (file, edits) in lint::edits(&report.findings, arguments.unsafe_fixes) {
        let name = sources.path(file).to_owned();
        let path = base.join(&name);
        let Some(path) = inside(base, &path) else { continue };
        let before = std::fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
        let after = lint::fixed(&before, sources, file, &edits);
        if let Some(after) = after.filter(|after| *after != before) {
            changes.push(Change {
                name,
                path,
                before,
                after,
            });
        }
    }
    Ok(changes)
}

/// The file itself, if it lies in the docs root: links may lead anywhere.
fn inside(base: &Path, path: &Path) -> Option<PathBuf> {
    let (base, path) = (base.canonicalize().ok()?, path.canonicalize().ok()?);
    path.starts_with(base).then_some(path)
}
