//! Every code of a diagnostic is given by its example, and the example that puts it right does not give it. Examples of
//! changes are compared in `tests/tests/diff`.

use crate::sandbox::Sandbox;
use generator::source::codes::{self, Code, Example, Page};
use generator::source::{Finder, Severity};

/// The texts of two examples, read by the program: what it says about the first, and about the second.
fn said(code: &Code) -> Option<[String; 2]> {
    match &code.example {
        Example::Pages { wrong, right } => Some([wrong, right].map(|pages| said_of_pages(code, pages))),
        Example::File { name, wrong, right } => Some([wrong, right].map(|text| said_of_file(name, text))),
        Example::Edit { .. } | Example::Words { .. } => None,
    }
}

fn said_of_pages(code: &Code, pages: &[Page]) -> String {
    let sandbox = Sandbox::new();
    for (path, text) in pages {
        sandbox.write(&format!("docs-src/{path}"), text);
    }
    match code.finder {
        Finder::Reading => sandbox.run(&["stats", "--all-diagnostics"]).err,
        Finder::Lint => sandbox.run(&["lint", "--all"]).out,
        Finder::OnRequest => sandbox.run(&["lint", "--all", "--select", code.id]).out,
    }
}

/// A settings file, a file of corrections, or a file of accepted changes beside a property that was removed.
fn said_of_file(name: &str, text: &str) -> String {
    let sandbox = Sandbox::with_pages();
    for page in ["resources/kettle.md", "resources/kettlestate.md", "api/kettle-list.md"] {
        sandbox.write(
            &format!("new/beta/{page}"),
            sandbox.read(&format!("docs-src/beta/{page}")),
        );
    }
    sandbox.edit(
        "new/beta/resources/kettle.md",
        "|litres|Int32|How much it holds.|\n",
        "",
    );
    sandbox.edit("new/beta/resources/kettle.md", "  \"litres\": 2,\n", "");
    sandbox.write(name, text);
    if name == "generator.toml" {
        return sandbox.run(&["stats"]).err;
    }
    if name == "metadata.xml" {
        return sandbox.run(&["lint", "--all", "--metadata", name]).out;
    }
    if name == "reference.json" {
        return sandbox.run(&["lint", "--all", "--reference", name]).out;
    }
    if name == "corrections.toml" {
        return sandbox.run(&["stats", "--corrections", name]).err;
    }
    sandbox.run(&["diff", "docs-src", "new", "--accept", name]).err
}

/// Whether the program gave a code.
fn has(said: &str, code: &Code) -> bool {
    said.contains(&format!("{}[{code}]: ", code.severity.name()))
}

#[test]
fn examples_show_their_code() {
    for code in codes::all() {
        if let Some([wrong, right]) = said(code) {
            assert!(has(&wrong, code), "{code} is not given by its example:\n{wrong}");
            assert!(!has(&right, code), "{code} is given by what puts it right:\n{right}");
        }
    }
}

/// The situations that an example can only describe.
#[cfg(unix)]
mod on_disk {
    use super::*;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    const KETTLE: &str = "docs-src/beta/api/kettle.md";

    /// What the program says about a folder that something was done to.
    fn said_after(change: impl FnOnce(&Sandbox)) -> String {
        let sandbox = Sandbox::with_pages();
        change(&sandbox);
        sandbox.run(&["stats", "--all-diagnostics"]).err
    }

    fn said_about(bytes: &[u8]) -> String {
        said_after(|sandbox| sandbox.write(KETTLE, bytes))
    }

    fn said_about_link(target: &str) -> String {
        said_after(|sandbox| {
            sandbox.write("beside.md", "# Beside\n");
            symlink(target, sandbox.path(KETTLE)).unwrap();
        })
    }

    fn said_about_socket() -> String {
        let mut listener = None;
        said_after(|sandbox| listener = Some(UnixListener::bind(sandbox.path(KETTLE)).unwrap()))
    }

    #[test]
    fn situations_give_their_code() {
        let situations = [
            (&codes::file::TOO_LARGE, said_about(&vec![b' '; 17 * 1024 * 1024])),
            (&codes::file::UNREADABLE, said_about_link("nowhere.md")),
            (&codes::file::UTF16, said_about(b"\xFF\xFE#\0")),
            (&codes::file::NOT_UTF8, said_about(b"# Caf\xE9\n")),
            (&codes::file::BINARY, said_about(b"# \0\n")),
            (&codes::file::NOT_A_FILE, said_about_socket()),
            (&codes::link::OUTSIDE_ROOT, said_about_link("../../../beside.md")),
            (&codes::link::LOOP, said_about_link("../api")),
            (&codes::link::TO_FOLDER, said_about_link("../resources")),
        ];
        let usual = said_about_link("../resources/kettle.md");
        for (code, said) in &situations {
            assert!(has(said, code), "{code} is not given:\n{said}");
            assert!(!has(&usual, code), "{code} is given by a usual page:\n{usual}");
        }
        let in_revisions = [&codes::link::IN_REVISION, &codes::link::SUBMODULE];
        let tried: Vec<_> = situations.iter().map(|(code, _)| *code).chain(in_revisions).collect();
        for code in codes::all()
            .into_iter()
            .filter(|code| code.severity != Severity::Change && matches!(code.example, Example::Words { .. }))
            // `lint.rs` shows them.
            .filter(|code| code.finder == Finder::Reading)
        {
            assert!(tried.contains(&code), "nothing shows {code}");
        }
    }
}
