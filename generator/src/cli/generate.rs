//! `generator generate`.

use super::args::GenerateArguments;
use super::failure::Failure;
use super::progress::Progress;
use super::{Console, Status, reading, settings};
use crate::pipeline::{Stage, Summary};
use std::mem::ManuallyDrop;
use std::time::Instant;

pub(super) fn run(arguments: &GenerateArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let start = Instant::now();
    let generator = settings::generator(arguments, &console.directory)?;
    let mut progress = Progress::new(console);
    let reading = reading::read_with(&generator, arguments.source.all_diagnostics, &mut progress, console)?;
    let docs = ManuallyDrop::new(reading.docs);
    // The process ends with this: the system takes its memory back faster than a walk through a million strings.
    let model = ManuallyDrop::new(generator.select(reading.model)?);
    let summary = Summary::of(docs.pages.len(), &model);
    progress.stage(Stage::Emitting);
    let files = ManuallyDrop::new(generator.emit(&model)?);
    if arguments.check {
        let difference = generator.check(&files)?;
        progress.pause();
        return show_difference(&difference, console);
    }
    progress.stage(Stage::Writing);
    let written = generator.write(&files)?;
    progress.pause();
    console.print(summary.with_files(written))?;
    if console.terminal {
        console.say(format_args!("in {:.1} s", start.elapsed().as_secs_f64()));
    }
    Ok(Status::Done)
}

fn show_difference(difference: &str, console: &mut Console<'_>) -> Result<Status, Failure> {
    if difference.is_empty() {
        return Ok(Status::Done);
    }
    console.print(difference.trim_end_matches('\n'))?;
    let files = difference.lines().filter(|line| line.starts_with("+++ ")).count();
    console.say(format_args!(
        "{files} files are not what the pages give; run `generator` without --check to update them"
    ));
    Ok(Status::Found)
}
