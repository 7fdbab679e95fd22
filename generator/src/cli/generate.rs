//! `generator generate`.

use super::args::GenerateArguments;
use super::failure::Failure;
use super::progress::Progress;
use super::render::Renderer;
use super::{Console, Status, about, bump, check, diagnostics, settings};
use crate::pipeline::{Stage, Summary};
use std::mem::ManuallyDrop;
use std::time::Instant;

pub(super) fn run(arguments: &GenerateArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let start = Instant::now();
    let generator = settings::generator(arguments, &console.directory)?;
    let mut progress = Progress::new(console);
    let reading = generator.read(&mut |stage| progress.stage(stage))?;
    progress.pause();
    drop(progress);
    // The process ends with this: the system takes its memory back faster than a walk through a million strings.
    let (diagnostics, root) = (reading.diagnostics, reading.root);
    let (docs, _rows) = (ManuallyDrop::new(reading.docs), ManuallyDrop::new(reading.rows));
    let model = ManuallyDrop::new(generator.select(reading.model)?);
    if !arguments.quiet {
        // A part of the pages: what is wrong with the others is nobody's business now.
        let diagnostics = if generator.selects() {
            about::about(&model, &docs, diagnostics)
        } else {
            diagnostics
        };
        let renderer = Renderer::new(console.colour).for_files_of(root.base(), &console.directory);
        let all = arguments.source.all_diagnostics;
        diagnostics::show(&diagnostics, &docs.sources, &renderer, all, console);
    }
    let bumped = arguments.bump_from.as_ref();
    let bumped = bumped.map(|baseline| bump::version(&generator, baseline, arguments, &model, console));
    let generator = match bumped.transpose()? {
        Some(version) => generator.crate_version(version),
        None => generator,
    };
    let mut progress = Progress::new(console);
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
    if !arguments.quiet {
        console.print(summary.with_files(written))?;
    }
    if console.terminal && !arguments.quiet {
        console.say(format_args!("in {:.1} s", start.elapsed().as_secs_f64()));
    }
    Ok(Status::Done)
}
