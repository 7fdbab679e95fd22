//! Finds items of two sides that are like each other and like no other one, without comparing each with each.
//!
//! Items that are alike share a mark, or most of their words. So an item is compared only with those that have one of its
//! marks or one of its rare words: of ten words that share six with ten others, one is among the five rarest.

use rustc_hash::FxHashMap;

/// Texts as numbers, for quick comparisons.
#[derive(Debug, Default)]
pub(super) struct Numbers(FxHashMap<String, u32>);

impl Numbers {
    /// Equal texts have equal numbers.
    pub(super) fn of(&mut self, text: &str) -> u32 {
        if let Some(number) = self.0.get(text) {
            return *number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(text.to_owned(), number);
        number
    }
}

/// What an item can share with those that it is like.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    /// Items that are alike share one of these ...
    pub(super) any: Vec<u32>,
    /// ... or at least six of ten of these; each once.
    pub(super) most: Vec<u32>,
}

/// The positions of items that are alike and that are like no other one.
pub(super) fn only<F>(
    [before, after]: [&[F]; 2],
    marks: impl Fn(&F) -> Marks,
    alike: impl Fn(&F, &F) -> bool,
) -> Vec<(usize, usize)> {
    if before.is_empty() || after.is_empty() {
        return Vec::new();
    }
    let sides = [before, after].map(|side| side.iter().map(&marks).collect::<Vec<_>>());
    let counts = counts(&sides);
    let [old, new] = sides.map(|marks| Side::of(marks, &counts));
    let likes = |(at, item): (usize, &F)| {
        let like = new.only(&old, at, |candidate| {
            after.get(candidate).is_some_and(|other| alike(item, other))
        })?;
        let other = after.get(like)?;
        let back = old.only(&new, like, |candidate| {
            before.get(candidate).is_some_and(|item| alike(item, other))
        });
        (back == Some(at)).then_some((at, like))
    };
    before.iter().enumerate().filter_map(likes).collect()
}

/// How many items have a word.
fn counts(sides: &[Vec<Marks>; 2]) -> FxHashMap<u32, u32> {
    let mut counts = FxHashMap::default();
    for word in sides.iter().flatten().flat_map(|marks| &marks.most) {
        *counts.entry(*word).or_insert(0) += 1;
    }
    counts
}

/// The items of one side, found by what they share with others.
struct Side {
    /// For each item its marks and its rare words.
    marks: Vec<[Vec<u32>; 2]>,
    /// The items that have a mark or a rare word.
    items: [FxHashMap<u32, Vec<usize>>; 2],
}

impl Side {
    fn of(marks: Vec<Marks>, counts: &FxHashMap<u32, u32>) -> Self {
        let marks: Vec<[Vec<u32>; 2]> = marks
            .into_iter()
            .map(|marks| [marks.any, rare(marks.most, counts)])
            .collect();
        let mut items = [FxHashMap::default(), FxHashMap::default()];
        for (at, marks) in marks.iter().enumerate() {
            for (items, marks) in items.iter_mut().zip(marks) {
                for mark in marks {
                    let found: &mut Vec<usize> = items.entry(*mark).or_default();
                    found.push(at);
                }
            }
        }
        Self { marks, items }
    }

    /// The only item that passes the test, of those that share something with an item of the other side.
    fn only(&self, other: &Self, at: usize, passes: impl Fn(usize) -> bool) -> Option<usize> {
        let mut found = None;
        let marks = other.marks.get(at).into_iter();
        let lists = marks.flat_map(|marks| marks.iter().zip(&self.items));
        let near = lists.flat_map(|(marks, items)| marks.iter().filter_map(|mark| items.get(mark)));
        for candidate in near.flatten() {
            if found == Some(*candidate) || !passes(*candidate) {
                continue;
            }
            if found.is_some() {
                return None;
            }
            found = Some(*candidate);
        }
        found
    }
}

/// The rarest words, of which two items that share six of ten have one in common.
fn rare(mut words: Vec<u32>, counts: &FxHashMap<u32, u32>) -> Vec<u32> {
    words.sort_unstable_by_key(|word| (counts.get(word), *word));
    let shared = (words.len() * 6).div_ceil(10);
    let rare = words.len() - shared + usize::from(!words.is_empty());
    words.truncate(rare);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(before: &[&[u32]], after: &[&[u32]]) -> Vec<(usize, usize)> {
        let marks = |words: &&[u32]| Marks {
            any: Vec::new(),
            most: words.to_vec(),
        };
        let alike = |old: &&[u32], new: &&[u32]| {
            let shared = old.iter().filter(|word| new.contains(word)).count();
            shared * 10 >= (old.len() + new.len() - shared) * 6
        };
        only([before, after], marks, alike)
    }

    #[test]
    fn items_that_share_most_words_are_found() {
        let before: &[&[u32]] = &[&[1, 2, 3, 4, 5], &[1, 2, 6, 7, 8], &[20]];
        let after: &[&[u32]] = &[&[1, 2, 6, 7, 9], &[1, 2, 3, 4, 5, 30, 31], &[21]];
        assert_eq!(found(before, after), [(0, 1), (1, 0)]);
    }

    #[test]
    fn likeness_has_to_be_the_only_one() {
        let before: &[&[u32]] = &[&[1, 2, 3], &[4, 5, 6]];
        let twice: &[&[u32]] = &[&[1, 2, 3], &[1, 2, 3], &[4, 5, 6]];
        assert_eq!(found(before, twice), [(1, 2)]);
        assert_eq!(found(twice, before), [(2, 1)]);
    }
}
