//! `generator/docs/diagnostics.md`: every code, as a page.

use super::{Half, first_sentence, halves};
use crate::source::Severity;
use crate::source::codes::{self, Code};

const HEAD: &str = "\
<!-- Written by `cargo run -p generator -- explain --markdown > generator/docs/diagnostics.md`; do not edit. -->

# Diagnostics

What the generator says about the pages that it reads. `generator explain CODE` prints an entry.

An *error* means that a part of the pages could not be used. A *warning* means that something was guessed or looks wrong.
A *note* is worth knowing, and nothing was lost.

";

const CHANGES: &str = "
# Changes

What `generator diff` finds between two states of the pages, with the version to raise: whether programs still compile
depends on the item. `--accept` takes a file of changes that are accepted.

";

/// The page.
pub(super) fn page() -> String {
    let is_change = |code: &&Code| code.severity == Severity::Change;
    let (changes, diagnostics): (Vec<_>, Vec<_>) = codes::all().into_iter().partition(is_change);
    format!("{HEAD}{}{CHANGES}{}", part(&diagnostics), part(&changes))
}

/// A table, and the entries below it.
fn part(codes: &[&Code]) -> String {
    let row = |code: &&Code| {
        let meaning = first_sentence(code.meaning);
        format!("|[`{code}`](#{code})|{}|{meaning}|\n", code.severity.name())
    };
    let rows: String = codes.iter().map(row).collect();
    let entries: String = codes.iter().map(|code| entry(code)).collect();
    format!("|Code|Severity|Meaning|\n|:---|:---|:---|\n{rows}{entries}")
}

fn entry(code: &Code) -> String {
    let kind = code.severity.name();
    let advice = match code.severity {
        Severity::Change => String::new(),
        _ => format!("\n**What to do:** {}\n", code.advice),
    };
    let halves = halves(code).map(half).concat();
    format!("\n## {code}\n\n*{kind}* {}\n{advice}{halves}", code.meaning)
}

fn half(half: Half) -> String {
    let mut text = format!("\n{}\n", half.title);
    if half.files.is_empty() {
        text += &format!("\n{}\n", half.words);
    }
    for (name, page) in half.files {
        if !name.is_empty() {
            text += &format!("\n`{name}`:\n");
        }
        // The fence is longer than those of pages.
        text += &format!("\n````text\n{}\n````\n", page.trim_end_matches('\n'));
    }
    text
}
