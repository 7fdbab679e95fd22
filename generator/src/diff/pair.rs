//! Matches items of the baseline with items of the current side.

use super::alike::{self, Marks};
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::collections::BTreeMap;

/// Matched items of two sides.
#[derive(Debug)]
pub(super) struct Pairs<'a, T> {
    pub(super) both: Vec<(&'a T, &'a T)>,
    pub(super) removed: Vec<&'a T>,
    pub(super) added: Vec<&'a T>,
}

/// Pairs items with equal keys; the order of the items does not matter. Items that share a key are sorted by content
/// first.
pub(super) fn pair<'a, T: Serialize, K: Ord>(
    before: impl IntoIterator<Item = &'a T>,
    after: impl IntoIterator<Item = &'a T>,
    key: impl Fn(&T) -> K,
) -> Pairs<'a, T> {
    let mut groups: BTreeMap<K, [Vec<&'a T>; 2]> = BTreeMap::new();
    for item in before {
        groups.entry(key(item)).or_default()[0].push(item);
    }
    for item in after {
        groups.entry(key(item)).or_default()[1].push(item);
    }
    let mut pairs = Pairs {
        both: Vec::with_capacity(groups.len()),
        removed: Vec::new(),
        added: Vec::new(),
    };
    for [before, after] in groups.into_values() {
        pairs.put(in_order(before), in_order(after));
    }
    pairs
}

impl<'a, T> Pairs<'a, T> {
    fn put(&mut self, before: Vec<&'a T>, after: Vec<&'a T>) {
        let common = before.len().min(after.len());
        self.removed.extend(before.iter().skip(common));
        self.added.extend(after.iter().skip(common));
        self.both.extend(before.into_iter().zip(after));
    }

    /// Pairs the remaining items that are alike, if each is the only one for the other. `told` is what is known about an
    /// item, `marks` what it shares with those that it is like. Those that are very much alike come first: then others that
    /// are somewhat alike leave no doubt.
    pub(super) fn also<F>(
        &mut self,
        mut told: impl FnMut(&'a T) -> F,
        marks: impl Fn(&F, Likeness) -> Marks,
        alike: impl Fn(&F, &F, Likeness) -> bool,
    ) {
        if self.removed.is_empty() || self.added.is_empty() {
            return;
        }
        let sides = [&self.removed, &self.added];
        let [mut before, mut after] = sides.map(|side| side.iter().map(|item| told(item)).collect::<Vec<_>>());
        for likeness in [Likeness::Same, Likeness::Similar] {
            let found = alike::only(
                [&before, &after],
                |facts| marks(facts, likeness),
                |old, new| alike(old, new, likeness),
            );
            let items = |(old, new): &(usize, usize)| Some((*self.removed.get(*old)?, *self.added.get(*new)?));
            self.both.extend(found.iter().filter_map(items).collect::<Vec<_>>());
            let (old, new): (FxHashSet<usize>, FxHashSet<usize>) = found.into_iter().unzip();
            leave(&mut self.removed, &old);
            leave(&mut before, &old);
            leave(&mut self.added, &new);
            leave(&mut after, &new);
        }
    }
}

/// How much alike two items have to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// They are described in the same words.
    Same,
    /// They have enough in common.
    Similar,
}

/// Takes the items at some positions away.
fn leave<T>(items: &mut Vec<T>, gone: &FxHashSet<usize>) {
    let mut at = 0..;
    items.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
}

fn in_order<T: Serialize>(mut items: Vec<&T>) -> Vec<&T> {
    if items.len() > 1 {
        items.sort_by_cached_key(|item| serde_json::to_string(item).unwrap_or_default());
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Row(&'static str, u8);

    fn shown(before: &[Row], after: &[Row]) -> String {
        let pairs = pair(before, after, |row: &Row| row.0.to_ascii_lowercase());
        let row = |row: &&Row| format!("{}{}", row.0, row.1);
        let list = |rows: &[&Row]| rows.iter().map(row).collect::<Vec<_>>().join(" ");
        let both = pairs.both.iter().map(|(a, b)| format!("{}={}", row(a), row(b)));
        format!(
            "{} - {} + {}",
            both.collect::<Vec<_>>().join(" "),
            list(&pairs.removed),
            list(&pairs.added)
        )
    }

    #[test]
    fn equal_keys_pair_up_whatever_the_order() {
        let before = [Row("b", 1), Row("a", 1), Row("c", 1)];
        let after = [Row("A", 2), Row("d", 2), Row("b", 2)];
        insta::assert_snapshot!(shown(&before, &after), @"a1=A2 b1=b2 - c1 + d2");
    }

    #[test]
    fn several_of_one_key_pair_up_by_their_content() {
        let before = [Row("a", 3), Row("a", 1)];
        let after = [Row("a", 1), Row("a", 4), Row("a", 3)];
        insta::assert_snapshot!(shown(&before, &after), @"a1=a1 a3=a3 -  + a4");
    }

    #[test]
    fn likeness_has_to_be_the_only_one() {
        let before = [Row("a", 1), Row("b", 2), Row("c", 2)];
        let after = [Row("x", 1), Row("y", 2)];
        let mut pairs = pair(&before, &after, |row: &Row| row.0);
        let marks = |row: &&Row, _| Marks {
            any: vec![u32::from(row.1)],
            most: Vec::new(),
        };
        pairs.also(|row| row, marks, |old, new, _| old.1 == new.1);
        assert_eq!((pairs.both.len(), pairs.removed.len(), pairs.added.len()), (1, 2, 1));
    }
}
