//! The verdict against the compiler.
//!
//! Every case is a change of pages and a small program that uses the crate made from the pages before. All cases are
//! emitted into one crate for each side, and every program is built against both: a breaking change stops its program
//! from compiling, or from reading what it read; any other change does not.

mod case;
mod cases;

use case::Case;
use cases::CASES;
use generator::Generator;
use generator::diff::{Semver, compare};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::pages::read;

#[test]
fn each_case_has_the_verdict_that_it_says() {
    for case in CASES {
        let (before, after) = (read(&case.before()), read(&case.after()));
        let changes = compare(&before.model, &after.model);
        let verdict = changes.summary().semver;
        assert_eq!(verdict == Semver::Major, case.breaks, "{}: {changes:#?}", case.name);
        assert_ne!(verdict, Semver::None, "{}", case.name);
    }
}

#[test]
fn programs_break_exactly_when_the_verdict_says_so() {
    let Some(broken) = broken_programs("baseline", Case::before) else {
        return;
    };
    assert_eq!(broken, BTreeSet::new(), "the programs are wrong");
    let broken = broken_programs("current", Case::after).unwrap();
    let said: BTreeSet<String> = CASES
        .iter()
        .filter(|case| case.breaks)
        .map(|case| case.name.to_owned())
        .collect();
    assert_eq!(broken, said);
}

/// Emits a side, and builds and runs every program with it. `None` where there is no cargo.
fn broken_programs(side: &str, pages: impl Fn(&Case) -> Vec<(String, String)>) -> Option<BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verdict").join(side);
    let files: Vec<_> = CASES.iter().flat_map(pages).collect();
    let generator = Generator::new().crate_name("yard").out_dir(folder.join("yard"));
    let files = generator
        .emit(&read(&files).model)
        .unwrap_or_else(|error| panic!("{error}"));
    generator.write(&files).unwrap_or_else(|error| panic!("{error}"));
    write_programs(&folder);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // Both sides share what they depend on.
    let target = folder.join("../target");
    let built = Command::new(cargo)
        .args(["build", "--offline", "--keep-going", "--bins", "--package", "programs"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .output();
    let built = match built {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            // Past the capture of the test runner: a test that did nothing must not look like one that passed.
            let _ = writeln!(std::io::stderr(), "SKIPPED {side}: there is no cargo");
            return None;
        }
        built => built.unwrap(),
    };
    let errors = String::from_utf8_lossy(&built.stderr);
    assert!(!errors.contains("could not compile `yard`"), "{errors}");
    let works = |case: &&Case| runs(&target, case.name);
    let working = CASES.iter().filter(works).count();
    assert!(working > 0, "{errors}");
    Some(
        CASES
            .iter()
            .filter(|case| !works(case))
            .map(|case| case.name.to_owned())
            .collect(),
    )
}

/// Whether a program was built and ends well.
fn runs(target: &Path, name: &str) -> bool {
    let program = target
        .join("debug")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    program.is_file() && Command::new(program).output().unwrap().status.success()
}

/// One package with one program for each case, and a workspace around it and the emitted crate.
fn write_programs(folder: &Path) {
    let write = |path: PathBuf, text: String| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    // Programs of an earlier run must not stand for those that no longer compile.
    let _ = fs::remove_dir_all(folder.join("programs"));
    for case in CASES {
        let _ = fs::remove_file(folder.join("../target/debug").join(case.name));
        let text = format!("fn main() {{\n{}\n}}\n", case.program);
        write(folder.join("programs/src/bin").join(format!("{}.rs", case.name)), text);
    }
    // Not `full`: a type in another area needs another feature.
    let dependency = "yard = { path = \"../yard\", features = [\"yard\"] }";
    let manifest = format!(
        "[package]\nname = \"programs\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\nserde_json = \"1\"\n"
    );
    write(folder.join("programs/Cargo.toml"), manifest);
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"yard\", \"programs\"]\n";
    write(folder.join("Cargo.toml"), workspace.to_owned());
    // The versions that this workspace is locked to are at hand; nothing is fetched.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).unwrap();
}
