//! Revisions of a git repository as docs roots.

use crate::sandbox::Sandbox;
use generator::cli::Status;
use std::process::Command;

const RESOURCE: &str = "docs-src/beta/resources/kettle.md";
const ROW: &str = "|litres|Int32|How much it holds.|\n";

/// Runs git in the sandbox, with nothing of the user's own settings.
fn git(sandbox: &Sandbox, arguments: &[&str]) {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=Somebody",
            "-c",
            "user.email=somebody@example.org",
            "-c",
            "init.defaultBranch=main",
        ])
        .args([
            "-c",
            "commit.gpgSign=false",
            "-c",
            "gc.auto=0",
            "-c",
            "core.autocrlf=false",
        ])
        .args(arguments)
        .current_dir(sandbox.path(""))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn commit(sandbox: &Sandbox, message: &str) {
    git(sandbox, &["add", "--all"]);
    git(sandbox, &["commit", "--quiet", "--message", message]);
}

/// Two commits; the second one takes a property away and puts a link and a hidden folder beside the pages.
fn repository() -> Sandbox {
    let sandbox = Sandbox::with_pages();
    git(&sandbox, &["init", "--quiet"]);
    commit(&sandbox, "one");
    git(&sandbox, &["tag", "first"]);
    sandbox.edit(RESOURCE, ROW, "");
    sandbox.edit(RESOURCE, "  \"litres\": 2,\n", "");
    sandbox.write("docs-src/.hidden/beta/api/x.md", "# Hidden");
    sandbox.write("docs-src/beta/includes/snippets/csharp/x.md", "code");
    commit(&sandbox, "two");
    sandbox
}

#[test]
fn revisions_ranges_and_folders_are_sides() {
    let sandbox = repository();
    let sides: [&[&str]; 6] = [
        &["diff", "first:docs-src", "HEAD:docs-src"],
        &["diff", "first:docs-src", "docs-src"],
        &["diff", "first..HEAD:docs-src"],
        &["diff", "first..:docs-src"],
        &["diff", "first:docs-src..HEAD:docs-src"],
        &["diff", "first"],
    ];
    for arguments in sides {
        let run = sandbox.run(arguments).ends(Status::Done);
        assert!(
            run.out.contains("property litres removed"),
            "{arguments:?}: {}",
            run.out
        );
        assert!(
            run.out.ends_with("major: 1 breaking, 0 additive, 0 docs\n"),
            "{arguments:?}: {}",
            run.out
        );
    }
    let run = sandbox.run(&["diff", "HEAD:docs-src", "docs-src"]).ends(Status::Done);
    assert_eq!(run.out, "no changes\n");
}

#[test]
fn paths_start_at_the_top_or_at_the_current_directory() {
    let sandbox = repository();
    let run = sandbox
        .run_in("docs-src/beta", &["diff", "first:docs-src", "HEAD:../"])
        .ends(Status::Done);
    assert!(run.out.contains("property litres removed"), "{}", run.out);
    let run = sandbox.run_in("docs-src/beta", &["diff", "first"]).ends(Status::Done);
    assert!(run.out.contains("property litres removed"), "{}", run.out);
}

/// The includes of the set come along, as on disk.
#[test]
fn a_part_of_a_docs_set_and_a_page() {
    let sandbox = repository();
    for part in ["docs-src/beta", "docs-src/beta/resources", RESOURCE] {
        let (old, new) = (format!("first:{part}"), format!("HEAD:{part}"));
        let run = sandbox.run(&["diff", &old, &new]).ends(Status::Done);
        assert!(
            run.out.ends_with("major: 1 breaking, 0 additive, 0 docs\n"),
            "{part}: {}",
            run.out
        );
    }
    let all = sandbox.run(&["export", "--docs", "HEAD:docs-src"]).ends(Status::Done);
    assert_eq!(all.out, sandbox.run(&["export"]).ends(Status::Done).out);
    let api = sandbox
        .run(&["export", "--docs", "HEAD:docs-src/beta/api"])
        .ends(Status::Done);
    assert_eq!(
        api.out,
        sandbox
            .run(&["export", "--docs", "docs-src/beta/api"])
            .ends(Status::Done)
            .out
    );
    assert!(api.out.contains("\"usGovernmentL4\":true"), "{}", api.out);
}

#[test]
fn places_are_paths_from_the_top_of_the_repository() {
    let run = repository()
        .run(&["diff", "first..HEAD:docs-src", "--format", "github"])
        .ends(Status::Done);
    assert!(
        run.out
            .starts_with("::error file=docs-src/beta/resources/kettle.md,line=18,"),
        "{}",
        run.out
    );
}

#[test]
fn what_cannot_be_found_is_told_with_advice() {
    let sandbox = repository();
    let err = |baseline: &str| sandbox.run(&["diff", baseline, "docs-src"]).ends(Status::Failed).err;
    insta::assert_snapshot!(err("second:docs-src"), @r"
    error: the git repository has no revision `second`
     |
     = help: write REVISION:PATH, such as HEAD~1:docs-src or v1.2:docs-src
    ");
    insta::assert_snapshot!(err("HEAD:pages"), @r"
    error: the revision `HEAD` has no `pages`
     |
     = help: the path starts at the top of the repository; `git ls-tree REVISION` shows what is there
    ");
    insta::assert_snapshot!(err("--upload-pack=x:docs-src"), @r"
    error: unexpected argument '--upload-pack' found

      tip: to pass '--upload-pack' as a value, use '-- --upload-pack'

    Usage: generator diff [OPTIONS] <BASELINE> [CURRENT]

    For more information, try '--help'.
    ");
    let outside = Sandbox::with_pages();
    let run = outside.run(&["diff", "HEAD:docs-src", "docs-src"]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r"
    error: SANDBOX/ is not in a git repository
     |
     = help: run the command in the repository, or name a folder instead of a revision
    ");
}

#[test]
fn a_shallow_clone_is_told_how_to_get_the_rest() {
    let sandbox = repository();
    let origin = format!("file://{}", sandbox.path("").canonicalize().unwrap().display());
    git(&sandbox, &["clone", "--quiet", "--depth", "1", &origin, "clone"]);
    let run = sandbox
        .run_in("clone", &["diff", "HEAD~1:docs-src", "docs-src"])
        .ends(Status::Failed);
    assert!(
        run.err.contains("the clone is shallow: `git fetch --unshallow`"),
        "{}",
        run.err
    );
    sandbox
        .run_in("clone", &["diff", "HEAD:docs-src", "docs-src", "--fail-on", "any"])
        .ends(Status::Done);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_revision_is_told_and_not_followed() {
    let sandbox = repository();
    std::os::unix::fs::symlink("kettle.md", sandbox.path("docs-src/beta/resources/pot.md")).unwrap();
    commit(&sandbox, "link");
    let run = sandbox.run(&["stats", "--docs", "HEAD:docs-src"]).ends(Status::Done);
    run.says(&[
        "the symbolic link was not followed",
        "HEAD:docs-src/beta/resources/pot.md",
    ]);
}

#[test]
fn check_names_the_changes_since_the_output_was_committed() {
    let sandbox = repository();
    sandbox.run(&[]).ends(Status::Done);
    commit(&sandbox, "output");
    sandbox.edit(RESOURCE, "|displayName|String|What people call it.|\n", "");
    sandbox.edit(RESOURCE, "  \"displayName\": \"String\",\n", "");
    commit(&sandbox, "pages without output");
    let before = sandbox.files();
    let run = sandbox.run(&["--check"]).ends(Status::Found);
    let (changes, difference) = run.out.split_once("--- a/").unwrap();
    assert!(changes.starts_with("changes of the pages since "), "{changes}");
    assert!(
        changes.contains("breaking kettle: property displayName removed"),
        "{changes}"
    );
    assert!(
        changes.ends_with("major: 1 breaking, 0 additive, 0 docs\n\n"),
        "{changes}"
    );
    assert!(
        difference.contains("-    pub display_name: Option<String>,"),
        "{difference}"
    );
    assert_eq!(sandbox.files(), before);
}

#[test]
#[cfg(unix)]
fn links_and_submodules_are_reported() {
    let sandbox = repository();
    std::os::unix::fs::symlink("kettle.md", sandbox.path("docs-src/beta/resources/pot.md")).unwrap();
    let submodule = "160000,1111111111111111111111111111111111111111,docs-src/beta/api/more";
    git(&sandbox, &["add", "--all"]);
    git(&sandbox, &["update-index", "--add", "--cacheinfo", submodule]);
    git(&sandbox, &["commit", "--quiet", "--message", "three"]);
    let said = |root| sandbox.run(&["stats", "--docs", root, "--all-diagnostics"]).err;
    let (with, without) = (said("HEAD:docs-src"), said("HEAD~1:docs-src"));
    for code in ["note[link-in-revision]: ", "note[submodule]: "] {
        assert!(with.contains(code) && !without.contains(code), "{with}");
    }
}

#[test]
fn the_history_of_a_property_is_told_by_revision() {
    let sandbox = repository();
    let run = sandbox.run(&["history", "kettle/litres", "--docs", ".:docs-src", "--cache", "known"]);
    let run = run.ends(Status::Done);
    let ids = |text: &str| -> Vec<String> {
        let words = text
            .lines()
            .map(|line| line.split(' ').skip(2).take(3).collect::<Vec<_>>());
        words.map(|words| words.join(" ")).collect()
    };
    insta::assert_snapshot!(ids(&run.out).join("\n"), @r"
    beta property-added microsoft.graph.kettle/litres:
    beta property-removed microsoft.graph.kettle/litres:
    ");
    assert!(sandbox.path("known/pages.txt").is_file());
    let again = sandbox.run(&["history", "kettle/litres", "--docs", ".:docs-src", "--cache", "known"]);
    assert_eq!(again.out, run.out);
    let since = sandbox.run(&[
        "history",
        "kettle/litres",
        "--since",
        "first",
        "--format",
        "json",
        "--cache",
        "known",
    ]);
    let document: serde_json::Value = serde_json::from_str(&since.ends(Status::Done).out).unwrap();
    assert_eq!(
        (&document["format"], &document["item"]),
        (&1.into(), &"kettle/litres".into())
    );
    let last = &document["events"][1];
    assert_eq!(
        (&last["id"], &last["before"]),
        (&"property-removed".into(), &"Edm.Int32".into())
    );
    let nothing = sandbox.run(&["history", "mug", "--cache", "known"]);
    nothing.ends(Status::Failed).says(&["documents `mug`"]);
}

/// The events of an item, without their dates and revisions.
fn history(sandbox: &Sandbox, item: &str) -> String {
    let run = sandbox.run(&["history", item, "--docs", ".:docs-src", "--cache", "known"]);
    let lines = run.ends(Status::Done).out;
    let lines = lines
        .lines()
        .map(|line| line.splitn(3, ' ').last().unwrap_or_default().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_history_of_a_call_follows_its_route_and_that_of_a_permission_its_pages() {
    const LIST: &str = "docs-src/beta/api/kettle-list.md";
    let sandbox = repository();
    sandbox.edit(
        LIST,
        "|Application|Kettle.Read.All|",
        "|Application|Kettle.ReadBasic.All, Kettle.Read.All|",
    );
    commit(&sandbox, "three");
    sandbox.edit(LIST, "GET /kitchen/kettles", "GET /home/kitchen/kettles");
    commit(&sandbox, "four");
    sandbox.edit(
        LIST,
        "|Application|Kettle.ReadBasic.All, Kettle.Read.All|",
        "|Application|Kettle.ReadBasic.All|",
    );
    commit(&sandbox, "five");
    insta::assert_snapshot!(history(&sandbox, "GET /home/kitchen/kettles"), @r"
    beta operation-added kettle-list: List kettles  docs-src/beta/api/kettle-list.md:7
    beta permissions-less-privileged kettle-list/application: Kettle.Read.All -> Kettle.ReadBasic.All, Kettle.Read.All  docs-src/beta/api/kettle-list.md:16
    beta route-replaced kettle-list/GET /home/kitchen/kettles: GET /kitchen/kettles -> GET /home/kitchen/kettles  docs-src/beta/api/kettle-list.md:25
    beta permissions-removed kettle-list/application: Kettle.ReadBasic.All, Kettle.Read.All -> Kettle.ReadBasic.All  docs-src/beta/api/kettle-list.md:16
    ");
    assert_eq!(
        history(&sandbox, "GET /kitchen/kettles"),
        history(&sandbox, "GET /home/kitchen/kettles")
    );
    insta::assert_snapshot!(history(&sandbox, "Kettle.Read.All"), @r"
    beta operation-added kettle-list: List kettles  docs-src/beta/api/kettle-list.md:7
    beta permissions-less-privileged kettle-list/application: Kettle.Read.All -> Kettle.ReadBasic.All, Kettle.Read.All  docs-src/beta/api/kettle-list.md:16
    beta permissions-removed kettle-list/application: Kettle.ReadBasic.All, Kettle.Read.All -> Kettle.ReadBasic.All  docs-src/beta/api/kettle-list.md:16
    ");
}

#[test]
fn the_surface_and_the_version_follow_the_items() {
    let sandbox = repository();
    let surface = sandbox.run(&["diff", "first", "--surface"]).ends(Status::Done);
    insta::assert_snapshot!(surface.out, @r"
    Incompatible
    - field beta::kettle::Kettle::litres Option<i32>
    ");
    sandbox
        .run(&["generate", "--crate-version", "1.4.2", "--bump-from", "first:docs-src"])
        .ends(Status::Done);
    assert!(sandbox.read("generated/Cargo.toml").contains("version = \"2.0.0\""));
    sandbox
        .run(&["generate", "--crate-version", "1.4", "--bump-from", "first:docs-src"])
        .ends(Status::Failed);
}

#[test]
fn a_page_that_cannot_be_read_is_not_gone() {
    let sandbox = repository();
    sandbox.write("docs-src/beta/api/kettle-list.md", [0_u8; 64]);
    let run = sandbox
        .run(&["diff", "HEAD", "--impact", "docs", "--impact", "breaking"])
        .ends(Status::Done);
    assert!(
        run.out
            .contains("page-unreadable kettle-list  docs-src/beta/api/kettle-list.md:1]")
            && !run.out.contains("removed"),
        "{}",
        run.out
    );
    // An empty page says nothing either.
    sandbox.write(
        "docs-src/beta/api/kettle-list.md",
        "---\nms.subservice: \"kitchen\"\n---\n\n",
    );
    let empty = sandbox
        .run(&["diff", "HEAD", "--impact", "docs", "--impact", "breaking"])
        .ends(Status::Done);
    assert_eq!(run.out, empty.out);
    sandbox.write("docs-src/beta/api/kettle-list.md", [0_u8; 64]);
    // Neither is it new once it can be read, and its types have not become others.
    sandbox.write("docs-src/beta/resources/kettle.md", [0_u8; 64]);
    let run = sandbox.run(&["diff", "docs-src", "HEAD:docs-src"]).ends(Status::Done);
    insta::assert_snapshot!(run.out, @r"
    beta kitchen kettle
      docs     operation kettle-list: page unreadable  [page-unreadable kettle-list  docs-src/beta/api/kettle-list.md:1]
      docs     type kettle: page unreadable  [page-unreadable microsoft.graph.kettle  docs-src/beta/resources/kettle.md:1]

    patch: 0 breaking, 0 additive, 2 docs
    ");
}
