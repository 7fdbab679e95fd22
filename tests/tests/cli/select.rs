//! `--include` and `--exclude`.

use crate::sandbox::Sandbox;
use generator::cli::Status;

fn summary(arguments: &[&str]) -> String {
    let run = Sandbox::with_pages().run(arguments).ends(Status::Done);
    let (items, _) = run.out.split_once(';').unwrap();
    items.to_owned()
}

#[test]
fn what_a_call_needs_comes_along() {
    assert_eq!(
        summary(&["--include", "GET /kitchen/**"]),
        "3 pages: 1 type, 1 enum, 1 operation"
    );
}

#[test]
fn a_type_comes_without_its_calls() {
    assert_eq!(
        summary(&["--include", "type:kettle"]),
        "3 pages: 1 type, 1 enum, 0 operations"
    );
}

#[test]
fn what_is_excluded_and_needed_stays_as_a_placeholder() {
    assert_eq!(
        summary(&["--exclude", "GET /**"]),
        "3 pages: 1 type, 1 enum, 0 operations"
    );
    let sandbox = Sandbox::with_pages();
    sandbox
        .run(&["--include", "area:kitchen", "--exclude", "type:kettle"])
        .ends(Status::Done);
    let models = sandbox.generated().into_iter();
    // Examples in the docs of the runtime have properties of their own.
    let models = models.filter(|(path, _)| !path.contains("/runtime/"));
    let text: String = models.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    assert!(text.contains("Kettle"));
    assert!(!text.contains("litres"));
}

#[test]
fn patterns_that_cannot_be_meant_are_errors() {
    let run = Sandbox::with_pages().run(&["--include", "kettle"]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: the pattern `kettle` is not a call, a type, an area or a page
         |
         = help: write `POST /deviceManagement/**`, `type:roleAssignment`, `area:intune_rbac` or `beta/api/intune-*`
        "#);
    let run = Sandbox::with_pages()
        .run(&["--exclude", "type:ketle"])
        .ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: the pattern `type:ketle` matches nothing in the pages
         |
         = help: `generator export` lists every type, area and route
        "#);
}
