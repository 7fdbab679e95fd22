//! The least that a reader of the pages must do: find them, read them, check that they are UTF-8, look at each
//! markdown event once.

use generator::docs::{Docs, Root};
use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Does it; the sum of all offsets keeps the work from being left out.
pub(crate) fn run(corpus: &Path) -> usize {
    let mut paths = files(corpus);
    paths.sort();
    paths.par_iter().map(|path| file(path)).sum()
}

/// The same files that the generator reads: markdown below the version folders, without code samples.
fn files(corpus: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(corpus)
        .into_iter()
        .filter_entry(|entry| entry.file_name() != "snippets");
    let entries = walk.map(|entry| entry.unwrap().into_path());
    entries
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect()
}

fn file(path: &Path) -> usize {
    let text = String::from_utf8(fs::read(path).unwrap()).unwrap_or_default();
    let events = Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter();
    events.map(|(_, range)| range.end).sum()
}

/// How many files and bytes the floor and the generator read.
pub(crate) fn compared(corpus: &Path) -> String {
    let paths = files(corpus);
    let bytes: u64 = paths.iter().map(|path| fs::metadata(path).unwrap().len()).sum();
    let docs = Docs::load(&Root::open(corpus).unwrap(), &[]).unwrap();
    let read: usize = docs.sources.iter().map(|(_, source)| source.text.len()).sum();
    format!(
        "floor: {} files, {bytes} bytes; generator: {} files ({} pages), {read} bytes",
        paths.len(),
        docs.sources.iter().count(),
        docs.pages.len()
    )
}
