//! Docs roots on disk.

use super::*;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn root_with(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn load(path: &Path, versions: &[&str]) -> Docs {
    let versions: Vec<_> = versions.iter().map(|&version| Version(version.to_owned())).collect();
    Docs::load(&Root::open(path).unwrap(), &versions).unwrap()
}

fn shown(docs: &Docs) -> String {
    let page = |page: &PageFile| {
        let version = page.version.as_ref().map_or("-", |version| version.0.as_str());
        let file = docs.sources.path(page.file);
        format!("page    {file} = {version} {:?} {}", page.folder, page.path)
    };
    let skip = |skip: &SkippedFile| format!("skipped {}: {}", skip.path, skip.reason);
    let read = docs
        .sources
        .iter()
        .map(|(_, file)| format!("read    {} ({})", file.path, file.text.len()));
    let pages = docs.pages.iter().map(page);
    read.chain(pages)
        .chain(docs.skipped.iter().map(skip))
        .collect::<Vec<_>>()
        .join("\n")
}

const SET: [(&str, &str); 9] = [
    ("api-reference/beta/api/group-get.md", "# Get group"),
    ("api-reference/beta/resources/group.md", "# group"),
    ("api-reference/beta/includes/note.md", "Note."),
    ("api-reference/beta/includes/snippets/csharp/get.md", "x"),
    ("api-reference/beta/toc.yml", "items: []"),
    ("api-reference/v1.0/resources/group.md", "# group resource"),
    ("api-reference/includes/clouds.md", "Clouds."),
    ("concepts/auth.md", "# Sign in"),
    (".git/HEAD", "x"),
];

#[test]
fn a_clone_of_the_public_repository() {
    let folder = root_with(&SET);
    insta::assert_snapshot!(shown(&load(folder.path(), &[])), @r#"
        read    api-reference/beta/api/group-get.md (11)
        read    api-reference/beta/includes/note.md (5)
        read    api-reference/beta/resources/group.md (7)
        read    api-reference/includes/clouds.md (7)
        read    api-reference/v1.0/resources/group.md (16)
        page    api-reference/beta/api/group-get.md = beta Api api/group-get.md
        page    api-reference/beta/resources/group.md = beta Resources resources/group.md
        page    api-reference/v1.0/resources/group.md = v1.0 Resources resources/group.md
        skipped api-reference/beta/toc.yml: not a .md or .txt file
        skipped concepts/auth.md: outside the api and resources folders of a version
        "#);
}

#[test]
fn one_version_leaves_the_others_unread() {
    let folder = root_with(&SET);
    insta::assert_snapshot!(shown(&load(folder.path(), &["v1.0"])), @r#"
        read    api-reference/beta/includes/note.md (5)
        read    api-reference/includes/clouds.md (7)
        read    api-reference/v1.0/resources/group.md (16)
        page    api-reference/v1.0/resources/group.md = v1.0 Resources resources/group.md
        skipped api-reference/beta/toc.yml: not a .md or .txt file
        skipped concepts/auth.md: outside the api and resources folders of a version
        "#);
}

#[test]
fn a_part_of_a_docs_set_keeps_the_includes_of_the_set() {
    let folder = root_with(&SET);
    let base = folder.path().join("api-reference/beta");
    let expected = shown(&load(&base, &[]));
    insta::assert_snapshot!(expected, @r#"
        read    api-reference/beta/api/group-get.md (11)
        read    api-reference/beta/includes/note.md (5)
        read    api-reference/beta/resources/group.md (7)
        read    api-reference/includes/clouds.md (7)
        page    api-reference/beta/api/group-get.md = beta Api api/group-get.md
        page    api-reference/beta/resources/group.md = beta Resources resources/group.md
        skipped api-reference/beta/toc.yml: not a .md or .txt file
        "#);
    let page = shown(&load(&base.join("resources/group.md"), &[]));
    assert_eq!(page.matches("page  ").count(), 1, "{page}");
    assert!(page.contains("read    api-reference/includes/clouds.md"), "{page}");
}

#[test]
fn loose_pages() {
    let folder = root_with(&[
        ("get-group.txt", "Get group"),
        ("group.md", "# group"),
        ("includes/x.md", "x"),
        ("a.png", ""),
    ]);
    insta::assert_snapshot!(shown(&load(folder.path(), &["beta"])), @r#"
        read    get-group.txt (9)
        read    group.md (7)
        read    includes/x.md (1)
        page    get-group.txt = - Loose get-group.txt
        page    group.md = - Loose group.md
        skipped a.png: not a .md or .txt file
        "#);
    insta::assert_snapshot!(shown(&load(&folder.path().join("group.md"), &[])), @r#"
        read    group.md (7)
        read    includes/x.md (1)
        page    group.md = - Loose group.md
        "#);
}

#[test]
fn a_root_without_pages_is_an_error() {
    let folder = root_with(&[("README.md", "# Read me"), ("a.png", "")]);
    let error = Docs::load(&Root::open(folder.path()).unwrap(), &[]).unwrap_err();
    assert!(matches!(error, RootError::NoPages { files: 2, .. }), "{error}");
    let error = Root::open(&folder.path().join("absent")).unwrap_err();
    assert!(matches!(error, RootError::Unreadable { .. }), "{error}");
}

#[test]
fn ids_follow_the_order_of_paths_whatever_their_names() {
    // `a-b.md` sorts before `a.md` and after `a/b.md` for a file walk, not for strings.
    let folder = root_with(&[
        ("a/b.md", "1"),
        ("a.md", "2"),
        ("a-b.md", "3"),
        ("B.md", "4"),
        ("é.md", "5"),
    ]);
    let docs = load(folder.path(), &[]);
    for page in &docs.pages {
        assert_eq!(docs.sources.path(page.file), &*page.path);
        assert_eq!(docs.sources.find(&page.path), Some(page.file));
    }
    assert_eq!(docs.pages.len(), 5);
}
