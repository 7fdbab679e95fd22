//! `generator explain`.

use crate::sandbox::Sandbox;
use generator::cli::Status;
use std::fs;
use std::path::Path;

#[test]
fn the_page_of_all_codes_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator/docs/diagnostics.md");
    let run = Sandbox::new().run(&["explain", "--markdown"]).ends(Status::Done);
    assert!(
        fs::read_to_string(path).unwrap() == run.out,
        "run `cargo run -p generator -- explain --markdown > generator/docs/diagnostics.md`"
    );
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
