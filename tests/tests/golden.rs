//! A small docs root that has one of everything, and the crate that it becomes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use generator::Generator;
use generator::emit::write::Files;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use tests::items::public_paths;

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let generator = Generator::new().docs(folder("golden/docs")).crate_name("golden");
    let reading = generator.read(&mut |_| {}).unwrap_or_else(|error| panic!("{error}"));
    generator.emit(&reading.model).unwrap_or_else(|error| panic!("{error}"))
});

/// A path below this package.
fn folder(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// A module of the emitted crate.
fn module(path: &str) -> &'static str {
    let paths = || {
        FILES
            .keys()
            .filter(|path| !path.contains("runtime"))
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n")
    };
    FILES
        .get(&format!("src/{path}.rs"))
        .unwrap_or_else(|| panic!("no {path} in\n{}", paths()))
}

#[test]
fn public_names() {
    // Fields and variants are seen in the other snapshots.
    let is_item = |path: &String| {
        path.rsplit("::")
            .nth(1)
            .is_none_or(|owner| !owner.starts_with(|c: char| c.is_uppercase()))
    };
    let names: Vec<String> = public_paths(&FILES).into_iter().filter(is_item).collect();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn a_base_type_with_its_kinds() {
    insta::assert_snapshot!(module("beta/appliance"));
}

#[test]
fn a_derived_type_and_the_functions_of_its_resource() {
    insta::assert_snapshot!(module("beta/kettle"));
}

#[test]
fn a_type_with_every_primitive() {
    insta::assert_snapshot!(module("beta/toaster"));
}

#[test]
fn an_open_enum() {
    insta::assert_snapshot!(module("beta/appliance_state"));
}

#[test]
fn a_set_of_flags() {
    insta::assert_snapshot!(module("beta/open_hours"));
}

#[test]
fn functions_of_another_area() {
    insta::assert_snapshot!(module("beta/shelf"));
}

#[test]
fn manifest_and_modules() {
    let files = ["Cargo.toml", "src/lib.rs", "src/beta/mod.rs", "src/beta/models.rs"];
    let texts = files.map(|path| format!("-- {path}\n{}", FILES[path]));
    insta::assert_snapshot!(texts.join("\n"));
}

/// Models alone, without the HTTP client: that needs `serde` and `serde_json` only, which this workspace has already.
#[test]
fn the_crate_compiles_without_the_client() {
    check(&["--no-default-features", "--features", "full"]);
}

/// One area alone has everything that it needs.
#[test]
fn one_area_compiles_alone() {
    check(&["--no-default-features", "--features", "pantry"]);
}

/// Runs `cargo check` on the emitted crate, with all warnings as errors.
fn check(arguments: &[&str]) {
    let workspace = written();
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--offline", "--package", "golden"])
        .args(arguments)
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .output();
    let output = match output {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            // Past the capture of the test runner: a test that did nothing must not look like one that passed.
            let _ = writeln!(std::io::stderr(), "SKIPPED {arguments:?}: there is no cargo");
            return;
        }
        output => output.unwrap_or_else(|error| panic!("cargo: {error}")),
    };
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
}

/// Writes the crate into a workspace of its own: the target folder lies below this workspace, which does not know it.
fn written() -> &'static Path {
    static WORKSPACE: LazyLock<PathBuf> = LazyLock::new(|| {
        let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
        let generator = Generator::new().out_dir(workspace.join("golden"));
        generator.write(&FILES).unwrap_or_else(|error| panic!("{error}"));
        let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"golden\"]\n";
        std::fs::write(workspace.join("Cargo.toml"), manifest).unwrap();
        // The versions that this workspace is locked to are at hand; nothing is fetched.
        std::fs::copy(folder("../Cargo.lock"), workspace.join("Cargo.lock")).unwrap();
        workspace
    });
    &WORKSPACE
}
