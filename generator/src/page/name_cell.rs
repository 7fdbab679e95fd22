//! Name cells: the first cell of a property or member row, and how each form that is not just a name is read.

use super::prose::{is_invisible, one_line};
use crate::markdown::{Row, Text};
use std::borrow::Cow;
use std::ops::Range;

/// A name cell, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameCell {
    /// The name without markup and notes. A path, a dot, an `@` and blanks inside (`JIS B4`) belong to it.
    pub name: String,
    /// The cell says that the thing is deprecated: `teamId (deprecated)`.
    pub deprecated: bool,
    /// The cell says that the thing must be given: `teamId (required)`.
    pub required: bool,
    /// What a reader is told about the cell where it is not just a name, in the order in which it was read.
    pub repairs: Vec<&'static str>,
}

/// A form of cells: what a reader is told, and the name that stays.
#[derive(Clone, Copy)]
struct Repair {
    message: &'static str,
    /// Nothing for a cell without the form.
    fix: for<'a> fn(&'a str) -> Option<Cow<'a, str>>,
}

/// Every form. The first that applies is read, until none does.
static REPAIRS: &[Repair] = &[
    Repair {
        message: "name cell of the row: it has characters that nobody sees, left out",
        fix: invisible,
    },
    Repair {
        message: "name cell of the row: marks stand around the name, left out",
        fix: marks,
    },
    Repair {
        message: "name cell of the row: a note in brackets follows the name, left out",
        fix: note,
    },
    Repair {
        message: "name cell of the row: `deprecated` follows the name, left out",
        fix: bare_note,
    },
    Repair {
        message: "name cell of the row: `odata.` has no `@`, added",
        fix: bare_annotation,
    },
];

/// No page has more around a name. The limit keeps a cell of notes alone from taking quadratic time.
const MOST: usize = 8;

/// Reads a name cell. Bold, code and links are already removed.
pub fn name_cell(cell: &Text) -> NameCell {
    read(&cell.plain, REPAIRS)
}

fn read(plain: &str, table: &[Repair]) -> NameCell {
    let mut read = NameCell {
        name: one_line(plain),
        ..NameCell::default()
    };
    let tried = |name: &str| {
        let mut tried = table.iter();
        tried.find_map(|repair| Some((repair.message, (repair.fix)(name)?.into_owned())))
    };
    for _ in 0..MOST {
        let Some((message, name)) = tried(&read.name) else {
            break;
        };
        read.deprecated |= notes(&read.name) > notes(&name);
        read.required |= read.name.to_ascii_lowercase().ends_with("(required)") && name.len() < read.name.len();
        read.repairs.push(message);
        read.name = name;
    }
    read
}

/// How often a text says that something is deprecated.
fn notes(text: &str) -> usize {
    text.to_ascii_lowercase().matches("deprecated").count()
}

/// `display\u{200b}Name`.
fn invisible(name: &str) -> Option<Cow<'_, str>> {
    let visible = || name.chars().filter(|c| !is_invisible(*c));
    name.contains(is_invisible)
        .then(|| Cow::Owned(one_line(&visible().collect::<String>())))
}

/// `name*`, `"name"`, `name:`.
fn marks(name: &str) -> Option<Cow<'_, str>> {
    let bare = name.trim_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    (bare.len() < name.len() && !bare.is_empty()).then_some(Cow::Borrowed(bare))
}

/// `teamId (deprecated)`, `rank [read-only]`. Other brackets are part of the name: `fn(x)`.
fn note(name: &str) -> Option<Cow<'_, str>> {
    let (rest, note) = name.strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    let rest = rest.trim_end();
    (!rest.is_empty() && !note.is_empty() && is_note(note)).then_some(Cow::Borrowed(rest))
}

/// `teamId deprecated`: the brackets of `[deprecated]` are gone where the reader takes them for a link.
fn bare_note(name: &str) -> Option<Cow<'_, str>> {
    let (rest, note) = name.rsplit_once(' ')?;
    note.eq_ignore_ascii_case("deprecated").then_some(Cow::Borrowed(rest))
}

/// `odata.type` on today's pages.
fn bare_annotation(name: &str) -> Option<Cow<'_, str>> {
    name.starts_with("odata.").then(|| Cow::Owned(format!("@{name}")))
}

/// Marks around a name that are not part of it: footnote stars and digits, quotes, colons, commas.
const MARKS: &[char] = &[
    '*', '~', '†', '‡', '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', ':', ',', ';', '`', '"', '\'', '“', '”', '\\',
];

/// Words of notes behind a name.
const NOTES: &[&str] = &[
    "beta",
    "deprecated",
    "key",
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

/// `| **Calendar** |||`: one bold cell and nothing else.
pub(super) fn is_label(name: &Text, row: &Row) -> bool {
    let is_all = |range: &Range<usize>| name.plain.trim().len() == range.len();
    name.strong.first().is_some_and(is_all) && row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Block, read as read_page};
    use crate::source::FileId;

    /// The cell as a page writes it, read through a table.
    fn cell(markdown: &str, repairs: &[Repair]) -> NameCell {
        let page = format!("|Member|Value|\n|:---|:---|\n|{markdown}|x|\n");
        let (document, _) = read_page(FileId(0), &page);
        let Some(Block::Table(table)) = document.sections[0].blocks.first() else {
            panic!("no table")
        };
        read(&table.rows[0].cells[0].plain, repairs)
    }

    fn shown(read: &NameCell) -> String {
        let deprecated = if read.deprecated { ", deprecated" } else { "" };
        let required = if read.required { ", required" } else { "" };
        format!("{}{deprecated}{required}", read.name)
    }

    /// A cell for each entry, in the order of the table.
    const OFFENDERS: &[&str] = &[
        "\u{FEFF}na\u{200B}me\u{AD}",
        r"name\*\*",
        "rank (not yet supported)",
        "**teamId** [deprecated]",
        "odata.type",
    ];

    /// The entry reads its cell, alone, and without it the outcome is another.
    #[test]
    fn each_entry_with_its_offender() {
        assert_eq!(REPAIRS.len(), OFFENDERS.len());
        let lines = REPAIRS.iter().zip(OFFENDERS).map(|(repair, offender)| {
            let is_other = |other: &Repair| other.message != repair.message;
            let others: Vec<Repair> = REPAIRS.iter().copied().filter(is_other).collect();
            let (with, without) = (cell(offender, REPAIRS), cell(offender, &others));
            assert_ne!(with.name, without.name, "{offender}");
            assert_eq!(with.repairs, [repair.message], "{offender}");
            shown(&with)
        });
        insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
        name
        name
        rank
        teamId, deprecated
        @odata.type
        ");
    }

    #[test]
    fn names_in_every_form() {
        let cells = [
            "**[members](../api/thing-list-members.md)**",
            "teamId(Deprecated)",
            "rank (optional) (deprecated)",
            "**rank** (Required)",
            "rank (key)",
            "name:",
            "*name*",
            "name¹",
            "name<sup>4</sup>",
            "\"name\"",
            "'name'",
            "id<br/>",
        ];
        insta::assert_snapshot!(cells.map(|text| shown(&cell(text, REPAIRS))).join("\n"), @r"
        members
        teamId, deprecated
        rank, deprecated
        rank, required
        rank
        name
        name
        name
        name
        name
        name
        id
        ");
    }

    #[test]
    fn what_belongs_to_a_name_stays() {
        for name in [
            "id",
            "file/localizations",
            "@odata.type",
            "members@delta",
            "@microsoft.graph.thingMode",
            "JIS B4",
            "North America (8.5 x 11 in)",
            "{thing-id}",
            "$filter",
            "fn(x)",
            "Mobile app management (MAM)",
            "thing()",
            "deprecatedThing",
            "(deprecated)",
            "*",
            "",
        ] {
            let read = cell(name, REPAIRS);
            assert_eq!((read.name.as_str(), read.repairs), (name, Vec::new()));
        }
    }
}
