//! Rules for the source tree that no lint checks: which module may use which, how long a file may be, what it may be
//! called. The modules and what each may use are read from the table in `ARCHITECTURE.md`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod code;
mod map;
mod surface;
mod tree;

use code::{after, without_tests};
use map::Module;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const GENERATOR: &str = "generator/src";
const FOLDERS: [&str; 4] = [GENERATOR, "generator/runtime/src", "generator/examples", "tests"];

/// Beyond this length a file holds more than one idea.
const LONGEST_FILE: usize = 400;

/// Names that say nothing about what a file is for.
const EMPTY_NAMES: [&str; 9] = [
    "util", "utils", "helper", "helpers", "manager", "data", "info", "common", "misc",
];

/// The code of each module of the generator, without tests: they show emitted code, which has a `crate` of its own.
fn code_of_modules() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let mut modules: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for file in tree::sources(GENERATOR).into_iter().filter(|file| !tree::is_test(file)) {
        let code = without_tests(&tree::read(&file));
        modules.entry(tree::module_of(&file)).or_default().push((file, code));
    }
    // These two tie the modules together.
    modules.remove("lib");
    modules.remove("main");
    modules
}

#[test]
fn the_map_lists_every_module() {
    let listed: BTreeSet<String> = map::modules().into_iter().map(|module| module.name).collect();
    let present: BTreeSet<String> = code_of_modules().into_keys().collect();
    assert_eq!(listed, present, "the table in ARCHITECTURE.md and {GENERATOR} differ");
}

#[test]
fn modules_use_what_the_map_allows() {
    let code = code_of_modules();
    let mut wrong = Vec::new();
    for module in map::modules() {
        for (file, text) in code.get(&module.name).into_iter().flatten() {
            let used = after(text, "crate::").into_iter();
            let refused = used.filter(|used| *used != module.name && !module.may_use.contains(used));
            wrong.extend(refused.map(|used| format!("{}: `{}` uses `{used}`", tree::shown(file), module.name)));
        }
    }
    assert!(
        wrong.is_empty(),
        "not allowed by the table in ARCHITECTURE.md:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_map_allows_no_more_than_is_used() {
    let code = code_of_modules();
    let mut unused = Vec::new();
    for Module { name, may_use } in map::modules() {
        let texts = code.get(&name).into_iter().flatten();
        let used: BTreeSet<String> = texts.flat_map(|(_, text)| after(text, "crate::")).collect();
        let needless = may_use.into_iter().filter(|allowed| !used.contains(allowed));
        unused.extend(needless.map(|allowed| format!("`{name}` no longer uses `{allowed}`")));
    }
    assert!(
        unused.is_empty(),
        "take these out of the table in ARCHITECTURE.md:\n{}",
        unused.join("\n")
    );
}

/// Files move; a map that names one that is gone is worse than none.
#[test]
fn the_map_names_files_that_exist() {
    let places = map::places();
    let gone: Vec<&String> = places
        .iter()
        .filter(|path| !tree::root().join(GENERATOR).join(path).exists())
        .collect();
    assert!(
        gone.is_empty(),
        "ARCHITECTURE.md names files that do not exist: {gone:?}"
    );
}

/// The rows of the table stand in order, so this also refuses circles.
#[test]
fn modules_use_only_those_below() {
    let modules = map::modules();
    for (at, module) in modules.iter().enumerate() {
        let is_below = |used: &String| modules.iter().skip(at + 1).any(|other| other.name == *used);
        let above: Vec<&String> = module.may_use.iter().filter(|used| !is_below(used)).collect();
        assert!(
            above.is_empty(),
            "`{}` may use {above:?}, which do not stand below it",
            module.name
        );
    }
}

/// What an operation takes and returns is decided before anything is emitted. Examples are emitted as tests and shown in
/// documentation, nothing else.
#[test]
fn emit_reads_examples_only_for_tests_and_documentation() {
    let code = code_of_modules();
    let elsewhere = |file: &PathBuf| {
        let path = tree::shown(file);
        !path.starts_with("generator/src/emit/testing/") && !path.starts_with("generator/src/emit/docs/")
    };
    let reads = |text: &str| after(text, "model::").contains("Example") || text.contains(".examples");
    let files = code.get("emit").into_iter().flatten();
    let wrong: Vec<String> = files
        .filter(|(file, text)| elsewhere(file) && reads(text))
        .map(|(file, _)| tree::shown(file))
        .collect();
    assert!(wrong.is_empty(), "these read examples:\n{}", wrong.join("\n"));
}

#[test]
fn files_are_short() {
    let long: Vec<String> = FOLDERS
        .iter()
        .flat_map(|folder| tree::sources(folder))
        .map(|file| (tree::read(&file).lines().count(), file))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, file)| format!("{}: {lines} lines, at most {LONGEST_FILE}", tree::shown(&file)))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn names_say_what_a_file_is_for() {
    let is_empty = |part: &str| EMPTY_NAMES.contains(&part.trim_end_matches(".rs"));
    let empty: Vec<String> = FOLDERS
        .iter()
        .flat_map(|folder| tree::sources(folder))
        .map(|file| tree::shown(&file))
        .filter(|path| path.split('/').any(is_empty))
        .collect();
    assert!(empty.is_empty(), "{}", empty.join("\n"));
}
