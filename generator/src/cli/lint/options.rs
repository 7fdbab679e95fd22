//! What to look for and where, from flags and the settings file. A flag wins.

use super::LintArguments;
use super::args::FailOn;
use crate::cli::config::LintConfig;
use crate::cli::failure::Failure;
use crate::lint::{Report, Settings, SettingsError};
use crate::source::SourceMap;
use clap::ValueEnum;
use globset::{Glob, GlobSet, GlobSetBuilder};

pub(super) struct Options {
    pub(super) settings: Settings,
    pub(super) fail_on: FailOn,
    include: Option<GlobSet>,
    exclude: Option<GlobSet>,
}

impl Options {
    pub(super) fn of(arguments: &LintArguments, config: &LintConfig) -> Result<Self, Failure> {
        Ok(Self {
            settings: settings(arguments, config).map_err(|error| Failure::new(error.to_string(), error.help()))?,
            fail_on: fail_on(arguments, config)?,
            include: globs(&arguments.include)?,
            exclude: globs(&arguments.exclude)?,
        })
    }

    /// Leaves the findings of the files that are asked for.
    pub(super) fn keep_files(&self, report: &mut Report, sources: &SourceMap) {
        report.findings.retain(|finding| {
            let path = sources.path(finding.diagnostic.span.file);
            let matches = |set: &GlobSet| set.is_match(path);
            self.include.as_ref().is_none_or(matches) && !self.exclude.as_ref().is_some_and(matches)
        });
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

fn globs(patterns: &[String]) -> Result<Option<GlobSet>, Failure> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let refused = |error: &globset::Error| {
        let help = "write a path below the docs root; `*` stands for any text";
        Failure::new(error.to_string(), help)
    };
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).map_err(|error| refused(&error))?);
    }
    set.build().map(Some).map_err(|error| refused(&error))
}
