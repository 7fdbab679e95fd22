//! Where a run reads its surroundings from and writes its output to.

use super::Status;
use super::failure::Failure;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::PathBuf;

/// The surroundings of one run.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Diagnostics and errors.
    pub err: &'a mut dyn Write,
    /// The current directory; relative paths start here.
    pub directory: PathBuf,
    /// Whether `err` understands colours and the user wants them.
    pub colour: bool,
    /// Whether `out` understands colours and the user wants them.
    pub out_colour: bool,
    /// Whether `err` is a terminal, which shows progress and times.
    pub terminal: bool,
}

impl Console<'_> {
    /// Writes a result and a line end.
    pub(super) fn print(&mut self, text: impl Display) -> Result<(), Failure> {
        writeln!(self.out, "{text}").map_err(|error| Failure::from_output(&error))
    }

    /// Hands results on to the system.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(|error| Failure::from_output(&error))
    }

    /// Writes a line for people. That nobody listens is no failure.
    pub(super) fn say(&mut self, text: impl Display) {
        let _: io::Result<()> = writeln!(self.err, "{text}");
    }

    /// Prints the help text, the program's version or a usage error.
    pub(super) fn usage(&mut self, message: &clap::Error) -> Status {
        let text = message.render();
        let text = if self.colour {
            text.ansi().to_string()
        } else {
            text.to_string()
        };
        if message.use_stderr() {
            self.say(text.trim_end());
            return Status::Failed;
        }
        let _: Result<(), Failure> = self.print(text.trim_end());
        Status::Done
    }
}
