//! Which areas need which types.
//!
//! An area needs the types that it documents, the types that its operations send or receive, and all types of their
//! structural properties. Navigation properties need nothing: they hold undecoded JSON, and if the type is not
//! compiled, the field is not compiled either.

use super::areas::AreaSet;

/// A graph of numbered items.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    needs: Vec<Vec<usize>>,
    areas: Vec<AreaSet>,
}

impl Graph {
    /// A graph of this many items, none needed by any area.
    pub(crate) fn new(items: usize) -> Self {
        Self {
            needs: vec![Vec::new(); items],
            areas: vec![AreaSet::default(); items],
        }
    }

    /// Says that `user` does not compile without `used`.
    pub(crate) fn need(&mut self, user: usize, used: usize) {
        if let Some(needs) = self.needs.get_mut(user) {
            needs.push(used);
        }
    }

    /// Says that an area needs an item.
    pub(crate) fn root(&mut self, area: usize, item: usize) {
        if let Some(areas) = self.areas.get_mut(item) {
            areas.insert(area);
        }
    }

    /// For each item, the areas that need it directly or through other items.
    pub(crate) fn solve(mut self) -> Vec<AreaSet> {
        let mut waiting: Vec<usize> = (0..self.areas.len()).collect();
        while let Some(user) = waiting.pop() {
            let areas = self.areas.get(user).cloned().unwrap_or_default();
            for used in self.needs.get(user).into_iter().flatten() {
                if self.areas.get_mut(*used).is_some_and(|theirs| theirs.union(&areas)) {
                    waiting.push(*used);
                }
            }
        }
        self.areas
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_are_transitive_and_may_form_rings() {
        let mut graph = Graph::new(4);
        graph.need(0, 1);
        graph.need(1, 2);
        graph.need(2, 1);
        graph.root(0, 0);
        graph.root(1, 2);
        let sets = graph.solve();
        let shown: Vec<Vec<usize>> = sets.iter().map(|set| set.iter().collect()).collect();
        assert_eq!(shown, [vec![0], vec![0, 1], vec![0, 1], vec![]]);
    }
}
