//! `generator generate`.

use super::args::GenerateArguments;
use super::failure::Failure;
use super::{Console, Status, reading, settings};
use crate::pipeline::Summary;
use std::time::Instant;

pub(super) fn run(arguments: &GenerateArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let start = Instant::now();
    let generator = settings::generator(arguments, &console.directory)?;
    let reading = reading::read_with(&generator, arguments.source.all_diagnostics, console)?;
    let model = generator.select(reading.model)?;
    let summary = Summary::of(reading.docs.pages.len(), &model);
    console.print(summary)?;
    if console.terminal {
        console.say(format_args!("in {:.1} s", start.elapsed().as_secs_f64()));
    }
    Ok(Status::Done)
}
