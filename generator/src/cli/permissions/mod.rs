//! `generator permissions`.

mod args;
mod input;

pub(super) use args::{HELP, PermissionsArguments};

use super::failure::Failure;
use super::progress::Progress;
use super::{Console, Status, settings};
use crate::permissions::{Answer, Grants, Index, Program, render};
use args::{FailOn, Format, SignIn};
use input::Input;
use std::path::Path;

pub(super) fn run(arguments: &PermissionsArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let mut input = Input::read(arguments, console)?;
    let generator = settings::reader(&arguments.source, &console.directory)?;
    let mut progress = Progress::new(console);
    let reading = generator.read(&mut |stage| progress.stage(stage))?;
    progress.pause();
    let index = Index::of(&reading.model);
    input.read_logs(arguments, &index, console)?;
    let program = Program::of(&index, &input.calls);
    let mut grants = input.grants;
    if let Some(granted) = &arguments.granted {
        grants = Grants::for_all(granted);
    }
    let answer = Answer::of(&program, &SignIn::schemes(&arguments.sign_in), &grants);
    let text = match arguments.format {
        Format::Text => render::text(&answer),
        Format::Json => format!("{:#}", render::json(&answer)),
    };
    write(arguments.output.as_deref(), &text, console)?;
    Ok(verdict(&arguments.fail_on, &answer))
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
