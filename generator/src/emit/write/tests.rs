use super::*;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

fn files(pairs: &[(&str, &str)]) -> Files {
    let text = |body: &str| format!("// {MARKER}. Do not edit.\n{body}\n");
    pairs
        .iter()
        .map(|(path, body)| ((*path).to_owned(), text(body)))
        .collect()
}

fn listing(folder: &TempDir) -> String {
    let entries = walkdir::WalkDir::new(folder.path()).min_depth(1).sort_by_file_name();
    let path = |entry: walkdir::DirEntry| entry.path().strip_prefix(folder.path()).unwrap().to_owned();
    let paths: Vec<PathBuf> = entries.into_iter().map(|entry| path(entry.unwrap())).collect();
    paths
        .iter()
        .map(|path| path.display().to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn only_what_changed_is_written_and_stale_files_go() {
    let out = TempDir::new().unwrap();
    let first = files(&[("Cargo.toml", "1"), ("src/lib.rs", "1"), ("src/beta/a/b.rs", "1")]);
    assert_eq!(write(out.path(), &first).unwrap().written, 3);
    let second = files(&[("Cargo.toml", "1"), ("src/lib.rs", "2")]);
    let done = write(out.path(), &second).unwrap();
    assert_eq!(
        done,
        Written {
            written: 1,
            unchanged: 1,
            removed: 1
        }
    );
    assert_eq!(listing(&out), "Cargo.toml src src/lib.rs");
    assert_eq!(
        write(out.path(), &second).unwrap(),
        Written {
            written: 0,
            unchanged: 2,
            removed: 0
        }
    );
}

#[test]
fn foreign_files_stay_unless_they_are_in_the_way() {
    let out = TempDir::new().unwrap();
    fs::create_dir_all(out.path().join("src")).unwrap();
    fs::write(out.path().join("src/mine.rs"), "fn mine() {}").unwrap();
    let wanted = files(&[("src/lib.rs", "1")]);
    write(out.path(), &wanted).unwrap();
    assert_eq!(
        fs::read_to_string(out.path().join("src/mine.rs")).unwrap(),
        "fn mine() {}"
    );

    fs::write(out.path().join("src/lib.rs"), "// by hand").unwrap();
    let more = files(&[("src/a.rs", "1"), ("src/lib.rs", "1")]);
    let error = write(out.path(), &more).unwrap_err().to_string();
    assert!(error.contains("src/lib.rs was not written by the generator"), "{error}");
    assert_eq!(fs::read_to_string(out.path().join("src/lib.rs")).unwrap(), "// by hand");
    assert_eq!(listing(&out), "src src/lib.rs src/mine.rs");
}

#[test]
fn a_file_without_comments_is_known_by_the_manifest() {
    let out = TempDir::new().unwrap();
    let mut wanted = files(&[(MANIFEST, "src/examples.json")]);
    wanted.insert("src/examples.json".to_owned(), "[1]".to_owned());
    write(out.path(), &wanted).unwrap();
    wanted.insert("src/examples.json".to_owned(), "[2]".to_owned());
    assert_eq!(write(out.path(), &wanted).unwrap().written, 1);
    assert_eq!(write(out.path(), &files(&[])).unwrap().removed, 2);
    assert_eq!(listing(&out), "");
}

#[test]
fn paths_stay_inside() {
    let out = TempDir::new().unwrap();
    for path in ["../x.rs", "/x.rs", "src/../../x.rs", "", "a\\b.rs"] {
        let error = write(out.path(), &files(&[(path, "1")])).unwrap_err();
        assert!(matches!(error, WriteError::Outside(_)), "{path}: {error}");
    }
}

#[test]
fn two_files_that_differ_in_case_only_are_refused() {
    let out = TempDir::new().unwrap();
    let error = write(out.path(), &files(&[("src/Kettle.rs", "1"), ("src/kettle.rs", "2")])).unwrap_err();
    assert!(matches!(error, WriteError::SameFile(..)), "{error}");
    assert_eq!(listing(&out), "");
}

#[test]
fn what_a_killed_run_left_is_no_difference_and_goes() {
    let out = TempDir::new().unwrap();
    let wanted = files(&[("src/lib.rs", "1")]);
    write(out.path(), &wanted).unwrap();
    fs::write(out.path().join("src/.lib.rs.4711-0.tmp"), format!("// {MARKER}")).unwrap();
    fs::write(out.path().join(".generator.lock"), "").unwrap();
    assert_eq!(check(out.path(), &wanted).unwrap(), "");
    assert_eq!(listing(&out), ".generator.lock src src/.lib.rs.4711-0.tmp src/lib.rs");
    assert_eq!(write(out.path(), &wanted).unwrap().removed, 0);
    assert_eq!(listing(&out), "src src/lib.rs");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_fine_when_nothing_changes() {
    use std::os::unix::fs::PermissionsExt;
    let out = TempDir::new().unwrap();
    let wanted = files(&[("src/lib.rs", "1")]);
    write(out.path(), &wanted).unwrap();
    fs::set_permissions(out.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let done = write(out.path(), &wanted);
    fs::set_permissions(out.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(done.unwrap().unchanged, 1);
}

#[cfg(unix)]
#[test]
fn links_are_neither_followed_nor_replaced() {
    let (out, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let theirs = elsewhere.path().join("beta.rs");
    fs::write(&theirs, format!("// {MARKER}")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), out.path().join("src")).unwrap();
    let error = write(out.path(), &files(&[("src/beta.rs", "1")])).unwrap_err();
    assert!(matches!(error, WriteError::Link(_)), "{error}");
    // Not in the way: the link stays, and nothing behind it counts as stale.
    assert_eq!(write(out.path(), &files(&[("Cargo.toml", "1")])).unwrap().removed, 0);
    assert_eq!(fs::read_to_string(&theirs).unwrap(), format!("// {MARKER}"));

    fs::remove_file(out.path().join("src")).unwrap();
    fs::create_dir(out.path().join("src")).unwrap();
    std::os::unix::fs::symlink(&theirs, out.path().join("src/beta.rs")).unwrap();
    let error = write(out.path(), &files(&[("src/beta.rs", "1")])).unwrap_err();
    assert!(matches!(error, WriteError::Link(_)), "{error}");
}

#[test]
fn something_in_the_way_is_named() {
    let out = TempDir::new().unwrap();
    fs::create_dir_all(out.path().join("src/lib.rs")).unwrap();
    let error = write(out.path(), &files(&[("src/lib.rs", "1")]))
        .unwrap_err()
        .to_string();
    assert!(error.contains("lib.rs is in the way: it is not a file"), "{error}");
    fs::write(out.path().join("file"), "x").unwrap();
    let error = write(out.path(), &files(&[("file/x.rs", "1")]))
        .unwrap_err()
        .to_string();
    assert!(error.contains("file is in the way: it is a file"), "{error}");
    let error = write(&out.path().join("file"), &files(&[])).unwrap_err().to_string();
    assert!(error.contains("the output folder is needed"), "{error}");
}

#[test]
fn an_error_while_staging_leaves_everything_as_it_was() {
    let out = TempDir::new().unwrap();
    write(out.path(), &files(&[("src/a.rs", "1")])).unwrap();
    // A name that no file system takes: the second file cannot be staged.
    let long = format!("src/{}.rs", "b".repeat(300));
    let error = write(out.path(), &files(&[("src/a.rs", "2"), (&long, "1")])).unwrap_err();
    assert!(matches!(error, WriteError::Io { .. }), "{error}");
    assert!(
        fs::read_to_string(out.path().join("src/a.rs"))
            .unwrap()
            .ends_with("\n1\n")
    );
    assert_eq!(listing(&out), "src src/a.rs");
}

#[test]
fn check_shows_changes_and_writes_nothing() {
    let out = TempDir::new().unwrap();
    write(out.path(), &files(&[("a.rs", "1"), ("src/old.rs", "gone")])).unwrap();
    let wanted = files(&[("a.rs", "2"), ("b.rs", "new")]);
    insta::assert_snapshot!(check(out.path(), &wanted).unwrap(), @r"
    --- a/a.rs
    +++ b/a.rs
    @@ -1,2 +1,2 @@
     // @generated by generator. Do not edit.
    -1
    +2
    --- /dev/null
    +++ b/b.rs
    @@ -0,0 +1,2 @@
    +// @generated by generator. Do not edit.
    +new
    --- a/src/old.rs
    +++ /dev/null
    @@ -1,2 +0,0 @@
    -// @generated by generator. Do not edit.
    -gone
    ");
    assert_eq!(listing(&out), "a.rs src src/old.rs");
    write(out.path(), &wanted).unwrap();
    assert_eq!(check(out.path(), &wanted).unwrap(), "");
}

#[test]
fn stale_files_go_from_every_folder_that_is_written_to() {
    let out = TempDir::new().unwrap();
    fs::create_dir_all(out.path().join("mine")).unwrap();
    fs::write(out.path().join("mine/beta.js"), format!("// {MARKER}")).unwrap();
    let first = files(&[("index.html", "1"), ("data/beta/a.js", "1"), ("data/v1.0/a.js", "1")]);
    write(out.path(), &first).unwrap();
    let second = files(&[("index.html", "1"), ("data/v1.0/a.js", "1")]);
    assert_eq!(write(out.path(), &second).unwrap().removed, 1);
    assert_eq!(
        listing(&out),
        "data data/v1.0 data/v1.0/a.js index.html mine mine/beta.js"
    );
}

#[test]
fn a_site_does_not_replace_a_crate_nor_a_crate_a_site() {
    let (krate, site) = (files(&[("Cargo.toml", "1")]), files(&[("index.html", "1")]));
    for (first, second) in [(&krate, &site), (&site, &krate)] {
        let out = TempDir::new().unwrap();
        write(out.path(), first).unwrap();
        let error = write(out.path(), second).unwrap_err();
        assert!(matches!(error, WriteError::Other(_)), "{error}");
    }
}
