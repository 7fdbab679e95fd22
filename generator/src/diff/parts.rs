//! Routes that belong together.

use crate::model::Route;
use std::collections::{BTreeMap, BTreeSet};

/// Routes that belong together. Those that are gone come first, then the new ones.
pub(super) struct Parts {
    /// For each route another one of its part, or itself.
    towards: Vec<usize>,
    /// How many routes are gone.
    pub(super) rows: usize,
}

/// Routes that are gone, and new ones.
pub(super) type Sides<'a> = (Vec<&'a Route>, Vec<&'a Route>);

impl Parts {
    pub(super) fn new(rows: usize, columns: usize) -> Self {
        let towards = (0..rows + columns).collect();
        Self { towards, rows }
    }

    /// The first route of the part.
    fn first(&mut self, mut route: usize) -> usize {
        while let Some(next) = self.towards.get(route).copied().filter(|next| *next != route) {
            // Half of the way for the next one.
            let further = self.towards.get(next).copied().unwrap_or(next);
            if let Some(towards) = self.towards.get_mut(route) {
                *towards = further;
            }
            route = further;
        }
        route
    }

    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        if let Some(towards) = self.towards.get_mut(one.max(other)) {
            *towards = one.min(other);
        }
    }

    /// For each route whether its part has routes of both sides.
    pub(super) fn has_both(&mut self) -> Vec<bool> {
        let firsts: Vec<usize> = (0..self.towards.len()).map(|route| self.first(route)).collect();
        let of_new: BTreeSet<usize> = firsts.iter().skip(self.rows).copied().collect();
        let has_both = |first: &usize| *first < self.rows && of_new.contains(first);
        firsts.iter().map(has_both).collect()
    }

    /// The parts with routes of both sides, then the routes that are left on each side.
    pub(super) fn sorted<'a>(
        mut self,
        removed: &[&'a Route],
        added: &[&'a Route],
    ) -> (Vec<Sides<'a>>, Vec<&'a Route>, Vec<&'a Route>) {
        let has_both = self.has_both();
        let mut whole: BTreeMap<usize, Sides<'a>> = BTreeMap::new();
        let (mut lonely, mut new) = (Vec::new(), Vec::new());
        for (at, route) in removed.iter().chain(added).enumerate() {
            let is_new = at >= self.rows;
            let side = match has_both.get(at) {
                Some(true) => {
                    let (before, after) = whole.entry(self.first(at)).or_default();
                    if is_new { after } else { before }
                }
                _ if is_new => &mut new,
                _ => &mut lonely,
            };
            side.push(*route);
        }
        (whole.into_values().collect(), lonely, new)
    }
}
