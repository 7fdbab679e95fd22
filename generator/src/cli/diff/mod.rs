//! `generator diff`.

mod accept;
mod args;
mod range;
mod side;

pub(super) use args::{DiffArguments, HELP};

use super::failure::Failure;
use super::{Console, Status, settings};
use crate::diff::render::{self, Sides};
use crate::diff::{self, Changes};
use crate::export;
use args::{FailOn, Format};
use side::{Side, SideReader};
use std::path::Path;

pub(super) fn run(arguments: &DiffArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let names = range::sides(&arguments.baseline, arguments.current.as_deref(), &console.directory)?;
    let corrections = match &arguments.corrections {
        None if arguments.current.is_none() => settings::corrections(&console.directory)?,
        named => named.clone(),
    };
    let reader = SideReader::new(&arguments.api_version, corrections, arguments.all_diagnostics, console)?;
    let accepted = accept::load(arguments.accept.as_deref(), &console.directory)?;
    let baseline = reader.read("baseline", &names.baseline, console)?;
    let current = reader.read("current", &names.current, console)?;
    reader.check(&baseline, &current)?;
    let mut changes = diff::compare(&baseline.model, &current.model);
    let unused = accepted.apply(&mut changes, console);
    let colour = console.out_colour && arguments.output.is_none();
    let text = show(arguments.format, &changes, baseline, current, colour)?;
    write(arguments.output.as_deref(), &text, console)?;
    Ok(verdict(arguments.fail_on, &changes, unused))
}

fn show(format: Format, changes: &Changes, baseline: Side, current: Side, colour: bool) -> Result<String, Failure> {
    let sides = Sides {
        baseline: baseline.paths,
        current: current.paths,
    };
    let text = match format {
        Format::Text => Ok(render::text(changes, &sides, colour)),
        Format::Markdown => Ok(render::markdown(changes)),
        Format::Github => Ok(render::github(changes, &sides)),
        Format::Json => render::json(changes),
        Format::Sarif => render::sarif(changes, &sides),
    };
    text.map_err(|error| Failure::from_output(&error.into()))
}

fn write(output: Option<&Path>, text: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    let text = text.trim_end_matches('\n');
    match output.filter(|path| *path != Path::new("-")) {
        None => console.print(text),
        Some(path) => {
            let path = console.directory.join(path);
            let written = export::replace(&path, |writer| writeln!(writer, "{text}"));
            written.map_err(|error| Failure::file("write", &path, &error))
        }
    }
}

fn verdict(fail_on: FailOn, changes: &Changes, unused: bool) -> Status {
    let summary = changes.summary();
    let found = match fail_on {
        FailOn::Never => false,
        FailOn::Breaking => summary.breaking > 0 || unused,
        FailOn::Any => !changes.changes.is_empty() || unused,
    };
    if found { Status::Found } else { Status::Done }
}
