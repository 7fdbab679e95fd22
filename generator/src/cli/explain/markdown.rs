//! `generator/docs/diagnostics.md`: every code, as a page.

use super::first_sentence;
use crate::diff::Rule;
use crate::source::codes::{Code, Example, Page};
use std::fmt::Write;

const HEAD: &str = "\
<!-- Written by `cargo run -p generator -- explain --markdown > generator/docs/diagnostics.md`; do not edit. -->

# Diagnostics

What the generator says about the pages that it reads. `generator explain CODE` prints an entry.

An *error* means that a part of the pages could not be used. A *warning* means that something was guessed or looks wrong.
A *note* is worth knowing, and nothing was lost.

";

/// The page.
pub(super) fn page(codes: &[&Code]) -> String {
    let mut page = String::from(HEAD);
    page += "|Code|Severity|Meaning|\n|:---|:---|:---|\n";
    for code in codes {
        let row = format!(
            "|[`{code}`](#{code})|{}|{}|\n",
            code.severity.name(),
            first_sentence(code.meaning)
        );
        page += &row;
    }
    for code in codes {
        entry(code, &mut page);
    }
    page +=
        "\n# Changes\n\nWhat `generator diff` finds between two states of the pages.\n\n|Id|Meaning|\n|:---|:---|\n";
    for rule in Rule::ALL {
        let _: std::fmt::Result = writeln!(page, "|`{}`|{}|", rule.id(), rule.about());
    }
    page
}

fn entry(code: &Code, page: &mut String) {
    let kind = code.severity.name();
    let (wrong, right) = match &code.example {
        Example::Pages { wrong, right } => (pages(wrong), pages(right)),
        Example::File { name, wrong, right } => (file(name, wrong), file(name, right)),
        Example::Words { wrong, right } => (format!("{wrong}\n"), format!("{right}\n")),
    };
    *page += &format!(
        "\n## {code}\n\n*{kind}* {}\n\n**What to do:** {}\n\nExample with the {kind}:\n\n{wrong}\nExample without it:\n\n{right}",
        code.meaning, code.advice
    );
}

fn pages(pages: &[Page]) -> String {
    let pages: Vec<String> = pages.iter().map(|page| file(page.path, page.text)).collect();
    pages.join("\n")
}

/// A file under its name. The fence is longer than those of pages.
fn file(name: &str, text: &str) -> String {
    format!("`{name}`:\n\n````text\n{text}````\n")
}
