//! Which types are derived from which.

use super::{DEFAULT_NAMESPACE, QualifiedName, StructuredType};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A name in a [`Hierarchy`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(usize);

/// Bases and derived types of one version, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hierarchy {
    /// Sorted.
    names: Vec<QualifiedName>,
    ids: FxHashMap<QualifiedName, NameId>,
    bases: Vec<Option<NameId>>,
    /// How many bases each has, directly and not.
    depths: Vec<usize>,
    derived: Vec<BTreeSet<NameId>>,
}

impl NameId {
    /// The place of the name among all, in order.
    pub(crate) fn place(self) -> usize {
        self.0
    }
}

impl Hierarchy {
    /// Reads the bases of all types.
    pub fn of(types: &[StructuredType]) -> Self {
        let stated = types.iter().flat_map(|item| item.base.iter().chain([&item.name]));
        let names: BTreeSet<&QualifiedName> = stated.collect();
        let names: Vec<QualifiedName> = names.into_iter().cloned().collect();
        let mut hierarchy = Self {
            bases: vec![None; names.len()],
            depths: Vec::new(),
            derived: vec![BTreeSet::new(); names.len()],
            ids: names.iter().cloned().zip((0..).map(NameId)).collect(),
            names,
        };
        for item in types {
            let base = item.base.as_ref().and_then(|base| hierarchy.id(base));
            if let (Some(base), Some(id)) = (base, hierarchy.id(&item.name)) {
                hierarchy.link(id, base);
            }
        }
        hierarchy.depths = depths(&hierarchy.bases);
        hierarchy
    }

    fn link(&mut self, id: NameId, base: NameId) {
        if let Some(of) = self.bases.get_mut(id.0) {
            *of = Some(base);
        }
        if let Some(derived) = self.derived.get_mut(base.0) {
            derived.insert(id);
        }
    }

    /// The name as a number; `None` for one that no type and no base has.
    pub fn id(&self, name: &QualifiedName) -> Option<NameId> {
        self.ids.get(name).copied()
    }

    /// All names, sorted.
    pub fn names(&self) -> impl Iterator<Item = (NameId, &QualifiedName)> {
        self.names.iter().enumerate().map(|(index, name)| (NameId(index), name))
    }

    /// The name with a number.
    pub fn name(&self, id: NameId) -> Option<&QualifiedName> {
        self.names.get(id.0)
    }

    /// The bases of a name, nearest first; a ring ends where it closes.
    pub fn bases(&self, name: &QualifiedName) -> impl Iterator<Item = &QualifiedName> {
        let ids = self.id(name).into_iter().flat_map(|id| self.base_ids(id));
        ids.filter_map(|id| self.name(id))
    }

    /// The same as numbers.
    pub(crate) fn base_ids(&self, id: NameId) -> impl Iterator<Item = NameId> + '_ {
        let depth = self.depths.get(id.0).copied().unwrap_or_default();
        let chain = std::iter::successors(Some(id), |id| *self.bases.get(id.0)?);
        chain.skip(1).take(depth)
    }

    /// The names that are derived from a name directly.
    pub fn derived(&self, id: NameId) -> impl Iterator<Item = NameId> + '_ {
        self.derived.get(id.0).into_iter().flatten().copied()
    }

    /// The names that are derived from a name, directly or not, sorted; without the name itself even in a ring.
    pub fn descendants(&self, name: &QualifiedName) -> impl Iterator<Item = &QualifiedName> {
        let start = self.id(name);
        let mut found = BTreeSet::new();
        let mut waiting: Vec<NameId> = start.into_iter().collect();
        while let Some(next) = waiting.pop() {
            let new = self.derived(next).filter(|id| Some(*id) != start);
            waiting.extend(new.filter(|id| found.insert(*id)));
        }
        found.into_iter().filter_map(|id| self.name(id))
    }
}

/// How many names follow each one. In a ring, these are the others.
fn depths(bases: &[Option<NameId>]) -> Vec<usize> {
    let mut depths: Vec<Option<usize>> = vec![None; bases.len()];
    let mut places: Vec<Option<usize>> = vec![None; bases.len()];
    let get = |of: &[Option<usize>], id: NameId| of.get(id.0).copied().flatten();
    for start in 0..bases.len() {
        let mut way: Vec<NameId> = Vec::new();
        let mut next = Some(NameId(start));
        while let Some(id) = next.filter(|id| get(&places, *id).is_none()) {
            if let Some(place) = places.get_mut(id.0) {
                *place = Some(way.len());
            }
            way.push(id);
            next = *bases.get(id.0).unwrap_or(&None);
        }
        // The way ends: behind it is nothing, or what an earlier way has counted, or a place of its own, which closes a ring.
        let behind = next.and_then(|id| get(&depths, id));
        let closed = next.filter(|_| behind.is_none()).and_then(|id| get(&places, id));
        let ring = closed.map_or(0, |place| way.len() - place);
        let mut depth = behind.map_or(0, |depth| depth + 1);
        for (at, id) in way.iter().enumerate().rev() {
            let in_ring = closed.is_some_and(|place| at >= place);
            if let Some(of) = depths.get_mut(id.0) {
                *of = Some(if in_ring { ring - 1 } else { depth });
            }
            depth = if in_ring { ring } else { depth + 1 };
        }
    }
    depths.into_iter().map(Option::unwrap_or_default).collect()
}

impl QualifiedName {
    /// Whether this is `entity`, the base of every type with a key. A choice among all of them would help nobody.
    pub fn is_root(&self) -> bool {
        self.name.eq_ignore_ascii_case("entity") && self.namespace == DEFAULT_NAMESPACE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Area, Origin};

    /// A type with or without a base.
    fn item(name: &str, base: Option<&str>) -> StructuredType {
        StructuredType {
            name: QualifiedName::graph(name),
            file: String::new(),
            origin: Origin::default(),
            title: String::new(),
            area: Area::default(),
            more_areas: Vec::new(),
            resource: String::new(),
            base: base.map(QualifiedName::graph),
            base_source: None,
            is_abstract: false,
            is_open: false,
            key_property: None,
            properties: Vec::new(),
            description: String::new(),
            deprecated: None,
            named: false,
            placeholder: false,
        }
    }

    fn shown<'a>(names: impl Iterator<Item = &'a QualifiedName>) -> String {
        names.map(|name| name.name.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn bases_and_descendants() {
        let types = [
            item("tool", None),
            item("saw", Some("tool")),
            item("jigsaw", Some("saw")),
            item("axe", Some("tool")),
        ];
        let hierarchy = Hierarchy::of(&types);
        let name = QualifiedName::graph;
        assert_eq!(shown(hierarchy.bases(&name("jigsaw"))), "saw tool");
        assert_eq!(shown(hierarchy.descendants(&name("tool"))), "axe jigsaw saw");
        assert_eq!(shown(hierarchy.descendants(&name("nothing"))), "");
    }

    #[test]
    fn rings_end() {
        let types = [item("egg", Some("hen")), item("hen", Some("egg"))];
        let hierarchy = Hierarchy::of(&types);
        assert_eq!(shown(hierarchy.bases(&QualifiedName::graph("egg"))), "hen");
        let types = [
            ("chick", "hen"),
            ("egg", "hen"),
            ("hen", "cock"),
            ("cock", "egg"),
            ("pen", "chick"),
            ("self", "self"),
        ];
        let hierarchy = Hierarchy::of(&types.map(|(name, base)| item(name, Some(base))));
        let bases = types.map(|(name, _)| format!("{name}: {}", shown(hierarchy.bases(&QualifiedName::graph(name)))));
        insta::assert_snapshot!(bases.join("\n"), @"
        chick: hen cock egg
        egg: hen cock
        hen: cock egg
        cock: egg hen
        pen: chick hen cock egg
        self:
        ");
        let hierarchy = Hierarchy::of(&[item("egg", Some("hen")), item("hen", Some("egg"))]);
        assert_eq!(shown(hierarchy.descendants(&QualifiedName::graph("egg"))), "hen");
    }
}
