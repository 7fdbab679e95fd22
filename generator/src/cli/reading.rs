//! What every command begins with: read the pages and show what is wrong with them.

use super::args::Source;
use super::failure::Failure;
use super::progress::Progress;
use super::{Console, diagnostics, settings};
use crate::pipeline::{Generator, Reading};

/// Reads the pages of a command that only reads.
pub(super) fn read(flags: &Source, console: &mut Console<'_>) -> Result<Reading, Failure> {
    let input = settings::input(flags, &console.directory)?;
    let generator = Generator::new().docs(input.docs);
    let add = |generator: Generator, version: crate::model::Version| generator.version(version.0);
    let generator = input.versions.into_iter().fold(generator, add);
    read_with(&generator, flags.all_diagnostics, console)
}

/// Reads the pages of a generator.
pub(super) fn read_with(
    generator: &Generator,
    all_diagnostics: bool,
    console: &mut Console<'_>,
) -> Result<Reading, Failure> {
    let mut progress = Progress::new(console);
    let reading = generator.read(&mut |stage| progress.stage(stage))?;
    drop(progress);
    diagnostics::show(&reading.diagnostics, &reading.docs.sources, all_diagnostics, console);
    Ok(reading)
}
