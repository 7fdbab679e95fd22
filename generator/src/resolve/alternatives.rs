//! Type cells that name several types: `[ironKettle](..) or [glassKettle](..)`. The value can be either, so the type is the
//! base that all of them have.

use crate::model::{Hierarchy, Operation, QualifiedName, StructuredType, TypeName, TypeRef};
use std::collections::BTreeSet;

/// Gives the properties and parameters of such rows the common base; the first type stays where there is none.
pub(super) fn choose(types: &mut [StructuredType], operations: &mut [Operation], hierarchy: &Hierarchy) {
    let known: BTreeSet<QualifiedName> = types.iter().map(|item| item.name.clone()).collect();
    let decide = |raw: &str, type_ref: &mut TypeRef| {
        if let Some(base) = base(raw, type_ref, &known, hierarchy) {
            type_ref.name = TypeName::Named(base);
        }
    };
    for property in types.iter_mut().flat_map(|item| &mut item.properties) {
        decide(&property.raw, &mut property.type_ref);
    }
    for parameter in operations.iter_mut().flat_map(|operation| &mut operation.parameters) {
        decide(&parameter.raw, &mut parameter.type_ref);
    }
}

fn base(raw: &str, first: &TypeRef, known: &BTreeSet<QualifiedName>, hierarchy: &Hierarchy) -> Option<QualifiedName> {
    let first = first.as_named().filter(|_| raw.contains(" or "))?;
    let names = raw.split(" or ").map(|part| known_name(part, first, known));
    let names: Vec<&QualifiedName> = names.collect::<Option<_>>()?;
    let (one, others) = names.split_first()?;
    let has = |name: &QualifiedName, base: &QualifiedName| name == base || hierarchy.bases(name).any(|of| of == base);
    let mut bases = std::iter::once(*one).chain(hierarchy.bases(one));
    let base = bases.find(|base| !base.is_root() && others.iter().all(|other| has(other, base)))?;
    known.contains(base).then(|| base.clone())
}

/// `[glassKettle](glasskettle.md)` -> the type of this name beside the first one.
fn known_name<'k>(part: &str, first: &QualifiedName, known: &'k BTreeSet<QualifiedName>) -> Option<&'k QualifiedName> {
    let text = part.trim().trim_start_matches('[');
    let word = text.split([']', ' ']).next().unwrap_or_default();
    let local = word.rsplit('.').next().unwrap_or_default();
    let mut same = known.iter().filter(|name| name.name.eq_ignore_ascii_case(local));
    let beside = known
        .iter()
        .find(|name| name.namespace == first.namespace && name.name.eq_ignore_ascii_case(local));
    beside.or_else(|| same.next())
}

#[cfg(test)]
mod tests {
    use crate::resolve::decide::sample;

    fn kettle(name: &str, base: &str) -> String {
        format!(
            "# {name} resource type\n\nNamespace: microsoft.graph\n\nA thing.{base}\n\n## Properties\n\n\
             |Property|Type|Description|\n|:-|:-|:-|\n|litres|Int32|Size.|\n"
        )
    }

    /// The type of a property, from its cell.
    fn shown(cell: &str) -> String {
        let room = format!(
            "# room resource type\n\nNamespace: microsoft.graph\n\nA room.\n\n## Properties\n\n\
             |Property|Type|Description|\n|:-|:-|:-|\n|kettle|{cell}|The kettle.|\n"
        );
        let inherits = " Inherits from [kettle](kettle.md).";
        let pages = [
            ("resources/glasskettle.md", kettle("glassKettle", inherits)),
            ("resources/ironkettle.md", kettle("ironKettle", inherits)),
            ("resources/kettle.md", kettle("kettle", "")),
            ("resources/lamp.md", kettle("lamp", "")),
            ("resources/room.md", room),
        ];
        let pages: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let model = sample::model(&pages);
        let rooms = model.schemas[0].types.iter().filter(|item| item.name.name == "room");
        let rows = rooms.flat_map(|item| &item.properties);
        rows.map(|row| row.type_ref.to_string()).collect()
    }

    #[test]
    fn a_cell_of_two_types_means_their_base() {
        insta::assert_snapshot!(shown("[ironKettle](ironkettle.md) or [glassKettle](glasskettle.md)"), @"microsoft.graph.kettle");
        insta::assert_snapshot!(shown("[ironKettle](ironkettle.md) or [kettle](kettle.md)"), @"microsoft.graph.kettle");
        insta::assert_snapshot!(shown("[ironKettle](ironkettle.md)"), @"microsoft.graph.ironKettle");
        insta::assert_snapshot!(shown("[ironKettle](ironkettle.md) or [lamp](lamp.md)"), @"microsoft.graph.ironKettle");
    }
}
