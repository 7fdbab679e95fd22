//! Types that pages refer to and none describes.

use super::spans::Spans;
use super::spelling::{Spellings, differs_by_one};
use crate::model::{Account, Area, EnumType, Operation, Origin, Primitive, QualifiedName, StructuredType, TypeRef};
use crate::source::Diagnostic;
use crate::source::codes::name::UNDOCUMENTED_TYPE;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// Adds an empty open type for each, with a note at the first place that refers to it.
pub(super) fn add(
    types: &mut Vec<StructuredType>,
    operations: &[Operation],
    enums: &[EnumType],
    spans: &Spans<'_>,
    account: &mut Account,
) {
    let known = Known::of(types, enums);
    let mut missing: BTreeMap<&QualifiedName, Use<'_>> = BTreeMap::new();
    for (reference, used) in uses(types, operations) {
        if let Some(name) = reference.as_named().filter(|name| !known.set.contains(name)) {
            missing.entry(name).or_insert(used);
        }
    }
    let notes = missing
        .iter()
        .filter_map(|(name, used)| note(name, used, &known, spans));
    notes.for_each(|note| account.report(note));
    let placeholders: Vec<_> = missing
        .into_iter()
        .map(|(name, used)| placeholder(name, &used))
        .collect();
    types.extend(placeholders);
}

/// The note at the place that refers to a type.
fn note(name: &QualifiedName, used: &Use<'_>, known: &Known<'_>, spans: &Spans<'_>) -> Option<Diagnostic> {
    let span = spans.of_word_below(used.origin, &name.name)?;
    let help = match known.alike(name) {
        Some(other) => format!("did you mean `{other}`? As it is, it becomes an open type without properties"),
        None => "it becomes an open type without properties; add its page to describe it".to_owned(),
    };
    let message = match spans.page_of(&name.name) {
        Some(page) => format!("`{page}` lists nothing of `{name}`"),
        None => format!("no page describes `{name}`"),
    };
    Some(Diagnostic::new(&UNDOCUMENTED_TYPE, span, message).help(help))
}

/// The documented names.
struct Known<'a> {
    /// Sorted.
    names: Vec<&'a QualifiedName>,
    set: FxHashSet<&'a QualifiedName>,
    spellings: Spellings,
}

/// Shorter names differ by a letter and mean something else.
const LONG: usize = 4;

impl<'a> Known<'a> {
    fn of(types: &'a [StructuredType], enums: &'a [EnumType]) -> Self {
        let of_types = types.iter().map(|known| &known.name);
        Self::new(of_types.chain(enums.iter().map(|known| &known.name)).collect())
    }

    fn new(mut names: Vec<&'a QualifiedName>) -> Self {
        names.sort_unstable();
        let spellings = Spellings::of(names.iter().map(|name| name.name.as_str()));
        let set = names.iter().copied().collect();
        Self { names, set, spellings }
    }

    /// A primitive or a documented type whose name differs by a letter: `Strng` for `String`.
    fn alike(&self, name: &QualifiedName) -> Option<String> {
        let close = |other: &str| other.len() >= LONG && differs_by_one(&name.name, other);
        let mut primitives = Primitive::ALL.into_iter().map(|primitive| format!("{primitive:?}"));
        let name_at = |place: usize| self.names.get(place);
        let is_close = |place| name_at(place).is_some_and(|other| close(&other.name));
        let of_types = || name_at(self.spellings.first_near(&name.name, is_close)?).map(ToString::to_string);
        primitives.find(|other| close(other)).or_else(of_types)
    }
}

/// The area of every placeholder. In the area of a page that refers to it, another page that does could move it.
const AREA: &str = "undocumented";

/// Where a type is referred to.
struct Use<'a> {
    file: &'a str,
    origin: &'a Origin,
}

fn uses<'a>(types: &'a [StructuredType], operations: &'a [Operation]) -> impl Iterator<Item = (&'a TypeRef, Use<'a>)> {
    let of_types = types.iter().flat_map(|owner| {
        owner.properties.iter().map(move |property| {
            (
                &property.type_ref,
                Use {
                    file: &owner.file,
                    origin: &property.origin,
                },
            )
        })
    });
    let of_operations = operations.iter().flat_map(|operation| {
        let references = operation
            .parameters
            .iter()
            .map(|parameter| (&parameter.type_ref, &parameter.origin));
        let whole = [&operation.request_body.type_ref, &operation.response.type_ref]
            .map(|reference| (reference, &operation.origin));
        references.chain(whole).map(move |(reference, origin)| {
            (
                reference,
                Use {
                    file: &operation.file,
                    origin,
                },
            )
        })
    });
    of_types.chain(of_operations)
}

fn placeholder(name: &QualifiedName, used: &Use<'_>) -> StructuredType {
    StructuredType {
        title: name.name.clone(),
        resource: name.name.clone(),
        file: used.file.to_owned(),
        origin: used.origin.clone(),
        area: Area(AREA.to_owned()),
        more_areas: Vec::new(),
        base: None,
        base_source: None,
        is_abstract: false,
        is_open: true,
        key_property: None,
        properties: Vec::new(),
        description: String::new(),
        deprecated: None,
        named: false,
        placeholder: true,
        name: name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_nearly_a_known_one() {
        let (kettle, jar) = (QualifiedName::parse("graph.kettle"), QualifiedName::parse("graph.jar"));
        let known = Known::new(vec![&kettle, &jar]);
        let shown = |name: &str| {
            known
                .alike(&QualifiedName::parse(name))
                .unwrap_or_else(|| "-".to_owned())
        };
        insta::assert_snapshot!(shown("graph.Strng"), @"String");
        insta::assert_snapshot!(shown("graph.ketle"), @"graph.kettle");
        insta::assert_snapshot!(shown("graph.car"), @"-");
        insta::assert_snapshot!(shown("graph.spoon"), @"-");
    }
}
