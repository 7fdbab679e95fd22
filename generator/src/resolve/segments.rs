//! Paths by their segments, so that those that a call fits are found without looking at each.

use rustc_hash::FxHashMap;

/// A tree of paths. A place in it stands for the segments that lead to it, and the first place for none.
pub(super) struct Tree<'a, T> {
    next: FxHashMap<(usize, &'a str), usize>,
    /// What is known about each place but the first.
    values: Vec<T>,
}

impl<T> Default for Tree<'_, T> {
    fn default() -> Self {
        Self {
            next: FxHashMap::default(),
            values: Vec::new(),
        }
    }
}

impl<'a, T> Tree<'a, T> {
    /// Adds a path. The first path that leads to a place says what is known about it.
    pub(super) fn add(&mut self, segments: impl Iterator<Item = &'a str>, value: impl Fn(usize) -> T) {
        let mut place = 0;
        for (at, segment) in segments.enumerate() {
            let new = self.values.len() + 1;
            place = *self.next.entry((place, segment)).or_insert(new);
            if place == new {
                self.values.push(value(at));
            }
        }
    }

    /// How many segments of a call lead to a place, and what is known about those places. A segment can be one of several
    /// words; places of earlier words come first.
    pub(super) fn deepest<'s, W: Iterator<Item = &'s str>>(
        &'s self,
        call: impl Iterator<Item = W>,
    ) -> (usize, Vec<&'s T>) {
        let (mut depth, mut places) = (0, vec![0]);
        for words in call {
            let words: Vec<&str> = words.collect();
            let mut next = Vec::new();
            for place in &places {
                next.extend(words.iter().filter_map(|word| self.next.get(&(*place, *word))));
            }
            // A word may stand twice.
            next.dedup();
            if next.is_empty() {
                break;
            }
            (depth, places) = (depth + 1, next);
        }
        let value = |place: &usize| self.values.get(place.checked_sub(1)?);
        (depth, places.iter().filter_map(value).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn a_call_leads_as_far_as_paths_do() {
        let mut tree = Tree::default();
        for path in ["kilns/{}/pots", "kilns/all/lids", "kilns/{}/lids"] {
            tree.add(path.split('/'), |at| format!("{path} {at}"));
        }
        let shown = |call: &str| {
            let words = |segment| [segment, "{}"].into_iter().filter(|word| !word.is_empty());
            format!("{:?}", tree.deepest(call.split('/').map(words)))
        };
        insta::assert_snapshot!(["kilns/7/lids", "kilns/all/lids", "kilns/all/pots/7", "yards", "kilns/{}"].map(shown).join("\n"), @r#"
        (3, ["kilns/{}/lids 2"])
        (3, ["kilns/all/lids 2", "kilns/{}/lids 2"])
        (3, ["kilns/{}/pots 2"])
        (0, [])
        (2, ["kilns/{}/pots 1"])
        "#);
    }
}
