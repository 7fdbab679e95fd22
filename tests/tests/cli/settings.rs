//! `generator.toml`.

use crate::sandbox::Sandbox;
use generator::cli::Status;

#[test]
fn the_settings_file_is_found_and_its_paths_start_at_it() {
    let sandbox = Sandbox::with_pages();
    sandbox.write(
        "project/generator.toml",
        "docs = '../docs-src'\nout = 'client'\ncrate-name = 'tea'\n",
    );
    sandbox.write("project/deep/inside/note", "");
    sandbox.run_in("project/deep/inside", &[]).ends(Status::Done);
    assert!(sandbox.path("project/client/Cargo.toml").exists());
    assert!(sandbox.read("project/client/Cargo.toml").contains("\"tea\""));
}

#[test]
fn a_flag_wins_over_the_settings_file() {
    let sandbox = Sandbox::with_pages();
    sandbox.write(
        "generator.toml",
        "out = 'client'\nexclude = ['GET /**']\napi-version = ['beta']\n",
    );
    let run = sandbox.run(&["--out", "other"]).ends(Status::Done);
    assert!(run.out.contains(" 0 operations;"), "{}", run.out);
    assert!(sandbox.path("other").exists() && !sandbox.path("client").exists());
    let run = sandbox.run(&["--exclude", "type:kettle"]).ends(Status::Done);
    assert!(run.out.contains(" 1 operation;"), "{}", run.out);
}

#[test]
fn a_crate_that_is_written_elsewhere_gets_contract_tests_by_the_flag_alone() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("generator.toml", "out = 'client'\ntesting = true\n");
    for flags in [&[][..], &["--out", "plain"], &["--out", "tested", "--testing"]] {
        sandbox.run(flags).ends(Status::Done);
    }
    let has_tests = |folder: &str| sandbox.path(folder).join("src/testing").exists();
    assert_eq!(["client", "plain", "tested"].map(has_tests), [true, false, true]);
}

#[test]
fn the_runtime_can_be_a_dependency() {
    let sandbox = Sandbox::with_pages();
    let dependency = |folder: &str| {
        let manifest = sandbox.read(&format!("{folder}/Cargo.toml"));
        manifest.lines().find(|line| line.contains(" = { ")).map(str::to_owned)
    };
    sandbox.write(
        "generator.toml",
        "out = 'client'\nruntime-crate = 'shared'\nruntime-path = '../shared'\n",
    );
    sandbox.run(&[]).ends(Status::Done);
    assert_eq!(
        dependency("client").as_deref(),
        Some(r#"shared = { path = "../shared" }"#)
    );
    let flags = ["--out", "other", "--runtime-crate", "graph-runtime"];
    sandbox.run(&flags).ends(Status::Done);
    assert_eq!(
        dependency("other").as_deref(),
        Some("graph-runtime = { workspace = true }")
    );
    assert!(!sandbox.path("other/src/runtime").exists());

    sandbox.write("generator.toml", "runtime-path = '../shared'\n");
    let run = sandbox.run(&[]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: `runtime-path` in generator.toml without `runtime-crate`
         |
         = help: add `runtime-crate = "graph-runtime"`
        "#);
}

#[test]
fn a_mistake_is_shown_with_its_line() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("generator.toml", "# where\ndocs = 'docs-src'\noutput = 'client'\n");
    let run = sandbox.run(&[]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r"
    error[bad-setting]: unknown field `output`, expected one of `docs`, `corrections`, `profile`, `profiles`, `out`, `crate-name`, `testing`, `runtime-crate`, `runtime-path`, `api-version`, `include`, `exclude`, `lint`
     --> generator.toml:3:1
      |
    3 | output = 'client'
      | ^^^^^^
    ");
    sandbox.write("generator.toml", "api-version = ['1.0']\n");
    let run = sandbox.run(&[]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: `1.0` in generator.toml is not a version of the API
         |
         = help: a version of the API is `beta` or `v1.0`
        "#);
}

/// A set of pages for a host that only the settings file knows.
#[test]
fn a_profile_of_the_user() {
    let sandbox = Sandbox::with_pages();
    sandbox.write(
        "project/generator.toml",
        "docs = '../docs-src'\nprofile = 'harbour'\n[profiles.harbour]\nhosts = ['api.harbour.example']\nsegment = 'api'\n",
    );
    let run = sandbox.run_in("project", &["export"]).ends(Status::Done);
    assert!(
        run.out.starts_with(r#"{"baseUrl":"https://api.harbour.example""#),
        "{}",
        run.out
    );
    let run = sandbox
        .run_in("project", &["export", "--profile", "graph"])
        .ends(Status::Done);
    assert!(run.out.starts_with("{\"version"), "{}", run.out);
    let run = sandbox
        .run_in("project", &["export", "--profile", "port"])
        .ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r"
    error: there is no docset profile `port`
     |
     = help: known are copilot, defender, graph, onedrive, harbour; another one is a table [profiles.port] with its `hosts` in generator.toml
    ");
}
