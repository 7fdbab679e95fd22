//! What counts when several pages describe one type, and which areas have which of its properties.
//!
//! Sixteen pages describe `deviceManagement`, each with the properties of its own area. They are one type, and a property
//! that only pages of some areas list is in the type for these areas.

use crate::model::{Area, Property, StructuredType};
use std::collections::{BTreeMap, BTreeSet};

/// How far a page is from the main one: the words of its file name. `user.md` counts more than `intune-mam-user.md`.
pub(in crate::resolve) fn rank(file: &str) -> usize {
    let stem = file.rsplit('/').next().unwrap_or(file);
    stem.split('-').filter(|word| !word.is_empty()).count()
}

/// The areas of a type and of its properties, from what each page says; the best page is the first.
pub(in crate::resolve) struct Areas {
    /// The area of the main page; the first area, if no page is the main one.
    pub(in crate::resolve) first: Area,
    /// The others.
    pub(in crate::resolve) others: Vec<Area>,
    /// Whether a page is the main one. What it lists belongs to the type wherever the type is used.
    has_main: bool,
    /// Name in small letters -> the areas whose pages list it.
    of: BTreeMap<String, BTreeSet<Area>>,
}

impl Areas {
    /// Reads the pages of one type.
    pub(in crate::resolve) fn of(pages: &[StructuredType]) -> Option<Self> {
        let best = pages.first()?;
        let all: BTreeSet<&Area> = pages.iter().map(|page| &page.area).collect();
        let has_main = pages.get(1).is_none_or(|next| rank(&best.file) < rank(&next.file));
        let first = if has_main { &best.area } else { all.first()? };
        let mut of: BTreeMap<String, BTreeSet<Area>> = BTreeMap::new();
        for page in pages.iter().filter(|_| all.len() > 1) {
            for property in &page.properties {
                let areas = of.entry(property.name.to_ascii_lowercase()).or_default();
                areas.insert(page.area.clone());
            }
        }
        Some(Self {
            first: first.clone(),
            others: all.iter().filter(|area| **area != first).copied().cloned().collect(),
            has_main,
            of,
        })
    }

    /// The areas that alone have a property; none if it is wherever the type is.
    pub(in crate::resolve) fn alone(&self, property: &Property) -> Vec<Area> {
        let Some(areas) = self.of.get(&property.name.to_ascii_lowercase()) else {
            return Vec::new();
        };
        let everywhere = areas.len() > self.others.len() || self.has_main && areas.contains(&self.first);
        let areas = areas.iter().filter(|_| !everywhere);
        areas.cloned().collect()
    }
}
