//! From a root to its files, read in parallel, in path order.

use super::corrections::{Corrections, Found};
use super::defect::Defect;
use super::layout::{FileKind, Layout, classify, is_version, versioned};
use super::read::read_text;
use super::walk::{Entry, list};
use super::{Docs, PageFile, Profile, Root, RootError, SkippedFile};
use crate::model::Version;
use crate::source::{Diagnostic, FileId, SourceFile, SourceMap};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

impl Docs {
    /// Lists and reads a docs root. With `versions`, pages of other versions are left out; loose pages have no version
    /// yet and are all read.
    pub fn load(root: &Root, versions: &[Version]) -> Result<Self, RootError> {
        Self::load_corrected(root, versions, &Corrections::default())
    }

    /// The same with pages corrected before anything else looks at them.
    pub fn load_corrected(root: &Root, versions: &[Version], corrections: &Corrections) -> Result<Self, RootError> {
        let mut entries = entries(root)?;
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        entries.dedup_by(|a, b| a.path == b.path);
        let files = entries.len();
        let layout = layout(root, &entries)?;
        let mut found = Vec::with_capacity(files);
        let mut present = BTreeSet::new();
        let mut left_out = BTreeSet::new();
        for entry in entries {
            let kind = classify(&entry.path, &layout);
            if let FileKind::Page { version, .. } = &kind {
                let is_wanted = wanted(root, &entry.path);
                present.extend(version.clone().filter(|_| is_wanted));
                if !is_wanted || !is_selected(version.as_ref(), versions) {
                    left_out.insert(entry.path);
                    continue;
                }
            }
            found.push((entry, kind));
        }
        check_versions(versions, &present)?;
        fetch(root, &mut found)?;
        let read = found
            .into_par_iter()
            .map(|(entry, kind)| self::read(entry, kind, corrections));
        let is_missing = |page: &str| is_looked_for(root, page) && !left_out.contains(page);
        let mut docs = collect(read.collect(), corrections, is_missing);
        docs.profile = Profile::find(&docs);
        if docs.pages.is_empty() {
            return Err(no_pages(root, files, &docs));
        }
        Ok(docs)
    }
}

fn no_pages(root: &Root, files: usize, docs: &Docs) -> RootError {
    let path = root.base().to_path_buf();
    let reason = |diagnostic: &Diagnostic| {
        let file = docs.sources.path(diagnostic.span.file);
        format!("{file}: {}", diagnostic.message)
    };
    let reasons: Vec<String> = docs.diagnostics.iter().take(3).map(reason).collect();
    if reasons.is_empty() {
        RootError::NoPages { path, files }
    } else {
        RootError::NoReadablePage { path, reasons }
    }
}

/// Reads objects of a revision all at once; files on disk are read one by one later.
fn fetch(root: &Root, found: &mut [(Entry, FileKind)]) -> Result<(), RootError> {
    let Root::Revision(revision) = root else {
        return Ok(());
    };
    let is_read =
        |(entry, kind): &&mut (Entry, FileKind)| entry.defect.is_none() && !matches!(kind, FileKind::Skipped(_));
    let entries = found.iter_mut().filter(is_read).map(|(entry, _)| entry);
    Ok(revision.read(entries.collect())?)
}

fn entries(root: &Root) -> Result<Vec<Entry>, RootError> {
    Ok(match root {
        Root::Revision(revision) => revision.list()?,
        Root::Folder { base, only: None } => list(base, base),
        Root::Folder { base, only: Some(only) } => places_of(base, only)
            .iter()
            .filter(|place| place.exists())
            .flat_map(|place| list(base, place))
            .collect(),
        Root::Page { base, name } => [base.join(name), base.join("includes")]
            .iter()
            .filter(|place| place.exists())
            .flat_map(|place| list(base, place))
            .collect(),
    })
}

/// The version folder of a part of a docs set, and the include folders beside it. Other folders are not entered: the
/// parent folder may be somebody's home.
fn places_of(base: &Path, only: &str) -> Vec<PathBuf> {
    let (before, name) = only
        .match_indices('/')
        .map(|(end, _)| end)
        .chain([only.len()])
        .filter_map(|end| only.get(..end))
        .map(|path| path.rsplit_once('/').unwrap_or(("", path)))
        .find(|(_, name)| is_version(name))
        .unwrap_or(("", only));
    let set = base.join(before);
    let mut places = vec![set.join(name), set.join("includes")];
    if !before.is_empty() {
        places.push(base.join("includes"));
    }
    places
}

fn layout(root: &Root, entries: &[Entry]) -> Result<Layout, RootError> {
    let prefixes: BTreeSet<&str> = entries
        .iter()
        .filter_map(|entry| versioned(&entry.path))
        .map(|(prefix, ..)| prefix)
        .collect();
    let known = ["", "api-reference"].into_iter().find(|known| prefixes.contains(known));
    let sets = || prefixes.iter().map(|&set| set.to_owned()).collect();
    match (known.or_else(|| prefixes.first().copied()), prefixes.len()) {
        (None, _) => Ok(Layout::Loose),
        (Some(prefix), count) if known.is_some() || count == 1 => Ok(Layout::Versions {
            prefix: prefix.to_owned(),
        }),
        _ => Err(RootError::SeveralSets {
            path: root.base().to_path_buf(),
            sets: sets(),
        }),
    }
}

/// Whether a page lies in the part of the docs set that was named.
fn wanted(root: &Root, path: &str) -> bool {
    let only = match root {
        Root::Folder { only, .. } => only.as_deref(),
        Root::Revision(revision) => revision.only(),
        Root::Page { .. } => None,
    };
    only.is_none_or(|only| {
        let rest = path.strip_prefix(only);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// Whether a page would have been found if it existed.
fn is_looked_for(root: &Root, path: &str) -> bool {
    match root {
        Root::Page { name, .. } => path == name,
        Root::Folder { .. } | Root::Revision(_) => wanted(root, path),
    }
}

fn is_selected(version: Option<&Version>, versions: &[Version]) -> bool {
    versions.is_empty() || version.is_none_or(|version| versions.contains(version))
}

fn check_versions(versions: &[Version], present: &BTreeSet<Version>) -> Result<(), RootError> {
    let missing = versions.iter().find(|version| !present.contains(version));
    match missing {
        Some(missing) if !present.is_empty() => Err(RootError::NoSuchVersion {
            wanted: missing.0.clone(),
            present: present.iter().map(|version| version.0.clone()).collect(),
        }),
        _ => Ok(()),
    }
}

/// A file after reading.
struct Loaded {
    path: String,
    kind: FileKind,
    /// The entry for the source map. Its text is empty if the file could not be read.
    source: Option<SourceFile>,
    /// Whether the text can be used.
    is_usable: bool,
    defect: Option<Defect>,
    /// What became of the corrections of it.
    corrected: Vec<Found>,
}

/// Reads a file, corrects it and counts its lines. This runs in parallel.
fn read(entry: Entry, kind: FileKind, corrections: &Corrections) -> Loaded {
    let is_read = !matches!(kind, FileKind::Skipped(_));
    let (mut text, defect) = match entry.defect {
        // A link among the images is nobody's business; a folder that was not entered may have held pages.
        Some(defect) => (None, Some(defect).filter(|_| is_read || entry.is_folder)),
        None if is_read => match read_text(entry.storage) {
            Ok((text, defect)) => (Some(text), defect),
            Err(defect) => (None, Some(defect)),
        },
        None => (None, None),
    };
    let corrected = text.as_mut().map(|text| corrections.apply(&entry.path, text));
    let is_usable = text.is_some();
    let is_shown = is_usable || defect.is_some();
    Loaded {
        source: is_shown.then(|| SourceFile::new(entry.path.clone(), text.unwrap_or_default())),
        path: entry.path,
        kind,
        is_usable,
        defect,
        corrected: corrected.unwrap_or_default(),
    }
}

/// Puts the files together. They are sorted by path, so ids are assigned in order.
fn collect(files: Vec<Loaded>, corrections: &Corrections, is_missing: impl Fn(&str) -> bool) -> Docs {
    let mut docs = Docs::default();
    let mut corrected = Vec::new();
    let mut sources = Vec::new();
    for file in files {
        let id = FileId(u32::try_from(sources.len()).unwrap_or(u32::MAX));
        sources.extend(file.source);
        corrected.extend(file.corrected);
        match file.kind {
            FileKind::Page { version, folder, path } if file.is_usable => docs.pages.push(PageFile {
                file: id,
                version,
                folder,
                path: path.into(),
            }),
            FileKind::Include if file.is_usable => {}
            kind => docs.skipped.push(SkippedFile {
                path: file.path,
                reason: skip_reason(&kind, file.defect.as_ref()),
            }),
        }
        let diagnostic = file.defect.map(|defect| defect.into_diagnostic(id));
        docs.diagnostics.extend(diagnostic);
    }
    docs.sources = SourceMap::new(sources);
    docs.corrections = corrections.applied(&corrected);
    docs.unapplied = corrections.unapplied(&corrected, is_missing);
    docs
}

fn skip_reason(kind: &FileKind, defect: Option<&Defect>) -> String {
    match (defect, kind) {
        (Some(defect), _) => defect.message().to_owned(),
        (None, FileKind::Skipped(reason)) => (*reason).to_owned(),
        (None, FileKind::Page { .. } | FileKind::Include) => "could not be read".to_owned(),
    }
}
