//! The examples of the real documentation, against the crate that it becomes.

use generator::Generator;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Least share of the examples that pass, in percent: requests, responses, bodies.
const LEAST: [f64; 3] = [98.0, 98.5, 95.0];

/// The program around the emitted crate.
const MANIFEST: &str = r#"
[workspace]
members = ["graph"]

[package]
name = "contract"
version = "0.0.0"
edition = "2024"

[dependencies]
graph = { path = "graph", features = ["full", "testing"] }

# As in the workspace, so that what is built there is used.
[profile.dev.package."*"]
opt-level = 1
[profile.dev.package.graph]
opt-level = 0
debug = false
incremental = false
"#;

const MAIN: &str = r#"
use graph::testing::{Side, run};

fn main() {
    let report = run(&std::fs::read_to_string("graph/examples.jsonl").unwrap());
    for example in report.failed() {
        println!("{example}");
    }
    eprintln!("{report}");
    let shares = [Side::Request, Side::Response, Side::Body].map(|side| report.share(side).to_string());
    std::fs::write("shares", shares.join(" ")).unwrap();
}
"#;

#[test]
#[ignore = "compiles the crate of the whole documentation: minutes, and 3 GB"]
fn examples_of_the_real_documentation_hold() {
    let Some(folder) = std::env::var_os("GRAPH_DOCS_CORPUS").map(PathBuf::from) else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: GRAPH_DOCS_CORPUS names no folder");
        return;
    };
    let latest = latest(&folder);
    let results = ["beta", "v1.0"].map(|version| (version, shares(&latest, version)));
    for (version, shares) in results {
        for (share, least) in shares.iter().zip(LEAST) {
            assert!(
                *share >= least,
                "{version}: {share:.2} % of the examples pass, not {least} %"
            );
        }
    }
}

/// The folder itself, or the newest of the states of the documentation in it.
fn latest(folder: &Path) -> PathBuf {
    if folder.join("api-reference").is_dir() {
        return folder.to_owned();
    }
    let entries = fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| Some(entry.ok()?.path()));
    let roots = entries.filter(|path| path.join("api-reference").is_dir());
    roots
        .max()
        .unwrap_or_else(|| panic!("{} holds no corpus", folder.display()))
}

/// Emits, builds and runs; prints the classes, and leaves the failures in the file `failures`.
fn shares(docs: &Path, version: &str) -> Vec<f64> {
    let workshop = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("contract-{version}"));
    let generator = Generator::new().docs(docs).api_version(version);
    let generator = generator
        .crate_name("graph")
        .testing(true)
        .out_dir(workshop.join("graph"));
    let reading = generator.read(&mut |_| {}).unwrap();
    generator.write(&generator.emit(&reading.model).unwrap()).unwrap();
    fs::create_dir_all(workshop.join("src")).unwrap();
    fs::write(workshop.join("Cargo.toml"), MANIFEST).unwrap();
    fs::write(workshop.join("src/main.rs"), MAIN).unwrap();
    // The versions of the workspace are at hand without a network.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, workshop.join("Cargo.lock")).unwrap();
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--offline", "--quiet"]).current_dir(&workshop);
    command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."));
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{}",
        text.lines().take(60).collect::<Vec<_>>().join("\n")
    );
    fs::write(workshop.join("failures"), &output.stdout).unwrap();
    println!(
        "{version} ({} has the failures)\n{text}",
        workshop.join("failures").display()
    );
    let shares = fs::read_to_string(workshop.join("shares")).unwrap();
    shares.split(' ').map(|share| share.parse().unwrap()).collect()
}
