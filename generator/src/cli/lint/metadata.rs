//! The metadata of the service.

use super::LintArguments;
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::export;
use crate::lint::{self, Metadata, Report};
use crate::model::Version;
use crate::pipeline::Reading;
use std::path::Path;

/// Where services publish it.
const PUBLISHED: &str = "https://graph.microsoft.com";

/// The file that the arguments name.
pub(super) fn load(
    arguments: &LintArguments,
    reading: &Reading,
    console: &Console<'_>,
) -> Result<Option<Metadata>, Failure> {
    let Some(name) = &arguments.metadata else {
        return Ok(None);
    };
    let version = version(name, reading)?;
    let path = console.directory.join(name);
    let bytes = std::fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let refused =
        |message: String, help: &str| Failure::new(format!("{} is no metadata: {message}", name.display()), help);
    let text = String::from_utf8(bytes).map_err(|error| {
        let is_packed = error.as_bytes().starts_with(&[0x1f, 0x8b]);
        let help = if is_packed {
            "unpack it: `gunzip FILE`"
        } else {
            "save it as UTF-8"
        };
        refused("it is not UTF-8 text".to_owned(), help)
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let help = "name the EDMX file that the service publishes as `$metadata`";
    let metadata =
        Metadata::parse(&name.to_string_lossy(), text, version).map_err(|error| refused(error.to_string(), help))?;
    Ok(Some(metadata))
}

/// The version that a file of metadata describes: the only one of the pages, else the one that its name has.
fn version(name: &Path, reading: &Reading) -> Result<Version, Failure> {
    let versions: Vec<&Version> = reading.model.schemas.iter().map(|schema| &schema.version).collect();
    let words = name.to_string_lossy().to_lowercase();
    let named: Vec<&Version> = versions
        .iter()
        .copied()
        .filter(|version| words.contains(&version.0))
        .collect();
    match (versions.as_slice(), named.as_slice()) {
        ([one], _) | (_, [one]) => Ok((*one).clone()),
        _ => Err(Failure::new(
            format!(
                "{} is the metadata of one version, and the pages have several",
                name.display()
            ),
            "choose the version with `--api-version v1.0`",
        )),
    }
}

/// Writes the corrections that the findings give.
pub(super) fn write_corrections(
    arguments: &LintArguments,
    report: &Report,
    reading: &Reading,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let Some(name) = &arguments.corrections else {
        return Ok(());
    };
    let versions: Vec<&str> = reading
        .model
        .schemas
        .iter()
        .map(|schema| schema.version.0.as_str())
        .collect();
    let link = match versions.as_slice() {
        [one] => format!("{PUBLISHED}/{one}/$metadata"),
        _ => PUBLISHED.to_owned(),
    };
    let (text, count) = lint::corrections(&report.findings, &reading.docs.sources, &link);
    let path = console.directory.join(name);
    let written = export::replace(&path, |writer| writer.write_all(text.as_bytes()));
    written.map_err(|error| Failure::file("write", &path, &error))?;
    let noun = if count == 1 { "correction" } else { "corrections" };
    console.say(format_args!("wrote {count} {noun} to {}", name.display()));
    Ok(())
}
