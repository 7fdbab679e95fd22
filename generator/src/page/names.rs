//! Name cells: the first cell of a property, member or parameter row.

use super::prose::is_invisible;
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

/// Reads a name cell. Bold, code and links are already removed. This removes notes, footnote marks, colons and
/// invisible characters.
pub fn name_cell(cell: &Text) -> NameCell {
    let visible: String = cell.plain.chars().filter(|c| !is_invisible(*c)).collect();
    let words = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut name = words.as_str();
    let mut deprecated = false;
    while let Some((rest, note)) = strip_note(name) {
        deprecated |= note.to_ascii_lowercase().contains("deprecated");
        name = rest;
    }
    NameCell {
        name: name.to_owned(),
        deprecated,
        annotation: name.contains('@'),
    }
}

/// The name before a note or a mark at its end, and the note. Other brackets are part of the name: `fn(x)`.
fn strip_note(name: &str) -> Option<(&str, &str)> {
    let trimmed = name.trim_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    if trimmed.len() < name.len() && !trimmed.is_empty() {
        return Some((trimmed, ""));
    }
    let (rest, note) = match name.strip_suffix([')', ']']) {
        Some(inner) => inner.rsplit_once(['(', '['])?,
        // The brackets of `[deprecated]` are gone where the reader takes them for a link.
        None => name
            .rsplit_once(' ')
            .filter(|(_, note)| note.eq_ignore_ascii_case("deprecated"))?,
    };
    (!rest.trim().is_empty() && !note.is_empty() && is_note(note)).then_some((rest.trim_end(), note))
}

/// Marks around a name that are not part of it: footnote stars and digits, quotes, colons, commas.
const MARKS: &[char] = &[
    '*', '†', '‡', '¹', '²', '³', ':', ',', ';', '`', '"', '\'', '“', '”', '\\',
];

/// Words of notes behind a name.
const NOTES: &[&str] = &[
    "beta",
    "deprecated",
    "legacy",
    "not",
    "obsolete",
    "optional",
    "preview",
    "read-only",
    "required",
    "supported",
    "yet",
];

fn is_note(note: &str) -> bool {
    let mut words = note
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty());
    words.all(|word| NOTES.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Block, read};
    use crate::source::FileId;

    /// The cell as a page writes it, read through a table.
    fn cell(markdown: &str) -> String {
        let page = format!("|Member|Value|\n|:---|:---|\n|{markdown}|x|\n");
        let (document, _) = read(FileId(0), &page);
        let Some(Block::Table(table)) = document.sections[0].blocks.first() else {
            panic!("no table")
        };
        let read = name_cell(&table.rows[0].cells[0]);
        let deprecated = if read.deprecated { ", deprecated" } else { "" };
        let annotation = if read.annotation { ", annotation" } else { "" };
        format!("{}{deprecated}{annotation}", read.name)
    }

    #[test]
    #[allow(clippy::too_many_lines, reason = "one line for each form")]
    fn names_in_every_form() {
        let shown = [
            "id",
            "**displayName**",
            "`displayName`",
            "**[members](../api/thing-list-members.md)**",
            "teamId (deprecated)",
            "teamId(Deprecated)",
            "**teamId** [deprecated]",
            "risk (preview)",
            "rank (optional) (deprecated)",
            "name:",
            "name*",
            "*name*",
            r"name\*\*",
            "name¹",
            "\u{FEFF}na\u{200B}me\u{AD}",
            "\"name\"",
            "'name'",
        ]
        .map(cell)
        .join("\n");
        insta::assert_snapshot!(shown, @r"
        id
        displayName
        displayName
        members
        teamId, deprecated
        teamId, deprecated
        teamId, deprecated
        risk
        rank, deprecated
        name
        name
        name
        name
        name
        name
        name
        name
        ");
    }

    #[test]
    fn what_belongs_to_a_name_stays() {
        let shown = [
            "file/localizations",
            "odata.type",
            "@odata.type",
            "members@delta",
            "@microsoft.graph.thingMode",
            "JIS B4",
            "North America (8.5 x 11 in)",
            "{thing-id}",
            "$filter",
            "fn(x)",
            "id<br/>",
            "thing (not yet supported)",
            "Mobile app management (MAM)",
            "thing()",
            "(deprecated)",
            "*",
            "",
        ]
        .map(cell)
        .join("\n");
        insta::assert_snapshot!(shown, @r"
        file/localizations
        odata.type
        @odata.type, annotation
        members@delta, annotation
        @microsoft.graph.thingMode, annotation
        JIS B4
        North America (8.5 x 11 in)
        {thing-id}
        $filter
        fn(x)
        id
        thing
        Mobile app management (MAM)
        thing()
        (deprecated)
        *
        ");
    }
}
