//! `generator generate`.

use crate::pages;
use crate::sandbox::Sandbox;
use generator::cli::Status;

#[test]
fn a_run_without_arguments_regenerates_the_workspace() {
    let sandbox = Sandbox::with_pages();
    let run = sandbox.run(&[]).ends(Status::Done);
    assert!(
        run.out.starts_with("3 pages: 1 type, 1 enum, 1 operation; files: "),
        "{}",
        run.out
    );
    assert!(run.out.ends_with(" written, 0 unchanged, 0 removed\n"), "{}", run.out);
    let again = sandbox.run(&["generate"]).ends(Status::Done);
    assert!(again.out.contains("; files: 0 written, "), "{}", again.out);
}

#[test]
fn the_workspace_is_found_from_a_folder_in_it() {
    let sandbox = Sandbox::with_pages();
    sandbox.run(&[]).ends(Status::Done);
    let expected = sandbox.files();
    let run = sandbox.run_in("docs-src/beta", &[]).ends(Status::Done);
    assert!(run.out.contains("; files: 0 written, "), "{}", run.out);
    assert_eq!(sandbox.files(), expected);
}

#[test]
fn another_folder_gives_the_same_bytes() {
    let (one, other) = (Sandbox::with_pages(), Sandbox::with_pages());
    one.run(&[]).ends(Status::Done);
    other
        .run(&["--docs", "docs-src/../docs-src", "--out", "generated"])
        .ends(Status::Done);
    assert!(one.generated().len() > 3);
    assert_eq!(one.generated(), other.generated());
}

#[test]
fn loose_pages_and_single_pages_are_docs_roots() {
    let sandbox = Sandbox::new();
    let with_example = format!(
        "{}\n## Example\n``` http\nGET https://graph.microsoft.com/v1.0/kitchen/kettles\n```\n",
        pages::API
    );
    sandbox.write("loose/kettles.md", &with_example);
    sandbox.write("loose/kettle.txt", pages::RESOURCE);
    sandbox.write("loose/kettlestate.md", pages::ENUM);
    let run = sandbox.run(&["--docs", "loose", "--out", "all"]).ends(Status::Done);
    assert!(run.out.starts_with("3 pages: "), "{}", run.out);
    let run = sandbox
        .run(&["--docs", "loose/kettlestate.md", "--out", "one"])
        .ends(Status::Done);
    assert!(
        run.out.starts_with("1 page: 0 types, 1 enum, 0 operations; "),
        "{}",
        run.out
    );
}

#[test]
fn loose_pages_have_the_version_of_their_example() {
    let sandbox = Sandbox::new();
    let example = "\n## Example\n``` http\nGET https://graph.microsoft.com/v1.0/kitchen/kettles\n```\n";
    sandbox.write("loose/kettles.md", format!("{}{example}", pages::API));
    let export = |version| sandbox.run(&["export", "--docs", "loose", "--api-version", version]);
    let run = export("v1.0").ends(Status::Done);
    assert!(run.out.starts_with(r#"{"version":"v1.0""#), "{}", run.out);
    export("beta")
        .ends(Status::Failed)
        .says(&["no page of version beta; it has v1.0"]);
}

#[test]
fn a_page_of_a_docs_set_keeps_its_includes() {
    let sandbox = Sandbox::with_pages();
    let run = sandbox
        .run(&["--docs", "docs-src/beta/api/kettle-list.md", "--out", "one"])
        .ends(Status::Done);
    assert!(run.out.starts_with("1 page: "), "{}", run.out);
    assert!(!run.err.contains("include"), "{}", run.err);
}

#[test]
fn the_clone_of_the_public_repository_is_a_docs_root() {
    let sandbox = Sandbox::new();
    sandbox.write("clone/api-reference/v1.0/resources/kettle.md", pages::RESOURCE);
    sandbox.write("clone/api-reference/beta/resources/kettle.md", pages::RESOURCE);
    sandbox.write("clone/api-reference/beta/api/kettle-list.md", pages::API);
    sandbox.write("clone/api-reference/includes/clouds.md", pages::CLOUDS);
    for version in ["v1.0", "beta"] {
        let path = format!("clone/api-reference/{version}/resources/kettlestate.md");
        sandbox.write(&path, pages::ENUM);
    }
    sandbox.write("clone/concepts/tea.md", "# Tea\n");
    for docs in ["clone", "clone/api-reference"] {
        let run = sandbox.run(&["--docs", docs, "--out", "out"]).ends(Status::Done);
        assert!(run.out.starts_with("5 pages: 2 types, 2 enums, "), "{}", run.out);
        assert!(!run.err.contains("include"), "{}", run.err);
    }
    for docs in ["clone/api-reference/beta", "clone/api-reference/beta/api"] {
        let run = sandbox.run(&["--docs", docs, "--out", "out"]).ends(Status::Done);
        assert!(!run.err.contains("include"), "{}", run.err);
    }
    let run = sandbox
        .run(&["--docs", "clone", "--api-version", "v1.0", "--out", "out"])
        .ends(Status::Done);
    assert!(run.out.starts_with("2 pages: "), "{}", run.out);
}

#[test]
fn several_docs_sets_in_one_root_are_refused() {
    let sandbox = Sandbox::new();
    sandbox.write("both/2020/api-reference/beta/resources/kettle.md", pages::RESOURCE);
    sandbox.write("both/2021/api-reference/beta/resources/kettle.md", pages::RESOURCE);
    let run = sandbox.run(&["--docs", "both"]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: SANDBOX/both holds several docs sets: 2020/api-reference, 2021/api-reference
         |
         = help: name one of them after --docs
        "#);
}

#[test]
fn pages_that_give_nothing_do_not_empty_the_crate() {
    let sandbox = Sandbox::with_pages();
    sandbox.run(&[]).ends(Status::Done);
    let before = sandbox.generated();
    sandbox.write("prose/about.md", "# About tea\n\nIt is hot.\n");
    let run = sandbox.run(&["--docs", "prose"]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: the pages give no type and no call, so nothing was written
         |
         = help: `generator stats` tells why each page was skipped
        "#);
    assert_eq!(sandbox.generated(), before);
}

#[test]
fn a_crate_name_must_be_usable() {
    for name in ["1st", "my crate", "fn", "", "../up"] {
        let run = Sandbox::with_pages().run(&["--crate-name", name]).ends(Status::Failed);
        assert!(
            run.err.contains(&format!("`{name}` is not a valid crate name")),
            "{}",
            run.err
        );
    }
    Sandbox::with_pages()
        .run(&["--crate-name", "graph-client"])
        .ends(Status::Done);
}

#[test]
fn the_same_from_a_build_script() {
    let (one, other) = (Sandbox::with_pages(), Sandbox::with_pages());
    one.run(&[]).ends(Status::Done);
    let summary = generator::Generator::new()
        .docs(other.path("docs-src"))
        .out_dir(other.path("generated"))
        .run()
        .unwrap();
    assert_eq!((summary.pages, summary.types, summary.operations), (3, 1, 1));
    assert_eq!(one.generated(), other.generated());
}

#[test]
fn the_output_stays_out_of_the_pages() {
    let sandbox = Sandbox::with_pages();
    for out in [
        "docs-src",
        "docs-src/beta",
        "docs-src/new/folder",
        "./docs-src/../docs-src",
    ] {
        let run = sandbox.run(&["--out", out]).ends(Status::Failed);
        run.says(&[
            "and the pages in ",
            " would mix",
            "choose an output folder outside of the pages",
        ]);
    }
    sandbox.run(&["--check", "--out", "docs-src"]).ends(Status::Failed);
    // Pages in a folder of the crate are fine, except among its sources.
    sandbox.run(&["--out", "."]).ends(Status::Done);
    sandbox.write("crate/src/docs/resources/kettle.md", pages::RESOURCE);
    sandbox
        .run(&["--docs", "crate/src/docs", "--out", "crate"])
        .ends(Status::Failed);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_pages_is_no_way_into_them() {
    let sandbox = Sandbox::with_pages();
    std::os::unix::fs::symlink(sandbox.path("docs-src"), sandbox.path("link")).unwrap();
    for arguments in [["--out", "link/new"], ["--docs", "link"]] {
        let mut arguments = arguments.to_vec();
        arguments.extend(if arguments[0] == "--docs" {
            ["--out", "docs-src/new"]
        } else {
            ["--docs", "docs-src"]
        });
        sandbox.run(&arguments).ends(Status::Failed).says(&["would mix"]);
    }
}
