//! What comparisons of one version know about both sides.

use super::fold::Told;
use super::hierarchy::{Hierarchy, key};
use super::moves::Moves;
use super::renewed::Renewed;
use super::subject::Subject;
use crate::model::{EnumType, Operation, ParameterSection, Primitive, Property, QualifiedName, TypeName, TypeRef};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Both sides of one version.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) before: Hierarchy<'a>,
    pub(super) after: Hierarchy<'a>,
    /// Renamed types and enums: the name in the baseline, and the name on the current side.
    pub(super) renamed: BTreeMap<String, String>,
    /// The same in sentences.
    pub(super) renewed: Renewed,
    /// Types and properties, in lower case, that a call of the baseline had to send.
    pub(super) required_on_create: BTreeSet<(String, String)>,
    /// Routes that another page documents now.
    pub(super) moves: Moves<'a>,
    /// What is told about the properties of types.
    pub(super) told: Told,
    /// The members of enums on both sides.
    pub(super) members: [Members; 2],
}

/// Members by enum.
pub(super) type Members = FxHashMap<String, Spellings>;

/// Names in lower case, and how they are spelled.
type Spellings = FxHashMap<String, String>;

/// The members of all enums.
pub(super) fn members(enums: &[EnumType]) -> Members {
    let names = |item: &EnumType| {
        let names = item.members.iter();
        let names = names.map(|member| (member.name.to_ascii_lowercase(), member.name.clone()));
        names.collect()
    };
    enums.iter().map(|item| (key(&item.name), names(item))).collect()
}

/// What the pages about calls say: the rows of the body of a type that are required.
pub(super) fn required_rows(operations: &[Operation]) -> BTreeSet<(String, String)> {
    let rows = operations.iter().flat_map(|operation| {
        let bodies = operation.routes.iter().filter_map(|route| route.body.type_ref());
        let types: BTreeSet<String> = bodies.filter_map(TypeRef::as_named).map(key).collect();
        let rows = operation.parameters.iter();
        let required = rows.filter(|row| row.section == ParameterSection::Property && row.facets.required);
        let required: Vec<String> = required.map(|row| row.name.to_ascii_lowercase()).collect();
        types.into_iter().flat_map(move |owner| {
            let pairs = required.iter().map(|name| (owner.clone(), name.clone()));
            pairs.collect::<Vec<_>>()
        })
    });
    rows.collect()
}

impl Context<'_> {
    /// Whether two names mean the same item. A renamed item counts as the same.
    pub(super) fn same_name(&self, before: Option<&QualifiedName>, after: Option<&QualifiedName>) -> bool {
        before == after
            || before
                .zip(after)
                .is_some_and(|(before, after)| self.renamed.get(&before.to_string()) == Some(&after.to_string()))
    }

    /// A type that no page described is an enum on one side (0 or 1), because its values are listed there. The change of the
    /// enum says so.
    pub(super) fn enum_now(&self, side: usize, name: &QualifiedName, subject: Subject) -> Subject {
        let is_enum = self
            .members
            .get(side)
            .is_some_and(|members| members.contains_key(&key(name)));
        if is_enum { subject.implied() } else { subject }
    }

    /// Whether changes of members say how the values differ that two properties list.
    pub(super) fn tells_values(&self, before: &Property, after: &Property) -> bool {
        let [old, new] = &self.members;
        let Some((had, has)) = members_of(before, old).zip(members_of(after, new)) else {
            return false;
        };
        // A member that is new or gone, or one with other capitals.
        let differs = |value: &&String, own: &Spellings, other: &Spellings| {
            let lower = value.to_ascii_lowercase();
            own.get(&lower).is_some_and(|name| other.get(&lower) != Some(name))
        };
        let (old, new) = (&before.enum_values, &after.enum_values);
        let mut gone = old.iter().filter(|value| !new.contains(value));
        let mut come = new.iter().filter(|value| !old.contains(value));
        gone.all(|value| differs(&value, had, has)) && come.all(|value| differs(&value, has, had))
    }

    /// The enums of values that have another name only because the type of their property has: both names of each.
    pub(super) fn follow(&self, [before, after]: [&QualifiedName; 2]) -> Vec<String> {
        if before == after {
            return Vec::new();
        }
        let (old, new) = (before.to_string(), after.to_string());
        let longer = self.renamed.range(old.clone()..);
        let longer = longer.map_while(|(was, is)| Some((was, is, was.strip_prefix(&old)?)));
        let own = longer.filter(|(_, is, rest)| !rest.is_empty() && is.strip_prefix(&new) == Some(rest));
        own.flat_map(|(was, is, _)| [was.clone(), is.clone()]).collect()
    }

    /// Whether an enum follows a renamed type.
    pub(super) fn follows(&self, name: &QualifiedName) -> bool {
        let name = name.to_string();
        let Some(now) = self.renamed.get(&name) else {
            return false;
        };
        let mut cuts = name.char_indices().skip(1).map(|(at, _)| name.split_at(at));
        cuts.any(|(owner, rest)| {
            self.renamed
                .get(owner)
                .is_some_and(|is| now.strip_prefix(is.as_str()) == Some(rest))
        })
    }

    /// A text in which renamed types have their new names.
    pub(super) fn with_new_names(&self, text: &str) -> String {
        if self.renamed.is_empty() {
            return text.to_owned();
        }
        let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.');
        let words = text.split_inclusive(|letter| !is_name(letter)).map(|word| {
            let name = word.trim_end_matches(|letter| !is_name(letter));
            let end = word.get(name.len()..).unwrap_or_default();
            let known = name.trim_end_matches('.');
            let dots = name.get(known.len()..).unwrap_or_default();
            let new = self.renamed.get(known).map_or(known, String::as_str);
            format!("{new}{dots}{end}")
        });
        words.collect()
    }

    /// Whether two references mean the same type. A type with a new name counts as the same.
    pub(super) fn same_type(&self, before: &TypeRef, after: &TypeRef) -> bool {
        let same_name = || match (before.as_named(), after.as_named()) {
            (Some(name), Some(new)) => self.same_name(Some(name), Some(new)),
            _ => before.name == after.name,
        };
        before.collection == after.collection && same_name()
    }
}

/// The members of the enum that a property has values of.
fn members_of<'m>(property: &Property, members: &'m Members) -> Option<&'m Spellings> {
    let name = property.values_enum.as_ref().or(property.type_ref.as_named())?;
    members.get(&key(name))
}

/// A reference as text, or the cell as written if its type could not be read.
pub(super) fn shown(reference: &TypeRef, raw: &str) -> String {
    match &reference.name {
        TypeName::Unknown if !raw.trim().is_empty() => format!("unknown ({})", raw.trim()),
        _ => reference.to_string(),
    }
}

/// Whether the emitted crate has the same Rust type for a value of either type.
pub(super) fn same_rust(before: &TypeRef, after: &TypeRef) -> bool {
    let rust = |reference: &TypeRef| match &reference.name {
        TypeName::Unknown | TypeName::Primitive(Primitive::Json) => "Json".to_owned(),
        TypeName::Primitive(primitive) => format!("{:?}", representative(*primitive)),
        TypeName::Named(name) => key(name),
    };
    before.collection == after.collection && rust(before) == rust(after)
}

/// The primitive that stands for all primitives with the same Rust type.
fn representative(primitive: Primitive) -> Primitive {
    match primitive {
        Primitive::String | Primitive::Stream => Primitive::String,
        Primitive::Byte | Primitive::Int16 | Primitive::Int32 => Primitive::Int32,
        Primitive::Decimal | Primitive::Double | Primitive::Single => Primitive::Double,
        other => other,
    }
}
