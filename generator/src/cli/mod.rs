//! The command line: arguments and settings in, exit status out.
//!
//! [`run`] does everything that the binary does. It writes to the [`Console`] it is given and never ends the process, so
//! tests call it directly.

mod about;
mod args;
mod bump;
mod calls;
mod check;
mod config;
mod console;
mod diagnostics;
mod diff;
mod explain;
mod export;
mod failure;
mod generate;
mod history;
mod lint;
mod permissions;
mod progress;
mod reading;
mod render;
mod settings;
mod site;
mod stats;
mod why;
mod workspace;

pub use console::Console;

use args::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It did what was asked.
    Done,
    /// It found something that it was asked to fail on.
    Found,
    /// It could not do what was asked.
    Failed,
}

impl Status {
    /// 0, 1 or 2.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::Failed => 2,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.code())
    }
}

/// Runs the program with these arguments, the first of which is its name.
pub fn run<I>(arguments: I, console: &mut Console<'_>) -> Status
where
    I: IntoIterator,
    I::Item: Into<OsString>,
{
    let arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
    let outcome = match (args::version_of_api(&arguments), Arguments::try_parse_from(&arguments)) {
        (Some(version), _) => Err(wrong_version_flag(&version)),
        (None, Ok(arguments)) => dispatch(arguments, console),
        (None, Err(message)) => return console.usage(&message),
    };
    let flushed = |status| console.flush().map(|()| status);
    match outcome.and_then(flushed) {
        Ok(status) => status,
        // Whoever read the output has seen enough (`generator export | head`).
        Err(Failure::ClosedPipe) => Status::Done,
        Err(failure) => {
            failure.show(console);
            Status::Failed
        }
    }
}

fn wrong_version_flag(version: &str) -> Failure {
    Failure::new(
        "--version prints the version of this program and takes no value",
        format!("choose the version of the API with `--api-version {version}`"),
    )
}

fn dispatch(arguments: Arguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    match arguments.command.unwrap_or(Command::Generate(arguments.generate)) {
        Command::Generate(arguments) => generate::run(&arguments, console),
        Command::Export(arguments) => export::run(&arguments, console),
        Command::Stats(arguments) => stats::run(&arguments, console),
        Command::Diff(arguments) => diff::run(&arguments, console),
        Command::Lint(arguments) => lint::run(&arguments, console),
        Command::Permissions(arguments) => permissions::run(&arguments, console),
        Command::History(arguments) => history::run(&arguments, console),
        Command::Why(arguments) => why::run(&arguments, console),
        Command::Site(arguments) => site::run(&arguments, console),
        Command::Explain(arguments) => explain::run(&arguments, console),
    }
}
