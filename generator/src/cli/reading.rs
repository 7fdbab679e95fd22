//! What every command begins with: read the pages and show what is wrong with them.

use super::args::Source;
use super::failure::Failure;
use super::progress::Progress;
use super::render::Renderer;
use super::{Console, diagnostics, settings};
use crate::pipeline::{Generator, Reading};

/// Reads the pages of a command that only reads.
pub(super) fn read(flags: &Source, console: &mut Console<'_>) -> Result<Reading, Failure> {
    let generator = settings::reader(flags, &console.directory)?;
    let mut progress = Progress::new(console);
    read_with(&generator, flags.all_diagnostics, &mut progress, console)
}

/// Reads the pages of a generator.
pub(super) fn read_with(
    generator: &Generator,
    all_diagnostics: bool,
    progress: &mut Progress,
    console: &mut Console<'_>,
) -> Result<Reading, Failure> {
    let reading = generator.read(&mut |stage| progress.stage(stage))?;
    progress.pause();
    let renderer = Renderer::new(console.colour).for_files_of(reading.root.base(), &console.directory);
    let sources = &reading.docs.sources;
    diagnostics::show(&reading.diagnostics, sources, &renderer, all_diagnostics, console);
    Ok(reading)
}
