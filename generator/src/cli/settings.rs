//! What to do, from flags, the settings file and defaults, in this order.

use super::args::{GenerateArguments, Source, parse_version};
use super::config::{Config, FILE_NAME};
use super::failure::Failure;
use super::workspace;
use crate::model::Version;
use crate::pipeline::Generator;
use std::path::{Path, PathBuf};

/// Where the pages are.
#[derive(Debug, PartialEq)]
pub(super) struct Input {
    pub(super) docs: PathBuf,
    pub(super) versions: Vec<Version>,
}

/// The workspace around `directory` and its settings file.
struct Surroundings {
    root: Option<PathBuf>,
    config: Config,
}

impl Surroundings {
    fn find(directory: &Path) -> Result<Self, Failure> {
        let root = workspace::find(directory);
        let config = root.as_deref().map(Config::load).transpose()?.unwrap_or_default();
        Ok(Self { root, config })
    }

    /// A path of the settings file, or the default, in the workspace.
    fn path(&self, configured: Option<&Path>, default: &str) -> Option<PathBuf> {
        let root = self.root.as_deref()?;
        Some(root.join(configured.unwrap_or(Path::new(default))))
    }

    fn input(&self, flags: &Source, directory: &Path) -> Result<Input, Failure> {
        let flag = flags.docs.as_ref().map(|docs| directory.join(docs));
        let docs = flag
            .or_else(|| self.path(self.config.docs.as_deref(), workspace::DOCS))
            .ok_or_else(|| {
                Failure::new(
                    format!(
                        "no pages to read: neither this folder nor one above it holds `{}`",
                        workspace::DOCS
                    ),
                    "name a folder of pages after --docs",
                )
            })?;
        let versions = if flags.version.is_empty() {
            self.versions()?
        } else {
            flags.version.clone()
        };
        Ok(Input { docs, versions })
    }

    fn versions(&self) -> Result<Vec<Version>, Failure> {
        let version = |text: &String| {
            parse_version(text).map_err(|reason| Failure::new(format!("`{text}` in {FILE_NAME} is no version"), reason))
        };
        self.config.version.iter().map(version).collect()
    }
}

/// Settings of a command that only reads.
pub(super) fn input(flags: &Source, directory: &Path) -> Result<Input, Failure> {
    Surroundings::find(directory)?.input(flags, directory)
}

/// Settings of `generate`.
pub(super) fn generator(flags: &GenerateArguments, directory: &Path) -> Result<Generator, Failure> {
    let surroundings = Surroundings::find(directory)?;
    let config = &surroundings.config;
    let input = surroundings.input(&flags.source, directory)?;
    let flag = flags.out.as_ref().map(|out| directory.join(out));
    let out = flag
        .or_else(|| surroundings.path(config.out.as_deref(), workspace::OUT))
        .unwrap_or_else(|| directory.join(workspace::OUT));
    let mut generator = Generator::new().docs(input.docs).out_dir(out);
    if let Some(name) = flags.crate_name.as_ref().or(config.crate_name.as_ref()) {
        generator = generator.crate_name(name);
    }
    let first = |flags: &[String], config: &[String]| {
        if flags.is_empty() {
            config.to_vec()
        } else {
            flags.to_vec()
        }
    };
    for pattern in first(&flags.include, &config.include) {
        generator = generator.include(pattern);
    }
    for pattern in first(&flags.exclude, &config.exclude) {
        generator = generator.exclude(pattern);
    }
    Ok(input
        .versions
        .into_iter()
        .fold(generator, |generator, version| generator.version(version.0)))
}
