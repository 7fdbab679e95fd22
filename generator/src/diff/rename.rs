//! Renamed items: another name, but otherwise the same.

use super::context::Context;
use super::hierarchy::key;
use super::operations::about;
use crate::model::{EnumType, Method, Operation, Property, ResponseBody, StructuredType, TypeRef};
use std::collections::{BTreeMap, BTreeSet};

/// Descriptions shorter than this are shared by too many items ("Read-only.").
const TELLING: usize = 20;

/// The places where types are named: the pages of operations that send or return them.
pub(super) type References = BTreeMap<String, BTreeSet<String>>;

/// Two types that are alike in at least two ways: the page, the own name, the properties, the words, and the pages that refer
/// to them.
pub(super) fn same_type(before: &StructuredType, after: &StructuredType, references: [&References; 2]) -> bool {
    // Where no page describes a type, that of a call stands for it. It can speak of another type now, and has no words.
    let described = [before, after].iter().all(|item| !item.file.starts_with("api/"));
    let page = described && before.file.eq_ignore_ascii_case(&after.file);
    // The namespace is another one.
    let name = before.name.name.eq_ignore_ascii_case(&after.name.name);
    let [old, new] = references;
    let named = old.get(&key(&before.name)).zip(new.get(&key(&after.name)));
    let referred = named.is_some_and(|(old, new)| {
        let shared = old.intersection(new).count();
        shared > 0 && shared * 2 >= old.len().max(new.len())
    });
    // Most pairs of types have nothing in common; their words are not compared.
    let count = |item: &StructuredType| {
        let own = item
            .properties
            .iter()
            .filter(|property| property.inherited_from.is_none());
        own.count()
    };
    let (fewer, more) = (count(before), count(after));
    let as_many = fewer.min(more) * 3 >= fewer.max(more) * 2;
    let shape = as_many && share_most(&names(before), &names(after));
    if !page && !name && !referred && !shape {
        return false;
    }
    let words = described
        && similar_words(
            &before.description,
            &before.name.name,
            &after.description,
            &after.name.name,
        );
    // A type whose pages all refer to another one has been split or replaced, if nothing of its own is left.
    let own = shape || words || page || name;
    own && [shape, page, name, words, referred]
        .into_iter()
        .filter(|is| *is)
        .count()
        > 1
}

/// Where an action is called: the method, the path without its last word, and the type that the page is about.
pub(super) fn place(operation: &Operation, renamed: &BTreeMap<String, String>) -> Option<(Method, String, String)> {
    let route = operation.routes.first()?;
    let path = route.path.key();
    let (parent, action) = path.as_str().rsplit_once('/')?;
    let is_word = !action.contains('{');
    is_word.then(|| (route.method, parent.to_owned(), about(operation, renamed)))
}

/// Two pages about actions that are called at the same place and say the same otherwise: the action has another name.
pub(super) fn same_operation(before: &Operation, after: &Operation, renamed: &BTreeMap<String, String>) -> bool {
    let (Some(old), Some(new)) = (before.routes.first(), after.routes.first()) else {
        return false;
    };
    if place(before, renamed) != place(after, renamed) {
        return false;
    }
    let rows = |operation: &Operation| {
        let rows = operation.parameters.iter();
        rows.map(|row| row.name.to_ascii_lowercase()).collect::<BTreeSet<_>>()
    };
    let [had, has] = [before, after].map(rows);
    let shape = !had.is_empty() && had == has && (&old.body, &old.response) == (&new.body, &new.response);
    let words = similar_words(&before.description, &before.action, &after.description, &after.action);
    shape || words
}

/// For each type the operations that send or return it, by the file of their page.
pub(super) fn references(operations: &[Operation]) -> References {
    let mut references = References::new();
    for operation in operations {
        let bodies = operation.routes.iter().filter_map(|route| route.body.type_ref());
        let returned = operation.routes.iter();
        let returned = returned.flat_map(|route| route.response.bodies().filter_map(ResponseBody::type_ref));
        for name in bodies.chain(returned).filter_map(TypeRef::as_named) {
            references
                .entry(key(name))
                .or_default()
                .insert(operation.file.to_ascii_lowercase());
        }
    }
    references
}

/// Two enums of one area with the same members.
pub(super) fn same_enum(before: &EnumType, after: &EnumType) -> bool {
    let names = |item: &EnumType| {
        item.members
            .iter()
            .map(|member| member.name.clone())
            .collect::<BTreeSet<_>>()
    };
    let (old, new) = (names(before), names(after));
    before.area == after.area && before.flags == after.flags && old.len() > 1 && old == new
}

/// Two properties of a type with the same type that are described in nearly the same words. Types with another name count
/// as the same.
pub(super) fn same_property(before: &Property, after: &Property, context: &Context<'_>) -> bool {
    before.section.is_navigation() == after.section.is_navigation()
        && context.same_type(&before.type_ref, &after.type_ref)
        && similar_words(
            &context.renewed.text(&before.description),
            &before.name,
            &after.description,
            &after.name,
        )
}

/// Whether most words of two descriptions are the same, apart from the names of the described items.
fn similar_words(before: &str, old: &str, after: &str, new: &str) -> bool {
    if same_words(before, old, after, new) {
        return true;
    }
    if before.len() < TELLING || after.len() < TELLING {
        return false;
    }
    let words = |text: &str, name: &str| {
        let text = text.replace(name, "").to_ascii_lowercase();
        let words = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.len() > 3);
        words.map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let (before, after) = (words(before, old), words(after, new));
    let shared = before.intersection(&after).count();
    shared > 2 && shared * 10 >= before.union(&after).count() * 6
}

/// Whether two descriptions are the same apart from the names of the described items.
pub(super) fn same_words(before: &str, old: &str, after: &str, new: &str) -> bool {
    if before.len() < TELLING || after.len() < TELLING {
        return false;
    }
    let neutral = |text: &str, name: &str| text.replace(name, "").split_whitespace().collect::<String>();
    before == after || neutral(before, old) == neutral(after, new)
}

/// The names of its properties, without those that all types with the same base have.
fn names(item: &StructuredType) -> BTreeSet<String> {
    let own = item
        .properties
        .iter()
        .filter(|property| property.inherited_from.is_none());
    own.map(|property| property.name.to_ascii_lowercase()).collect()
}

/// At least two thirds of all, and more than the `id` that every entity has.
fn share_most(before: &BTreeSet<String>, after: &BTreeSet<String>) -> bool {
    let shared = before.intersection(after).count();
    let all = before.union(after).count();
    shared > 1 && shared * 3 >= all * 2
}
