//! The surface of the emitted crate as a value: every public item with its signature, and which part of the
//! documentation it comes from.
//!
//! It is made from the plan, as the files are, and writes nothing. [`compare()`] tells what two surfaces mean to a
//! program that uses the crate.

mod calls;
mod compare;
mod item;
mod types;

pub use compare::{Aspect, Difference, Effect, compare};
pub use item::{Argument, Features, Form, Item, Role, Source};

use super::Plan;
use super::plan::{AreaSet, Areas};
use crate::model::Model;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Every public item of an emitted crate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surface {
    /// The items by path: `beta::kettle::Kettle`, `beta::kettle::Kettle::litres`, `beta::kettle::boil`.
    pub items: BTreeMap<String, Item>,
    /// The features, one for each area.
    pub features: BTreeSet<String>,
}

impl Surface {
    /// The surface of the crate that a model describes.
    pub fn of(model: &Model) -> Self {
        Self::of_plan(&Plan::of(model))
    }

    /// The surface of a planned crate.
    pub fn of_plan(plan: &Plan<'_>) -> Self {
        let mut surface = Self {
            items: BTreeMap::new(),
            features: plan.areas.features().iter().cloned().collect(),
        };
        for version in &plan.versions {
            let mut gates = Gates::new(&plan.areas);
            types::collect(version, &mut gates, &mut surface);
            calls::collect(version, &mut gates, &mut surface);
        }
        surface
    }
}

/// Names of features by set of areas. Many items have the same set.
struct Gates<'p> {
    areas: &'p Areas,
    known: HashMap<AreaSet, Features>,
}

impl<'p> Gates<'p> {
    fn new(areas: &'p Areas) -> Self {
        Self {
            areas,
            known: HashMap::new(),
        }
    }

    fn of(&mut self, set: &AreaSet) -> Features {
        if let Some(known) = self.known.get(set) {
            return known.clone();
        }
        let names = set.iter().map(|id| self.areas.feature(id).to_owned());
        let features: Features = Arc::new(names.collect());
        self.known.insert(set.clone(), features.clone());
        features
    }
}
