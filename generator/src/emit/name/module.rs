//! Module names: of versions, areas and resources.

use super::ident;
use crate::model::{Area, EnumType, QualifiedName, Schema, StructuredType, Version};
use std::collections::HashMap;

/// Features of the emitted crate that are no areas.
const RESERVED_FEATURES: &[&str] = &["client", "default", "full", "runtime", "testing"];

/// File names that some file systems refuse.
const RESERVED_FILES: &[&str] = &["aux", "con", "nul", "prn"];

/// Longest module name; file systems allow 255 bytes for a file name.
const LONGEST: usize = 120;

/// `v1.0` -> `v1_0`.
pub(crate) fn version(version: &Version) -> String {
    match ident::snake(&version.0).as_str() {
        "runtime" => "runtime_".to_owned(),
        other => limited(other.to_owned()),
    }
}

/// The module and cargo feature of an area.
pub(crate) fn area(area: &Area) -> String {
    let name = ident::snake(&area.0);
    if RESERVED_FEATURES.contains(&name.as_str()) {
        return name + "_area";
    }
    limited(name)
}

/// Where words begin in names that file names write in small letters: `roleassignment` is `role_assignment`, because
/// some page of the version speaks of `roleAssignment`.
#[derive(Debug, Default)]
pub(crate) struct Spelling(HashMap<String, String>);

impl Spelling {
    /// The spellings of all type names of a version.
    pub(crate) fn of(schema: &Schema) -> Self {
        let types = schema.types.iter().map(|item| &item.name);
        let enums = schema.enums.iter().map(|item| &item.name);
        let mut spelling = Self::default();
        for name in types.chain(enums) {
            spelling.add(&own_words(name));
            spelling.add(&name.name);
        }
        spelling
    }

    /// Of two spellings the one with more words wins, then the first in the alphabet: no order of pages matters.
    fn add(&mut self, name: &str) {
        let snake = ident::snake(name);
        let words = |text: &str| std::cmp::Reverse(text.matches('_').count());
        self.0
            .entry(ident::key(name))
            .and_modify(|known| {
                if (words(&snake), &snake) < (words(known), known) {
                    known.clone_from(&snake);
                }
            })
            .or_insert(snake);
    }

    /// The module name for the resource part of a file name.
    fn module(&self, resource: &str) -> String {
        if let Some(known) = self.0.get(&ident::key(resource)) {
            return limited(known.clone());
        }
        let pieces = resource.split('-').filter(|piece| !piece.is_empty());
        let known = pieces.map(|piece| match self.0.get(&ident::key(piece)) {
            Some(known) => known.clone(),
            None => ident::snake(piece),
        });
        let joined: Vec<String> = known.collect();
        limited(ident::snake(&joined.join("_")))
    }
}

/// The module of an operation's functions: its resource.
pub(crate) fn of_operation(resource: &str, spelling: &Spelling) -> String {
    spelling.module(resource)
}

/// The module of a structured type: that of its page, where the functions of the same resource are.
pub(crate) fn of_type(item: &StructuredType, spelling: &Spelling) -> String {
    if item.placeholder {
        return limited(ident::snake(&own_words(&item.name)));
    }
    spelling.module(&page_resource(&item.file, &item.area))
}

/// The module of an enum: one of its own, as many have no page of their own.
pub(crate) fn of_enum(item: &EnumType) -> String {
    limited(ident::snake(&own_words(&item.name)))
}

/// `microsoft.graph.callRecords.session` -> `callRecords.session`.
pub(crate) fn own_words(name: &QualifiedName) -> String {
    let rest = name
        .namespace
        .strip_prefix("microsoft.graph")
        .unwrap_or(&name.namespace);
    match rest.trim_matches('.') {
        "" => name.name.clone(),
        rest => format!("{rest}.{}", name.name),
    }
}

/// `resources/intune-rbac-roleassignment.md` in area `intune_rbac` -> `roleassignment`.
fn page_resource(file: &str, area: &Area) -> String {
    let stem = stem(file);
    let prefix = format!("{}-", area.0.replace('_', "-"));
    match stem.strip_prefix(&prefix) {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => stem.to_owned(),
    }
}

/// The file name without folders and extension.
pub(crate) fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn limited(mut name: String) -> String {
    if name.len() > LONGEST {
        let hash = fnv(&name);
        name.truncate(LONGEST);
        name.push_str(&format!("_{hash:016x}"));
    }
    if RESERVED_FILES.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// FNV-1a: small, and the same on every machine.
fn fnv(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
