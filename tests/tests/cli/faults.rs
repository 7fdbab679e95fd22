//! Faults put into the project's own pages: `generator lint` finds nearly all of them, at their lines.

use crate::sandbox::Sandbox;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One edit of one line, if the page has a line for it: the new line.
type Fault = fn(&Line<'_>) -> Option<String>;

/// A line of a page.
struct Line<'a> {
    text: &'a str,
    /// Whether it stands in a body or a block of JSON.
    in_json: bool,
    /// The number of the page: people misspell the same name in different ways.
    page: usize,
}

const FAULTS: &[(&str, Fault)] = &[
    ("renamed key", renamed_key),
    ("another type", another_type),
    ("misspelled scope", misspelled_scope),
    ("missing comma", missing_comma),
    ("missing quote", missing_quote),
    ("another kind of value", another_value),
    ("another status", another_status),
    ("broken link", broken_link),
    ("surplus cell", surplus_cell),
];

fn renamed_key(line: &Line<'_>) -> Option<String> {
    let (before, rest) = line.text.split_once('"').filter(|_| line.in_json)?;
    let (key, rest) = rest.split_once("\":")?;
    let is_name = before.trim().is_empty() && key.len() > 4 && key.chars().all(|c| c.is_ascii_alphabetic());
    is_name.then(|| format!("{before}\"{}x{}\":{rest}", &key[..2], &key[3..]))
}

fn another_type(line: &Line<'_>) -> Option<String> {
    let swap = [
        ("|String|", "|Boolean|"),
        ("|Boolean|", "|String|"),
        ("|Int32|", "|Boolean|"),
    ];
    let (old, new) = swap.into_iter().find(|(old, _)| line.text.contains(old))?;
    line.text.starts_with('|').then(|| line.text.replacen(old, new, 1))
}

fn misspelled_scope(line: &Line<'_>) -> Option<String> {
    let is_row = line.text.starts_with("|Delegated (work") || line.text.starts_with("|Application|");
    let at = line.text.find(".Read").filter(|_| is_row)?;
    let letter = at - 2 - line.page % 9;
    Some(format!("{}{}", &line.text[..letter], &line.text[letter + 1..]))
}

fn missing_comma(line: &Line<'_>) -> Option<String> {
    let rest = line.text.strip_suffix(',').filter(|_| line.in_json)?;
    Some(rest.to_owned())
}

fn missing_quote(line: &Line<'_>) -> Option<String> {
    let rest = line.text.strip_suffix("\",").filter(|_| line.in_json)?;
    Some(format!("{rest},"))
}

fn another_value(line: &Line<'_>) -> Option<String> {
    let ends = [": true,", ": false,"];
    let end = ends.into_iter().find(|end| line.in_json && line.text.ends_with(end))?;
    Some(format!("{}: \"words\",", line.text.strip_suffix(end)?))
}

fn another_status(line: &Line<'_>) -> Option<String> {
    let swap = [
        ("HTTP/1.1 200 OK", "HTTP/1.1 201 Created"),
        ("HTTP/1.1 201 Created", "HTTP/1.1 200 OK"),
    ];
    swap.into_iter()
        .find(|(old, _)| *old == line.text)
        .map(|(_, new)| new.to_owned())
}

fn broken_link(line: &Line<'_>) -> Option<String> {
    let at = line.text.find("](../resources/")?;
    let end = at + line.text[at..].find(".md)")?;
    Some(format!("{}x{}", &line.text[..end], &line.text[end..]))
}

fn surplus_cell(line: &Line<'_>) -> Option<String> {
    let is_row = line.text.starts_with('|') && line.text.matches('|').count() == 4 && !line.text.starts_with("|:");
    is_row.then(|| format!("{}more|", line.text))
}

/// The text with one fault, and the number of its line.
fn with_fault(text: &str, fault: Fault, skip: usize) -> Option<(String, usize)> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let (mut in_code, mut in_json) = (false, false);
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            (in_code, in_json) = (!in_code, false);
        }
        in_json |= in_code && (line == "{" || line == "[");
        let header = lines.get(number + 1).is_some_and(|next| next.starts_with("|:"));
        if let Some(new) = fault(&Line {
            text: line,
            in_json,
            page: skip,
        })
        .filter(|_| !header)
        {
            found.push((number, new));
        }
    }
    let (number, new) = found.get(skip % found.len().max(1))?.clone();
    lines[number] = new;
    Some((lines.join("\n") + "\n", number + 1))
}

fn pages(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{below}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            pages(&entry.path(), &name, found);
        } else {
            found.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// A fault of a page: its path below the docs root, its line, and what it is.
type Placed<'t> = (&'t str, usize, &'static str);

/// Writes the pages, each with the next fault that it has a line for, and tells these faults.
fn spoil<'t>(sandbox: &Sandbox, texts: &'t BTreeMap<String, String>, round: usize) -> Vec<Placed<'t>> {
    let mut faults = Vec::new();
    for (place, (path, text)) in texts.iter().enumerate() {
        let order = (0..FAULTS.len()).map(|offset| FAULTS[(place + round * 4 + offset) % FAULTS.len()]);
        let mut edited = order.filter_map(|(name, fault)| Some((name, with_fault(text, fault, place)?)));
        match edited
            .next()
            .filter(|_| path.contains("/api/") || path.contains("/resources/"))
        {
            Some((name, (text, line))) => {
                sandbox.write(path, text);
                faults.push((path.strip_prefix("docs-src/").unwrap(), line, name));
            }
            None => sandbox.write(path, text),
        }
    }
    faults
}

/// The file and the line of each finding. Other places that it shows do not count.
fn places(report: &str) -> Vec<(String, u64)> {
    let report: Value = serde_json::from_str(report).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let place = |shown: &Value| {
        let file = shown["file"].as_str().unwrap().to_owned();
        (file, shown["line"].as_u64().unwrap())
    };
    findings.map(place).collect()
}

#[test]
fn nine_of_ten_faults_are_found_at_their_lines() {
    let mut texts = BTreeMap::new();
    pages(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src"),
        "docs-src",
        &mut texts,
    );
    let (mut count, mut missed) = (0, Vec::new());
    for round in 0..2 {
        let sandbox = Sandbox::new();
        let faults = spoil(&sandbox, &texts, round);
        let places = places(&sandbox.run(&["lint", "--format", "json"]).out);
        let is_found = |(path, line, _): &Placed<'_>| places.contains(&((*path).to_owned(), *line as u64));
        count += faults.len();
        missed.extend(faults.into_iter().filter(|fault| !is_found(fault)));
    }
    assert!(count >= 300, "only {count} faults");
    assert!(
        missed.len() * 10 <= count,
        "{} of {count} missed: {missed:#?}",
        missed.len()
    );
}
