//! Types, their bases and their properties.

use super::Check;
use super::csdl::{Found, Member, Reference, Type};
use crate::lint::Finding;
use crate::lint::rules::short;
use crate::model::{Property, PropertySection, StructuredType, TypeName};
use crate::source::codes::metadata::{
    BASE, INHERITED, NAME_CASE, NULLABLE, PROPERTY_MISSING, PROPERTY_UNDOCUMENTED, SECTION, TYPE, TYPE_MISSING,
};
use rustc_hash::FxHashSet;

const ROOT: &str = "microsoft.graph.entity";

pub(super) fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let mut seen: FxHashSet<(String, String)> = FxHashSet::default();
    let documented: Vec<_> = check
        .known
        .schema
        .types
        .iter()
        .filter(|item| !item.placeholder)
        .collect();
    for item in &documented {
        let Some((key, published)) = published(check, item, found) else {
            continue;
        };
        base(check, item, key, published, found);
        for property in &item.properties {
            if property.name.contains('@') || property.section == PropertySection::Route {
                continue;
            }
            seen.insert((key.to_owned(), property.name.to_lowercase()));
            self::property(check, item, key, property, found);
        }
    }
    for item in documented {
        if let Some(key) = check.key(&item.name) {
            undocumented(check, item, key, &mut seen, found);
        }
    }
}

/// The type of the metadata; a finding where there is none of the name.
fn published<'c>(check: &'c Check<'_>, item: &StructuredType, found: &mut Vec<Finding>) -> Option<(&'c str, &'c Type)> {
    let full = item.name.to_string();
    let (message, key) = match check.csdl.find(&full) {
        Found::Here(key) => {
            let published = check.csdl.types.get(key);
            let other = published.filter(|published| published.name != full);
            (
                other.map(|other| format!("the metadata spells `{full}` as `{}`", other.name)),
                Some(key),
            )
        }
        Found::Elsewhere(key) => (Some(format!("the metadata has no `{full}`, but `{key}`")), Some(key)),
        Found::Nowhere => (Some(format!("the metadata has no `{full}`")), None),
    };
    let is_enum = key.filter(|key| check.csdl.enums.contains_key(*key));
    let message = is_enum
        .map(|_| format!("`{full}` is an enum in the metadata"))
        .or(message);
    if let Some(message) = message {
        let line = key
            .and_then(|key| check.csdl.types.get(key))
            .map_or(1, |item| item.line);
        let place = check.place(&item.origin, &item.name.name);
        found.push(check.finding(&TYPE_MISSING, place, message, line));
    }
    let key = key?;
    Some((key, check.csdl.types.get(key)?))
}

fn base(check: &Check<'_>, item: &StructuredType, key: &str, published: &Type, found: &mut Vec<Finding>) {
    let said = published.base.as_deref();
    let name = said
        .and_then(|key| check.csdl.types.get(key))
        .map_or("none", |base| base.name.as_str());
    let message = match &item.base {
        None if said.is_none_or(|said| said == ROOT) => return,
        None => format!("the page names no base type, the metadata `{name}`"),
        Some(stated) if check.key(stated) == said => return,
        Some(stated) => {
            let is_ancestor = check
                .key(stated)
                .is_some_and(|stated| check.csdl.chain(key).contains(&stated));
            let kind = if is_ancestor {
                "a base of its base"
            } else {
                "another type"
            };
            format!("the base type is `{stated}` here and `{name}` in the metadata: {kind}")
        }
    };
    let place = check.place(&item.origin, &item.name.name);
    found.push(check.finding(&BASE, place, message, published.line));
}

fn property(check: &Check<'_>, item: &StructuredType, key: &str, property: &Property, found: &mut Vec<Finding>) {
    let name = &property.name;
    let place = check.place(&property.origin, name);
    let Some((member, owner)) = check.csdl.member(key, name) else {
        let derived = check
            .csdl
            .descendants(key)
            .into_iter()
            .find(|derived| check.csdl.member(derived, name).is_some());
        let message = match derived {
            Some(derived) => format!(
                "`{name}` is a property of `{derived}` in the metadata, not of `{}`",
                item.name.name
            ),
            None if check.csdl.is_open(key) => {
                format!("the metadata has no `{name}`; `{}` is an open type", item.name.name)
            }
            None => format!("`{}` has no `{name}` in the metadata", item.name.name),
        };
        let line = check.csdl.types.get(key).map_or(1, |item| item.line);
        found.push(check.finding(&PROPERTY_MISSING, place, message, line));
        return;
    };
    if member.name != *name {
        let message = format!("the metadata spells `{name}` as `{}`", member.name);
        let finding = check.finding(&NAME_CASE, place, message, member.line);
        let is_exact = check.is(&property.origin, place, name);
        found.push(if is_exact {
            finding.unsafe_fix(place, member.name.clone())
        } else {
            finding
        });
    }
    if property.section != PropertySection::JsonBlock && property.section.is_navigation() != member.is_navigation {
        let kind = if member.is_navigation {
            "a navigation property"
        } else {
            "a structural property"
        };
        let message = format!("`{name}` is {kind} in the metadata");
        found.push(check.finding(&SECTION, place, message, member.line));
    }
    inherited(check, property, owner, member, found);
    nullable(check, property, member, found);
    if !check.agree(&property.type_ref, &member.reference) {
        found.push(other_type(check, property, member));
    }
}

fn inherited(check: &Check<'_>, property: &Property, owner: &str, member: &Member, found: &mut Vec<Finding>) {
    let Some(stated) = &property.inherited_from else { return };
    let local = |name: &str| name.rsplit('.').next().unwrap_or(name).to_lowercase();
    // Every entity has its id from the same base.
    if local(stated) != local(owner) && property.name != "id" {
        let message = format!(
            "`{}` is inherited from `{}` in the metadata",
            property.name,
            local(owner)
        );
        let place = check.place(&property.origin, stated);
        found.push(check.finding(&INHERITED, place, message, member.line));
    }
}

/// "Nullable." where the metadata says that there is always a value.
fn nullable(check: &Check<'_>, property: &Property, member: &Member, found: &mut Vec<Finding>) {
    let Some(stated) = property.facets.nullable.filter(|stated| *stated != member.nullable) else {
        return;
    };
    // A collection is never null; its `Nullable` is about its items. Keys and navigation properties are not either.
    if member.reference.collection || member.is_navigation {
        return;
    }
    let says = |nullable| if nullable { "nullable" } else { "not nullable" };
    let message = format!(
        "`{}` is {} here and {} in the metadata",
        property.name,
        says(stated),
        says(member.nullable)
    );
    let place = check.place(&property.origin, &property.name);
    found.push(check.finding(&NULLABLE, place, message, member.line));
}

fn other_type(check: &Check<'_>, property: &Property, member: &Member) -> Finding {
    let place = check.cell(&property.origin, &property.name, &property.raw);
    let published = &member.reference;
    let stated = match property.type_ref.name {
        TypeName::Unknown => "no type".to_owned(),
        _ => format!("`{}`", short(&property.type_ref)),
    };
    let message = format!(
        "`{}` is {stated} here and `{}` in the metadata",
        property.name,
        published.short()
    );
    let finding = check.finding(&TYPE, place, message, member.line);
    // What a cell of plain words says can be put right without a page for the new type.
    let is_plain = check.is(&property.origin, place, &property.raw) && published.name.starts_with("Edm.");
    if is_plain {
        finding.unsafe_fix(place, written(published))
    } else {
        finding
    }
}

/// The words for a primitive type in a cell.
fn written(reference: &Reference) -> String {
    reference.short()
}

/// Members of a type that none of its pages lists.
fn undocumented(
    check: &Check<'_>,
    item: &StructuredType,
    key: &str,
    seen: &mut FxHashSet<(String, String)>,
    found: &mut Vec<Finding>,
) {
    let Some(published) = check.csdl.types.get(key) else {
        return;
    };
    for member in &published.members {
        if seen.insert((key.to_owned(), member.name.to_lowercase())) {
            let kind = if member.is_navigation {
                "navigation property"
            } else {
                "property"
            };
            let message = format!(
                "the metadata has the {kind} `{}`: `{}`",
                member.name,
                member.reference.short()
            );
            let place = check.place(&item.origin, &item.name.name);
            found.push(check.finding(&PROPERTY_UNDOCUMENTED, place, message, member.line));
        }
    }
}
