//! Text for a terminal, grouped by version, area and resource.

use super::Sides;
use super::words::{one_line, sentence, short};
use crate::diff::{Action, Change, Changes, Impact};
use std::collections::BTreeMap;

/// The changes and the verdict, coloured on request. Changes that follow from another one are only counted.
pub fn text(changes: &Changes, sides: &Sides, colour: bool) -> String {
    let implied = implied(changes);
    let mut out = String::new();
    let mut group = None;
    for change in changes.changes.iter().filter(|change| !change.implied) {
        let own = (&change.version, &change.area, &change.resource);
        if group != Some(own) {
            let blank = if group.is_some() { "\n" } else { "" };
            let (version, area, resource) = own;
            let title = one_line(&format!("{version} {area} {}", short(resource)));
            out.push_str(&format!("{blank}{}\n", paint(&title, "1", colour)));
            group = Some(own);
        }
        let parts = implied.get(&key(change)).filter(|_| change.kind.is_whole());
        out.push_str(&line(change, parts.copied(), sides, colour));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&format!("{}\n", changes.summary()));
    out
}

/// How many changes follow from one: the properties of a new type.
pub(super) fn implied(changes: &Changes) -> BTreeMap<(&str, Action, &str), usize> {
    let mut counts = BTreeMap::new();
    for change in changes.changes.iter().filter(|change| change.implied) {
        *counts.entry(key(change)).or_default() += 1;
    }
    counts
}

pub(super) fn key(change: &Change) -> (&str, Action, &str) {
    (&change.version.0, change.action, &change.target)
}

fn line(change: &Change, parts: Option<usize>, sides: &Sides, colour: bool) -> String {
    let owner = if change.kind.is_whole() {
        String::new()
    } else {
        format!("{}: ", one_line(short(&change.target)))
    };
    let parts = parts.map_or(String::new(), |count| format!(" (with {count} parts)"));
    let place = sides.place(change);
    let place = place.map_or(String::new(), |(path, line)| format!("  {}:{line}", one_line(&path)));
    let word = format!("{:<8}", change.impact.to_string());
    let code = match change.impact {
        Impact::Breaking => "31",
        Impact::Additive => "32",
        Impact::Docs => "2",
    };
    let sentence = sentence(change, str::to_owned);
    let details = format!("{}{place}", change.rule.id());
    format!(
        "  {} {owner}{sentence}{parts}  {}\n",
        paint(&word, code, colour),
        paint(&format!("[{details}]"), "2", colour)
    )
}

fn paint(text: &str, code: &str, colour: bool) -> String {
    if colour {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}
