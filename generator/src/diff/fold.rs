//! Rows of the pages about calls that repeat what the page of the type says.
//!
//! The page "Update kettle" lists the properties of a kettle again. A property that is new, or whose text is another one, is
//! a change of the type; the rows that say the same are no changes of their own.

use super::context::Context;
use super::hierarchy::{Hierarchy, key};
use super::{Change, Kind, Rule, facets};
use crate::model::{Operation, Parameter, ParameterSection, Property, StructuredType, TypeRef};
use rustc_hash::{FxHashMap, FxHashSet};

/// A rule with an old and a new value.
type Said = (Rule, Option<String>, Option<String>);

/// What is told about the properties of types, by type and property in lower case.
#[derive(Debug, Default)]
pub(super) struct Told {
    said: FxHashMap<(String, String), FxHashSet<Said>>,
    /// Their files: the pages of types, and those of calls whose examples show them.
    files: FxHashSet<String>,
}

impl Told {
    pub(super) fn of(changes: &[Change]) -> Self {
        let mut told = Self::default();
        let is_property = |change: &&Change| matches!(change.kind, Kind::Property | Kind::Relationship);
        for change in changes.iter().filter(is_property) {
            let said = (change.rule, change.before.clone(), change.after.clone());
            let is_renamed = matches!(change.rule, Rule::PropertyRenamed | Rule::RelationshipRenamed);
            let old = change.before.iter().filter(|_| is_renamed);
            for name in old.chain([&change.name]) {
                let entry = (change.target.to_ascii_lowercase(), name.to_ascii_lowercase());
                told.said.entry(entry).or_default().insert(said.clone());
            }
            let places = [&change.baseline, &change.current].into_iter().flatten();
            told.files.extend(places.map(|place| place.file.clone()));
        }
        told
    }

    /// Whether a change of a property says what is in a file.
    pub(super) fn has_file(&self, file: &str) -> bool {
        self.files.contains(file)
    }
}

/// The types that an operation sends, on both sides, with their bases.
pub(super) struct Sent<'a> {
    sides: [Vec<&'a StructuredType>; 2],
    told: &'a Told,
}

impl<'a> Sent<'a> {
    pub(super) fn by([before, after]: [&Operation; 2], context: &'a Context<'_>) -> Self {
        let types = |operation: &Operation, hierarchy: &'a Hierarchy<'_>| {
            let bodies = operation.routes.iter().filter_map(|route| route.body.type_ref());
            let mut names: Vec<String> = bodies.filter_map(TypeRef::as_named).map(key).collect();
            names.dedup();
            names.iter().flat_map(|name| hierarchy.with_bases(name)).collect()
        };
        Self {
            sides: [types(before, &context.before), types(after, &context.after)],
            told: &context.told,
        }
    }

    /// Whether a change of the property says it.
    pub(super) fn is_told(&self, name: &str, rules: &[Rule], [before, after]: [Option<&str>; 2]) -> bool {
        self.said(name)
            .any(|(rule, old, new)| rules.contains(rule) && (old.as_deref(), new.as_deref()) == (before, after))
    }

    /// Whether a property of that name is new or gone, or was renamed.
    pub(super) fn comes_or_goes(&self, name: &str) -> bool {
        const RULES: &[Rule] = &[
            Rule::PropertyAdded,
            Rule::PropertyRemoved,
            Rule::PropertyRenamed,
            Rule::RelationshipAdded,
            Rule::RelationshipRemoved,
            Rule::RelationshipRenamed,
        ];
        self.said(name).any(|(rule, ..)| RULES.contains(rule))
    }

    /// Whether the words about the row are those about the property, on both sides.
    pub(super) fn has_words(&self, before: &Parameter, after: &Parameter) -> bool {
        let [old, new] = self.properties(&after.name);
        let says = |property: Option<&Property>, row: &Parameter| {
            property.is_some_and(|property| {
                property.description == row.description && property.enum_values == row.enum_values
            })
        };
        is_row(after) && says(old, before) && says(new, after)
    }

    /// Whether the type said all along what the row says now: callers who follow it have nothing to do.
    pub(super) fn knows(&self, row: &Parameter, rule: Rule) -> bool {
        let sides = self.properties(&row.name);
        let says = |property: Option<&Property>| {
            let facts = property.map(|property| facets::compare(&property.facets, &row.facets, true));
            facts.is_some_and(|facts| facts.iter().all(|fact| fact.rule != rule))
        };
        is_row(row) && sides.into_iter().all(says)
    }

    /// Whether the type required the property of the row before.
    pub(super) fn was_required(&self, row: &Parameter) -> bool {
        let [before, _] = self.properties(&row.name);
        is_row(row) && before.is_some_and(|property| property.facets.required)
    }

    fn properties(&self, name: &str) -> [Option<&'a Property>; 2] {
        let of = |types: &Vec<&'a StructuredType>| {
            let mut all = types.iter().flat_map(|item| &item.properties);
            all.find(|property| property.name.eq_ignore_ascii_case(name))
        };
        let [before, after] = &self.sides;
        [of(before), of(after)]
    }

    fn said(&self, name: &str) -> impl Iterator<Item = &'a Said> {
        let name = name.to_ascii_lowercase();
        let types = self.sides.iter().flatten();
        let said = types.filter_map(move |item| self.told.said.get(&(key(&item.name), name.clone())));
        said.flatten()
    }
}

/// Whether a row is about a property of the type that is sent.
pub(super) fn is_row(row: &Parameter) -> bool {
    row.section == ParameterSection::Property
}
