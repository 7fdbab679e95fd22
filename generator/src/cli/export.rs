//! `generator export`.

use super::args::ExportArguments;
use super::failure::Failure;
use super::{Console, Status, reading};
use crate::export;
use std::mem::ManuallyDrop;
use std::path::Path;

pub(super) fn run(arguments: &ExportArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    // The process ends with this: the system takes its memory back faster than a walk through a million strings.
    let reading = ManuallyDrop::new(reading::read(&arguments.source, console)?);
    match arguments.output.as_deref().filter(|path| *path != Path::new("-")) {
        Some(path) => {
            let path = console.directory.join(path);
            export::to_file(&reading.model, &path).map_err(|error| Failure::file("write", &path, &error))?;
        }
        None => export::to_writer(&reading.model, &mut *console.out).map_err(|error| Failure::from_output(&error))?,
    }
    Ok(Status::Done)
}
