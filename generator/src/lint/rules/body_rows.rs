//! Rows of a request body against the page of the body's type.

use super::nearest;
use crate::lint::known::Known;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{
    Body, Operation, Parameter, ParameterSection, Primitive, Property, QualifiedName, TypeName, TypeRef,
};
use crate::source::codes::three_ways::{BODY_ROW_TYPE, BODY_ROW_UNKNOWN};

pub(super) fn check(set: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(known) = set.known(page.version) else { return };
    let Some(operation) = known.operation(page.path) else {
        return;
    };
    let Some(sent) = sent(operation).filter(|name| known.is_closed(name)) else {
        return;
    };
    for row in operation
        .parameters
        .iter()
        .filter(|row| row.section == ParameterSection::Property)
    {
        // Properties of objects inside the body, annotations, and content behind slashes.
        if row.name.contains(['.', '/', '@', ' ', '(']) || !is_row(page, row) {
            continue;
        }
        match known.property(sent, &row.name) {
            Some(property) => found.extend(other_type(known, page, row, property, sent)),
            None if is_inside(known, sent, &row.name) || is_beside(known, sent, &row.name) => {}
            None => found.push(unknown(known, page, row, sent)),
        }
    }
}

/// A row of a table with a type: what only an example shows is no row, and labels have no type.
fn is_row(page: &LintPage<'_>, row: &Parameter) -> bool {
    let line = page.sources.text(page.span(&row.origin));
    line.contains('|') && !row.raw.is_empty()
}

/// Whether a property of an object inside the body has the name: tables list these without saying so.
fn is_inside(known: &Known<'_>, sent: &QualifiedName, name: &str) -> bool {
    let inner = known
        .properties(sent)
        .filter_map(|property| property.type_ref.as_named());
    inner.into_iter().any(|inner| known.property(inner, name).is_some())
}

/// Whether a type with the same base has the name: a page has a table for each type that its body may be.
fn is_beside(known: &Known<'_>, sent: &QualifiedName, name: &str) -> bool {
    let mut bases = known.hierarchy.bases(sent).filter(|base| !base.is_root());
    bases.any(|base| known.property(base, name).is_some())
}

/// The type that every route of an operation sends.
fn sent(operation: &Operation) -> Option<&QualifiedName> {
    let mut types = operation.routes.iter().map(|route| match &route.body {
        Body::Entity(type_ref) if !type_ref.collection => type_ref.as_named(),
        _ => None,
    });
    let first = types.next()??;
    types.all(|other| other == Some(first)).then_some(first)
}

fn unknown(known: &Known<'_>, page: &LintPage<'_>, row: &Parameter, sent: &QualifiedName) -> Finding {
    let place = page.word(&row.origin, &row.name);
    let names: Vec<&str> = known.properties(sent).map(|property| property.name.as_str()).collect();
    let same = names.iter().find(|name| name.eq_ignore_ascii_case(&row.name));
    let message = format!("`{}` has no property `{}`", sent.name, row.name);
    let finding = Finding::new(&BODY_ROW_UNKNOWN, place, message);
    match same {
        Some(same) => finding
            .help(format!("its page spells it `{same}`"))
            .unsafe_fix(place, *same),
        None => match nearest(&row.name, names) {
            Some(near) => finding.help(format!("is `{near}` meant?")),
            None => finding,
        },
    }
}

fn other_type(
    known: &Known<'_>,
    page: &LintPage<'_>,
    row: &Parameter,
    property: &Property,
    sent: &QualifiedName,
) -> Option<Finding> {
    if agree(known, &row.type_ref, &property.type_ref) {
        return None;
    }
    let place = page.word(&row.origin, &row.raw);
    let message = format!(
        "`{}` is `{}` here and `{}` on the page of `{}`",
        row.name,
        short(&row.type_ref),
        short(&property.type_ref),
        sent.name
    );
    Some(Finding::new(&BODY_ROW_TYPE, place, message))
}

/// Whether two statements can both be right: an enum is a text, and a base stands for a derived type.
pub(super) fn agree(known: &Known<'_>, one: &TypeRef, other: &TypeRef) -> bool {
    let is_unknown = |type_ref: &TypeRef| match &type_ref.name {
        TypeName::Unknown => true,
        TypeName::Named(name) => {
            known.enumeration(name).is_none() && known.structured(name).is_none_or(|item| item.placeholder)
        }
        TypeName::Primitive(_) => false,
    };
    if is_unknown(one) || is_unknown(other) {
        return true;
    }
    if one.collection != other.collection {
        return false;
    }
    match (&one.name, &other.name) {
        (TypeName::Primitive(Primitive::String), TypeName::Named(name))
        | (TypeName::Named(name), TypeName::Primitive(Primitive::String)) => known.enumeration(name).is_some(),
        (TypeName::Named(one), TypeName::Named(other)) => known.are_related(one, other),
        (one, other) => one == other,
    }
}

/// A type as authors write it.
pub(in crate::lint) fn short(type_ref: &TypeRef) -> String {
    let name = match &type_ref.name {
        TypeName::Primitive(primitive) => format!("{primitive:?}"),
        TypeName::Named(name) => name.name.clone(),
        TypeName::Unknown => "unknown".to_owned(),
    };
    if type_ref.collection {
        format!("{name} collection")
    } else {
        name
    }
}
