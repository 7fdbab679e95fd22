//! Where the calls come from.

use super::Sources;
use super::file::{bytes, check, open, text};
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::permissions::calls::{self, Call, CallsError, activity, binary, har};
use crate::permissions::{Grants, Index};

/// The calls, and what is granted as far as a log says.
#[derive(Default)]
pub(in crate::cli) struct Input {
    pub(in crate::cli) calls: Vec<Call>,
    pub(in crate::cli) grants: Grants,
}

impl Input {
    /// Reads every source but logs, which are looked up line by line; `named` are the calls that stand in arguments.
    pub(in crate::cli) fn read(
        sources: &Sources,
        named: &[String],
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let mut input = Self {
            calls: calls::of_arguments(named),
            grants: Grants::default(),
        };
        for file in &sources.call_files {
            let lines = text(file, console)?;
            if lines.contains('\0') {
                return Err(Failure::new(
                    format!("{} is no text", file.display()),
                    "name a file with one call on each line; --binary is for programs",
                ));
            }
            input.calls.extend(calls::of_lines(&lines));
        }
        for file in &sources.har {
            let (found, elsewhere) = har::read(&text(file, console)?, file)?;
            if elsewhere > 0 {
                console.say(format_args!(
                    "{}: {elsewhere} requests to other hosts are left out",
                    file.display()
                ));
            }
            input.calls.extend(found);
        }
        for file in &sources.binary {
            input.calls.extend(binary::read(&bytes(file, console)?, file)?);
        }
        if input.calls.is_empty() && sources.activity.is_empty() {
            return Err(nothing(sources));
        }
        // A name that is wrong is told before the pages are read.
        sources.activity.iter().try_for_each(|file| check(file, console))?;
        Ok(input)
    }

    /// Reads the logs.
    pub(in crate::cli) fn read_logs(
        &mut self,
        sources: &Sources,
        index: &Index<'_>,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let app = sources.app.as_deref();
        for file in &sources.activity {
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

fn nothing(sources: &Sources) -> Failure {
    let named = sources.call_files.iter().chain(&sources.har).next();
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
