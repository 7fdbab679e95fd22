//! Markdown for a pull-request comment or a section of a changelog.

use super::text::{implied, key};
use super::words::{one_line, sentence, shared_sentence, short};
use super::{Sides, advice, members, program, table};
use crate::diff::{Change, Changes, Group, Impact, groups};
use std::collections::BTreeSet;

/// A section with more lines than this is folded.
const UNFOLDED: usize = 20;
/// The longest section in bytes. A comment may have 65,536 characters, and there are three sections.
const MOST: usize = 20_000;

/// One section for each impact, worst first, grouped by version, area and resource.
pub fn markdown(changes: &Changes, sides: &Sides) -> String {
    let mut out = format!("**{}**\n", changes.summary());
    if let Some(program) = &changes.program {
        out = format!("**{}**\n\n{}\n\n", program::summary(program), changes.summary());
        let lines = program::advice(program, sides, code);
        out.extend(
            lines
                .iter()
                .map(|line| format!("{}- {}\n", "  ".repeat(line.depth), line.text)),
        );
    }
    out.push_str(&table(changes));
    let sections = [
        (Impact::Breaking, "Breaking changes"),
        (Impact::Additive, "Additions"),
        (Impact::Docs, "Documentation"),
    ];
    for (impact, title) in sections {
        let section = groups(changes.changes.iter().filter(|change| change.impact == impact));
        if !section.is_empty() {
            out.push_str(&self::section(title, &section, changes));
        }
    }
    out
}

/// Areas and how many changes they have; nothing for a single one.
fn table(changes: &Changes) -> String {
    let rows = table::rows(changes);
    if rows.len() < 2 {
        return String::new();
    }
    let mut out = "\n| | breaking | additive | docs |\n| :-- | --: | --: | --: |\n".to_owned();
    for row in rows {
        let [breaking, additive, docs] = row.counts;
        let area = if row.rest { row.area.clone() } else { code(&row.area) };
        let name = format!("{} {area}", row.version);
        out.push_str(&format!("| {name} | {breaking} | {additive} | {docs} |\n"));
    }
    out
}

/// Each version has its share of the space.
fn section(title: &str, section: &[Group<'_>], changes: &Changes) -> String {
    let version = |group: &Group<'_>| group.first().map(|change| change.version.clone());
    let versions: BTreeSet<_> = section.iter().map(version).collect();
    let share = MOST / versions.len().max(1);
    let mut body = String::new();
    for of in &versions {
        let own: Vec<&Group<'_>> = section.iter().filter(|group| version(group) == *of).collect();
        body.push_str(&entries(&own, share, changes));
    }
    let count: usize = section.iter().map(|group| group.members.len()).sum();
    if count > UNFOLDED {
        format!("\n<details>\n<summary>{title}: {count}</summary>\n\n{body}\n</details>\n")
    } else {
        format!("\n### {title}\n\n{body}")
    }
}

fn entries(section: &[&Group<'_>], most: usize, changes: &Changes) -> String {
    let implied = implied(changes);
    let mut body = String::new();
    let mut heading = None;
    let mut left: usize = section.iter().map(|group| group.members.len()).sum();
    for group in section {
        let Some(change) = group.first().filter(|_| body.len() <= most) else {
            break;
        };
        left -= group.members.len();
        let own = (&change.version, &change.area, &change.resource);
        if heading != Some(own) {
            let (version, area, resource) = own;
            body.push_str(&format!("- {version} {} {}\n", code(area), code(short(resource))));
            heading = Some(own);
        }
        let parts = implied.get(&key(change)).filter(|_| change.kind.is_whole());
        let parts = parts.map_or(String::new(), |count| {
            format!(" (with {})", members::counted(*count, "part"))
        });
        body.push_str(&format!("  - {}{parts}{}\n", entry(group, change), accepted_as(change)));
        let advice = advice::lines(&group.members, code).into_iter();
        for line in advice.chain(program::touched_by(group, code)) {
            body.push_str(&format!("    - {line}\n"));
        }
    }
    if left > 0 {
        body.push_str(&format!("- and {left} more\n"));
    }
    body
}

/// What breaks is named as a file of accepted changes names it.
fn accepted_as(change: &Change) -> String {
    match change.impact {
        Impact::Breaking => format!(" ({})", code(&format!("{} {}", change.rule.id(), change.item()))),
        Impact::Additive | Impact::Docs => String::new(),
    }
}

fn entry(group: &Group<'_>, change: &Change) -> String {
    let count = group.members.len();
    if count > 1 {
        return format!(
            "{count} items: {} ({})",
            shared_sentence(change, code),
            members::names(&group.members, code)
        );
    }
    let owner = if change.kind.is_whole() {
        String::new()
    } else {
        format!("{} ", code(short(&change.target)))
    };
    format!("{owner}{}", sentence(change, code))
}

/// A code span for any text, even with backticks, so that nothing in it is read as markup, a link or a mention.
fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') || text.is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_code_span_is_markup() {
        let shown = ["plain", "`a` or ``b``", "@somebody <b> | x", "", "a\nb"].map(code);
        insta::assert_snapshot!(shown.join("\n"), @r"
        `plain`
        ``` `a` or ``b`` ```
        `@somebody <b> | x`
        `  `
        `a b`
        ");
    }
}
