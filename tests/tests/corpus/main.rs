//! The real documentation, where it is at hand: `GRAPH_DOCS_CORPUS=FOLDER cargo test -p tests --test corpus`.
//!
//! FOLDER holds one folder for each state of the documentation (`graph-docs-2021-07-16`), each a docs root, or is one
//! itself. Every corpus is read and emitted twice; all tests share that. Without the variable the tests say that they were
//! skipped.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod calls;
mod surface;

use generator::Generator;
use generator::docs::{Docs, Root};
use generator::emit::write::Files;
use generator::model::{Model, PageKind, PageOutcome, Schema};
use generator::resolve;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// A docs root, read and emitted.
struct Corpus {
    name: String,
    docs: Docs,
    model: Model,
    files: Files,
    /// Whether a second run gave the same.
    repeated: bool,
}

static CORPORA: LazyLock<Vec<Corpus>> = LazyLock::new(|| folders().iter().map(|folder| Corpus::read(folder)).collect());

impl Corpus {
    fn read(folder: &Path) -> Self {
        let root = Root::open(folder).unwrap_or_else(|error| panic!("{error}"));
        let docs = Docs::load(&root, &[]).unwrap_or_else(|error| panic!("{error}"));
        let run = || {
            let (model, diagnostics) = resolve::build(&docs);
            let files = Generator::new().emit(&model).unwrap_or_else(|error| panic!("{error}"));
            (model, diagnostics, files)
        };
        let (model, diagnostics, files) = run();
        let repeated = run() == (model.clone(), diagnostics, files.clone());
        Self {
            name: folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            docs,
            model,
            files,
            repeated,
        }
    }

    fn schema(&self, version: &str) -> &Schema {
        let found = self.model.schemas.iter().find(|schema| schema.version.0 == version);
        found.unwrap_or_else(|| panic!("{} has no {version}", self.name))
    }
}

/// The corpora below the folder that the variable names.
fn folders() -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("GRAPH_DOCS_CORPUS").map(PathBuf::from) else {
        return Vec::new();
    };
    if folder.join("api-reference").is_dir() {
        return vec![folder];
    }
    let entries =
        std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("GRAPH_DOCS_CORPUS={}: {error}", folder.display()));
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("api-reference").is_dir())
        .collect();
    found.sort();
    assert!(
        !found.is_empty(),
        "GRAPH_DOCS_CORPUS={} holds no corpus",
        folder.display()
    );
    found
}

/// The corpora; empty after saying so.
fn corpora(test: &str) -> &'static [Corpus] {
    if CORPORA.is_empty() {
        // Past the capture of the test runner: a test that did nothing must not look like one that passed.
        let _ = writeln!(std::io::stderr(), "SKIPPED {test}: GRAPH_DOCS_CORPUS names no folder");
    }
    &CORPORA
}

#[test]
fn every_page_is_accounted_for() {
    for corpus in corpora("every_page_is_accounted_for") {
        let paths = |pages: Vec<&str>| pages.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        let found = corpus.docs.pages.iter().map(|page| corpus.docs.sources.path(page.file));
        let skipped = corpus.docs.skipped.iter().map(|file| file.path.as_str());
        let recorded: Vec<&str> = corpus
            .model
            .ledger
            .pages
            .iter()
            .map(|page| page.file.as_str())
            .collect();
        assert_eq!(
            recorded.len(),
            corpus.docs.pages.len() + corpus.docs.skipped.len(),
            "{}",
            corpus.name
        );
        assert_eq!(
            paths(recorded),
            paths(found.chain(skipped).collect()),
            "{}",
            corpus.name
        );
    }
}

#[test]
fn the_types_of_july_2021_are_found() {
    for corpus in corpora("the_types_of_july_2021_are_found") {
        if !corpus.name.contains("2021-07") {
            continue;
        }
        // A type that pages of several areas document is one type.
        for (version, wanted) in [("beta", 2_350), ("v1.0", 999)] {
            let types = corpus
                .schema(version)
                .types
                .iter()
                .filter(|item| !item.placeholder)
                .count();
            assert!(types >= wanted, "{} {version}: {types} types", corpus.name);
        }
    }
}

#[test]
fn pages_with_a_request_section_give_a_route() {
    for corpus in corpora("pages_with_a_request_section_give_a_route") {
        let texts: BTreeMap<&str, &str> = corpus
            .docs
            .sources
            .iter()
            .map(|(_, file)| (file.path.as_str(), file.text.as_str()))
            .collect();
        let pages = corpus
            .model
            .ledger
            .pages
            .iter()
            .filter(|page| page.kind == PageKind::Api);
        let with_section: Vec<_> = pages
            .filter(|page| has_request_section(texts.get(page.file.as_str()).unwrap_or(&"")))
            .collect();
        let without_route: Vec<_> = with_section
            .iter()
            .filter(|page| !matches!(page.outcome, PageOutcome::Items(_)))
            .map(|page| &page.file)
            .collect();
        assert!(
            with_section.len() > 1_000,
            "{}: {} pages",
            corpus.name,
            with_section.len()
        );
        assert!(
            without_route.len() * 100 <= with_section.len(),
            "{}: {without_route:?}",
            corpus.name
        );
    }
}

/// A heading that says so, read from the text and not through the reader under test.
fn has_request_section(text: &str) -> bool {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| line.trim_matches(['#', ' ']).to_lowercase())
        .any(|heading| heading.starts_with("http request"))
}

#[test]
fn emitted_files_are_rust_with_unique_names() {
    for corpus in corpora("emitted_files_are_rust_with_unique_names") {
        let names = tests::items::public_paths(&corpus.files);
        assert!(names.len() > 10_000, "{}: {} names", corpus.name, names.len());
    }
}

/// The names of functions over a whole version; printed with `--nocapture`.
#[test]
fn functions_have_names_that_people_guess() {
    for corpus in corpora("functions_have_names_that_people_guess") {
        for (module, version) in [("beta", "beta"), ("v1_0", "v1.0")] {
            let names = functions(&corpus.files, module);
            let together: Vec<_> = names
                .iter()
                .filter_map(|name| run_together(name, corpus.schema(version)))
                .collect();
            let numbered: Vec<_> = names.iter().filter(|name| is_numbered(name)).collect();
            let mut lengths: Vec<usize> = names.iter().map(String::len).collect();
            lengths.sort_unstable();
            let [median, most] = [lengths[lengths.len() / 2], lengths[lengths.len() * 9 / 10]];
            println!(
                "{} {version}: {} functions, {} with `_by_`, length {median} (median), {most} (of nine in ten)",
                corpus.name,
                names.len(),
                names.iter().filter(|name| name.contains("_by_")).count()
            );
            assert!(together.is_empty(), "{} {version}: {together:?}", corpus.name);
            assert!(numbered.is_empty(), "{} {version}: {numbered:?}", corpus.name);
            assert!(
                median <= 10 && most <= 25,
                "{} {version}: {median}, {most}",
                corpus.name
            );
            assert!(
                names.len() <= 5_200,
                "{} {version}: {} functions",
                corpus.name,
                names.len()
            );
        }
    }
}

/// The functions of a version that make a request.
fn functions(files: &Files, version: &str) -> Vec<String> {
    let folder = format!("src/{version}/");
    let texts = files.iter().filter(|(path, _)| path.starts_with(&folder));
    let lines = texts.flat_map(|(_, text)| text.lines());
    let names = lines.filter_map(|line| line.strip_prefix("pub fn ")?.split_once('('));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// A number that tells two functions apart, and not one of the API's words (`windows_10`).
fn is_numbered(name: &str) -> bool {
    let number = name.rsplit_once('_').map_or("", |(_, last)| last);
    number.parse::<usize>().is_ok_and(|number| (2..10).contains(&number))
}

/// A word of the name that the names of types and properties write as several.
fn run_together(name: &str, schema: &Schema) -> Option<String> {
    static COMPOUNDS: Mutex<BTreeMap<String, BTreeSet<String>>> = Mutex::new(BTreeMap::new());
    let mut compounds = COMPOUNDS.lock().unwrap();
    let known = compounds.entry(schema.version.0.clone()).or_insert_with(|| {
        let types = schema.types.iter();
        let properties = types
            .clone()
            .flat_map(|item| item.properties.iter().map(|row| row.name.as_str()));
        let names = types.map(|item| item.name.name.as_str()).chain(properties);
        let camel = names.filter(|name| name.chars().skip(1).any(char::is_uppercase));
        camel.map(str::to_lowercase).collect()
    });
    let words = name.split('_').filter(|word| word.len() > 8);
    let mut words = words.filter(|word| known.contains(*word) || known.contains(word.trim_end_matches('s')));
    words.next().map(|word| format!("{word} in {name}"))
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    for corpus in corpora("a_second_run_gives_the_same_bytes") {
        assert!(corpus.repeated, "{}", corpus.name);
    }
}
