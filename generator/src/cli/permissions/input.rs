//! Where the calls come from.

use super::PermissionsArguments;
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::permissions::calls::{self, Call, CallsError, activity, binary, har};
use crate::permissions::{Grants, Index};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The calls, and what is granted as far as a log says.
#[derive(Default)]
pub(super) struct Input {
    pub(super) calls: Vec<Call>,
    pub(super) grants: Grants,
}

impl Input {
    /// Reads every source but logs, which are looked up line by line.
    pub(super) fn read(arguments: &PermissionsArguments, console: &mut Console<'_>) -> Result<Self, Failure> {
        let mut input = Self {
            calls: calls::of_arguments(&arguments.calls),
            grants: Grants::default(),
        };
        for file in &arguments.call_files {
            input.calls.extend(calls::of_lines(&text(file, console)?));
        }
        for file in &arguments.har {
            let (found, elsewhere) = har::read(&text(file, console)?, file)?;
            if elsewhere > 0 {
                console.say(format_args!(
                    "{}: {elsewhere} requests to other hosts are left out",
                    file.display()
                ));
            }
            input.calls.extend(found);
        }
        for file in &arguments.binary {
            input.calls.extend(binary::read(&bytes(file, console)?, file)?);
        }
        if input.calls.is_empty() && arguments.activity.is_empty() {
            return Err(nothing(arguments));
        }
        arguments
            .activity
            .iter()
            .try_for_each(|file| open(file, console).map(drop))?;
        Ok(input)
    }

    /// Reads the logs.
    pub(super) fn read_logs(
        &mut self,
        arguments: &PermissionsArguments,
        index: &Index<'_>,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let app = arguments.app.as_deref();
        for file in &arguments.activity {
            let tally = activity::read(open(file, console)?, file, activity::Filter { index, app })?;
            for note in tally.notes(app) {
                console.say(format_args!("{}: {note}", file.display()));
            }
            let (calls, grants) = tally.into_calls();
            self.calls.extend(calls);
            self.grants.merge(grants);
        }
        Ok(())
    }
}

/// A file, unpacked if its name ends in `.gz`.
pub(super) fn open(file: &Path, console: &Console<'_>) -> Result<Box<dyn Read>, Failure> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let path = console.directory.join(file);
    let opened = File::open(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let is_packed = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("gz"));
    Ok(if is_packed {
        Box::new(MultiGzDecoder::new(opened))
    } else {
        Box::new(opened)
    })
}

pub(in crate::cli) fn text(file: &Path, console: &Console<'_>) -> Result<String, Failure> {
    bytes(file, console).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn bytes(file: &Path, console: &Console<'_>) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = open(file, console)?.read_to_end(&mut bytes);
    read.map_err(|error| Failure::file("read", &console.directory.join(file), &error))?;
    Ok(bytes)
}

fn nothing(arguments: &PermissionsArguments) -> Failure {
    let named = arguments.call_files.iter().chain(&arguments.har).next();
    let message = match named {
        Some(file) => format!("there is no call of the API in {}", file.display()),
        None => "no call to answer for".to_owned(),
    };
    Failure::new(
        message,
        "name one, such as `GET /users/{id}`, or a file: --calls, --har, --activity, --binary",
    )
}

impl From<CallsError> for Failure {
    fn from(error: CallsError) -> Self {
        Self::new(error.to_string(), error.help)
    }
}
