//! Reads a page of any kind.

use super::api::{self, ApiRows};
use super::prose::Patterns;
use super::rows::{EnumRows, ResourceRows};
use super::{Context, enums, resource, title};
use crate::docs::Folder;
use crate::markdown::{Block, Document, Section, Text};
use crate::model::{Account, DEFAULT_NAMESPACE, PageKind};
use std::collections::BTreeMap;
use std::sync::LazyLock;

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
    let is_api = folder == Folder::Api || (folder == Folder::Loose && api::is_api(document));
    let api = is_api.then(|| api::read(context, document, &mut account));
    let enums = if is_api {
        Vec::new()
    } else {
        enums::read(context, document, &mut account)
    };
    let whole_page_is_enum = enums.iter().any(|rows| !rows.is_section);
    let resource = (!is_api && !whole_page_is_enum)
        .then(|| resource::read(context, document, &mut account))
        .flatten();
    let kind = match (&api, &resource, enums.is_empty()) {
        (Some(_), ..) => PageKind::Api,
        (_, Some(_), _) => PageKind::Resource,
        (_, _, false) => PageKind::Enum,
        _ => PageKind::Conceptual,
    };
    let texts = document
        .sections
        .iter()
        .find(|section| section.level == 1)
        .map(introduction)
        .unwrap_or_default();
    let description = texts
        .iter()
        .map(|text| context.markdown(text))
        .collect::<Vec<_>>()
        .join("\n\n");
    Page {
        kind,
        title: title::heading(document).to_owned(),
        namespace: namespace(document),
        product: product(document),
        description,
        deprecated: deprecated(context, document),
        spellings: spellings(document),
        resource,
        enums,
        api,
        account,
    }
}

/// Paragraphs under a heading that describe the item. Left out are the namespace line, notes that every page has, and
/// words that introduce a table ("Where this can be called:").
pub(super) fn introduction(section: &Section) -> Vec<&Text> {
    let behind = section.blocks.iter().skip(1).map(Some).chain([None]);
    let paragraphs = section
        .blocks
        .iter()
        .zip(behind)
        .filter_map(|(block, next)| match block {
            Block::Paragraph(text) if !(leads_on(text) && matches!(next, Some(Block::Table(_)))) => Some(text),
            _ => None,
        });
    paragraphs.filter(|text| !is_boilerplate(&text.plain)).collect()
}

fn leads_on(text: &Text) -> bool {
    text.plain.trim_end().ends_with(':')
}

fn is_boilerplate(plain: &str) -> bool {
    let plain = plain.trim_start();
    let starts = [
        "Namespace:",
        "Important:",
        "Note:",
        "[!NOTE]",
        "[!IMPORTANT]",
        "Caution:",
        "[!CAUTION]",
        "[!TIP]",
        "[!WARNING]",
    ];
    starts.iter().any(|start| plain.starts_with(start)) || plain.contains("national cloud deployments")
}

fn namespace(document: &Document) -> String {
    let mut paragraphs = document
        .sections
        .iter()
        .take(2)
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Paragraph(text) => Some(text.plain.trim()),
            _ => None,
        });
    let stated = paragraphs.find_map(|plain| plain.strip_prefix("Namespace:"));
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

fn product(document: &Document) -> Option<String> {
    let front_matter = &document.front_matter;
    let stated = front_matter
        .get("ms.subservice")
        .or_else(|| front_matter.get("ms.prod"));
    stated
        .map(|product| product.trim_matches(['"', '\'']).trim().to_lowercase())
        .filter(|product| !product.is_empty())
}

/// Phrases of notes on pages about deprecated items. There are fewer than for cells, because a page says much more.
const DEPRECATED: &[(&str, ())] = &[("is|are|been deprecated", ())];

static IS_DEPRECATED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(DEPRECATED));

/// "(deprecated)" in the heading, or a note that says so.
fn deprecated(context: &Context<'_>, document: &Document) -> Option<String> {
    let mut paragraphs = document
        .sections
        .iter()
        .take(2)
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            _ => None,
        });
    let note = paragraphs.find(|text| IS_DEPRECATED.stands_in(text));
    let heading = title::heading(document)
        .to_lowercase()
        .contains("(deprecated)")
        .then(|| "Deprecated.".to_owned());
    note.map(|text| context.markdown(text)).or(heading)
}

/// File names are lower case; link texts keep the words apart.
fn spellings(document: &Document) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for text in document
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .flat_map(texts)
    {
        for link in &text.links {
            let stem = link
                .target
                .split('#')
                .next()
                .and_then(|path| path.rsplit('/').next())
                .and_then(|name| name.strip_suffix(".md"));
            let Some(stem) = stem else { continue };
            let words = text.slice(&link.range).trim();
            let last = stem.rsplit('-').next().unwrap_or(stem);
            if words.eq_ignore_ascii_case(last) && words != last {
                found.entry(stem.to_owned()).or_insert_with(|| words.to_owned());
            }
        }
    }
    found
}

fn texts(block: &Block) -> Vec<&Text> {
    match block {
        Block::Paragraph(text) => vec![text],
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).collect(),
        Block::Code(_) | Block::Annotation(_) | Block::Include(_) => Vec::new(),
    }
}
