//! Structured types.

use super::context::Context;
use super::hierarchy::key;
use super::pair::{Pairs, pair};
use super::subject::{Found, Subject, deprecations};
use super::{Impact, Kind, Rule, areas, properties};
use crate::model::StructuredType;
use std::borrow::Cow;
use std::collections::BTreeSet;

const AREAS: areas::Rules = areas::Rules {
    added: Rule::TypeAreaAdded,
    removed: Rule::TypeAreaRemoved,
    changed: Rule::TypeAreaChanged,
};

/// Types that pages document.
pub(super) fn compare(pairs: &Pairs<'_, StructuredType>, context: &Context<'_>, found: &mut Found) {
    for (before, after) in &pairs.both {
        compare_pair(before, after, context, found);
    }
    for item in &pairs.removed {
        let subject = with_values(subject(item, Some(item), None), item);
        found.removed(&subject, Rule::TypeRemoved, Impact::Breaking, None);
        properties::removed(&subject.implied(), &item.properties, found);
    }
    for item in &pairs.added {
        let subject = with_values(subject(item, None, Some(item)), item);
        found.added(&subject, Rule::TypeAdded, Impact::Additive, None);
        properties::added(&subject.implied(), &item.properties, found);
    }
}

/// Types that pages refer to but no page describes. A type that gets its first page is new; one that loses its last
/// page is gone.
pub(super) fn compare_loose(
    before: &[&StructuredType],
    after: &[&StructuredType],
    documented: [&[&StructuredType]; 2],
    context: &Context<'_>,
    found: &mut Found,
) {
    let names = documented.map(|types| types.iter().map(|item| key(&item.name)).collect::<BTreeSet<_>>());
    let [documented_before, documented_after] = names;
    let pairs = pair(before.iter().copied(), after.iter().copied(), |item| key(&item.name));
    for (before, after) in pairs.both {
        let subject = subject(after, Some(before), Some(after));
        compare_names(&subject, [before, after], found);
        // Examples show some.
        properties::compare(&subject, before, after, context, found);
    }
    for item in pairs.removed {
        if !documented_after.contains(&key(&item.name)) {
            let subject = subject(item, Some(item), None);
            let subject = context.enum_now(1, &item.name, subject);
            found.removed(&subject, Rule::TypeUnreferenced, Impact::Breaking, None);
        }
    }
    for item in pairs.added {
        if !documented_before.contains(&key(&item.name)) {
            let subject = subject(item, None, Some(item));
            let subject = context.enum_now(0, &item.name, subject);
            found.added(&subject, Rule::TypeReferenced, Impact::Additive, None);
        }
    }
}

fn subject(item: &StructuredType, before: Option<&StructuredType>, after: Option<&StructuredType>) -> Subject {
    let origin = |item: Option<&StructuredType>| item.map(|item| item.origin.clone());
    let whole = Subject::whole(Kind::Type, item.name.to_string(), &item.area, &item.resource);
    whole.at(origin(before).as_ref(), origin(after).as_ref())
}

/// The enums of the values of its properties come and go with the type.
fn with_values(subject: Subject, item: &StructuredType) -> Subject {
    let enums = item
        .properties
        .iter()
        .filter_map(|property| property.values_enum.as_ref());
    let values = enums.map(ToString::to_string).collect();
    Subject { values, ..subject }
}

/// Compares all that the page says about the type itself, then its properties.
fn compare_pair(before: &StructuredType, after: &StructuredType, context: &Context<'_>, found: &mut Found) {
    let StructuredType {
        name: _,
        // A page that moves is no change.
        file: _,
        origin: _,
        title,
        area: _,
        more_areas: _,
        // The module follows the type's name.
        resource: _,
        base: _,
        // How a base is known is no fact about the API.
        base_source: _,
        is_abstract,
        is_open,
        key_property,
        properties: _,
        description,
        deprecated,
        named: _,
        placeholder: _,
    } = after;
    let mut subject = subject(after, Some(before), Some(after));
    subject.values = context.follow([&before.name, &after.name]);
    subject.was = (before.name != after.name).then(|| before.name.to_string());
    compare_bases(&subject, before, after, context, found);
    if before == after {
        return;
    }
    compare_names(&subject, [before, after], found);
    let said = |word: &str, sides: [bool; 2]| sides.map(|is| is.then(|| word.to_owned()));
    let sides = said("abstract", [before.is_abstract, *is_abstract]);
    found.compared(&subject, Rule::TypeAbstractChanged, Impact::Docs, sides);
    let sides = said("open", [before.is_open, *is_open]);
    found.compared(&subject, Rule::TypeOpenChanged, Impact::Docs, sides);
    let sides = [before.key_property.clone(), key_property.clone()];
    found.compared(&subject, Rule::KeyPropertyChanged, Impact::Docs, sides);
    let (old, new) = (before.deprecated.as_deref(), deprecated.as_deref());
    found.deprecation(&subject, [Rule::TypeDeprecated, Rule::TypeUndeprecated], old, new);
    let descriptions = [&before.description, description].map(|text| {
        if before.base == after.base {
            Cow::Borrowed(text.as_str())
        } else {
            without_base(text)
        }
    });
    let [described, describes] = &descriptions;
    let texts = [
        (&*before.title, &**title),
        (described, describes),
        deprecations(old, new),
    ];
    // The words follow the name, the deprecation, and that there are only derived types.
    let is_told = old.is_some() != new.is_some() || before.is_abstract != *is_abstract;
    if !is_told && before.name == after.name {
        found.words(&subject, Rule::TypeDocsChanged, &texts);
    }
    properties::compare(&subject, before, after, context, found);
}

/// A description without the sentence that names the base, which is told as a change of its own.
fn without_base(text: &str) -> Cow<'_, str> {
    let Some((start, rest)) = text.split_once("Inherits from ") else {
        return Cow::Borrowed(text);
    };
    // The name is a link.
    let after = rest.split_once(')').map_or("", |(_, after)| after);
    Cow::Owned(format!("{start}{}", after.trim_start_matches('.')))
}

fn compare_names(subject: &Subject, [before, after]: [&StructuredType; 2], found: &mut Found) {
    let [old, new] = [before, after].map(|item| item.name.to_string());
    found.renamed(subject, Rule::TypeRenamed, &old, &new);
    areas::compare(subject, &AREAS, before.areas(), after.areas(), found);
}

/// A new base adds its properties to the type and makes it a derived type. Losing a base is the reverse.
fn compare_bases(
    subject: &Subject,
    before: &StructuredType,
    after: &StructuredType,
    context: &Context<'_>,
    found: &mut Found,
) {
    let (old, new) = (before.base.as_ref(), after.base.as_ref());
    if !context.same_name(old, new) {
        let (old, new) = (old.map(ToString::to_string), new.map(ToString::to_string));
        let (had, has) = (context.before.bases(before), context.after.bases(after));
        let impact = if had == has {
            Impact::Docs
        } else if had.is_subset(&has) {
            Impact::Additive
        } else {
            Impact::Breaking
        };
        found.changed(subject, Rule::BaseTypeChanged, impact, old, new);
    }
    let kinds = (
        context.before.has_kinds(&before.name),
        context.after.has_kinds(&after.name),
    );
    // What nothing refers to is not emitted.
    let referenced = (
        context.before.is_referenced(&before.name),
        context.after.is_referenced(&after.name),
    );
    let impact = if referenced.0 {
        Impact::Breaking
    } else {
        Impact::Additive
    };
    match kinds {
        (false, true) if referenced.1 => found.changed(subject, Rule::TypeKindsAdded, impact, None, None),
        (true, false) if referenced.0 => {
            found.changed(subject, Rule::TypeKindsRemoved, Impact::Breaking, None, None);
        }
        _ => {}
    }
}
