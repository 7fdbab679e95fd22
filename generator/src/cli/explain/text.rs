//! Codes for people at a terminal.

use super::{Half, first_sentence, halves};
use crate::source::codes::Code;
use std::fmt::Write;

/// Columns of a line of prose.
const WIDTH: usize = 80;

/// A line for each code.
pub(super) fn list(codes: &[&Code]) -> String {
    let width = codes.iter().map(|code| code.id.len()).max().unwrap_or(0);
    let line = |code: &&Code| {
        let (kind, about) = (code.severity.name(), first_sentence(code.meaning));
        format!("{:<width$}  {kind:<7}  {about}\n", code.id)
    };
    codes.iter().map(line).collect()
}

/// Everything about a code.
pub(super) fn entry(code: &Code) -> String {
    format!(
        "{}[{code}]\n\n{}\n{}{}",
        code.severity.name(),
        wrapped(code.meaning),
        wrapped(&format!("What to do: {}", code.advice)),
        halves(code).map(half).concat(),
    )
}

fn half(half: Half) -> String {
    let mut text = format!("\n{}\n", half.title);
    if half.files.is_empty() {
        text += &format!("\n{}", wrapped(half.words));
    }
    for (name, page) in half.files {
        text.push('\n');
        if !name.is_empty() {
            let _: std::fmt::Result = writeln!(text, "  {name}");
        }
        for line in page.lines() {
            let _: std::fmt::Result = writeln!(text, "{}", format!("  | {line}").trim_end());
        }
    }
    text
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
