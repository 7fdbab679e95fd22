//! The items that a text means.

use crate::model::{
    EnumType, Hierarchy, Method, Operation, Path, Property, QualifiedName, Route, Schema, StructuredType,
};
use std::fmt;

/// An item of a version.
pub(super) enum Item<'a> {
    Type(&'a StructuredType),
    Enum(&'a EnumType),
    /// A property, which a base type of the type that was asked about may declare.
    Property {
        asked: &'a StructuredType,
        declaring: &'a StructuredType,
        property: &'a Property,
    },
    Route(&'a Operation, &'a Route),
}

impl fmt::Display for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(item) => item.name.fmt(f),
            Self::Enum(item) => item.name.fmt(f),
            Self::Property { asked, property, .. } => write!(f, "{}/{}", asked.name, property.name),
            Self::Route(_, route) => write!(f, "{} {}", route.method, route.path.as_str()),
        }
    }
}

/// `microsoft.graph.user`, `user`, `user/manager`, `GET /users/{id}/manager`, `/users/{id}`, and `user-list`, the name of
/// a page, for all its routes. Letter case and the names of placeholders make no difference.
pub(super) fn items<'a>(schema: &'a Schema, text: &str) -> Vec<Item<'a>> {
    let text = text.trim();
    if let Some((method, path)) = call(text) {
        return routes(schema, method, path);
    }
    if let Some((owner, name)) = text.rsplit_once('/') {
        return properties(schema, owner, name);
    }
    let types = schema.types.iter().filter(|item| is(&item.name, text)).map(Item::Type);
    let enums = schema.enums.iter().filter(|item| is(&item.name, text)).map(Item::Enum);
    let pages = schema
        .operations
        .iter()
        .filter(|operation| stem(operation).eq_ignore_ascii_case(text));
    let of_pages = pages.flat_map(|operation| operation.routes.iter().map(move |route| Item::Route(operation, route)));
    types.chain(enums).chain(of_pages).collect()
}

/// `GET /path`, `/path`.
pub(super) fn call(text: &str) -> Option<(Option<Method>, &str)> {
    if text.starts_with('/') {
        return Some((None, text));
    }
    let (method, path) = text.split_once(char::is_whitespace)?;
    let method = Method::ALL
        .into_iter()
        .find(|known| known.as_str().eq_ignore_ascii_case(method))?;
    Some((Some(method), path.trim_start()))
}

fn routes<'a>(schema: &'a Schema, method: Option<Method>, path: &str) -> Vec<Item<'a>> {
    let key = Path::parse(path);
    let key = key.key();
    let operations = schema.operations.iter();
    let all = operations.flat_map(|operation| operation.routes.iter().map(move |route| (operation, route)));
    let meant = all.filter(|(_, route)| method.is_none_or(|method| method == route.method) && route.path.key() == key);
    meant.map(|(operation, route)| Item::Route(operation, route)).collect()
}

/// The property of each type of this name; of a base type, where the type itself does not list it.
fn properties<'a>(schema: &'a Schema, owner: &str, name: &str) -> Vec<Item<'a>> {
    let hierarchy = Hierarchy::of(&schema.types);
    let listed = |declaring: &'a StructuredType| {
        let mut properties = declaring.properties.iter();
        let property = properties.find(|property| property.name.eq_ignore_ascii_case(name))?;
        Some((declaring, property))
    };
    let item = |asked: &'a StructuredType| {
        let bases = hierarchy.bases(&asked.name);
        let bases = bases.filter_map(|base| schema.structured_type(base));
        let (declaring, property) = std::iter::once(asked).chain(bases).find_map(listed)?;
        Some(Item::Property {
            asked,
            declaring,
            property,
        })
    };
    let owners = schema.types.iter().filter(|item| is(&item.name, owner));
    owners.filter_map(item).collect()
}

/// The dotted name, or the local name alone.
pub(super) fn is(name: &QualifiedName, text: &str) -> bool {
    match text.rsplit_once('.') {
        Some((namespace, local)) => {
            name.namespace.eq_ignore_ascii_case(namespace) && name.name.eq_ignore_ascii_case(local)
        }
        None => name.name.eq_ignore_ascii_case(text),
    }
}

fn stem(operation: &Operation) -> &str {
    let name = operation.file.rsplit('/').next().unwrap_or_default();
    name.split_once('.').map_or(name, |(stem, _)| stem)
}
