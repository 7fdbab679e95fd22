//! `generator generate`.

use super::args::GenerateArguments;
use super::failure::Failure;
use super::progress::Progress;
use super::{Console, Status, check, reading, settings};
use crate::pipeline::{Stage, Summary};
use std::mem::ManuallyDrop;
use std::time::Instant;

pub(super) fn run(arguments: &GenerateArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let start = Instant::now();
    let generator = settings::generator(arguments, &console.directory)?;
    let mut progress = Progress::new(console);
    let reading = reading::read_with(&generator, arguments.source.all_diagnostics, &mut progress, console)?;
    // The process ends with this: the system takes its memory back faster than a walk through a million strings.
    let (docs, _rows) = (ManuallyDrop::new(reading.docs), ManuallyDrop::new(reading.rows));
    let model = ManuallyDrop::new(generator.select(reading.model)?);
    let summary = Summary::of(docs.pages.len(), &model);
    progress.stage(Stage::Emitting);
    let files = ManuallyDrop::new(generator.emit(&model)?);
    if arguments.check {
        let difference = generator.check(&files)?;
        progress.pause();
        return check::show(&generator, &model, &difference, console);
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
