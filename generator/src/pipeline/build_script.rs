//! A run as part of a build script.

use super::{Error, Generator, Reading, Summary, overlap};
use crate::docs::Root;
use crate::emit::write::{self, Files};
use crate::source::Severity;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many findings of one code cargo shows.
const SHOWN: usize = 5;

impl Generator {
    /// For a build script: writes the module `name` to cargo's `OUT_DIR`.
    ///
    /// ```no_run
    /// // build.rs
    /// fn main() -> Result<(), Box<dyn std::error::Error>> {
    ///     generator::Generator::new()
    ///         .docs("docs")
    ///         .include("area:intune_rbac")
    ///         .compile("graph")?;
    ///     Ok(())
    /// }
    /// ```
    ///
    /// One line brings it in, anywhere in the crate:
    ///
    /// ```ignore
    /// mod graph {
    ///     include!(concat!(env!("OUT_DIR"), "/graph/mod.rs"));
    /// }
    /// ```
    ///
    /// The crate depends on `graph-runtime`, or on what [`runtime_crate`](Self::runtime_crate) names, with its feature
    /// `client` unless [`client(false)`](Self::client) is called. A module has no features: what is wanted of the API is
    /// said by [`include`](Self::include), [`exclude`](Self::exclude) and [`api_version`](Self::api_version). Only
    /// `extra-traits` (`==` on objects) is looked up in the crate that includes it, which then declares
    /// `extra-traits = ["graph-runtime/extra-traits"]`.
    ///
    /// Cargo is told to run the script again when a page is changed, added or removed, when the corrections change, and
    /// when an emitted file is gone. Pages of a git revision are not watched. What is wrong with the pages are warnings of
    /// the build.
    ///
    /// # Errors
    ///
    /// The errors of [`read`](Self::read), [`select`](Self::select), [`emit`](Self::emit) and [`write`](Self::write);
    /// [`Error::NoOutDir`] outside of a build script.
    pub fn compile(&self, name: &str) -> Result<Summary, Error> {
        let folder = std::env::var_os("OUT_DIR").ok_or(Error::NoOutDir)?;
        let (summary, directives) = self.compile_into(&Path::new(&folder).join(name), name)?;
        for directive in directives {
            println!("cargo::{directive}");
        }
        Ok(summary)
    }

    /// Writes the module to a folder; also returns what cargo has to be told.
    pub(super) fn compile_into(&self, folder: &Path, name: &str) -> Result<(Summary, Vec<String>), Error> {
        let reading = self.read(&mut |_| {})?;
        let mut directives: Vec<String> = watched(&reading).iter().map(|path| rerun(path)).collect();
        directives.extend(self.corrections_path().as_deref().map(rerun));
        directives.extend(warnings(&reading));
        let pages = reading.pages();
        let model = self.select(reading.model)?;
        let files = self.emit_module(&model, name)?;
        overlap::refuse(&self.docs_path(), folder)?;
        let written = write::write(folder, &files)?;
        date_back(folder, &files);
        directives.extend(files.keys().map(|path| rerun(&folder.join(path))));
        Ok((Summary::of(pages, &model).with_files(written), directives))
    }
}

fn rerun(path: &Path) -> String {
    format!("rerun-if-changed={}", path.display())
}

/// The folders of the pages and includes that were read, which cargo looks through. Of a single page its files, as its
/// folder may hold anything.
fn watched(reading: &Reading) -> Vec<PathBuf> {
    let files = reading.sources().iter().map(|(_, file)| file.path.as_str());
    match &reading.root {
        Root::Revision(_) => Vec::new(),
        Root::Page { base, .. } => files.map(|path| base.join(path)).collect(),
        Root::Folder { base, .. } => {
            let folder = |path: &str| base.join(Path::new(path).parent().unwrap_or(Path::new("")));
            let folders: BTreeSet<PathBuf> = files.map(folder).collect();
            let mut outer: Vec<PathBuf> = Vec::new();
            for folder in folders {
                if !outer.last().is_some_and(|last| folder.starts_with(last)) {
                    outer.push(folder);
                }
            }
            outer
        }
    }
}

/// The first findings of each code, one line each; notes are left out.
fn warnings(reading: &Reading) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = Vec::new();
    let findings = reading.diagnostics.iter();
    for finding in findings.filter(|finding| finding.severity() != Severity::Note) {
        let count = counts.entry(finding.code.id).or_default();
        *count += 1;
        if *count <= SHOWN {
            let place = reading.sources().line_column(finding.span);
            let file = reading.root.base().join(reading.sources().path(finding.span.file));
            let message = finding.message.replace('\n', " ");
            lines.push(format!(
                "warning={}:{}:{}: {message} [{}]",
                file.display(),
                place.line,
                place.column,
                finding.code
            ));
        }
    }
    let more = counts.into_iter().filter(|(_, count)| *count > SHOWN);
    lines.extend(more.map(|(code, count)| format!("warning=and {} more of {code}", count - SHOWN)));
    lines
}

/// Makes emitted files as old as the running program. Cargo runs a script again when a watched file is newer than the
/// start of the last run, and these would always be. Where the system refuses, the script runs once more than needed.
fn date_back(folder: &Path, files: &Files) {
    let modified = |path: &Path| fs::metadata(path).and_then(|found| found.modified());
    let Ok(time) = std::env::current_exe().and_then(|program| modified(&program)) else {
        return;
    };
    for path in files.keys().map(|path| folder.join(path)) {
        if modified(&path).is_ok_and(|written| written > time) {
            let _ = set_modified(&path, time);
        }
    }
}

fn set_modified(path: &Path, time: SystemTime) -> std::io::Result<()> {
    fs::File::options().write(true).open(path)?.set_modified(time)
}
