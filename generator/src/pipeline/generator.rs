//! A run as a builder.

use super::{Error, Stage, Summary, overlap};
use crate::docs::{Corrections, Docs, Profile, Root, RootError};
use crate::emit::write::{self, Files, Written};
use crate::emit::{self, RuntimeCrate, Settings};
use crate::model::{Model, Schema, Version};
use crate::resolve;
use crate::select::Selection;
use crate::source::{Diagnostic, SourceMap};
use std::path::{Path, PathBuf};

/// Settings of a run, and its steps.
///
/// [`run`](Self::run) writes a crate, [`compile`](Self::compile) a module in a build script. The steps between can be
/// called one by one: [`read`](Self::read), [`select`](Self::select), [`emit`](Self::emit), [`write`](Self::write).
///
/// ```no_run
/// generator::Generator::new()
///     .docs("../microsoft-graph-docs")
///     .api_version("v1.0")
///     .include("area:users")
///     .out_dir("graph")
///     .crate_name("graph")
///     .run()?;
/// # Ok::<(), generator::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generator {
    directory: PathBuf,
    docs: PathBuf,
    corrections: Option<PathBuf>,
    profile: Option<Profile>,
    out_dir: PathBuf,
    crate_name: String,
    crate_version: String,
    testing: bool,
    runtime_crate: Option<RuntimeCrate>,
    client: bool,
    versions: Vec<Version>,
    include: Vec<String>,
    exclude: Vec<String>,
}

/// What was read from the pages.
#[derive(Debug)]
#[non_exhaustive]
pub struct Reading {
    /// What they say.
    pub model: Model,
    /// What is wrong with them, in the order of their files; places are those of [`sources`](Self::sources).
    pub diagnostics: Vec<Diagnostic>,
    /// Where the files are.
    #[doc(hidden)]
    pub root: Root,
    /// The files.
    #[doc(hidden)]
    pub docs: Docs,
    /// What the model was made of.
    #[doc(hidden)]
    pub rows: resolve::PageRows,
}

impl Reading {
    /// The text of the files that were read, which diagnostics point into.
    pub fn sources(&self) -> &SourceMap {
        &self.docs.sources
    }

    /// How many pages were read.
    pub fn pages(&self) -> usize {
        self.docs.pages.len()
    }
}

impl Default for Generator {
    fn default() -> Self {
        Self::new()
    }
}

impl Generator {
    /// Reads `docs-src`, writes the crate `generated` to `generated`, every version, everything in it.
    pub fn new() -> Self {
        Self {
            directory: PathBuf::new(),
            docs: "docs-src".into(),
            corrections: None,
            profile: None,
            out_dir: "generated".into(),
            crate_name: "generated".to_owned(),
            crate_version: emit::FIRST_VERSION.to_owned(),
            testing: false,
            runtime_crate: None,
            client: true,
            versions: Vec::new(),
            include: Vec::new(),
            exclude: Vec::new(),
        }
    }

    /// The folder that paths of pages start from, and whose git repository revisions are in; the current directory by
    /// default.
    pub fn directory(mut self, directory: impl Into<PathBuf>) -> Self {
        self.directory = directory.into();
        self
    }

    /// Where the pages are: a folder, a clone of the public documentation, one page, or `REVISION:PATH` of a git
    /// repository.
    pub fn docs(mut self, root: impl Into<PathBuf>) -> Self {
        self.docs = root.into();
        self
    }

    /// A file of corrections of the pages, from [`directory`](Self::directory) on. Each entry has a `page`, a text to
    /// `find` in it, what to `replace` it with, and says `why`, with a `link`. An entry that does not apply any more is an
    /// error.
    pub fn corrections(mut self, file: impl Into<PathBuf>) -> Self {
        self.corrections = Some(file.into());
        self
    }

    /// What kind of set the pages are, where they do not tell it themselves: [`Profile::named`].
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// The folder that the crate is written to.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = folder.into();
        self
    }

    /// The name of the crate.
    pub fn crate_name(mut self, name: impl Into<String>) -> Self {
        self.crate_name = name.into();
        self
    }

    /// The version of the crate, `0.1.0` by default.
    pub fn crate_version(mut self, version: impl Into<String>) -> Self {
        self.crate_version = version.into();
        self
    }

    /// Whether the documented examples come along as contract tests, behind the feature `testing`.
    pub fn testing(mut self, testing: bool) -> Self {
        self.testing = testing;
        self
    }

    /// The crate depends on this one instead of carrying the runtime, so that it can share a `Client` with others.
    pub fn runtime_crate(mut self, runtime: RuntimeCrate) -> Self {
        self.runtime_crate = Some(runtime);
        self
    }

    /// Whether a module that [`compile`](Self::compile) writes has the functions that send requests; it has by default.
    /// An emitted crate has a feature for that.
    pub fn client(mut self, client: bool) -> Self {
        self.client = client;
        self
    }

    /// Restricts the run to a version of the API, `beta` or `v1.0`; may be called for several.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.versions.push(Version(version.into()));
        self
    }

    /// Keeps only what this or another `include` pattern matches, such as `POST /deviceManagement/**`,
    /// `type:roleAssignment` or `area:intune_rbac`.
    pub fn include(mut self, pattern: impl Into<String>) -> Self {
        self.include.push(pattern.into());
        self
    }

    /// Leaves out what this pattern matches.
    pub fn exclude(mut self, pattern: impl Into<String>) -> Self {
        self.exclude.push(pattern.into());
        self
    }

    /// The docs root on disk as it is named, from the current directory.
    pub(crate) fn docs_path(&self) -> PathBuf {
        self.directory.join(&self.docs)
    }

    /// The output folder.
    pub(crate) fn out_path(&self) -> &Path {
        &self.out_dir
    }

    /// Reads the pages. `progress` hears of each stage as it begins.
    pub fn read(&self, progress: &mut dyn FnMut(Stage)) -> Result<Reading, Error> {
        let corrections = self.load_corrections()?;
        let reading = self.read_corrected(&corrections, progress)?;
        corrections.check(&reading.docs.unapplied)?;
        Ok(reading)
    }

    /// Reads the pages, also when some corrections do not apply to them.
    pub(crate) fn read_corrected(
        &self,
        corrections: &Corrections,
        progress: &mut dyn FnMut(Stage),
    ) -> Result<Reading, Error> {
        let root = Root::find(&self.directory, &self.docs)?;
        let mut docs = Docs::load_corrected(&root, &self.versions, corrections)?;
        if let Some(profile) = &self.profile {
            docs.profile = profile.clone();
        }
        progress(Stage::Reading {
            pages: docs.pages.len(),
        });
        let (mut model, diagnostics, rows) = resolve::build_from_rows(&docs);
        keep_versions(&mut model, &self.versions)?;
        Ok(Reading {
            model,
            diagnostics,
            root,
            docs,
            rows,
        })
    }

    /// Reads the pages of a root that is open already, without corrections.
    pub(crate) fn read_root(&self, root: Root) -> Result<Reading, Error> {
        let docs = Docs::load_corrected(&root, &self.versions, &Corrections::default())?;
        let (model, diagnostics, rows) = resolve::build_from_rows(&docs);
        Ok(Reading {
            model,
            diagnostics,
            root,
            docs,
            rows,
        })
    }

    /// Where the file of corrections is.
    pub(super) fn corrections_path(&self) -> Option<PathBuf> {
        Some(self.directory.join(self.corrections.as_ref()?))
    }

    /// The corrections; none without a file.
    pub(crate) fn load_corrections(&self) -> Result<Corrections, Error> {
        let (Some(name), Some(path)) = (&self.corrections, self.corrections_path()) else {
            return Ok(Corrections::default());
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(Corrections::parse(&name.to_string_lossy(), &text)?),
            Err(source) => Err(Error::CorrectionsFile { path, source }),
        }
    }

    /// The part of a model that the patterns ask for.
    pub fn select(&self, model: Model) -> Result<Model, Error> {
        Ok(Selection::parse(&self.include, &self.exclude)?.apply(model)?)
    }

    /// Whether patterns choose a part of the pages.
    pub(crate) fn selects(&self) -> bool {
        !self.include.is_empty() || !self.exclude.is_empty()
    }

    /// The part of a baseline that the patterns ask for. A pattern may match nothing in it.
    pub(crate) fn select_baseline(&self, model: Model) -> Result<Model, Error> {
        let (mut model, _) = Selection::parse(&self.include, &self.exclude)?.apply_to_side(model);
        let is_wanted = |schema: &Schema| self.versions.is_empty() || self.versions.contains(&schema.version);
        model.schemas.retain(is_wanted);
        Ok(model)
    }

    /// What the patterns ask for; `None` without any, when everything is kept.
    pub(super) fn selection(&self) -> Result<Option<Selection>, Error> {
        let selection = self.selects().then(|| Selection::parse(&self.include, &self.exclude));
        Ok(selection.transpose()?)
    }

    /// The files of the crate, by path below the output folder.
    pub fn emit(&self, model: &Model) -> Result<Files, Error> {
        check_crate_name(&self.crate_name)?;
        if let Some(runtime) = &self.runtime_crate {
            check_crate_name(&runtime.name)?;
        }
        check_not_empty(model)?;
        let settings = Settings {
            crate_name: self.crate_name.clone(),
            crate_version: self.crate_version.clone(),
            testing: self.testing,
            runtime_crate: self.runtime_crate.clone(),
        };
        Ok(emit::emit(model, &settings))
    }

    /// The files of a module, by path below its folder.
    pub(super) fn emit_module(&self, model: &Model, name: &str) -> Result<Files, Error> {
        if syn::parse_str::<syn::Ident>(name).is_err() {
            return Err(Error::ModuleName(name.to_owned()));
        }
        check_not_empty(model)?;
        let default = RuntimeCrate::workspace("graph-runtime");
        let runtime = self.runtime_crate.as_ref().unwrap_or(&default);
        Ok(emit::emit_module(model, runtime, self.client))
    }

    /// Brings the output folder up to date. Another run that writes to it is waited for.
    pub fn write(&self, files: &Files) -> Result<Written, Error> {
        overlap::refuse(&self.docs_path(), &self.out_dir)?;
        Ok(write::write(&self.out_dir, files)?)
    }

    /// What [`write`](Self::write) would change, as a unified diff; empty when nothing would. Writes nothing.
    pub fn check(&self, files: &Files) -> Result<String, Error> {
        overlap::refuse(&self.docs_path(), &self.out_dir)?;
        Ok(write::check(&self.out_dir, files)?)
    }

    /// Does everything: reads, selects, emits, writes. Findings about the pages are not shown; [`read`](Self::read) returns
    /// them.
    pub fn run(&self) -> Result<Summary, Error> {
        let reading = self.read(&mut |_| {})?;
        let pages = reading.pages();
        let model = self.select(reading.model)?;
        let written = self.write(&self.emit(&model)?)?;
        Ok(Summary::of(pages, &model).with_files(written))
    }
}

/// Loose pages show their version only when they are read, so that the choice of versions ends here.
fn keep_versions(model: &mut Model, wanted: &[Version]) -> Result<(), RootError> {
    if wanted.is_empty() {
        return Ok(());
    }
    let present: Vec<Version> = model.schemas.iter().map(|schema| schema.version.clone()).collect();
    if let Some(missing) = wanted.iter().find(|version| !present.contains(version)) {
        return Err(RootError::NoSuchVersion {
            wanted: missing.0.clone(),
            present: present.into_iter().map(|version| version.0).collect(),
        });
    }
    model.schemas.retain(|schema| wanted.contains(&schema.version));
    Ok(())
}

pub(crate) fn check_not_empty(model: &Model) -> Result<(), Error> {
    let is_empty = |schema: &Schema| schema.types.is_empty() && schema.enums.is_empty() && schema.operations.is_empty();
    if model.schemas.iter().all(is_empty) {
        return Err(Error::NothingFound);
    }
    Ok(())
}

/// A name that cargo accepts and Rust code can use.
fn check_crate_name(name: &str) -> Result<(), Error> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_identifier = syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok();
    if name.bytes().all(allowed) && is_identifier {
        return Ok(());
    }
    Err(Error::CrateName(name.to_owned()))
}
