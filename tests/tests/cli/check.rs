//! `generator generate --check`.

use crate::sandbox::Sandbox;
use generator::cli::Status;

#[test]
fn check_is_silent_right_after_generate() {
    let sandbox = Sandbox::with_pages();
    sandbox.run(&[]).ends(Status::Done);
    let run = sandbox.run(&["--check"]).ends(Status::Done);
    assert_eq!(run.out, "");
}

#[test]
fn check_shows_what_an_edited_page_would_change_and_writes_nothing() {
    let sandbox = Sandbox::with_pages();
    sandbox.run(&[]).ends(Status::Done);
    sandbox.edit(
        "docs-src/beta/resources/kettle.md",
        "How much it holds.",
        "How many litres it holds.",
    );
    let before = sandbox.files();
    let run = sandbox
        .run(&["--check"])
        .ends(Status::Found)
        .says(&["run `generator` without --check"]);
    assert!(
        run.out
            .lines()
            .any(|line| line.starts_with('-') && line.contains("How much")),
        "{}",
        run.out
    );
    assert!(
        run.out
            .lines()
            .any(|line| line.starts_with('+') && line.contains("How many")),
        "{}",
        run.out
    );
    assert!(run.out.contains("\n@@ "), "{}", run.out);
    assert_eq!(sandbox.files(), before);
}

#[test]
fn check_of_a_crate_that_is_not_there_shows_all_of_it() {
    let sandbox = Sandbox::with_pages();
    let run = sandbox.run(&["--check"]).ends(Status::Found);
    assert!(run.out.starts_with("--- /dev/null\n+++ b/Cargo.toml\n"), "{}", run.out);
    assert!(!sandbox.path("generated").exists());
}
