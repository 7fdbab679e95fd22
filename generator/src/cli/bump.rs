//! `generate --bump-from`: the version that the public items of the emitted crate ask for.

use super::Console;
use super::args::GenerateArguments;
use super::diff::baseline;
use super::failure::Failure;
use crate::diff::SurfaceDiff;
use crate::model::Model;
use crate::pipeline::Generator;
use std::path::Path;

/// The next version after that of the baseline.
pub(super) fn version(
    generator: &Generator,
    name: &Path,
    arguments: &GenerateArguments,
    model: &Model,
    console: &Console<'_>,
) -> Result<String, Failure> {
    let before = baseline(generator, name, &console.directory)?;
    let semver = SurfaceDiff::of(&before, model).semver();
    let first = arguments
        .crate_version
        .as_deref()
        .unwrap_or(crate::pipeline::FIRST_VERSION);
    semver.after(first).ok_or_else(|| {
        let message = format!("`{first}` is not a version");
        Failure::new(message, "a version has three numbers, such as 1.4.2")
    })
}
