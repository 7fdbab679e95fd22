//! Text for a terminal, grouped by version, area and resource.

use super::words::{one_line, sentence, shared_sentence, short};
use super::{Sides, advice, members, program, table};
use crate::diff::{Action, Change, Changes, Group, Impact, groups};
use std::collections::BTreeMap;

/// The changes and the verdict, coloured on request: a table of areas, then what breaks, what is new, and what only the
/// documentation says. Changes that follow from another one are only counted.
pub fn text(changes: &Changes, sides: &Sides, colour: bool) -> String {
    let implied = implied(changes);
    let mut out = table(changes);
    for impact in [Impact::Breaking, Impact::Additive, Impact::Docs] {
        let groups = groups(changes.changes.iter().filter(|change| change.impact == impact));
        if impact == Impact::Docs && groups.len() > MOST_DOCS {
            out.push_str(&folded(&groups));
            continue;
        }
        let mut heading = None;
        for group in &groups {
            let Some(change) = group.first() else { continue };
            let own = (&change.version, &change.area, &change.resource);
            if heading != Some(own) {
                let (version, area, resource) = own;
                let title = one_line(&format!("{version} {area} {}", short(resource)));
                let blank = if out.is_empty() { "" } else { "\n" };
                out.push_str(&format!("{blank}{}\n", paint(&title, "1", colour)));
                heading = Some(own);
            }
            let parts = implied.get(&key(change)).filter(|_| change.kind.is_whole());
            out.push_str(&line(group, change, parts.copied(), sides, colour));
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    if let Some(program) = &changes.program {
        let lines = program::advice(program, sides, str::to_owned);
        out.extend(
            lines
                .iter()
                .map(|line| format!("{}{}\n", "  ".repeat(line.depth), line.text)),
        );
        out.push_str(&format!("\n{}\n", program::summary(program)));
    }
    out.push_str(&format!("{}\n", changes.summary()));
    out
}

/// More changes of documentation than these are only counted.
const MOST_DOCS: usize = 20;

/// Areas and how many changes they have; nothing for a single one.
fn table(changes: &Changes) -> String {
    let rows = table::rows(changes);
    if rows.len() < 2 {
        return String::new();
    }
    let width = rows
        .iter()
        .map(|row| row.version.len() + row.area.len() + 1)
        .max()
        .unwrap_or(0);
    let mut out = format!("{:width$}  breaking  additive      docs\n", "");
    for row in rows {
        let name = one_line(&format!("{} {}", row.version, row.area));
        let [breaking, additive, docs] = row.counts;
        out.push_str(&format!("{name:width$}  {breaking:8}  {additive:8}  {docs:8}\n"));
    }
    out
}

/// `  docs     67 property-docs-changed, ...`.
fn folded(groups: &[Group<'_>]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for change in groups.iter().flat_map(|group| &group.members) {
        *counts.entry(change.rule.id()).or_default() += 1;
    }
    let mut out = "\ndocumentation; --impact docs lists it\n".to_owned();
    for (rule, count) in counts {
        out.push_str(&format!("  docs     {count} {rule}\n"));
    }
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

fn line(group: &Group<'_>, change: &Change, parts: Option<usize>, sides: &Sides, colour: bool) -> String {
    let count = group.members.len();
    let owner = if count > 1 {
        format!("{count} items: ")
    } else if change.kind.is_whole() {
        String::new()
    } else {
        format!("{}: ", one_line(short(&change.target)))
    };
    let parts = parts.map_or(String::new(), |count| {
        format!(" (with {})", members::counted(count, "part"))
    });
    let place = sides.place(change);
    let place = place.map_or(String::new(), |(path, line)| format!("  {}:{line}", one_line(&path)));
    let word = format!("{:<8}", change.impact.to_string());
    let code = match change.impact {
        Impact::Breaking => "31",
        Impact::Additive => "32",
        Impact::Docs => "2",
    };
    let sentence = if count > 1 {
        format!(
            "{} ({})",
            shared_sentence(change, str::to_owned),
            members::names(&group.members, str::to_owned)
        )
    } else {
        sentence(change, str::to_owned)
    };
    let details = format!("{} {}{place}", change.rule.id(), one_line(&change.item()));
    let mut text = format!(
        "  {} {owner}{sentence}{parts}  {}\n",
        paint(&word, code, colour),
        paint(&format!("[{details}]"), "2", colour)
    );
    let advice = advice::lines(&group.members, str::to_owned).into_iter();
    for line in advice.chain(program::touched_by(group, str::to_owned)) {
        text.push_str(&format!("           {line}\n"));
    }
    text
}

fn paint(text: &str, code: &str, colour: bool) -> String {
    if colour {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}
