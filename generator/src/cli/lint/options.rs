//! What to look for and where, from flags and the settings file. A flag wins.

use super::LintArguments;
use super::args::FailOn;
use crate::cli::config::LintConfig;
use crate::cli::failure::Failure;
use crate::lint::{Report, Settings, SettingsError};
use crate::pipeline::{self, Reading};
use crate::select::Selection;
use crate::source::FileId;
use clap::ValueEnum;
use std::collections::BTreeMap;

pub(super) struct Options {
    pub(super) settings: Settings,
    pub(super) fail_on: FailOn,
    selection: Selection,
}

impl Options {
    pub(super) fn of(arguments: &LintArguments, config: &LintConfig) -> Result<Self, Failure> {
        Ok(Self {
            settings: settings(arguments, config).map_err(|error| Failure::new(error.to_string(), error.help()))?,
            fail_on: fail_on(arguments, config)?,
            selection: Selection::parse(&arguments.include, &arguments.exclude).map_err(pipeline::Error::from)?,
        })
    }

    /// Leaves the findings of the pages that are asked for.
    pub(super) fn keep_pages(&self, report: &mut Report, reading: &Reading) -> Result<(), Failure> {
        let pages = self.selection.pages(&reading.model).map_err(pipeline::Error::from)?;
        let read = reading.docs.pages.iter();
        let of_files: BTreeMap<FileId, _> = read
            .map(|page| (page.file, (page.version.as_ref(), &*page.path)))
            .collect();
        report.findings.retain(|finding| {
            let file = finding.diagnostic.span.file;
            pages.has(reading.docs.sources.path(file), of_files.get(&file).copied())
        });
        Ok(())
    }
}

fn settings(arguments: &LintArguments, config: &LintConfig) -> Result<Settings, SettingsError> {
    let either = |flags: &[String], config: &[String]| {
        let chosen = if flags.is_empty() { config } else { flags };
        chosen.to_vec()
    };
    let mut settings = Settings::default()
        .select(&either(&arguments.select, &config.select))?
        .ignore(&either(&arguments.ignore, &config.ignore))?;
    for (id, severity) in &config.severity {
        settings = settings.severity(id, severity)?;
    }
    for (pattern, ids) in &config.per_path {
        settings = settings.ignore_in(pattern, ids)?;
    }
    Ok(settings)
}

fn fail_on(arguments: &LintArguments, config: &LintConfig) -> Result<FailOn, Failure> {
    let configured = config.fail_on.as_ref().map(|word| {
        let read = FailOn::from_str(word, false);
        read.map_err(|_| {
            let help = "write `error`, `warning`, `note` or `never`";
            Failure::new(format!("`{word}` in `fail-on` of generator.toml is no severity"), help)
        })
    });
    let configured = configured.transpose()?;
    Ok(arguments.fail_on.or(configured).unwrap_or(FailOn::Error))
}
