//! Which permissions there are.

use super::LintArguments;
use crate::cli::failure::Failure;
use crate::cli::{Console, calls};
use crate::lint::KnownPermissions;
use crate::permissions::reference::ReferenceError;

/// What the files say that the arguments name.
pub(super) fn load(arguments: &LintArguments, console: &Console<'_>) -> Result<Option<KnownPermissions>, Failure> {
    let mut known = KnownPermissions::default();
    for file in &arguments.reference {
        let text = calls::text(file, console)?;
        let added = known.add(&text, file);
        added.map_err(|error| Failure::new(error.to_string(), ReferenceError::HELP))?;
    }
    Ok((!arguments.reference.is_empty()).then_some(known))
}
