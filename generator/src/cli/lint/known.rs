//! The file of known findings.

use super::LintArguments;
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::export;
use crate::lint::{Baseline, Report};
use crate::pipeline::Reading;
use std::path::Path;

/// What was done with it.
#[derive(Default)]
pub(super) struct Done {
    pub(super) is_read: bool,
    pub(super) is_written: bool,
}

/// Takes known findings out of a report, or writes all of them to the file.
pub(super) fn apply(
    arguments: &LintArguments,
    report: &mut Report,
    reading: &Reading,
    console: &mut Console<'_>,
) -> Result<Done, Failure> {
    let Some(name) = &arguments.baseline else {
        return Ok(Done::default());
    };
    let path = console.directory.join(name);
    let sources = &reading.docs.sources;
    if arguments.update_baseline {
        write(&path, &Baseline::of(&report.findings, sources))?;
        let count = report.findings.len();
        console.print(format_args!("{count} findings are known in {}", name.display()))?;
        return Ok(Done {
            is_written: true,
            ..Done::default()
        });
    }
    read(&path)?.apply(report, sources);
    Ok(Done {
        is_read: true,
        ..Done::default()
    })
}

fn read(path: &Path) -> Result<Baseline, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
    Baseline::parse(&text).map_err(|error| {
        Failure::new(
            format!("{} is no file of known findings: {error}", path.display()),
            "write it anew with --update-baseline",
        )
    })
}

fn write(path: &Path, baseline: &Baseline) -> Result<(), Failure> {
    let text = baseline.text().map_err(|error| Failure::from_output(&error.into()))?;
    let written = export::replace(path, |writer| writer.write_all(text.as_bytes()));
    written.map_err(|error| Failure::file("write", path, &error))
}
