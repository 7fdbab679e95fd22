//! Markdown for a pull-request comment or a section of a changelog.

use super::text::{implied, key};
use super::words::{one_line, sentence, short};
use crate::diff::{Change, Changes, Impact};

/// A section with more lines than this is folded.
const UNFOLDED: usize = 20;
/// The longest section in bytes. A comment may have 65,536 characters, and there are three sections.
const MOST: usize = 20_000;

/// One section for each impact, worst first, grouped by version, area and resource.
pub fn markdown(changes: &Changes) -> String {
    let mut out = format!("**{}**\n", changes.summary());
    let sections = [
        (Impact::Breaking, "Breaking changes"),
        (Impact::Additive, "Additions"),
        (Impact::Docs, "Documentation"),
    ];
    for (impact, title) in sections {
        let of_impact = |change: &&Change| change.impact == impact && !change.implied;
        let section: Vec<&Change> = changes.changes.iter().filter(of_impact).collect();
        if !section.is_empty() {
            out.push_str(&self::section(title, &section, changes));
        }
    }
    out
}

fn section(title: &str, section: &[&Change], changes: &Changes) -> String {
    let implied = implied(changes);
    let mut body = String::new();
    let mut group = None;
    let mut shown = 0;
    for change in section {
        if body.len() > MOST {
            break;
        }
        shown += 1;
        let own = (&change.version, &change.area, &change.resource);
        if group != Some(own) {
            let (version, area, resource) = own;
            body.push_str(&format!("- {version} {} {}\n", code(area), code(short(resource))));
            group = Some(own);
        }
        let parts = implied.get(&key(change)).filter(|_| change.kind.is_whole());
        let parts = parts.map_or(String::new(), |count| format!(" (with {count} parts)"));
        let owner = if change.kind.is_whole() {
            String::new()
        } else {
            format!("{} ", code(short(&change.target)))
        };
        body.push_str(&format!("  - {owner}{}{parts}\n", sentence(change, code)));
    }
    let rest = section.len() - shown;
    if rest > 0 {
        body.push_str(&format!("- and {rest} more\n"));
    }
    let count = section.len();
    if count > UNFOLDED {
        format!("\n<details>\n<summary>{title}: {count}</summary>\n\n{body}\n</details>\n")
    } else {
        format!("\n### {title}\n\n{body}")
    }
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
