//! The areas of all versions, and sets of them.

use crate::emit::form::Form;
use crate::emit::name::module;
use crate::model::{Area, EnumType, Model, StructuredType};
use std::collections::BTreeMap;

/// Index of an area in [`Areas`].
pub(crate) type AreaId = usize;

/// Every area of every version, by feature name. Areas with the same name in two versions are one feature.
#[derive(Debug, Default)]
pub(crate) struct Areas {
    /// What is emitted, which decides how areas are chosen.
    pub(crate) form: Form,
    features: Vec<String>,
    ids: BTreeMap<Area, AreaId>,
}

impl Areas {
    /// The areas that types, enums and operations are in.
    pub(crate) fn of(model: &Model) -> Self {
        let mut ids = BTreeMap::new();
        for schema in &model.schemas {
            let types = schema.types.iter().flat_map(StructuredType::areas);
            let enums = schema.enums.iter().flat_map(EnumType::areas);
            let operations = schema.operations.iter().map(|item| &item.area);
            ids.extend(types.chain(enums).chain(operations).map(|area| (area.clone(), 0)));
        }
        let mut features: Vec<String> = ids.keys().map(module::area).collect();
        features.sort();
        features.dedup();
        for (area, id) in &mut ids {
            *id = features.binary_search(&module::area(area)).unwrap_or_default();
        }
        Self {
            form: Form::default(),
            features,
            ids,
        }
    }

    /// The area's index.
    pub(crate) fn id(&self, area: &Area) -> AreaId {
        self.ids.get(area).copied().unwrap_or_default()
    }

    /// The feature's name.
    pub(crate) fn feature(&self, id: AreaId) -> &str {
        self.features.get(id).map_or("", String::as_str)
    }

    /// All feature names, sorted.
    pub(crate) fn features(&self) -> &[String] {
        &self.features
    }
}

/// A set of areas.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub(crate) struct AreaSet(Vec<u64>);

impl AreaSet {
    /// The set of one.
    pub(crate) fn one(id: AreaId) -> Self {
        let mut set = Self::default();
        set.insert(id);
        set
    }

    /// The set of all of these.
    pub(crate) fn of<'a>(list: impl Iterator<Item = &'a Area>, areas: &Areas) -> Self {
        let mut set = Self::default();
        list.for_each(|area| set.insert(areas.id(area)));
        set
    }

    /// Adds one.
    pub(crate) fn insert(&mut self, id: AreaId) {
        if self.0.len() <= id / 64 {
            self.0.resize(id / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(id / 64) {
            *word |= 1 << (id % 64);
        }
    }

    /// Adds all areas of another set; returns whether any was new.
    pub(crate) fn union(&mut self, other: &Self) -> bool {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut grown = false;
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            grown |= *theirs & !*mine != 0;
            *mine |= theirs;
        }
        grown
    }

    /// Whether every area of `other` is in this set.
    pub(crate) fn contains_all(&self, other: &Self) -> bool {
        let mine = |at: usize| self.0.get(at).copied().unwrap_or_default();
        other.0.iter().enumerate().all(|(at, theirs)| theirs & !mine(at) == 0)
    }

    /// The areas in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = AreaId> + '_ {
        let bits = |word: u64| (0..64).filter(move |bit| word >> bit & 1 == 1);
        self.0
            .iter()
            .enumerate()
            .flat_map(move |(at, word)| bits(*word).map(move |bit| at * 64 + bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_grow_and_compare() {
        let mut set = AreaSet::one(70);
        assert!(set.union(&AreaSet::one(3)));
        assert!(!set.union(&AreaSet::one(3)));
        assert!(set.contains_all(&AreaSet::one(70)));
        assert!(!AreaSet::one(3).contains_all(&set));
        assert_eq!(set.iter().collect::<Vec<_>>(), [3, 70]);
    }
}
