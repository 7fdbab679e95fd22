//! Where the calls come from.

use super::PermissionsArguments;
use crate::cli::failure::Failure;
use crate::permissions::Grants;
use crate::permissions::calls::{self, Call};
use std::io::Read;
use std::path::Path;

/// The calls, and what is granted as far as a log says.
pub(super) struct Input {
    pub(super) calls: Vec<Call>,
    pub(super) grants: Grants,
}

/// Reads every source that the arguments name.
pub(super) fn read(arguments: &PermissionsArguments, directory: &Path) -> Result<Input, Failure> {
    let mut input = Input {
        calls: calls::of_arguments(&arguments.calls),
        grants: Grants::default(),
    };
    for file in &arguments.call_files {
        input.calls.extend(calls::of_lines(&text(file, directory)?));
    }
    if input.calls.is_empty() {
        return Err(nothing(arguments));
    }
    Ok(input)
}

fn text(file: &Path, directory: &Path) -> Result<String, Failure> {
    let path = directory.join(file);
    let read = if file == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    read.map_err(|error| Failure::file("read", &path, &error))
}

fn nothing(arguments: &PermissionsArguments) -> Failure {
    let named = !arguments.call_files.is_empty();
    let message = if named {
        "there is no call in what was named"
    } else {
        "no call to answer for"
    };
    Failure::new(
        message,
        "name one, such as `GET /users/{id}`, or a file of calls after --calls",
    )
}
