//! The files of one version.

use super::index::{Index, Item};
use super::shard::{Shards, json, put};
use super::{item, operation, permission, uses};
use crate::emit::Names;
use crate::emit::write::Files;
use crate::model::{Hierarchy, Operation, Schema};
use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How much a version has.
#[derive(Debug, Serialize)]
pub(super) struct Counts<'a> {
    name: &'a str,
    calls: usize,
    types: usize,
    enums: usize,
    properties: usize,
    permissions: usize,
}

/// What search needs at once, and where the rest is.
#[derive(Serialize)]
struct Start<'a> {
    /// Method, path, and the numbers of the operations that document it.
    calls: Vec<Value>,
    /// Title, resource and area.
    operations: Vec<(&'a str, &'a str, &'a str)>,
    /// Name without `microsoft.graph.`, and a letter for what it is.
    types: Vec<(String, char)>,
    /// Name, and how many calls it opens.
    permissions: Vec<(&'a str, usize)>,
    starts: BTreeMap<&'static str, Vec<usize>>,
}

/// Adds the files of a version.
pub(super) fn write<'a>(schema: &'a Schema, names: &Names, files: &mut Files) -> Counts<'a> {
    let index = Index::of(schema);
    let tree = Hierarchy::of(&schema.types);
    let uses = uses::uses(&index);
    let opened = permission::opened(&index);
    let operations = schema.operations.par_iter().enumerate();
    let operations = operations.map(|(number, operation)| operation::record(number, operation, &index, names));
    let items = index.items.par_iter().zip(&uses);
    let items = items.map(|(item, uses)| item::record(*item, &index, &tree, names, uses));
    let packed = [
        ("operations", Shards::pack(operations.collect())),
        ("types", Shards::pack(items.collect())),
        (
            "permissions",
            Shards::pack(opened.values().map(|calls| permission::record(calls)).collect()),
        ),
    ];
    let starts = packed.iter().map(|(kind, shards)| (*kind, shards.starts.clone()));
    let start = Start {
        calls: calls(&index),
        operations: schema.operations.iter().map(operation_line).collect(),
        types: index.items.iter().map(|item| (short(*item), letter(*item))).collect(),
        permissions: opened
            .iter()
            .map(|(name, calls)| (name.as_str(), calls.len()))
            .collect(),
        starts: starts.collect(),
    };
    let version = &schema.version.0;
    put(files, &format!("{version}/index"), &json(&start));
    put(
        files,
        &format!("{version}/properties"),
        &json(&Vec::from_iter(properties(&index))),
    );
    for (kind, shards) in packed {
        shards.write(&format!("{version}/{kind}"), files);
    }
    counts(schema, &index, opened.len())
}

fn counts<'a>(schema: &'a Schema, index: &Index<'_>, permissions: usize) -> Counts<'a> {
    Counts {
        name: &schema.version.0,
        calls: index.calls.len(),
        types: schema.types.len(),
        enums: schema.enums.len(),
        properties: schema.types.iter().map(|item| item.properties.len()).sum(),
        permissions,
    }
}

fn operation_line(operation: &Operation) -> (&str, &str, &str) {
    let resource = operation.resource_type.as_ref().map(|name| name.name.as_str());
    (
        &operation.title,
        resource.unwrap_or(&operation.resource),
        &operation.area.0,
    )
}

fn calls(index: &Index<'_>) -> Vec<Value> {
    let line = |call: &super::index::Call<'_>| {
        let mut pages: Vec<usize> = Vec::new();
        for (operation, _) in &call.routes {
            if !pages.contains(operation) {
                pages.push(*operation);
            }
        }
        json!([call.method.as_str(), call.path, pages])
    };
    index.calls.iter().map(line).collect()
}

fn short(item: Item<'_>) -> String {
    let name = item.name().to_string();
    name.strip_prefix("microsoft.graph.").unwrap_or(&name).to_owned()
}

/// An entity, a complex type, an enum, or one that no page describes.
fn letter(item: Item<'_>) -> char {
    match item {
        Item::Enum(_) => 'n',
        Item::Type(item) if item.placeholder => 'u',
        Item::Type(item) if item.key_property.is_some() => 'e',
        Item::Type(_) => 'c',
    }
}

/// The name of each property (a list of pairs: in a script, a key `__proto__` is no key), with the numbers of the types that have it.
fn properties<'a>(index: &Index<'a>) -> BTreeMap<&'a str, Vec<usize>> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, item) in index.items.iter().enumerate() {
        let Item::Type(item) = item else { continue };
        for property in &item.properties {
            let types = found.entry(property.name.as_str()).or_default();
            if types.last() != Some(&number) {
                types.push(number);
            }
        }
    }
    found
}
