//! Values of the JSON block of a resource, against the types of its tables; and rows without a key.

use super::body_rows::short;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Primitive, PropertySection, QualifiedName, TypeName, TypeRef};
use crate::page::{JsonKey, PropertyRow, ResourceRows, TypeWord};
use crate::source::codes::three_ways::{ROW_WITHOUT_KEY, TYPE_DIFFERS};

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(resource) = &page.page.resource else {
        return;
    };
    for row in &resource.properties {
        match resource.json_keys.iter().find(|key| key.name == row.name) {
            Some(key) => found.extend(differs(set, page, row, key)),
            None => found.extend(without_key(page, resource, row)),
        }
    }
}

fn without_key(page: &LintPage<'_>, resource: &ResourceRows, row: &PropertyRow) -> Option<Finding> {
    let is_structural = row.section == PropertySection::Properties && !row.name.contains(['@', '.', '/']);
    let other_case = resource
        .json_keys
        .iter()
        .any(|key| key.name.eq_ignore_ascii_case(&row.name));
    if !is_structural || other_case || resource.json_keys.is_empty() {
        return None;
    }
    let message = format!("the JSON block has no `{}`", row.name);
    Some(Finding::new(
        &ROW_WITHOUT_KEY,
        page.word(&row.origin, &row.name),
        message,
    ))
}

fn differs(set: &Set<'_>, page: &LintPage<'_>, row: &PropertyRow, key: &JsonKey) -> Option<Finding> {
    let known = set.known(page.version)?;
    let name = page.type_name.as_ref()?;
    let mut properties = known.structured(name)?.properties.iter();
    let property = properties.find(|property| property.name == row.name && property.raw == row.type_cell.raw)?;
    let stated = &property.type_ref;
    let shown = shown(key)?;
    let is_list_alone = key.type_cell.word == TypeWord::Unknown;
    let agrees = stated.collection == shown.collection && (is_list_alone || fits(set, page, &stated.name, &shown.name));
    if agrees || stated.name == TypeName::Unknown {
        return None;
    }
    let place = page.span(&key.origin);
    let value = if is_list_alone {
        if shown.collection {
            "a list".to_owned()
        } else {
            "a single value".to_owned()
        }
    } else {
        format!("`{}`", short(&shown))
    };
    let cell = page.word(&row.origin, &row.type_cell.raw);
    if is_on_purpose(&shown) && matches!(stated.name, TypeName::Primitive(_)) && !stated.collection {
        let message = format!(
            "`{}` is `{}` here and {value} in the JSON block",
            row.name,
            short(stated)
        );
        return Some(Finding::new(&TYPE_DIFFERS, cell, message).label(place, "the block"));
    }
    let message = format!("`{}` is {value} here and `{}` in the table", row.name, short(stated));
    Some(Finding::new(&TYPE_DIFFERS, place, message).label(cell, "the row"))
}

/// A number, `true` and `false` are written on purpose, and the row is wrong; "String" stands for anything.
fn is_on_purpose(shown: &TypeRef) -> bool {
    matches!(shown.name, TypeName::Primitive(primitive) if kind(primitive) != Kind::Text) && !shown.collection
}

/// The type that a value shows; nothing for `null` and the like.
fn shown(key: &JsonKey) -> Option<TypeRef> {
    let name = match &key.type_cell.word {
        TypeWord::Primitive(primitive) => TypeName::Primitive(*primitive),
        TypeWord::Name(name) => TypeName::Named(QualifiedName::parse(name)),
        TypeWord::Unknown if key.type_cell.collection => TypeName::Unknown,
        TypeWord::Unknown => return None,
    };
    Some(TypeRef {
        name,
        collection: key.type_cell.collection,
    })
}

/// Whether a value can be shown so. "String" is shown for all that JSON writes as text, a number for any number.
fn fits(set: &Set<'_>, page: &LintPage<'_>, stated: &TypeName, shown: &TypeName) -> bool {
    let Some(known) = set.known(page.version) else {
        return true;
    };
    match (stated, shown) {
        (TypeName::Primitive(stated), TypeName::Primitive(shown)) => {
            *stated == Primitive::Json
                || *shown == Primitive::Json
                || kind(*stated) == kind(*shown)
                || (may_be_text(*stated) && *shown == Primitive::String)
        }
        (TypeName::Named(stated), TypeName::Primitive(shown)) => {
            known.enumeration(stated).is_none() || kind(*shown) == Kind::Text
        }
        (TypeName::Named(stated), TypeName::Named(shown)) => {
            let documented = known.structured(shown).is_some_and(|item| !item.placeholder);
            let own = known.structured(stated).is_some_and(|item| !item.placeholder);
            !documented || !own || known.are_related(stated, shown)
        }
        (TypeName::Primitive(_), TypeName::Named(shown)) => known.structured(shown).is_none_or(|item| item.placeholder),
        (TypeName::Unknown, _) | (_, TypeName::Unknown) => true,
    }
}

#[derive(PartialEq)]
enum Kind {
    Text,
    Number,
    Boolean,
}

/// OData lets these be written as text, `"latitude": "4.2"`, because not every reader of JSON has numbers so large or exact.
fn may_be_text(primitive: Primitive) -> bool {
    use Primitive::{Decimal, Double, Int64, Single};
    matches!(primitive, Decimal | Double | Int64 | Single)
}

fn kind(primitive: Primitive) -> Kind {
    match primitive {
        Primitive::Boolean => Kind::Boolean,
        Primitive::Byte
        | Primitive::Decimal
        | Primitive::Double
        | Primitive::Int16
        | Primitive::Int32
        | Primitive::Int64
        | Primitive::Single => Kind::Number,
        _ => Kind::Text,
    }
}
