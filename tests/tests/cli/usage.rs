//! Help, versions and arguments that make no sense.

use crate::sandbox::Sandbox;
use generator::cli::Status;

#[test]
#[allow(clippy::too_many_lines, reason = "most of it is the snapshot")]
fn help_teaches_by_example() {
    let run = Sandbox::new().run(&["--help"]).ends(Status::Done);
    insta::assert_snapshot!(run.out, @r#"
    Reads Microsoft Graph API reference pages and writes a typed Rust client.

    Without a command it generates.

    Usage: generator [OPTIONS]
           generator <COMMAND>

    Commands:
      generate     Write the client crate (the default)
      export       Print everything that the pages say, as JSON
      stats        Count what was read, guessed and left unread
      diff         Tell what changed between two states of the pages
      lint         Tell what is wrong with the pages
      permissions  Tell which permissions calls need: the least set, why, and what is missing or too
                   much
      history      Tell how a type, a property or a call has changed over the revisions of the pages
      why          Tell why the crate is as it is: the decisions about a type, a property or a call
      site         Write a static site to search and read: permissions, calls, types, and what changed
      explain      Tell what a code means: that of a diagnostic, or of a change
      help         Print this message or the help of the given subcommand(s)

    Options:
          --docs <ROOT>
              Pages to read: a folder, a clone of the public documentation, one page, or REVISION:PATH
              in a git repository [default: docs-src]

          --corrections <FILE>
              File of corrections of wrong pages, applied before they are read; `generator --help` shows
              its form

          --api-version <VERSION>
              Version of the API, beta or v1.0; may be repeated [default: all that the pages have]

          --profile <NAME>
              Kind of the pages: a docset profile, such as graph, onedrive, copilot or defender, or one
              of generator.toml [default: found from the pages]

          --all-diagnostics
              Show every diagnostic instead of the first few of each kind

          --out <DIR>
              Folder to write the crate to [default: generated]

          --crate-name <NAME>
              Name of the crate [default: generated]

          --crate-version <VERSION>
              Version of the crate; with --bump-from, of the crate that BASELINE was emitted as
              [default: 0.1.0]

          --bump-from <BASELINE>
              Raise the version by what the public items of the crate that these pages give have become:
              pages, REVISION:PATH, or an exported model; --include and --exclude count for it, too

          --testing
              Add the documented examples as contract tests, behind the feature `testing`

          --runtime-crate <NAME>
              Depend on this crate, graph-runtime, instead of containing a copy of it: several emitted
              crates can then share one Client. The workspace says where the crate is, or --runtime-path
              does

          --runtime-path <PATH>
              Folder of that crate, as the emitted manifest names it: a relative path starts at the
              emitted crate

          --include <PATTERN>
              Keep only what a pattern matches; may be repeated

          --exclude <PATTERN>
              Leave out what a pattern matches; may be repeated

          --check
              Write nothing; print a unified diff of what would change

      -q, --quiet
              Print nothing but errors: no diagnostics, no summary

      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    Examples:
      generator
          Regenerate generated/ from docs-src/.
      generator --check
          Show what would change, write nothing; exit status 1 if anything would.
      generator --docs ../microsoft-graph-docs --api-version v1.0 --out client --crate-name graph-client
          A crate for version v1.0 from a clone of the public documentation.
      generator --include 'area:intune_*' --exclude 'DELETE /**'
          Only Intune, without the calls that delete.

    Patterns:
      POST /deviceManagement/**    calls; * is one path segment, ** one or more, {id} any placeholder
      /users/{id}/**               the same for every method; add /users/{id} for the path itself
      type:roleAssignment          one type, by its local or dotted name
      area:intune_rbac             one area of the API
      beta/api/intune-*            what stands on these pages; * is any text, and folders may be left
      out
      v1.0 area:users              each of them in one version only
      What a kept item needs comes along. An excluded type that is still needed stays as an empty
      placeholder.

    Corrections of wrong pages (--corrections), applied to their text before it is read:
      [[correction]]
      page = "beta/resources/kettle.md"   # as diagnostics name it
      find = "|litres|Int32|"             # stands there once, or as often as `times` says
      replace = "|litres|Double|"
      why = "The service sends fractions."
      link = "https://example.com/issues/17"
      An entry that does not apply any more is an error. Diagnostics show the corrected text.

    Settings may stand in generator.toml beside docs-src/ (docs, corrections, profile, profiles, out,
    crate-name, testing, runtime-crate, runtime-path, api-version, include, exclude); a flag wins.

    Exit status: 0 done, 1 --check found a difference, 2 could not run.
    "#);
    assert_eq!(run.err, "");
}

#[test]
fn every_command_has_examples() {
    for command in ["generate", "export", "stats", "diff"] {
        let run = Sandbox::new().run(&[command, "--help"]).ends(Status::Done);
        assert!(run.out.contains("Examples:\n  generator"), "{}", run.out);
    }
}

#[test]
fn the_version_is_that_of_the_program() {
    for flag in ["-V", "--version"] {
        let run = Sandbox::new().run(&[flag]).ends(Status::Done);
        assert_eq!(run.out, format!("generator {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn a_version_of_the_api_after_version_is_told_the_right_flag() {
    let wrong: [&[&str]; 4] = [
        &["--version", "beta"],
        &["--docs", "docs-src", "--version=beta"],
        &["export", "--version", "beta"],
        &["diff", "HEAD", "--version=beta"],
    ];
    for arguments in wrong {
        let run = Sandbox::with_pages().run(arguments).ends(Status::Failed);
        insta::allow_duplicates! {
            insta::assert_snapshot!(run.err, @r#"
            error: --version prints the version of this program and takes no value
             |
             = help: choose the version of the API with `--api-version beta`
            "#);
        }
        assert_eq!(run.out, "");
    }
}

#[test]
fn arguments_that_make_no_sense_end_with_2() {
    let wrong: [&[&str]; 6] = [
        &["--api-version", "2.0"],
        &["--no-such-flag"],
        &["no-such-command"],
        &["stats", "--format", "xml"],
        &["--docs", "x", "stats"],
        &["export", "--check"],
    ];
    for arguments in wrong {
        let run = Sandbox::with_pages()
            .run(arguments)
            .ends(Status::Failed)
            .says(&["error: "]);
        assert_eq!(run.out, "", "{arguments:?}");
    }
}

#[test]
fn a_wrong_version_is_told_which_ones_exist() {
    let run = Sandbox::with_pages()
        .run(&["--api-version", "1.0"])
        .ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: invalid value '1.0' for '--api-version <VERSION>': a version of the API is `beta` or `v1.0`

        For more information, try '--help'.
        "#);
    let run = Sandbox::with_pages()
        .run(&["--api-version", "v1.0"])
        .ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: the docs root has no page of version v1.0; it has beta
         |
         = help: name one of them after --api-version, or leave the option out
        "#);
}

#[test]
fn without_pages_there_is_advice() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&[]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: no pages to read: neither this folder nor one above it holds `docs-src`
         |
         = help: name a folder of pages after --docs
        "#);
    let run = sandbox.run(&["--docs", "absent"]).ends(Status::Failed);
    assert!(run.err.contains("cannot read the docs root"), "{}", run.err);
    sandbox.write("docs-src/beta/toc.yml", "items: []\n");
    let run = sandbox.run(&[]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: SANDBOX/docs-src holds no page; other files: 1
         |
         = help: a docs root is a folder of pages in one of these forms:
                   docs-src/beta/api/group-get.md, docs-src/beta/resources/group.md, docs-src/includes/clouds.md
                   a clone of the public repository: api-reference/v1.0/api/..., api-reference/beta/resources/...
                   a folder with .md or .txt pages in any arrangement, or one page
                   REVISION:PATH of a git repository, such as HEAD~1:docs-src
        "#);
}
