//! Names in Rust source. The source is formatted, so a line at a time is enough.

use std::collections::BTreeSet;

/// The code of a file: no comments, no text in strings, no module of tests at its end.
pub(crate) fn without_tests(text: &str) -> String {
    let end = text.find("\n#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let lines = text[..end].lines().map(without_strings_and_comments);
    lines.collect::<Vec<_>>().join("\n")
}

/// The names that follow a path such as `crate::`; of a group in braces, the first name of each entry.
pub(crate) fn after(code: &str, path: &str) -> BTreeSet<String> {
    code.split(path).skip(1).flat_map(first_names).collect()
}

/// Every other part between quotes is a string.
fn without_strings_and_comments(line: &str) -> String {
    let outside: Vec<&str> = line.split('"').step_by(2).collect();
    outside.join("").split("//").next().unwrap_or("").to_owned()
}

fn first_names(rest: &str) -> Vec<String> {
    match rest.strip_prefix('{') {
        Some(group) => entries(group).into_iter().map(name).collect(),
        None => vec![name(rest)],
    }
}

fn name(text: &str) -> String {
    let is_part = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    text.trim_start().chars().take_while(is_part).collect()
}

/// The entries of a group, split at the commas that stand in no inner group.
fn entries(group: &str) -> Vec<&str> {
    let mut entries = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' => {
                entries.push(&group[start..at]);
                break;
            }
            ',' if depth == 0 => {
                entries.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    entries.retain(|entry| !entry.trim().is_empty());
    entries
}

#[test]
fn paths_in_code_are_found_and_those_in_comments_are_not() {
    let text = "use crate::model::{Model, name::{A, B}, Schema};\n/// See [`x`](crate::emit::x).\n\
                use crate::{\n    docs,\n    page::{Page, Row},\n};\nfn f() { crate::resolve::build(\"crate::emit\"); } // crate::cli\n\
                pub(crate) fn g() {}\n\n#[cfg(test)]\nmod tests {\n    use crate::select;\n}\n";
    let code = without_tests(text);
    let names = |path: &str| after(&code, path).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(names("crate::"), "docs model page resolve");
    assert_eq!(names("model::"), "Model Schema name");
}
