//! Type cells to type references.

use super::index::{Index, stem};
use super::pages::LoadedPage;
use crate::model::{DEFAULT_NAMESPACE, Primitive, QualifiedName, TypeName, TypeRef};
use crate::page::{Reference, TypeCell, TypeWord};

/// The reference that a cell of `page` means.
pub(super) fn cell(index: &Index, page: &LoadedPage, cell: &TypeCell) -> TypeRef {
    let name = match &cell.word {
        TypeWord::Primitive(primitive) => TypeName::Primitive(*primitive),
        TypeWord::Name(name) => TypeName::Named(qualified(index, page, name, cell.link.as_deref())),
        TypeWord::Unknown => match cell.link.as_deref().and_then(|link| index.linked(link)) {
            Some(name) => TypeName::Named(name.clone()),
            None => TypeName::Unknown,
        },
    };
    TypeRef {
        name,
        collection: cell.collection,
    }
}

/// The reference that a value of a JSON block means: a word that names no documented type is a sample of a string
/// (`"code": "NotFound"`).
pub(super) fn sample(index: &Index, page: &LoadedPage, cell: &TypeCell) -> TypeRef {
    match cell.name() {
        Some(name) if !name.contains('.') && index.find_anywhere(name).is_none() => TypeRef {
            name: TypeName::Primitive(Primitive::String),
            collection: cell.collection,
        },
        _ => self::cell(index, page, cell),
    }
}

/// The type that a sentence refers to: sentences use everyday words for link texts (`[message](chatmessage.md)`), so the
/// linked page counts.
pub(super) fn reference(index: &Index, page: &LoadedPage, reference: &Reference) -> QualifiedName {
    let linked = reference.link.as_deref().and_then(|link| index.linked(link));
    linked
        .cloned()
        .unwrap_or_else(|| qualified(index, page, &reference.name, reference.link.as_deref()))
}

/// The same with words for one or several (`a collection of **scores** objects`).
pub(super) fn sentence(index: &Index, page: &LoadedPage, cell: &TypeCell) -> TypeRef {
    match cell.link.as_deref().and_then(|link| index.linked(link)) {
        Some(name) => TypeRef::named(name.clone()).collection(cell.collection),
        None => self::cell(index, page, &singular(index, cell)),
    }
}

/// "A collection of **scores** objects": the type is `score`, when that is documented and `scores` is not. "A chart object"
/// on a page about Excel is what the page `chart.md` describes under another name.
fn singular(index: &Index, cell: &TypeCell) -> TypeCell {
    let Some(name) = cell.name().filter(|name| index.find_anywhere(name).is_none()) else {
        return cell.clone();
    };
    let stem = name.strip_suffix('s').unwrap_or(name);
    let page = || index.linked(name).or_else(|| index.linked(stem));
    let word = match index.find_anywhere(stem).or_else(page) {
        Some(found) => TypeWord::Name(found.to_string()),
        None => cell.word.clone(),
    };
    TypeCell { word, ..cell.clone() }
}

/// The qualified name that `page` means by `name`: the linked page's type when it has that name; a documented type of the
/// page's namespace, then of `microsoft.graph`; the linked page's type under another name; the only one of that name in
/// any namespace; else a type that no page describes.
pub(super) fn qualified(index: &Index, page: &LoadedPage, name: &str, link: Option<&str>) -> QualifiedName {
    let namespace = page.page.namespace.as_str();
    if let Some((dotted, local)) = name.rsplit_once('.') {
        let full = dotted
            .strip_prefix("graph")
            .map_or_else(|| dotted.to_owned(), |rest| format!("{DEFAULT_NAMESPACE}{rest}"));
        let found = index.find(&full, local).or_else(|| index.find_anywhere(local));
        return found.cloned().unwrap_or_else(|| QualifiedName::new(full, local));
    }
    let linked = link.and_then(|link| index.linked(link));
    let same_name = linked.filter(|linked| linked.name.eq_ignore_ascii_case(name));
    let found = same_name
        .or_else(|| index.find(namespace, name))
        .or_else(|| index.find(DEFAULT_NAMESPACE, name))
        .or(linked)
        .or_else(|| index.find_anywhere(name));
    let elsewhere = || link.and_then(|link| namespace_of_link(index, page, name, link));
    let spelled = || index.parted(name).unwrap_or_else(|| lower_first(name));
    found
        .cloned()
        .unwrap_or_else(|| QualifiedName::new(elsewhere().unwrap_or(namespace), spelled()))
}

/// The namespace that the file name of a missing page tells: `entity.md` is not `kilns-entity.md`. A page that does not
/// put its own namespace before its name tells nothing.
fn namespace_of_link<'a>(index: &'a Index, page: &LoadedPage, name: &str, link: &str) -> Option<&'a str> {
    let own = file_prefix(&page.page.namespace)?;
    let linked = stem(link.split('#').next()?);
    if !stem(&page.path).starts_with(&own) || linked.starts_with(&own) {
        return None;
    }
    if linked == name.to_lowercase() {
        return Some(DEFAULT_NAMESPACE);
    }
    index
        .namespaces()
        .find(|namespace| file_prefix(namespace).is_some_and(|prefix| linked.starts_with(&prefix)))
}

/// `kilns-` of `microsoft.graph.kilns`.
fn file_prefix(namespace: &str) -> Option<String> {
    let last = namespace.strip_prefix(DEFAULT_NAMESPACE)?.strip_prefix('.')?;
    Some(format!("{}-", last.replace('.', "-").to_lowercase()))
}

/// "Event" is `event`; an abbreviation such as `URL` stays.
fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_ascii_uppercase() && second.is_ascii_lowercase() => {
            format!("{}{}", first.to_ascii_lowercase(), chars.as_str())
        }
        _ => name.to_owned(),
    }
}
