//! Many runs of the program at once.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const RUNS: usize = 20;

#[test]
fn twenty_runs_into_one_folder_leave_one_whole_result() {
    let folder = TempDir::new().unwrap();
    write_pages(folder.path(), 40);
    run_all(folder.path(), "together", RUNS);
    run_all(folder.path(), "alone", 1);
    let (together, alone) = (
        files(&folder.path().join("together")),
        files(&folder.path().join("alone")),
    );
    assert!(together == alone, "{:?}", together.keys().collect::<Vec<_>>());

    // Now every run has something to replace, and something to remove.
    fs::remove_file(folder.path().join("docs-src/beta/resources/kettle7.md")).unwrap();
    write_pages(folder.path(), 5);
    run_all(folder.path(), "together", RUNS);
    run_all(folder.path(), "alone", 1);
    let (together, alone) = (
        files(&folder.path().join("together")),
        files(&folder.path().join("alone")),
    );
    assert!(together == alone, "{:?}", together.keys().collect::<Vec<_>>());
    assert!(!together.keys().any(|path| path.ends_with("kettle7.rs")));
}

fn write_pages(folder: &Path, properties: usize) {
    let resources = folder.join("docs-src/beta/resources");
    fs::create_dir_all(&resources).unwrap();
    for number in (0..20).filter(|number| properties == 40 || *number != 7) {
        let rows: String = (0..properties)
            .map(|row| format!("|lid{row}|String|Lid {row} of the kettle.|\n"))
            .collect();
        let page = format!(
            "# kettle{number} resource type\n\nNamespace: microsoft.graph\n\nBoils water.\n\n## Properties\n\
             |Property|Type|Description|\n|:---|:---|:---|\n{rows}"
        );
        fs::write(resources.join(format!("kettle{number}.md")), page).unwrap();
    }
}

/// Starts runs at the same time; all must succeed.
fn run_all(folder: &Path, out: &str, count: usize) {
    let start = |_| {
        Command::new(env!("CARGO_BIN_EXE_generator"))
            .args(["--out", out, "--crate-name", "kitchen"])
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let runs: Vec<Child> = (0..count).map(start).collect();
    for run in runs {
        let output = run.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Every file with its text, also those that should not be there.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let found = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_owned();
        (path, fs::read_to_string(entry.path()).unwrap())
    });
    found.collect()
}
