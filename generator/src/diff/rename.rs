//! Renamed items: another name, but otherwise the same.

use super::alike::{Marks, Numbers};
use super::context::Context;
use super::operations::about;
use super::pair::Likeness;
use super::telling::{Telling, shared};
use crate::model::{
    EnumType, Method, Operation, Primitive, Property, QualifiedName, ResponseBody, Schema, StructuredType, TypeName,
    TypeRef,
};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The places where types are named, as sorted numbers: the pages of calls that send or return them, and the rows of other
/// types.
pub(super) type References<'a> = FxHashMap<&'a QualifiedName, [Vec<u32>; 2]>;

/// For each of the types the places where it is named.
pub(super) fn references<'a>(schema: &Schema, types: &[&'a StructuredType], numbers: &mut Numbers) -> References<'a> {
    let mut references: References<'a> = types.iter().map(|item| (&item.name, Default::default())).collect();
    if references.is_empty() {
        return references;
    }
    for operation in &schema.operations {
        let bodies = operation.routes.iter().filter_map(|route| route.body.type_ref());
        let returned = operation.routes.iter();
        let returned = returned.flat_map(|route| route.response.bodies().filter_map(ResponseBody::type_ref));
        for name in bodies.chain(returned).filter_map(TypeRef::as_named) {
            if let Some([pages, _]) = references.get_mut(name) {
                pages.push(numbers.of(&operation.file.to_ascii_lowercase()));
            }
        }
    }
    for (item, row) in schema
        .types
        .iter()
        .flat_map(|item| item.properties.iter().map(move |row| (item, row)))
    {
        if let Some([_, rows]) = row.type_ref.as_named().and_then(|name| references.get_mut(name)) {
            rows.push(numbers.of(&format!("{}/{}", item.name, row.name).to_ascii_lowercase()));
        }
    }
    for list in references.values_mut().flatten() {
        list.sort_unstable();
        list.dedup();
    }
    references
}

/// What tells a type from others.
pub(super) struct TypeFacts {
    /// Its page, if it has one of its own: where no page describes a type, that of a call stands for it. Such a page can
    /// speak of another type now, and its words are about the call.
    page: Option<u32>,
    /// The name without the namespace.
    name: u32,
    /// Where it is named.
    references: [Vec<u32>; 2],
    /// The names of its own properties: those of the base are shared by all types that have it.
    properties: Vec<u32>,
    words: Telling,
}

impl TypeFacts {
    pub(super) fn of(item: &StructuredType, references: &References<'_>, numbers: &mut Numbers) -> Self {
        let is_described = !item.file.starts_with("api/");
        let own = item
            .properties
            .iter()
            .filter(|property| property.inherited_from.is_none());
        let mut properties: Vec<u32> = own.map(|row| numbers.of(&row.name.to_ascii_lowercase())).collect();
        properties.sort_unstable();
        properties.dedup();
        Self {
            page: is_described.then(|| numbers.of(&item.file.to_ascii_lowercase())),
            name: numbers.of(&item.name.name.to_ascii_lowercase()),
            references: references.get(&item.name).cloned().unwrap_or_default(),
            properties,
            words: if is_described {
                Telling::of(&item.description, &item.name.name, numbers)
            } else {
                Telling::default()
            },
        }
    }

    /// Many types have the same properties; a second way tells which one it is.
    pub(super) fn marks(&self, likeness: Likeness) -> Marks {
        let mut marks = self.words.shared(likeness);
        if likeness == Likeness::Similar {
            let own = self.page.into_iter().chain([self.name]);
            marks.any.extend(own.chain(self.references.iter().flatten().copied()));
        }
        marks
    }

    /// Whether two types are alike in at least two ways: the page, the own name, the properties, the words, and the places
    /// that name them.
    pub(super) fn same(&self, other: &Self, likeness: Likeness) -> bool {
        let page = self.page.is_some() && self.page == other.page;
        // The namespace is another one.
        let name = self.name == other.name;
        let mut lists = self.references.iter().zip(&other.references);
        let referred = lists.any(|(old, new)| {
            let shared = shared(old, new);
            shared > 0 && shared * 2 >= old.len().max(new.len())
        });
        let shape = share_most(&self.properties, &other.properties);
        if !page && !name && !referred && !shape {
            return false;
        }
        let words = self.words.is_like(&other.words, likeness);
        if likeness == Likeness::Same && !words {
            return false;
        }
        // A type whose pages all refer to another one has been split or replaced, if nothing of its own is left.
        let own = shape || words || page || name;
        let ways = [shape, page, name, words, referred];
        own && ways.into_iter().filter(|is| *is).count() > 1
    }
}

/// At least two thirds of all, and more than the `id` that every entity has.
fn share_most(before: &[u32], after: &[u32]) -> bool {
    let shared = shared(before, after);
    shared > 1 && shared * 3 >= (before.len() + after.len() - shared) * 2
}

/// Where an action is called: the method, the path without its last word, and the type that the page is about.
pub(super) fn place(operation: &Operation, renamed: &BTreeMap<String, String>) -> Option<(Method, String, String)> {
    let route = operation.routes.first()?;
    let path = route.path.key();
    let (parent, action) = path.as_str().rsplit_once('/')?;
    let is_word = !action.contains('{');
    is_word.then(|| (route.method, parent.to_owned(), about(operation, renamed)))
}

/// What tells an action from others that are called at the same place.
pub(super) struct ActionFacts<'a> {
    operation: &'a Operation,
    place: Option<u32>,
    /// The place with the names of the rows, if there are any.
    rows: Option<u32>,
    words: Telling,
    /// What it shares with others at its place.
    marks: [Marks; 2],
}

impl<'a> ActionFacts<'a> {
    pub(super) fn of(operation: &'a Operation, renamed: &BTreeMap<String, String>, numbers: &mut Numbers) -> Self {
        let rows = operation.parameters.iter();
        let rows: BTreeSet<String> = rows.map(|row| row.name.to_ascii_lowercase()).collect();
        let place = place(operation, renamed).map(|place| numbers.of(&format!("{place:?}")));
        let rows = (!rows.is_empty()).then(|| numbers.of(&format!("{place:?} {rows:?}")));
        let words = Telling::of(&operation.description, &operation.action, numbers);
        let mut here = |marks: Vec<u32>| -> Vec<u32> {
            let marks = marks.into_iter();
            marks.map(|mark| numbers.of(&format!("{place:?} {mark}"))).collect()
        };
        let marks = [Likeness::Same, Likeness::Similar].map(|likeness| {
            let Marks { any, most } = words.shared(likeness);
            Marks {
                any: here(any),
                most: here(most),
            }
        });
        Self {
            operation,
            place,
            rows,
            words,
            marks,
        }
    }

    pub(super) fn marks(&self, likeness: Likeness) -> Marks {
        let [same, similar] = &self.marks;
        if likeness == Likeness::Same {
            return same.clone();
        }
        let mut marks = similar.clone();
        marks.any.extend(self.rows);
        marks
    }

    /// Whether two pages say the same about actions that are called at the same place: the action has another name.
    pub(super) fn same(&self, other: &Self, likeness: Likeness) -> bool {
        let routes = [self, other].map(|facts| facts.operation.routes.first());
        let [Some(old), Some(new)] = routes else {
            return false;
        };
        let shape = || {
            let rows = likeness == Likeness::Similar && self.rows.is_some() && self.rows == other.rows;
            rows && (&old.body, &old.response) == (&new.body, &new.response)
        };
        self.place == other.place && (shape() || self.words.is_like(&other.words, likeness))
    }
}

/// What tells an enum from others.
pub(super) struct EnumFacts<'a> {
    item: &'a EnumType,
    /// The members, if there are several.
    members: Option<u32>,
}

impl<'a> EnumFacts<'a> {
    pub(super) fn of(item: &'a EnumType, numbers: &mut Numbers) -> Self {
        let names: BTreeSet<&str> = item.members.iter().map(|member| member.name.as_str()).collect();
        Self {
            item,
            members: (names.len() > 1).then(|| numbers.of(&format!("{names:?}"))),
        }
    }

    pub(super) fn marks(&self, _: Likeness) -> Marks {
        Marks {
            any: self.members.into_iter().collect(),
            most: Vec::new(),
        }
    }

    /// Whether two enums are of one area and have the same members.
    pub(super) fn same(&self, other: &Self, _: Likeness) -> bool {
        let (old, new) = (self.item, other.item);
        old.area == new.area && old.flags == new.flags && self.members.is_some() && self.members == other.members
    }
}

/// What tells a property from others of its type.
pub(super) struct PropertyFacts<'a> {
    property: &'a Property,
    words: Telling,
}

impl<'a> PropertyFacts<'a> {
    /// The description has the new names of types.
    pub(super) fn of(property: &'a Property, context: &Context<'_>, numbers: &mut Numbers) -> Self {
        let text = context.renewed.text(&property.description);
        Self {
            property,
            words: Telling::of(&text, &property.name, numbers),
        }
    }

    pub(super) fn marks(&self, likeness: Likeness) -> Marks {
        self.words.shared(likeness)
    }

    /// Whether two properties have the same type, and are described in nearly the same words. Types with another name count
    /// as the same.
    pub(super) fn same(&self, other: &Self, likeness: Likeness, context: &Context<'_>) -> bool {
        let (old, new) = (self.property, other.property);
        old.section.is_navigation() == new.section.is_navigation()
            && (context.same_type(&old.type_ref, &new.type_ref)
                || likeness == Likeness::Same && are_numbers([&old.type_ref, &new.type_ref]))
            && self.words.is_like(&other.words, likeness)
    }
}

/// Whether both are numbers, of which one can be larger or finer: a property that is renamed is often made so.
fn are_numbers(types: [&TypeRef; 2]) -> bool {
    let [old, new] = types;
    let is_number = |of: &TypeRef| {
        use Primitive as P;
        let is = |primitive: P| {
            let whole = matches!(primitive, P::Byte | P::Int16 | P::Int32 | P::Int64);
            whole || matches!(primitive, P::Single | P::Double | P::Decimal)
        };
        matches!(of.name, TypeName::Primitive(primitive) if is(primitive))
    };
    is_number(old) && is_number(new) && old.collection == new.collection
}
