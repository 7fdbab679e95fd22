//! `generator diff`.

mod accept;
mod args;
mod program;
mod range;
mod side;

pub(super) use args::{DiffArguments, HELP};

use super::failure::Failure;
use super::{Console, Status, settings};
use crate::diff::render::{self, Sides};
use crate::diff::{self, Changes, Effect, Impact, SurfaceDiff};
use crate::export;
use crate::model::Model;
use crate::pipeline::Generator;
use args::{FailOn, Format};
use side::{Side, SideReader};
use std::mem::ManuallyDrop;
use std::path::Path;

pub(super) fn run(arguments: &DiffArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let names = range::sides(&arguments.baseline, arguments.current.as_deref(), &console.directory)?;
    let corrections = match &arguments.corrections {
        None if arguments.current.is_none() => settings::corrections(&console.directory)?,
        named => named.clone(),
    };
    let reader = SideReader::new(arguments, corrections, console)?;
    let program = program::read(arguments, console)?;
    let accepted = accept::load(arguments.accept.as_deref(), &console.directory)?;
    // The program ends when they are no longer needed, so nothing is gained by taking them apart.
    let mut baseline = ManuallyDrop::new(reader.read("baseline", &names.baseline, console)?);
    let mut current = ManuallyDrop::new(reader.read("current", &names.current, console)?);
    reader.check(&baseline, &current)?;
    if arguments.surface {
        return surface(arguments, &baseline, &current, console);
    }
    let mut changes = ManuallyDrop::new(diff::compare(&baseline.model, &current.model));
    changes.unreadable(&baseline.unreadable, &current.unreadable);
    let unused = accepted.apply(&mut changes, console);
    if let Some(input) = program {
        program::narrow(
            &mut changes,
            input,
            arguments,
            [&baseline.model, &current.model],
            console,
        )?;
    }
    let status = verdict(arguments.fail_on, &changes, unused);
    if !arguments.impact.is_empty() {
        changes.only(
            &arguments
                .impact
                .iter()
                .map(|shown| Impact::from(*shown))
                .collect::<Vec<_>>(),
        );
    }
    let colour = console.out_colour && arguments.output.is_none();
    let sides = Sides {
        baseline: std::mem::take(&mut baseline.paths),
        current: std::mem::take(&mut current.paths),
    };
    let text = show(arguments.format, &changes, &sides, colour)?;
    write(arguments.output.as_deref(), &text, console)?;
    Ok(status)
}

/// The model of pages or of an exported file that another command compares with.
pub(super) fn baseline(generator: &Generator, name: &Path, directory: &Path) -> Result<Model, Failure> {
    let path = directory.join(name);
    let is_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let model = if is_json && path.is_file() {
        side::load(&path)?
    } else {
        let corrections = generator.load_corrections()?;
        generator
            .clone()
            .docs(name)
            .read_corrected(&corrections, &mut |_| {})?
            .model
    };
    Ok(generator.select_baseline(model)?)
}

/// The items of Rust that differ.
fn surface(
    arguments: &DiffArguments,
    baseline: &Side,
    current: &Side,
    console: &mut Console<'_>,
) -> Result<Status, Failure> {
    let differences = SurfaceDiff::of(&baseline.model, &current.model);
    write(
        arguments.output.as_deref(),
        &render::surface(&differences.list()),
        console,
    )?;
    let broken = differences
        .list()
        .iter()
        .any(|difference| difference.effect == Effect::Incompatible);
    let found = match arguments.fail_on {
        FailOn::Never => false,
        FailOn::Breaking => broken,
        FailOn::Any => !differences.list().is_empty(),
    };
    Ok(if found { Status::Found } else { Status::Done })
}

fn show(format: Format, changes: &Changes, sides: &Sides, colour: bool) -> Result<String, Failure> {
    let text = match format {
        Format::Text => Ok(render::text(changes, sides, colour)),
        Format::Markdown => Ok(render::markdown(changes, sides)),
        Format::Github => Ok(render::github(changes, sides)),
        Format::Json => render::json(changes),
        Format::Sarif => render::sarif(changes, sides),
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
