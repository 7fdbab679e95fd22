//! Which area and which resource a page belongs to.
//!
//! Both follow from the page alone (file name, front matter, namespace line, link texts), never from other pages, so
//! adding a page moves and renames nothing.

use super::decide::area;
use super::verb_first;
use crate::docs::Folder;
use crate::model::{Area, DEFAULT_NAMESPACE};
use crate::page::Page;

/// The place of a page in the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    /// Its area.
    pub(super) area: Area,
    /// The resource, spelled with capitals where the page tells: `roleAssignment`.
    pub(super) resource: String,
    /// File stem of the resource's own page: `intune-rbac-roleassignment`. There may be no such page.
    pub(super) resource_page: String,
    /// What an api page does with it: `list`, `create`, `list-members`; empty for resource pages.
    pub(super) action: String,
}

/// First words of loose pages that name an action (`create-roleassignment.md`).
const VERBS: &[&str] = &["add", "create", "delete", "get", "list", "post", "remove", "update"];

/// Whether a word of a file name names an action.
pub(super) fn is_verb(word: &str) -> bool {
    let mut verbs = VERBS.iter().chain(&["send"]);
    verbs.any(|verb| verb.eq_ignore_ascii_case(word))
}

impl Identity {
    /// The identity of the page with this file stem.
    pub(super) fn of(stem: &str, folder: Folder, page: &Page) -> Self {
        if let Some((verb, resource_stem)) = loose_action(stem, folder, page) {
            return Self::new(&resource_stem, Some(verb), page);
        }
        if let Some((resource_stem, action)) = verb_first::read(stem, page) {
            // A kiln here is not the kiln of Graph, whose area the table of areas has.
            return Self {
                area: area::value(&[], page),
                ..Self::new(&resource_stem, Some(&action), page)
            };
        }
        // The files of the OneDrive reference are called `driveitem_delta`.
        let is_parted = page.api.is_some() && stem.contains('_') && !stem.contains('-');
        if is_parted {
            return Self::new(&stem.replace('_', "-"), None, page);
        }
        Self::new(stem, None, page)
    }

    fn new(stem: &str, action: Option<&str>, page: &Page) -> Self {
        let words: Vec<&str> = stem.split('-').filter(|word| !word.is_empty()).collect();
        let prefix = prefix_length(&words, page);
        let names_action = page.api.is_some() && action.is_none();
        let end = if page.api.is_some() { prefix + 1 } else { words.len() };
        let resource = words.get(prefix..end).unwrap_or(&words).join("-");
        let action = if names_action {
            words.get(end..).unwrap_or(&[]).join("-")
        } else {
            action.unwrap_or("").to_owned()
        };
        let resource_page = words.get(..=prefix).unwrap_or(&words).join("-");
        let spelled = spelling(page, &resource_page, &resource);
        Self {
            area: area::value(&words, page),
            resource_page,
            resource: spelled.unwrap_or(resource),
            action,
        }
    }
}

/// A page on its own may be called `create-roleassignment`, action first. The stem of the resource's page is taken from
/// the page's link to it, which keeps the area (`intune-rbac-roleassignment`); without a link it is the rest of the name.
fn loose_action<'a>(stem: &'a str, folder: Folder, page: &Page) -> Option<(&'a str, String)> {
    let (verb, rest) = stem.split_once('-')?;
    if folder != Folder::Loose || page.api.is_none() || rest.is_empty() || !VERBS.contains(&verb) {
        return None;
    }
    let linked = page.spellings.keys().find(|stem| stem.rsplit('-').next() == Some(rest));
    Some((verb, linked.cloned().unwrap_or_else(|| rest.to_owned())))
}

/// How many words of the file name come before the resource: `intune-rbac-`, and the parts of a namespace or its last part,
/// such as `externalconnectors-`.
fn prefix_length(words: &[&str], page: &Page) -> usize {
    if words.first() == Some(&"intune") && words.len() > 2 {
        return 2;
    }
    let own = page.namespace.strip_prefix(DEFAULT_NAMESPACE).unwrap_or("");
    let parts: Vec<&str> = own.split('.').filter(|part| !part.is_empty()).collect();
    let begins = |parts: &[&str]| {
        let mut pairs = parts.iter().zip(words);
        words.len() > parts.len() && pairs.all(|(part, word)| part.eq_ignore_ascii_case(word))
    };
    let last = parts.get(parts.len().saturating_sub(1)..).unwrap_or_default();
    // `partners-billing-operation` in `partners.billing`, else the last part alone.
    [parts.as_slice(), last]
        .into_iter()
        .find(|parts| begins(parts))
        .map_or(0, <[&str]>::len)
}

/// The resource's name as the page itself spells it: in a link to the resource's page, in its heading, or in the type
/// annotation.
fn spelling(page: &Page, linked_stem: &str, resource: &str) -> Option<String> {
    let linked = page.spellings.get(linked_stem).or_else(|| {
        let same = |stem: &&String| {
            stem.rsplit('-')
                .next()
                .is_some_and(|last| last.eq_ignore_ascii_case(resource))
        };
        page.spellings
            .keys()
            .find(same)
            .and_then(|stem| page.spellings.get(stem))
    });
    let own = page.resource.as_ref().map(|rows| {
        let annotated = rows.odata_type.as_deref().and_then(|name| name.rsplit('.').next());
        [annotated.unwrap_or(""), rows.heading_name.as_str()]
    });
    let own_names = own.into_iter().flatten();
    let enums = page.enums.iter().map(|rows| rows.name.as_str());
    let linked = linked.map(String::as_str).into_iter();
    let stated = linked
        .chain(own_names)
        .chain(enums)
        .chain(page.title.split_whitespace());
    let mut stated = stated.chain(words_of_routes(page, resource));
    stated
        .find(|name| name.eq_ignore_ascii_case(resource))
        .map(str::to_owned)
}

/// Words of the routes that begin like the resource, cut to its length: `resourceOperation` of
/// `/resourceOperations/{resourceOperationId}`.
fn words_of_routes<'a>(page: &'a Page, resource: &str) -> impl Iterator<Item = &'a str> {
    let length = resource.len();
    let routes = page.api.iter().flat_map(|api| &api.routes);
    let words = routes.flat_map(|route| route.path.as_str().split(|c: char| !c.is_ascii_alphanumeric()));
    words.filter_map(move |word| word.get(..length))
}
