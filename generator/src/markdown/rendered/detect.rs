//! Tells rendered text from markdown, by content.

use super::super::refused_table::is_separator;
use super::sections;

/// Whether a text has none of markdown's marks and enough of a rendered page.
///
/// Markdown pages start with front matter and are told by their first line; a text is rendered when it has a namespace
/// line, or when two of its lines are headings or table separators as rendered pages have them.
pub(in super::super) fn is_rendered(text: &str) -> bool {
    let mut traits = 0;
    let mut first = true;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if is_markdown(line) || (first && line == "---") {
            return false;
        }
        first = false;
        traits += weight(line);
    }
    traits >= 2
}

/// Headings, fences, comments, quotes, bordered tables and links do not survive rendering.
fn is_markdown(line: &str) -> bool {
    let heading = line.trim_start_matches('#');
    let is_heading = heading.len() < line.len() && (heading.is_empty() || heading.starts_with([' ', '\t']));
    let is_marked = ["```", "~~~", "<!--", ">", "[!"]
        .iter()
        .any(|mark| line.starts_with(mark));
    // A rendered row may start with a pipe when its first cell is empty; a rendered separator never does.
    is_heading || is_marked || line.contains("](") || (line.starts_with('|') && is_separator(line))
}

fn weight(line: &str) -> usize {
    if line.starts_with("Namespace: ") {
        return 2;
    }
    let separator = line.starts_with('-') && is_separator(line);
    usize::from(separator || sections::rank(line).is_some())
}
