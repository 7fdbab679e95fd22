//! `generator permissions`.

mod args;
mod opens;

pub(super) use args::{HELP, PermissionsArguments};

use super::calls::{self, Input, SignIn};
use super::failure::Failure;
use super::progress::Progress;
use super::{Console, Status, settings};
use crate::permissions::reference::ReferenceError;
use crate::permissions::{Answer, Grants, Index, Program, Reference, render};
use args::{FailOn, Format};
use std::path::{Path, PathBuf};

pub(super) fn run(arguments: &PermissionsArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let asks_for_calls = arguments.of.is_none() && arguments.compare.is_empty();
    let mut input = if asks_for_calls {
        Input::read(&arguments.sources, &arguments.calls, console)?
    } else {
        Input::default()
    };
    let reference = read_reference(&arguments.reference, console)?;
    needs_reference(arguments.format, reference.as_ref())?;
    let generator = settings::reader(&arguments.source, &console.directory)?;
    let mut progress = Progress::new(console);
    let reading = generator.read(&mut |stage| progress.stage(stage))?;
    progress.pause();
    let index = Index::of(&reading.model);
    if !asks_for_calls {
        let text = opens::show(arguments, &index)?;
        write(arguments.output.as_deref(), &text, console)?;
        return Ok(Status::Done);
    }
    input.read_logs(&arguments.sources, &index, console)?;
    let program = Program::of(&index, &input.calls);
    let mut grants = input.grants;
    if let Some(granted) = &arguments.granted {
        grants = Grants::for_all(granted);
    }
    let answer = Answer::of(&program, &SignIn::schemes(&arguments.sign_in), &grants);
    let (text, notes) = show(arguments.format, &answer, reference.as_ref());
    for note in notes {
        console.say(note);
    }
    write(arguments.output.as_deref(), &text, console)?;
    Ok(verdict(&arguments.fail_on, &answer))
}

/// The text, and what could not be said in it.
fn show(format: Format, answer: &Answer<'_, '_, '_>, reference: Option<&Reference>) -> (String, Vec<String>) {
    let none = Reference::default();
    let known = reference.unwrap_or(&none);
    match format {
        Format::Text => (render::text(answer, reference), Vec::new()),
        Format::Json => (format!("{:#}", render::json(answer, reference)), Vec::new()),
        Format::Manifest => render::manifest(answer, known),
        Format::Bicep => render::bicep(answer, known),
        Format::Terraform => render::terraform(answer, reference),
        Format::Apimanifest => render::api_manifest(answer),
        Format::Markdown => (render::markdown(answer, reference), Vec::new()),
        Format::Html => (render::html(answer, reference), Vec::new()),
    }
}

fn read_reference(files: &[PathBuf], console: &Console<'_>) -> Result<Option<Reference>, Failure> {
    let mut reference = Reference::default();
    for file in files {
        let text = calls::text(file, console)?;
        let added = reference.add(&text, file);
        added.map_err(|error| Failure::new(error.to_string(), ReferenceError::HELP))?;
    }
    Ok((!files.is_empty()).then_some(reference))
}

fn needs_reference(format: Format, reference: Option<&Reference>) -> Result<(), Failure> {
    if reference.is_none() && matches!(format, Format::Manifest | Format::Bicep) {
        return Err(Failure::new(
            "this format needs the identifiers of permissions, and the pages do not have them",
            "name a file that has them: --reference provisioningInfo.json, of the repository microsoft-graph-devx-content",
        ));
    }
    Ok(())
}

fn write(output: Option<&Path>, text: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    match output.filter(|path| *path != Path::new("-")) {
        None => console.print(text),
        Some(path) => {
            let path = console.directory.join(path);
            let written = crate::export::replace(&path, |writer| writeln!(writer, "{text}"));
            written.map_err(|error| Failure::file("write", &path, &error))
        }
    }
}

fn verdict(fail_on: &[FailOn], answer: &Answer<'_, '_, '_>) -> Status {
    let mut compared = answer.schemes.iter().filter_map(|one| one.granted.as_ref());
    let is_found = fail_on.iter().any(|what| match what {
        FailOn::Missing => compared.clone().any(|granted| !granted.missing.is_empty()),
        FailOn::Excess => compared.any(|granted| !granted.excess.is_empty()),
        FailOn::Unknown => !answer.program.unknown.is_empty(),
    });
    if is_found { Status::Found } else { Status::Done }
}
