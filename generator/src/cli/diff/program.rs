//! `--calls`, `--har`, `--activity` and `--binary`: only what touches a program.

use super::DiffArguments;
use crate::cli::Console;
use crate::cli::calls::{Input, SignIn};
use crate::cli::failure::Failure;
use crate::diff::Changes;
use crate::model::Model;
use crate::permissions::{Call, Grants, Index};

/// The calls of the program, without those of logs; nothing if no file names any.
pub(super) fn read(arguments: &DiffArguments, console: &mut Console<'_>) -> Result<Option<Input>, Failure> {
    if arguments.program.is_empty() {
        return Ok(None);
    }
    Input::read(&arguments.program, &[], console).map(Some)
}

/// Keeps the changes that touch the program. A log is looked up in the baseline: the program ran before the change.
pub(super) fn narrow(
    changes: &mut Changes,
    mut input: Input,
    arguments: &DiffArguments,
    models: [&Model; 2],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let [baseline, _] = models;
    let index = Index::of(baseline);
    input.read_logs(&arguments.program, &index, console)?;
    let calls: Vec<Call> = input.calls.into_iter().map(|call| call.with_path(&index)).collect();
    let granted = match &arguments.granted {
        Some(names) => Grants::for_all(names),
        None => input.grants,
    };
    changes.touching(models, &calls, &granted, &SignIn::schemes(&arguments.sign_in));
    Ok(())
}
