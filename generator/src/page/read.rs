//! Reads a page of any kind.

use super::api::{self, ApiRows};
use super::inner::{self, InnerType};
use super::note::{self, Said};
use super::prose::Words;
use super::rows::{EnumRows, ResourceRows};
use super::vocabulary::columns::{Column, PARAMETERS};
use super::vocabulary::headings::{Telling, telling};
use super::vocabulary::meaning;
use super::{Context, bare_enum, bold_heading, deprecated, enums, resource, title};
use crate::docs::Folder;
use crate::markdown::{Block, Document, Link, Section, Table, Text};
use crate::model::{Account, DEFAULT_NAMESPACE, PageKind};
use crate::source::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::LazyCell;
use std::collections::BTreeMap;

/// A page, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The kind of the page.
    pub kind: PageKind,
    /// The heading.
    pub title: String,
    /// The `Namespace:` line.
    pub namespace: String,
    /// `ms.subservice` or `ms.prod`.
    pub product: Option<String>,
    /// The introduction, as markdown with absolute links.
    pub description: String,
    /// The text about deprecation.
    pub deprecated: Option<String>,
    /// Links to resource pages whose text is the page's name in another spelling: file stem -> text
    /// (`intune-rbac-roleassignment` -> `roleAssignment`).
    pub spellings: BTreeMap<String, String>,
    /// The structured type.
    pub resource: Option<ResourceRows>,
    /// Types that sections of the page describe.
    pub inner: Vec<InnerType>,
    /// The enums.
    pub enums: Vec<EnumRows>,
    /// The operation.
    pub api: Option<ApiRows>,
    /// What was read, guessed and left unread.
    pub account: Account,
}

/// Reads a page. Never fails: a page without any fact is a conceptual page.
pub fn read(context: &Context<'_>, document: &Document, folder: Folder) -> Page {
    let mut account = Account::default();
    let document = &*bold_heading::read(document);
    // References with folders of their own keep types in a folder `api` too; their titles tell.
    let is_type = folder == Folder::Api && title::says_type(document) && !api::is_api(document);
    let is_api = (folder == Folder::Api && !is_type) || (folder == Folder::Loose && api::is_api(document));
    let named = bare_enum::named(document);
    let document = named.as_ref().unwrap_or(document);
    // Most pages have no heading that asks for it.
    let types = LazyCell::new(|| inner::types_of_rows(document));
    let (rest, parts) = inner::split(document, is_api).unzip();
    let document = rest.as_ref().unwrap_or(document);
    let mut api = is_api.then(|| api::read(context, document, &mut account));
    let mut enums = enums::read(context, document, &mut account);
    // An api page is about no enum itself, and has lists of other things.
    enums.retain(|rows| !is_api || (rows.is_section && types.contains(&rows.name.to_lowercase())));
    // Of an api page only what it says about deprecation matters.
    let telling = if is_api {
        &*deprecated::MAY_BE
    } else {
        &*resource::TELLING
    };
    let matters = |text: &&Text| telling.stand_in(&text.plain);
    let opening: Vec<Words<'_>> = opening(document).filter(matters).map(Words::new).collect();
    let whole_page_is_enum = enums.iter().any(|rows| !rows.is_section);
    let mut resource = (!is_api && !whole_page_is_enum)
        .then(|| resource::read(context, document, &opening, &mut account))
        .flatten();
    if let Some(rows) = &mut resource {
        rows.take_values(&mut enums);
    }
    let parts = parts.iter().flatten();
    let inner = parts
        .filter_map(|part| inner::read(context, part, &mut account))
        .collect();
    let kind = match (&api, &resource, enums.is_empty()) {
        (Some(_), ..) => PageKind::Api,
        (_, Some(_), _) => PageKind::Resource,
        (_, _, false) => PageKind::Enum,
        _ => PageKind::Conceptual,
    };
    let (deprecation, parts) = deprecated::read(&opening);
    let rows = resource.iter_mut().flat_map(|rows| &mut rows.properties);
    let rows = rows.map(|row| (row.name.as_str(), &mut row.described));
    let parameters = api.iter_mut().flat_map(|rows| &mut rows.parameters);
    let parameters = parameters.map(|row| (row.name.as_str(), &mut row.described));
    deprecated::put(&parts, rows.chain(parameters));
    Page {
        kind,
        title: title::heading(document).to_owned(),
        namespace: namespace(document),
        product: product(context, document),
        description: description(context, document, deprecation),
        deprecated: stated_deprecation(context, document, deprecation),
        spellings: spellings(document),
        resource,
        inner,
        enums,
        api,
        account,
    }
}

/// Paragraphs under a heading that describe the item. Left out are the namespace line, notes that every page has, and
/// words that introduce a table ("Where this can be called:").
pub(super) fn introduction<'a>(context: &Context<'_>, section: &'a Section) -> impl Iterator<Item = Said<'a>> {
    let behind = section.blocks.iter().skip(1).map(Some).chain([None]);
    let leading = section
        .blocks
        .iter()
        .zip(behind)
        .filter_map(|(block, next)| match block {
            Block::Paragraph(text) if text.plain.trim_end().ends_with(':') && matches!(next, Some(Block::Table(_))) => {
                Some(text.span)
            }
            _ => None,
        });
    let leading: FxHashSet<Span> = leading.collect();
    note::paragraphs(context, section).filter(move |said| !leading.contains(&said.text.span))
}

/// The introduction, then the notes of sections that say what a call can do and what a property can be.
fn description(context: &Context<'_>, document: &Document, deprecation: Option<&Text>) -> String {
    let is_other = |said: &Said<'_>| deprecation.is_none_or(|text| !said.is_note() || said.text.span != text.span);
    let first = document.title();
    let told: Vec<(Telling, &Section)> = document
        .sections
        .iter()
        .map(|section| (telling(section), section))
        .collect();
    let described = told
        .iter()
        .filter(|(telling, _)| telling.describes)
        .map(|(_, section)| *section);
    let introduced = first
        .into_iter()
        .chain(described)
        .flat_map(|section| introduction(context, section));
    let introduced = introduced.filter(is_other);
    let notes = noted(&told).flat_map(|section| note::all_paragraphs(context, section));
    let notes = notes
        .filter(|said| said.is_note() || said.says_what_stays())
        .filter(|said| !said.is_boilerplate() && is_other(said));
    let limits = told.iter().filter(|(telling, _)| telling.limits);
    let limits = limits.flat_map(|(_, section)| note::paragraphs(context, section));
    let own = introduced
        .chain(limits)
        .chain(notes)
        .filter(|said| !said.is_shared_note(context));
    // A note may stand in several sections.
    let mut seen = FxHashSet::default();
    let below = names_below(document);
    let texts = own.map(|said| {
        (
            said.is_note(),
            with_names(said.markdown(context), below.get(&said.text.span)),
        )
    });
    let texts = texts.filter(|(is_note, words)| seen.insert(words.clone()) || !is_note);
    note::joined(texts.map(|(_, words)| words))
}

/// The names in the tables below sentences that say what cannot be set: "The following properties cannot be updated."
fn names_below(document: &Document) -> FxHashMap<Span, Vec<&str>> {
    let pairs = document.sections.iter().flat_map(|section| section.blocks.windows(2));
    let tables = pairs.filter_map(|pair| match pair {
        [Block::Paragraph(text), Block::Table(table)]
            if leads(text) && names_items(table) && note::says_what_stays(text) =>
        {
            Some((text.span, table))
        }
        _ => None,
    });
    tables.map(|(span, table)| (span, first_cells(table))).collect()
}

/// Whether a sentence is about the table behind it.
fn leads(text: &Text) -> bool {
    text.plain.trim_end().ends_with(':') || text.plain.contains("following") || text.plain.contains("below")
}

/// Whether the first column holds names; the marks of a table of clouds are none.
fn names_items(table: &Table) -> bool {
    let first = table.header.first().map(|cell| cell.plain.trim());
    first.is_some_and(|header| header.is_empty() || meaning(PARAMETERS, header) == Some(Column::Name))
}

fn first_cells(table: &Table) -> Vec<&str> {
    let first = table.rows.iter().filter_map(|row| row.cells.first());
    first
        .map(|cell| cell.plain.trim())
        .filter(|name| !name.is_empty())
        .collect()
}

fn with_names(words: String, names: Option<&Vec<&str>>) -> String {
    let Some(names) = names.filter(|names| !names.is_empty()) else {
        return words;
    };
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    format!("{}: {}.", words.trim_end_matches([':', '.']), names.join(", "))
}

/// The sections whose notes are about the item, with those below them.
fn noted<'a>(told: &[(Telling, &'a Section)]) -> impl Iterator<Item = &'a Section> {
    let mut within: Option<u8> = None;
    let noted = told.iter().filter(move |(telling, section)| {
        if within.is_some_and(|level| section.level <= level) {
            within = None;
        }
        match telling.notes {
            Some(true) => within = within.or(Some(section.level)),
            Some(false) => within = None,
            None => {}
        }
        within.is_some() && title::enum_name(&section.heading.plain).is_none()
    });
    noted.map(|(_, section)| *section)
}

/// The paragraphs above and below the heading of the page.
fn opening(document: &Document) -> impl Iterator<Item = &Text> {
    let blocks = document.sections.iter().take(2).flat_map(|section| &section.blocks);
    blocks.filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    })
}

fn namespace(document: &Document) -> String {
    let stated = opening(document).find_map(|text| text.plain.trim().strip_prefix("Namespace:"));
    let name = stated.map(|name| {
        name.split_whitespace()
            .next()
            .unwrap_or("")
            .trim_matches(['*', '`', '.'])
    });
    name.filter(|name| name.starts_with("microsoft.graph"))
        .unwrap_or(DEFAULT_NAMESPACE)
        .to_owned()
}

/// What the front matter names; else the set, where its pages are about one product.
fn product(context: &Context<'_>, document: &Document) -> Option<String> {
    let front_matter = &document.front_matter;
    let topic = front_matter.get("ms.topic");
    // `ms.subservice: reference` of sets that have pages of other kinds beside the reference names no part of the product.
    let subservice = front_matter.get("ms.subservice").filter(|part| Some(*part) != topic);
    let stated = subservice
        .or_else(|| front_matter.get("ms.prod"))
        .or_else(|| front_matter.get("ms.service").filter(|_| topic.is_some()));
    stated
        .map(|product| product.trim_matches(['"', '\'']).trim().to_lowercase())
        .filter(|product| !product.is_empty())
        .or_else(|| context.profile.product().map(str::to_owned))
}

/// What is said about deprecation: a paragraph, or "(deprecated)" in the heading.
fn stated_deprecation(context: &Context<'_>, document: &Document, deprecation: Option<&Text>) -> Option<String> {
    let heading = title::heading(document).to_lowercase();
    let said = deprecation.map(|text| note::unmarked(&context.markdown(text)).to_owned());
    said.or_else(|| heading.contains("(deprecated)").then(|| "Deprecated.".to_owned()))
}

/// File names are lower case; link texts keep the words apart.
fn spellings(document: &Document) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        let (paragraph, rows) = match block {
            Block::Paragraph(text) => (Some(text), [].as_slice()),
            Block::Table(table) => (None, table.rows.as_slice()),
            Block::Code(_) | Block::Annotation(_) | Block::Include(_) => continue,
        };
        let texts = paragraph.into_iter().chain(rows.iter().flat_map(|row| &row.cells));
        for (text, link) in texts.flat_map(|text| text.links.iter().map(move |link| (text, link))) {
            if let Some((stem, words)) = spelling(text, link)
                && !found.contains_key(stem)
            {
                found.insert(stem.to_owned(), words.to_owned());
            }
        }
    }
    found
}

/// The file stem of a link's target and its text, where that is the name of the page in another spelling.
fn spelling<'a>(text: &'a Text, link: &'a Link) -> Option<(&'a str, &'a str)> {
    let path = link.target.split('#').next()?;
    let path = path.strip_suffix(".md")?;
    let words = text.slice(&link.range).trim();
    // Most texts of links are no names of pages, and their length tells.
    let last = path.get(path.len().checked_sub(words.len())?..)?;
    let is_spelling = words.eq_ignore_ascii_case(last) && words != last && !words.contains(['-', '/']);
    let before = path.get(..path.len() - words.len())?;
    let stem = path.rsplit('/').next()?;
    (is_spelling && (before.is_empty() || before.ends_with(['-', '/']))).then_some((stem, words))
}
