//! Reads a side.

use super::DiffArguments;
use crate::cli::failure::Failure;
use crate::cli::progress::Progress;
use crate::cli::render::Renderer;
use crate::cli::{Console, diagnostics};
use crate::diff::render::Paths;
use crate::docs::{Corrections, Docs, Root, RootError, Unapplied};
use crate::export;
use crate::model::{Model, Version};
use crate::pipeline::{self, Generator, Reading};
use crate::select::{PatternError, Selection};
use crate::source::Severity;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

/// Reads sides the same way.
pub(super) struct SideReader<'a> {
    versions: &'a [Version],
    /// Knows all but what to read.
    generator: Generator,
    corrections: Corrections,
    selection: Selection,
    all_diagnostics: bool,
}

/// One state of the pages.
pub(super) struct Side {
    pub(super) model: Model,
    pub(super) paths: Paths,
    /// Patterns that match nothing here.
    unmatched: Vec<String>,
    /// The files that are not text.
    pub(super) unreadable: Vec<String>,
    /// Corrections that do not apply; `None` for an exported model, which nothing is applied to.
    unapplied: Option<Vec<Unapplied>>,
}

impl<'a> SideReader<'a> {
    pub(super) fn new(
        arguments: &'a DiffArguments,
        corrections: Option<PathBuf>,
        console: &Console<'_>,
    ) -> Result<Self, Failure> {
        let versions = &arguments.api_version;
        let selection = Selection::parse(&arguments.include, &arguments.exclude);
        let selection = selection.map_err(|error| Failure::from(pipeline::Error::from(error)))?;
        let generator = Generator::new().directory(&console.directory);
        let add = |generator: Generator, version: &Version| generator.api_version(version.0.clone());
        let mut generator = versions.iter().fold(generator, add);
        if let Some(file) = corrections {
            generator = generator.corrections(file);
        }
        Ok(Self {
            versions,
            corrections: generator.load_corrections()?,
            generator,
            selection,
            all_diagnostics: arguments.all_diagnostics,
        })
    }

    /// Refuses patterns and corrections that match or apply on neither side. One that applies to a single side is fine: the other may be from
    /// before the mistake, or after its end.
    pub(super) fn check(&self, baseline: &Side, current: &Side) -> Result<(), Failure> {
        let unapplied = match (&baseline.unapplied, &current.unapplied) {
            (Some(before), Some(after)) => {
                let is_in_both = |entry: &&Unapplied| before.iter().any(|other| other.entry == entry.entry);
                after.iter().filter(is_in_both).cloned().collect()
            }
            (one, other) => one.as_ref().or(other.as_ref()).cloned().unwrap_or_default(),
        };
        self.corrections.check(&unapplied)?;
        let mut nowhere = baseline
            .unmatched
            .iter()
            .filter(|pattern| current.unmatched.contains(pattern));
        match nowhere.next() {
            Some(pattern) => Err(pipeline::Error::from(PatternError::MatchesNothing(pattern.clone())).into()),
            None => Ok(()),
        }
    }

    /// Reads an exported model, or pages; `title` stands before what is said about the pages.
    pub(super) fn read(&self, title: &str, name: &Path, console: &mut Console<'_>) -> Result<Side, Failure> {
        let path = console.directory.join(name);
        if path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
            && path.is_file()
        {
            return self.exported(&path);
        }
        let generator = self.generator.clone().docs(name);
        let mut progress = Progress::new(console);
        let reading = generator.read_corrected(&self.corrections, &mut |stage| progress.stage(stage));
        let reading = reading.map_err(explained)?;
        progress.pause();
        self.tell(title, &reading, console);
        let unreadable = unreadable(&reading);
        let _rows = ManuallyDrop::new(reading.rows);
        let (model, unmatched) = self.selection.apply_to_side(reading.model);
        Ok(Side {
            paths: paths(&reading.root, &reading.docs, &console.directory),
            unreadable,
            model,
            unmatched,
            unapplied: Some(reading.docs.unapplied),
        })
    }

    fn exported(&self, path: &Path) -> Result<Side, Failure> {
        let mut model = load(path)?;
        if let Some(missing) = self.versions.iter().find(|wanted| !has(&model, wanted)) {
            let present = model.schemas.iter().map(|schema| schema.version.0.clone());
            return Err(Failure::from(RootError::NoSuchVersion {
                wanted: missing.0.clone(),
                present: present.collect(),
            }));
        }
        model
            .schemas
            .retain(|schema| self.versions.is_empty() || self.versions.contains(&schema.version));
        let (model, unmatched) = self.selection.apply_to_side(model);
        Ok(Side {
            model,
            unmatched,
            unreadable: Vec::new(),
            paths: Paths::default(),
            unapplied: None,
        })
    }

    /// The findings about the pages are about one state; `stats` and `generate` show them. Here it is enough to say that
    /// there are some.
    fn tell(&self, title: &str, reading: &Reading, console: &mut Console<'_>) {
        if self.all_diagnostics {
            let renderer = Renderer::new(console.colour).for_files_of(reading.root.base(), &console.directory);
            diagnostics::show(&reading.diagnostics, &reading.docs.sources, &renderer, true, console);
        } else if let Some(total) = diagnostics::total(&reading.diagnostics) {
            console.say(format_args!("{title}: {total}; see --all-diagnostics"));
        }
    }
}

/// Reads an exported model.
pub(super) fn load(path: &Path) -> Result<Model, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
    export::from_json(&text).map_err(|error| {
        let message = format!("{} is not an exported model: {error}", path.display());
        Failure::new(message, "`generator export -o FILE` writes one")
    })
}

/// The files of which nothing could be read, and those that are empty.
fn unreadable(reading: &Reading) -> Vec<String> {
    let errors = reading
        .docs
        .diagnostics
        .iter()
        .filter(|found| found.severity() == Severity::Error);
    let errors = errors.map(|found| reading.docs.sources.path(found.span.file).to_owned());
    let files = reading.docs.sources.iter().map(|(_, file)| file);
    let empty = files.filter(|file| is_empty(&file.text)).map(|file| file.path.clone());
    errors.chain(empty).collect()
}

/// Whether a page has nothing but front matter.
fn is_empty(text: &str) -> bool {
    let text = text.trim_start();
    let front = text.strip_prefix("---").and_then(|rest| rest.split_once("\n---"));
    front.map_or(text, |(_, rest)| rest).trim().is_empty()
}

fn has(model: &Model, version: &Version) -> bool {
    model.schemas.iter().any(|schema| schema.version == *version)
}

/// What the help of other commands says about `--docs` is about a side here.
fn explained(error: pipeline::Error) -> Failure {
    match error {
        pipeline::Error::Root(RootError::Unreadable { path, reason }) => {
            let message = format!("cannot read {}: {reason}", path.display());
            Failure::new(
                message,
                "a side is a folder of pages, a page, REVISION:PATH, or an exported model",
            )
        }
        error => Failure::from(error),
    }
}

/// Where the files are as seen from the current directory; for a revision, from the top of the repository.
fn paths(root: &Root, docs: &Docs, directory: &Path) -> Paths {
    let prefix = match root {
        Root::Revision(revision) => match revision.folder() {
            "" => String::new(),
            folder => format!("{folder}/"),
        },
        Root::Folder { base, .. } | Root::Page { base, .. } => {
            let current = directory.canonicalize().unwrap_or_default();
            let shown = base.strip_prefix(current).unwrap_or(base).join("");
            shown.to_string_lossy().replace('\\', "/")
        }
    };
    let pages = docs.pages.iter().filter_map(|page| {
        let version = page.version.clone()?;
        Some((
            (version, page.path.to_string()),
            docs.sources.path(page.file).to_owned(),
        ))
    });
    let repository = match root {
        Root::Revision(_) => Some(prefix.clone()),
        Root::Folder { base, .. } | Root::Page { base, .. } => in_repository(base),
    };
    Paths {
        prefix,
        repository,
        files: pages.collect(),
    }
}

/// A folder as seen from the top of the repository that it is in, with a final slash.
fn in_repository(folder: &Path) -> Option<String> {
    let full = folder.canonicalize().ok()?;
    let top = full.ancestors().find(|parent| parent.join(".git").exists())?;
    let below = full.strip_prefix(top).ok()?.join("");
    Some(below.to_string_lossy().replace('\\', "/"))
}
