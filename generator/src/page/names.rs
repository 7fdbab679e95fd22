//! Name cells: the first cell of a property, member or parameter row.

use crate::markdown::Text;

/// A name cell, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameCell {
    /// The name without markup and notes. A path, a dot, an `@` and blanks inside (`JIS B4`) belong to it.
    pub name: String,
    /// The cell says that the thing is deprecated: `teamId (deprecated)`.
    pub deprecated: bool,
    /// The name of an annotation: `@odata.type`, `members@delta`.
    pub annotation: bool,
}

/// Reads a name cell: bold, code and links are gone already, what is left are notes, footnote marks, colons and
/// characters that do not show.
pub fn name_cell(cell: &Text) -> NameCell {
    let visible: String = cell.plain.chars().filter(|c| !is_invisible(*c)).collect();
    let mut name = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut deprecated = false;
    while let Some((rest, note)) = strip_note(&name) {
        deprecated |= note.to_ascii_lowercase().contains("deprecated");
        name = rest.to_owned();
    }
    let annotation = name.contains('@');
    NameCell {
        name,
        deprecated,
        annotation,
    }
}

/// The name before a note in brackets or a mark at its end, and the note. Brackets without a blank before them are part
/// of the name: `fn(x)`.
fn strip_note(name: &str) -> Option<(&str, &str)> {
    let trimmed = name.trim_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    if trimmed.len() < name.len() && !trimmed.is_empty() {
        return Some((trimmed, ""));
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some(inner) = name.strip_suffix(close) else {
            continue;
        };
        if let Some((rest, note)) = inner.rsplit_once(open)
            && !rest.trim().is_empty()
            && (rest.ends_with(' ') || is_note(note))
        {
            return Some((rest.trim_end(), note));
        }
    }
    None
}

/// Marks around a name that are no part of it: footnote stars, quotes, colons, commas.
const MARKS: &[char] = &['*', '†', '‡', '¹', '²', '³', ':', ',', ';', '`', '"', '“', '”', '\\'];

/// Notes that may stand directly behind a name.
const NOTES: &[&str] = &["deprecated", "preview", "optional", "required", "read-only", "beta"];

fn is_note(note: &str) -> bool {
    let note = note.trim().to_ascii_lowercase();
    NOTES.contains(&note.as_str())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}
