//! Types that a page describes below headings of their own: `### boilResult` with a table of properties, where a row of
//! the page has the type `boilResult`.

use super::prose::Words;
use super::rows::ResourceRows;
use super::type_cell::type_cell;
use super::vocabulary::columns::{Column, Columns, ITEMS, PARAMETERS};
use super::vocabulary::headings::{Heading, Topic, heading, topic};
use super::{Context, introduction, note, resource, title};
use crate::markdown::{Block, Document, Section, Table, Text};
use crate::model::Account;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A type below a heading of another page.
#[derive(Debug, Clone, PartialEq)]
pub struct InnerType {
    /// What its sections say.
    pub rows: ResourceRows,
    /// The heading.
    pub title: String,
    /// The last part of links to it: `#boilresult`.
    pub anchor: String,
    /// The introduction, as markdown with absolute links.
    pub description: String,
}

/// The page without the sections of such types, and a page for each of them; nothing where there are none.
pub(super) fn split(document: &Document, is_api: bool) -> Option<(Document, Vec<Document>)> {
    let found = found(document, is_api);
    if found.is_empty() {
        return None;
    }
    let within = |at: usize| found.iter().any(|(range, _)| range.contains(&at));
    let sections = document.sections.iter().enumerate();
    // Enums below such a heading are found like those of the page.
    let rest = sections.filter(|(at, section)| !within(*at) || is_enum(section));
    let rest = rest.map(|(_, section)| section.clone()).collect();
    let rest = Document {
        sections: rest,
        ..document.clone()
    };
    let pages = found
        .iter()
        .filter_map(|(range, name)| page(document, range, name.as_deref()));
    let pages = pages.collect();
    Some((rest, pages))
}

/// Reads such a page.
pub(super) fn read(context: &Context<'_>, document: &Document, account: &mut Account) -> Option<InnerType> {
    let title = document.title()?;
    let opening: Vec<Words<'_>> = title.paragraphs().map(Words::new).collect();
    let rows = resource::read(context, document, &opening, account)?;
    let texts = introduction(context, title).filter(|said| !said.is_shared_note(context));
    Some(InnerType {
        rows,
        title: title.heading.plain.trim().to_owned(),
        anchor: anchor(&title.heading.plain),
        description: note::joined(texts.map(|said| said.markdown(context))),
    })
}

/// The sections of each such type, with its name where the heading has none.
fn found(document: &Document, is_api: bool) -> Vec<(Range<usize>, Option<String>)> {
    let returned = if is_api { returned(document) } else { None };
    let returned = returned.map(|(at, name)| (at..end(document, at), Some(name)));
    let headed = headed(document, is_api).into_iter().map(|range| (range, None));
    returned.into_iter().chain(headed).collect()
}

/// `## Properties` behind `## Response`: what comes back, and its name in the words of that section.
fn returned(document: &Document) -> Option<(usize, String)> {
    let sections = || document.sections.iter().enumerate();
    let (response, section) = sections().find(|(_, section)| topic(section) == Some(Topic::Response))?;
    let mut behind = sections().skip(response + 1);
    let mut behind = behind
        .by_ref()
        .take_while(|(_, section)| topic(section) != Some(Topic::Examples));
    let is_meant =
        |section: &Section| heading(section) == Some(Heading::Properties) && section.tables().any(lists_properties);
    let (at, _) = behind.find(|(_, section)| is_meant(section))?;
    let name = section.paragraphs().find_map(returned_name)?;
    Some((at, name.to_owned()))
}

/// The type that a sentence about the result names: what stands out, else a word that is spelled like a type.
fn returned_name(text: &Text) -> Option<&str> {
    let is_name = |name: &&str| {
        name.chars().all(|c| c.is_ascii_alphanumeric()) && name.starts_with(|c: char| c.is_ascii_lowercase())
    };
    let marked = text.links.iter().map(|link| &link.range).chain(&text.strong);
    let marked = marked.map(|range| text.slice(range).trim()).find(is_name);
    let is_camel = |word: &&str| is_name(word) && word.contains(|c: char| c.is_ascii_uppercase());
    let words = || text.plain.split(|c: char| !c.is_ascii_alphanumeric()).find(is_camel);
    marked.or_else(words)
}

/// The sections below the names of types.
fn headed(document: &Document, is_api: bool) -> Vec<Range<usize>> {
    let own = title::type_name(title::heading(document)).to_lowercase();
    let sections = document.sections.iter().enumerate().skip(2);
    let candidates = sections.filter_map(|(at, section)| {
        let (name, explicit) = named(section)?;
        let is_other = section.level > 1 && !name.eq_ignore_ascii_case(&own);
        (is_other && has_rows(document, at)).then_some((at, name, explicit && !is_api))
    });
    let mut candidates = candidates.peekable();
    if candidates.peek().is_none() {
        return Vec::new();
    }
    let used = used(document);
    let meant = candidates.filter(|(at, name, explicit)| {
        let heading = document.sections.get(*at).map_or("", |section| &section.heading.plain);
        let is_in = |words: &FxHashSet<String>| {
            words.contains(&name.to_lowercase()) || words.contains(&format!("#{}", anchor(heading)))
        };
        // What a call sends can be one of several types, each with its rows.
        let is_sent = || is_api && above(document, *at) == Some(Topic::Body);
        *explicit || is_in(&used.by_rows) || (is_in(&used.by_sentences) && !is_sent())
    });
    meant.map(|(at, ..)| at..end(document, at)).collect()
}

/// The subject of the sections that a section lies in.
fn above(document: &Document, at: usize) -> Option<Topic> {
    let mut level = document.sections.get(at)?.level;
    let before = document.sections.get(..at)?.iter().rev();
    let mut around = before.filter(|section| {
        let is_around = section.level < level;
        level = level.min(section.level);
        is_around
    });
    around.find_map(topic)
}

/// Words that end the heading of such a section, besides those of pages about types.
const ENDS: &[&str] = &[" object type", " object", " type", " properties"];

/// The word of a heading that can be the name of a type, and whether the heading says that it is one.
fn named(section: &Section) -> Option<(&str, bool)> {
    let heading_words = section.heading.plain.trim();
    let words = heading_words.strip_prefix("The ").unwrap_or(heading_words);
    if heading(section).is_some() || topic(section).is_some() || is_enum(section) {
        return None;
    }
    let typed = title::without_end(words);
    let name = typed.or_else(|| title::strip(words, ENDS)).unwrap_or(words);
    let name = name.trim().trim_matches(['`', '*']);
    let is_name =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    is_name.then_some((name, typed.is_some()))
}

fn is_enum(section: &Section) -> bool {
    section.level > 1 && title::enum_name(&section.heading.plain).is_some()
}

/// Whether a table of names and types stands in a section, or in one of those below it that say "Properties".
fn has_rows(document: &Document, at: usize) -> bool {
    let sections = document.sections.get(at..end(document, at)).unwrap_or_default().iter();
    let mut own = sections
        .zip(0..)
        .filter(|(section, place)| *place == 0 || heading(section).is_some());
    own.any(|(section, _)| section.tables().any(lists_properties))
}

fn lists_properties(table: &Table) -> bool {
    let columns = Columns::read(ITEMS, table);
    columns.has(Column::Name) && columns.has(Column::Type)
}

/// The place behind a section and those below it.
fn end(document: &Document, at: usize) -> usize {
    let level = document.sections.get(at).map_or(0, |section| section.level);
    let below = document.sections.iter().skip(at + 1);
    at + 1 + below.take_while(|section| section.level > level).count()
}

/// What the page uses as types, in small letters: names, and the anchors of links.
#[derive(Default)]
struct Used {
    by_rows: FxHashSet<String>,
    /// In sentences about what comes back.
    by_sentences: FxHashSet<String>,
}

/// The names in the type cells of a page, and the anchors of their links, in small letters.
pub(super) fn types_of_rows(document: &Document) -> FxHashSet<String> {
    used(document).by_rows
}

fn used(document: &Document) -> Used {
    let mut used = Used::default();
    for section in &document.sections {
        for table in section.tables() {
            let column = [ITEMS, PARAMETERS]
                .iter()
                .find_map(|known| Columns::read(known, table).index(Column::Type));
            let cells = column
                .into_iter()
                .flat_map(|column| table.rows.iter().filter_map(move |row| row.cells.get(column)));
            for cell in cells {
                let cell = type_cell(cell);
                used.by_rows.extend(cell.link.as_deref().and_then(fragment));
                used.by_rows.extend(
                    cell.name()
                        .and_then(|name| name.rsplit('.').next())
                        .map(str::to_lowercase),
                );
            }
        }
        if topic(section) == Some(Topic::Response) {
            section
                .paragraphs()
                .for_each(|text| named_in(text, &mut used.by_sentences));
        }
    }
    used
}

/// The words of a sentence that stand out, and where its links lead to.
fn named_in(text: &Text, used: &mut FxHashSet<String>) {
    let marked = text
        .strong
        .iter()
        .chain(&text.code)
        .chain(text.links.iter().map(|link| &link.range));
    used.extend(marked.map(|range| text.slice(range).trim().to_lowercase()));
    used.extend(text.links.iter().filter_map(|link| fragment(&link.target)));
}

/// `#boilresult` of `kettle.md#boilResult`.
fn fragment(target: &str) -> Option<String> {
    let at = target.find('#')?;
    target.get(at..).map(str::to_lowercase)
}

/// The last part of links to a heading.
fn anchor(heading: &str) -> String {
    let words = heading.trim().to_lowercase();
    let kept = words
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The sections of a type as a page: what stands directly below its heading are its properties.
fn page(document: &Document, range: &Range<usize>, name: Option<&str>) -> Option<Document> {
    let (first, below) = document.sections.get(range.clone())?.split_first()?;
    let (tables, others): (Vec<Block>, Vec<Block>) = first
        .blocks
        .iter()
        .cloned()
        .partition(|block| matches!(block, Block::Table(_)));
    let start = document.sections.first()?;
    let opening = Section {
        blocks: Vec::new(),
        ..start.clone()
    };
    let title = Section {
        level: 1,
        heading: name.map_or_else(
            || first.heading.clone(),
            |name| Text {
                plain: name.to_owned(),
                span: first.heading.span,
                ..Text::default()
            },
        ),
        blocks: others,
    };
    let properties = Section {
        level: 2,
        heading: Text {
            plain: "Properties".to_owned(),
            ..Text::default()
        },
        blocks: tables,
    };
    let below = below.iter().filter(|section| !is_enum(section)).cloned();
    let below = below.map(|section| Section {
        level: section.level.max(2),
        ..section
    });
    Some(Document {
        front_matter: document.front_matter.clone(),
        sections: [opening, title, properties].into_iter().chain(below).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    const ROWS: &str = "|Property|Type|Description|\n|:--|:--|:--|\n|heat|Int32|N.|\n";

    /// The headings of the types on a page about a kiln, with a row of this type and these sections.
    fn titles(of_row: &str, sections: &str, is_api: bool) -> String {
        let row = format!("|Property|Type|Description|\n|:--|:--|:--|\n|fire|{of_row}|N.|\n");
        let text = format!("# kiln resource type\n\n## Properties\n\n{row}\n{sections}");
        let (document, _) = crate::markdown::read(FileId(0), &text);
        let pages = split(&document, is_api).map(|(_, pages)| pages).unwrap_or_default();
        let titles = pages
            .iter()
            .filter_map(|page| page.title().map(|title| title.heading.plain.clone()));
        titles.collect::<Vec<_>>().join(", ")
    }

    fn on_type(of_row: &str, heading: &str) -> String {
        titles(of_row, &format!("### {heading}\n\n{ROWS}"), false)
    }

    #[test]
    fn headings_of_types() {
        assert_eq!(on_type("fireState", "fireState"), "fireState");
        assert_eq!(on_type("fireState collection", "fireState object"), "fireState object");
        assert_eq!(on_type("[state](#the-state-type)", "The state type"), "The state type");
        assert_eq!(on_type("String", "fireState complex type"), "fireState complex type");
    }

    #[test]
    fn other_headings() {
        assert_eq!(on_type("String", "fireState"), "");
        assert_eq!(on_type("kiln", "kiln properties"), "");
        assert_eq!(on_type("fireState", "fireState values"), "");
        assert_eq!(on_type("fireState", "Common properties"), "");
        assert_eq!(titles("fireState", "### fireState\n\nNo rows.\n", false), "");
    }

    #[test]
    fn what_a_call_sends_and_gives() {
        let body = format!("## Request body\n\n### fireState object\n\n{ROWS}");
        let gives = "## Response\n\nIf successful, it returns a **fireState** object.\n\n";
        assert_eq!(titles("String", &format!("{body}{gives}"), true), "");
        assert_eq!(titles("fireState", &body, true), "fireState object");
        assert_eq!(
            titles("String", &format!("{gives}### fireState\n\n{ROWS}"), true),
            "fireState"
        );
    }

    #[test]
    fn properties_behind_the_response() {
        let of = |said: &str| {
            titles(
                "String",
                &format!("## Response\n\n{said}\n\n## Properties\n\n{ROWS}"),
                true,
            )
        };
        assert_eq!(
            of("Returns `200 OK` and a fireState in the response body."),
            "fireState"
        );
        assert_eq!(of("Returns `200 OK` and a **state** object."), "state");
        assert_eq!(of("Returns `200 OK`."), "");
    }

    #[test]
    fn the_page_of_a_section() {
        let text = format!(
            "# kiln resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|fire|fireState|N.|\n\n### fireState\n\nHow it burns.\n\n{ROWS}\n#### fireMode values\n\n|Value|Description|\n|:--|:--|\n|low|N.|\n"
        );
        let (document, _) = crate::markdown::read(FileId(0), &text);
        let (rest, pages) = split(&document, false).unwrap();
        let headings = |document: &Document| {
            let sections = document.sections.iter().skip(1);
            sections
                .map(|section| format!("{} {}", section.level, section.heading.plain))
                .collect::<Vec<_>>()
                .join(", ")
        };
        assert_eq!(headings(&rest), "1 kiln resource type, 2 Properties, 4 fireMode values");
        assert_eq!(headings(&pages[0]), "1 fireState, 2 Properties");
    }
}
