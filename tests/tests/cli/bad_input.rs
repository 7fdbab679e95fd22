//! Files that nobody should feed to a program, each in an otherwise good docs root.

use crate::pages;
use crate::sandbox::{Run, Sandbox};
use generator::cli::Status;
use std::fs;

/// Generates with one file more, and makes sure that the good pages came out and no other file was touched.
#[track_caller]
fn generate_with(path: &str, content: impl AsRef<[u8]>) -> Run {
    let sandbox = Sandbox::with_pages();
    sandbox.write(path, content);
    generate(&sandbox)
}

#[track_caller]
fn generate(sandbox: &Sandbox) -> Run {
    let before = sandbox.files();
    let run = sandbox.run(&[]).ends(Status::Done);
    let mut after = sandbox.files();
    after.retain(|path, _| !path.starts_with("generated/"));
    assert!(after == before, "a file outside of the output folder changed");
    assert!(run.out.contains(" 1 operation;"), "{}", run.out);
    run
}

#[test]
fn a_binary_file_named_md() {
    let run = generate_with("docs-src/beta/resources/photo.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    insta::assert_snapshot!(run.err, @r#"
        error[binary-file]: the file holds NUL bytes: it is not text
        --> docs-src/beta/resources/photo.md:1:1
         = help: the file was not read; rename it if it is no page

        1 error in the pages
        "#);
}

#[test]
fn a_line_of_50_megabytes() {
    let run = generate_with("docs-src/beta/resources/long.md", vec![b'x'; 50 * 1024 * 1024]);
    insta::assert_snapshot!(run.err, @r#"
        error[file-too-large]: the file is larger than the limit of 16 MB
        --> docs-src/beta/resources/long.md:1:1
         = help: the file was not read; split it, or move it out of the docs root

        1 error in the pages
        "#);
}

#[test]
fn a_line_just_below_the_limit() {
    let line = "|id|String|x|".repeat(1024 * 1024);
    let run = generate_with(
        "docs-src/beta/resources/long.md",
        format!("# a resource type\n\n## Properties\n{line}\n"),
    );
    assert!(run.err.len() < 20_000, "{} bytes of diagnostics", run.err.len());
}

#[test]
fn nothing_but_unreadable_pages() {
    let sandbox = Sandbox::with_pages();
    sandbox.run(&[]).ends(Status::Done);
    let before = sandbox.generated();
    sandbox.write("bad/photo.md", b"\0\0");
    let run = sandbox.run(&["--docs", "bad"]).ends(Status::Failed);
    insta::assert_snapshot!(run.err, @r#"
        error: SANDBOX/bad holds no page that can be read: photo.md: the file holds NUL bytes: it is not text
         |
         = help: pages are text files in UTF-8
        "#);
    assert_eq!(sandbox.generated(), before);
}

#[test]
fn deeply_nested_lists_and_quotes() {
    let items: Vec<String> = (0..5000).map(|depth| "  ".repeat(depth % 500) + "- item\n").collect();
    let lists = items.concat();
    generate_with("docs-src/beta/resources/lists.md", lists);
    generate_with(
        "docs-src/beta/resources/quotes.md",
        format!("{} x\n", "> ".repeat(100_000)),
    );
    generate_with("docs-src/beta/resources/brackets.md", "[".repeat(100_000));
    generate_with("docs-src/beta/resources/stars.md", "*a **b ".repeat(50_000));
}

#[test]
fn an_unterminated_comment_fence_and_table() {
    let page = |end: &str| {
        let page = pages::teapot();
        let (head, _) = page.split_once("## JSON").unwrap();
        format!("{head}{end}")
    };
    for end in [
        "<!-- {\n  \"blockType\": \"resource\"\n",
        "``` json\n{\n",
        "|Property|Type\n|:--",
        "---\ntitle: \"x",
    ] {
        let run = generate_with("docs-src/beta/resources/teapot.md", page(end));
        assert!(run.out.starts_with("4 pages: 2 types, "), "{end:?}: {}", run.out);
    }
    let run = generate_with("docs-src/beta/resources/teapot.md", page("<!-- never closed\n"));
    run.says(&["docs-src/beta/resources/teapot.md:"]);
}

#[test]
fn invalid_utf8() {
    let page = pages::teapot().replace("Boils", "B\u{1}ils");
    let bytes: Vec<u8> = page.bytes().map(|byte| if byte == 1 { 0xF6 } else { byte }).collect();
    let run = generate_with("docs-src/beta/resources/teapot.md", bytes);
    insta::assert_snapshot!(run.err, @r#"
        warning[not-utf8]: invalid UTF-8: byte 0xF6
          --> docs-src/beta/resources/teapot.md:11:2
           |
        11 | B�ils water for tea.
           |  ^
           |
           = help: save the file as UTF-8; each invalid sequence was read as U+FFFD

        1 warning in the pages
        "#);
}

#[test]
fn an_include_that_leaves_the_root() {
    let sandbox = Sandbox::with_pages();
    sandbox.edit(
        "docs-src/beta/api/kettle-list.md",
        "../../includes/clouds.md",
        "../../../../../../../../etc/passwd",
    );
    let run = generate(&sandbox);
    insta::assert_snapshot!(run.err, @r#"
        error[include-outside-root]: the include `../../../../../../../../etc/passwd` leaves the docs root
          --> docs-src/beta/api/kettle-list.md:13:1
           |
        13 | [!INCLUDE [clouds](../../../../../../../../etc/passwd)]
           | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           |
           = help: only files inside the docs root are included; move the file there

        1 error in the pages
        "#);
    let text: Vec<u8> = sandbox.generated().into_values().flatten().collect();
    assert!(!String::from_utf8(text).unwrap().contains("root:x:"));
}

#[test]
fn includes_in_a_circle_and_missing_ones() {
    let sandbox = Sandbox::with_pages();
    sandbox.write(
        "docs-src/includes/clouds.md",
        "[!INCLUDE [x](more.md)]\n\n[!INCLUDE [x](absent.md)]\n",
    );
    sandbox.write("docs-src/includes/more.md", "[!INCLUDE [x](clouds.md)]\n");
    generate(&sandbox).says(&["include-cycle", "include-missing", "includes/clouds.md:3"]);
}

#[test]
fn includes_that_double_each_other_do_not_explode() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("docs-src/includes/clouds.md", "[!INCLUDE [x](a0.md)]\n");
    for depth in 0..40 {
        let line = format!("[!INCLUDE [x](a{}.md)]\n\n", depth + 1);
        sandbox.write(&format!("docs-src/includes/a{depth}.md"), line.repeat(4));
    }
    generate(&sandbox);
}

#[cfg(unix)]
#[test]
fn symbolic_links_in_a_loop_and_out_of_the_root() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::with_pages();
    sandbox.write("outside/secret.md", pages::RESOURCE.replace("kettle", "secret"));
    symlink(sandbox.path("docs-src"), sandbox.path("docs-src/beta/loop")).unwrap();
    symlink("itself.md", sandbox.path("docs-src/beta/api/itself.md")).unwrap();
    symlink(sandbox.path("outside"), sandbox.path("docs-src/beta/resources/outside")).unwrap();
    symlink(
        sandbox.path("outside/secret.md"),
        sandbox.path("docs-src/beta/resources/secret.md"),
    )
    .unwrap();
    symlink("kettle.md", sandbox.path("docs-src/beta/resources/alias.md")).unwrap();
    let run = generate(&sandbox);
    assert!(run.out.starts_with("4 pages: "), "{}", run.out);
    insta::assert_snapshot!(run.err, @r#"
        error[link-loop]: the symbolic link leads to a folder that contains it (a loop) and was not followed
        --> docs-src/beta/loop:1:1
         = help: remove the link

        error[link-outside-root]: the symbolic link leaves the docs root and was not followed
        --> docs-src/beta/resources/outside:1:1
         = help: put the file itself in the docs root

        error[link-outside-root]: the symbolic link leaves the docs root and was not followed
        --> docs-src/beta/resources/secret.md:1:1
         = help: put the file itself in the docs root

        error[unreadable-file]: cannot be read: too many levels of symbolic links
        --> docs-src/beta/api/itself.md:1:1
         = help: check that it exists and that you may read it

        4 errors in the pages
        "#);
}

#[cfg(unix)]
#[test]
fn a_pipe_named_md() {
    let sandbox = Sandbox::with_pages();
    let made = std::process::Command::new("mkfifo")
        .arg(sandbox.path("docs-src/beta/api/pipe.md"))
        .status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("skipped: mkfifo is not there");
        return;
    }
    generate(&sandbox).says(&["not-a-file", "docs-src/beta/api/pipe.md"]);
}

#[test]
fn foreign_files_in_the_output_folder() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("generated/notes.txt", "mine");
    sandbox.write("generated/src/mine.rs", "// mine\n");
    sandbox.run(&[]).ends(Status::Done);
    assert_eq!(sandbox.read("generated/notes.txt"), "mine");
    assert_eq!(sandbox.read("generated/src/mine.rs"), "// mine\n");
    sandbox.write("other/Cargo.toml", "[package]\nname = 'mine'\n");
    let before = sandbox.files();
    sandbox
        .run(&["--out", "other"])
        .ends(Status::Failed)
        .says(&["Cargo.toml was not written by the generator"]);
    assert!(sandbox.files() == before, "a refused run changed files");
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let sandbox = Sandbox::with_pages();
    sandbox.write("file", "not a folder");
    for out in ["file", "file/below"] {
        let before = sandbox.files();
        let run = sandbox.run(&["--out", out]).ends(Status::Failed);
        assert!(run.err.contains("file"), "{}", run.err);
        assert!(sandbox.files() == before, "a refused run changed files");
    }
}

#[cfg(unix)]
#[test]
fn an_output_folder_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::with_pages();
    sandbox.run(&[]).ends(Status::Done);
    let before = sandbox.generated();
    let folder = sandbox.path("generated");
    let set_mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    set_mode(0o555);
    if fs::write(folder.join("probe"), "").is_ok() {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    sandbox.edit("docs-src/beta/resources/kettle.md", "|litres|", "|pints|");
    let run = sandbox.run(&["--crate-name", "other"]);
    set_mode(0o755);
    run.ends(Status::Failed).says(&["cannot"]);
    assert!(sandbox.generated() == before, "a refused run changed files");
}
