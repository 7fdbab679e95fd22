//! `generator export`.

use crate::pages;
use crate::sandbox::Sandbox;
use generator::cli::Status;
use generator::model::{Schema, TypeRef};
use std::io::ErrorKind;

#[test]
fn one_version_is_one_object_that_reads_back() {
    let run = Sandbox::with_pages().run(&["export"]).ends(Status::Done);
    let schema: Schema = serde_json::from_str(&run.out).unwrap();
    assert_eq!(schema.version.0, "beta");
    let kettle = &schema.types[0];
    assert_eq!(
        (kettle.name.name.as_str(), kettle.file.as_str()),
        ("kettle", "resources/kettle.md")
    );
    let names: Vec<_> = kettle
        .properties
        .iter()
        .map(|property| property.name.as_str())
        .collect();
    assert_eq!(names, ["id", "displayName", "litres", "state"]);
    let list = &schema.operations[0];
    assert_eq!(
        (list.file.as_str(), list.routes[0].path.as_str()),
        ("api/kettle-list.md", "/kitchen/kettles")
    );
    assert_eq!(
        list.response.type_ref,
        TypeRef::named(kettle.name.clone()).collection(true)
    );
}

#[test]
fn several_versions_are_a_list() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("docs-src/v1.0/resources/kettle.md", pages::RESOURCE);
    let run = sandbox.run(&["export"]).ends(Status::Done);
    assert!(run.out.starts_with(r#"{"versions":[{"version":"beta","#), "{}", run.out);
    let run = sandbox.run(&["export", "--api-version", "v1.0"]).ends(Status::Done);
    assert!(run.out.starts_with(r#"{"version":"v1.0","#), "{}", run.out);
}

#[test]
fn a_file_gets_the_same_text_and_nothing_is_left_beside_it() {
    let sandbox = Sandbox::with_pages();
    let text = sandbox.run(&["export"]).ends(Status::Done).out;
    let before = sandbox.files().len();
    sandbox.write("model.json", "old");
    let run = sandbox.run(&["export", "-o", "model.json"]).ends(Status::Done);
    assert_eq!(run.out, "");
    assert_eq!(sandbox.read("model.json"), text);
    assert_eq!(sandbox.files().len(), before + 1);
    assert_eq!(sandbox.run(&["export", "-o", "-"]).ends(Status::Done).out, text);
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let sandbox = Sandbox::with_pages();
    let before = sandbox.files();
    for file in ["absent/model.json", "docs-src"] {
        let run = sandbox.run(&["export", "-o", file]).ends(Status::Failed);
        assert!(
            run.err.contains("cannot write") && run.err.contains(file),
            "{}",
            run.err
        );
    }
    assert_eq!(sandbox.files(), before);
}

#[test]
fn a_closed_pipe_is_no_failure_and_a_full_disk_is() {
    let sandbox = Sandbox::with_pages();
    for arguments in [
        ["export", "--api-version=beta"],
        ["stats", "--format=json"],
        ["export", "--help"],
    ] {
        let (status, err) = sandbox.run_refused(&arguments, ErrorKind::BrokenPipe);
        assert_eq!((status, err.as_str()), (Status::Done, ""), "{arguments:?}");
    }
    let (status, err) = sandbox.run_refused(&["export"], ErrorKind::StorageFull);
    assert_eq!(status, Status::Failed);
    assert!(err.contains("cannot write the output"), "{err}");
}
