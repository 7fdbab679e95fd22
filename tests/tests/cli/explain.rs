//! `generator explain`.

use crate::sandbox::Sandbox;
use generator::cli::Status;

#[test]
fn the_page_of_all_codes_begins_with_the_command_that_writes_it() {
    let run = Sandbox::new().run(&["explain", "--markdown"]).ends(Status::Done);
    let command = "cargo run -p generator -- explain --markdown > generator/docs/diagnostics.md";
    assert!(run.out.lines().next().unwrap().contains(command));
}

#[test]
fn an_unknown_code_is_a_usage_error() {
    let run = Sandbox::new().run(&["explain", "inclde-missing"]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r"
    error: there is no code `inclde-missing`
     |
     = help: did you mean `include-missing`?
    ");
}
