//! The rules of the house that no lint knows: which module may use which, how long a file may be, how it may be called.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the generator, and the modules that it may use. An arrow that is missing here points upward.
const ARROWS: [(&str, &[&str]); 14] = [
    ("source", &[]),
    ("model", &[]),
    ("docs", &["source", "model"]),
    ("markdown", &["docs", "source"]),
    ("page", &["markdown", "docs", "source", "model"]),
    ("resolve", &["page", "markdown", "docs", "source", "model"]),
    ("select", &["model"]),
    ("emit", &["model"]),
    ("export", &["model"]),
    ("report", &["model"]),
    ("lint", &["model", "source"]),
    ("diff", &["model", "source"]),
    ("pipeline", &["select", "emit", "resolve", "docs", "source", "model"]),
    (
        "cli",
        &[
            "pipeline", "lint", "diff", "export", "report", "emit", "docs", "source", "model",
        ],
    ),
];

/// Beyond this length a file holds more than one idea.
const LONGEST_FILE: usize = 400;

/// Names that say nothing about what a file is for.
const EMPTY_NAMES: [&str; 9] = [
    "util", "utils", "helper", "helpers", "manager", "data", "info", "common", "misc",
];

#[test]
fn arrows_between_modules_point_downward() {
    let mut wrong = Vec::new();
    // Tests show emitted code, which has a `crate` of its own.
    let is_test =
        |file: &PathBuf| file.components().any(|part| part.as_os_str() == "tests") || file.ends_with("tests.rs");
    for file in sources("generator/src").into_iter().filter(|file| !is_test(file)) {
        let module = module_of(&file);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            assert!(
                ["lib", "main"].contains(&module.as_str()),
                "`{module}` is not in the list of arrows"
            );
            continue;
        };
        for used in used_modules(&read(&file)) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: `{module}` uses `{used}`", shown(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_list_of_arrows_has_no_circle() {
    let mut below = BTreeSet::new();
    for (module, allowed) in ARROWS {
        for used in allowed {
            assert!(
                below.contains(used),
                "`{module}` may use `{used}`, which stands above it"
            );
        }
        below.insert(module);
    }
}

#[test]
fn files_are_short() {
    let folders = ["generator/src", "generator/runtime/src", "tests"];
    let long: Vec<String> = folders
        .iter()
        .flat_map(|folder| sources(folder))
        .map(|file| (read(&file).lines().count(), file))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, file)| format!("{}: {lines} lines, at most {LONGEST_FILE}", shown(&file)))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn names_say_what_a_file_is_for() {
    let is_empty = |part: &str| EMPTY_NAMES.contains(&part.trim_end_matches(".rs"));
    let folders = ["generator/src", "generator/runtime/src", "tests"];
    let empty: Vec<String> = folders
        .iter()
        .flat_map(|folder| sources(folder))
        .map(|file| shown(&file))
        .filter(|path| path.split('/').any(is_empty))
        .collect();
    assert!(empty.is_empty(), "{}", empty.join("\n"));
}

#[test]
fn paths_in_code_are_found_and_those_in_comments_are_not() {
    let text = "use crate::model::{Model, Schema};\n/// See [`x`](crate::emit::x).\nuse crate::{docs, page::Page};\n\
                fn f() { crate::resolve::build(\"crate::emit\"); } // crate::cli\n    pub(crate) fn g() {}\n";
    let used: Vec<String> = used_modules(text).into_iter().collect();
    assert_eq!(used, ["docs", "model", "page", "resolve"]);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust file of a folder of the workspace, sorted.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    folders.retain(|folder| folder.is_dir());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// The path below the workspace.
fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap().display().to_string()
}

/// The first folder below `generator/src`, or the file there.
fn module_of(file: &Path) -> String {
    let below = file.strip_prefix(root().join("generator/src")).unwrap();
    let first = below.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a file names after `crate::`, outside of comments and strings.
fn used_modules(text: &str) -> BTreeSet<String> {
    let code: Vec<String> = text.lines().map(without_strings_and_comments).collect();
    let code = code.join("\n");
    let after: Vec<&str> = code.split("crate::").skip(1).collect();
    after.iter().flat_map(|rest| first_names(rest)).collect()
}

/// Every other part between quotes is a string; good enough for one line of formatted code.
fn without_strings_and_comments(line: &str) -> String {
    let outside: Vec<&str> = line.split('"').step_by(2).collect();
    outside.join("").split("//").next().unwrap_or("").to_owned()
}

/// The name at the start, or the names directly in a brace.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| {
        let end = text
            .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .unwrap_or(text.len());
        text[..end].to_owned()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![name(rest)];
    };
    let mut names = Vec::new();
    let (mut depth, mut start) = (0, true);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            letter if start && letter.is_alphanumeric() => {
                names.push(name(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}
