//! What to do, from flags, the settings file and defaults, in this order.

use super::args::{GenerateArguments, Source, parse_version};
use super::config::{Config, FILE_NAME, LintConfig};
use super::failure::Failure;
use super::lint::LintArguments;
use super::workspace;
use crate::docs::Profile;
use crate::model::Version;
use crate::pipeline::{Generator, RuntimeCrate};
use std::path::{Path, PathBuf};

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

    /// A generator that knows what to read.
    fn reader(&self, flags: &Source, directory: &Path) -> Result<Generator, Failure> {
        let docs = flags
            .docs
            .clone()
            .or_else(|| self.path(self.config.docs.as_deref(), workspace::DOCS));
        let docs = docs.ok_or_else(no_docs)?;
        let versions = if flags.api_version.is_empty() {
            self.versions()?
        } else {
            flags.api_version.clone()
        };
        let mut generator = Generator::new().directory(directory).docs(docs);
        if let Some(corrections) = flags.corrections.clone().or_else(|| self.corrections()) {
            generator = generator.corrections(corrections);
        }
        if let Some(name) = flags.profile.as_ref().or(self.config.profile.as_ref()) {
            generator = generator.profile(self.profile(name)?);
        }
        Ok(versions
            .into_iter()
            .fold(generator, |generator, version| generator.api_version(version.0)))
    }

    /// The profile of this name, from the settings file or a known one.
    fn profile(&self, name: &str) -> Result<Profile, Failure> {
        if let Some(own) = self.config.profiles.get(name) {
            let name = name.to_owned();
            return Ok(Profile { name, ..own.clone() });
        }
        let known = Profile::names().map(str::to_owned);
        let names: Vec<String> = known.chain(self.config.profiles.keys().cloned()).collect();
        let help = format!(
            "known are {}; another one is a table [profiles.{name}] with its `hosts` in {FILE_NAME}",
            names.join(", ")
        );
        Profile::named(name).ok_or_else(|| Failure::new(format!("there is no docset profile `{name}`"), help))
    }

    /// The corrections that the settings file names.
    fn corrections(&self) -> Option<PathBuf> {
        Some(self.root.as_deref()?.join(self.config.corrections.as_deref()?))
    }

    fn versions(&self) -> Result<Vec<Version>, Failure> {
        let version = |text: &String| {
            let refused = |help| Failure::new(format!("`{text}` in {FILE_NAME} is not a version of the API"), help);
            parse_version(text).map_err(refused)
        };
        self.config.api_version.iter().map(version).collect()
    }
}

fn no_docs() -> Failure {
    let message = format!(
        "no pages to read: neither this folder nor one above it holds `{}`",
        workspace::DOCS
    );
    Failure::new(message, "name a folder of pages after --docs")
}

/// Settings of a command that only reads.
pub(super) fn reader(flags: &Source, directory: &Path) -> Result<Generator, Failure> {
    Surroundings::find(directory)?.reader(flags, directory)
}

/// Settings of `lint`, which looks at pages as they are, without corrections.
pub(super) fn lint(flags: &LintArguments, directory: &Path) -> Result<(Generator, LintConfig), Failure> {
    let mut surroundings = Surroundings::find(directory)?;
    surroundings.config.corrections = None;
    let source = Source {
        docs: flags.docs.clone(),
        api_version: flags.api_version.clone(),
        ..Source::default()
    };
    let generator = surroundings.reader(&source, directory)?;
    Ok((generator, surroundings.config.lint))
}

/// Settings of a command that reads a part of the pages and writes a folder of its own.
pub(super) fn writer(
    flags: &Source,
    out: &Path,
    [include, exclude]: [&[String]; 2],
    directory: &Path,
) -> Result<Generator, Failure> {
    let mut generator = Surroundings::find(directory)?
        .reader(flags, directory)?
        .out_dir(directory.join(out));
    for pattern in include {
        generator = generator.include(pattern);
    }
    for pattern in exclude {
        generator = generator.exclude(pattern);
    }
    Ok(generator)
}

/// The default docs root of the workspace around `directory`.
pub(super) fn docs(directory: &Path) -> Result<PathBuf, Failure> {
    let surroundings = Surroundings::find(directory)?;
    let docs = surroundings.path(surroundings.config.docs.as_deref(), workspace::DOCS);
    docs.ok_or_else(no_docs)
}

/// The corrections of the workspace around `directory`.
pub(super) fn corrections(directory: &Path) -> Result<Option<PathBuf>, Failure> {
    Ok(Surroundings::find(directory)?.corrections())
}

/// Settings of `generate`.
pub(super) fn generator(flags: &GenerateArguments, directory: &Path) -> Result<Generator, Failure> {
    let surroundings = Surroundings::find(directory)?;
    let config = &surroundings.config;
    let flag = flags.out.as_ref().map(|out| directory.join(out));
    let out = flag
        .or_else(|| surroundings.path(config.out.as_deref(), workspace::OUT))
        .unwrap_or_else(|| directory.join(workspace::OUT));
    let mut generator = surroundings.reader(&flags.source, directory)?.out_dir(out);
    if let Some(name) = flags.crate_name.as_ref().or(config.crate_name.as_ref()) {
        generator = generator.crate_name(name);
    }
    if let Some(version) = &flags.crate_version {
        generator = generator.crate_version(version);
    }
    // The tests of the workspace run against its own crate; one that is written elsewhere is somebody else's.
    generator = generator.testing(flags.testing || config.testing && flags.out.is_none());
    if let Some(runtime) = runtime_crate(flags, config)? {
        generator = generator.runtime_crate(runtime);
    }
    for pattern in either(&flags.include, &config.include) {
        generator = generator.include(pattern);
    }
    for pattern in either(&flags.exclude, &config.exclude) {
        generator = generator.exclude(pattern);
    }
    Ok(generator)
}

/// The crate with the runtime. The name and the path of it come from the same place.
fn runtime_crate(flags: &GenerateArguments, config: &Config) -> Result<Option<RuntimeCrate>, Failure> {
    let from_flags = (&flags.runtime_crate, &flags.runtime_path);
    let from_config = (&config.runtime_crate, &config.runtime_path);
    let chosen = if from_flags.0.is_some() {
        from_flags
    } else {
        from_config
    };
    match chosen {
        (Some(name), Some(path)) => Ok(Some(RuntimeCrate::path(name, path))),
        (Some(name), None) => Ok(Some(RuntimeCrate::workspace(name))),
        (None, None) => Ok(None),
        (None, Some(_)) => Err(Failure::new(
            format!("`runtime-path` in {FILE_NAME} without `runtime-crate`"),
            "add `runtime-crate = \"graph-runtime\"`",
        )),
    }
}

/// A flag wins over the settings file, also as a list.
fn either<'a>(flags: &'a [String], config: &'a [String]) -> &'a [String] {
    if flags.is_empty() { config } else { flags }
}
