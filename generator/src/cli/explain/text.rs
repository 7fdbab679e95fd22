//! Codes for people at a terminal.

use super::{Entry, first_sentence};
use crate::diff::Rule;
use crate::source::codes::{Code, Example, Page};
use std::fmt::Write;

/// Columns of a line of prose.
const WIDTH: usize = 80;

/// A line for each code.
pub(super) fn list(entries: &[Entry]) -> String {
    let width = entries.iter().map(|entry| entry.id().len()).max().unwrap_or(0);
    let mut text = String::new();
    for entry in entries {
        let (kind, about) = match entry {
            Entry::Diagnostic(code) => (code.severity.name(), first_sentence(code.meaning)),
            Entry::Change(rule) => ("change", rule.about()),
        };
        let _: std::fmt::Result = writeln!(text, "{:<width$}  {kind:<7}  {about}", entry.id());
    }
    text
}

/// Everything about the code of a diagnostic.
pub(super) fn diagnostic(code: &Code) -> String {
    let kind = code.severity.name();
    let (wrong, right) = match &code.example {
        Example::Pages { wrong, right } => (pages(wrong), pages(right)),
        Example::File { name, wrong, right } => (indented(name, wrong), indented(name, right)),
        Example::Words { wrong, right } => (wrapped(wrong), wrapped(right)),
    };
    format!(
        "{kind}[{code}]\n\n{}\n{}\nExample with the {kind}:\n\n{wrong}\nExample without it:\n\n{right}",
        wrapped(code.meaning),
        wrapped(&format!("What to do: {}", code.advice)),
    )
}

/// Everything about the id of a change.
pub(super) fn change(rule: Rule) -> String {
    let advice = "`generator diff` reports it with the version to raise, because whether programs still compile depends on \
                  the item. To silence it, put an entry with this id, the item and a reason into the file of `--accept`.";
    format!(
        "change[{}]\n\n{}\n{}",
        rule.id(),
        wrapped(rule.about()),
        wrapped(advice)
    )
}

fn pages(pages: &[Page]) -> String {
    let pages: Vec<String> = pages.iter().map(|page| indented(page.path, page.text)).collect();
    pages.join("\n")
}

/// A file under its name.
fn indented(name: &str, text: &str) -> String {
    let mut shown = format!("  {name}\n");
    for line in text.lines() {
        let _: std::fmt::Result = writeln!(shown, "{}", format!("  | {line}").trim_end());
    }
    shown
}

/// Prose in lines of at most [`WIDTH`] columns.
fn wrapped(text: &str) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            lines.push('\n');
            column = 0;
        }
        if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += length;
    }
    lines.push('\n');
    lines
}
