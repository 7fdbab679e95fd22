//! What cells state, by their words.
//!
//! Pages about creating and updating an object repeat the rows of its resource: of 51,000 cells of the Graph reference,
//! 15,000 differ. Each is read once.

use super::Stated;
use crate::markdown::Text;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// Locks, so that threads seldom wait for each other.
const SHARDS: usize = 16;

/// Cells of more bytes stand on one page only.
const LONGEST: usize = 10_000;

/// The cells that were read so far, for all threads, by a hash of their words.
#[derive(Debug, Default)]
pub struct Memo([Mutex<FxHashMap<u64, Arc<Known>>>; SHARDS]);

/// A cell that was read, apart from the table, which so stays small.
#[derive(Debug)]
struct Known {
    cell: Cell,
    stated: Stated,
}

/// Everything that reading a cell depends on.
#[derive(Debug)]
struct Cell {
    plain: String,
    code: Vec<Range<usize>>,
    strong: Vec<Range<usize>>,
    links: Vec<Range<usize>>,
}

impl Cell {
    fn of(text: &Text) -> Self {
        Self {
            plain: text.plain.clone(),
            code: text.code.clone(),
            strong: text.strong.clone(),
            links: text.links.iter().map(|link| link.range.clone()).collect(),
        }
    }

    fn is(&self, text: &Text) -> bool {
        let links = text.links.iter().map(|link| &link.range);
        self.plain == text.plain && self.code == text.code && self.strong == text.strong && self.links.iter().eq(links)
    }
}

impl Memo {
    /// What the cell states; `read` finds out when no cell before said the same.
    pub(super) fn get(&self, text: &Text, read: impl FnOnce() -> Stated) -> Stated {
        if text.plain.len() > LONGEST {
            return read();
        }
        let hash = FxBuildHasher.hash_one((&text.plain, &text.code));
        let shard = usize::try_from(hash % SHARDS as u64).unwrap_or_default();
        let Some(shard) = self.0.get(shard) else {
            return read();
        };
        let known = shard
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&hash)
            .map(Arc::clone);
        if let Some(known) = known.filter(|known| known.cell.is(text)) {
            return known.stated.clone();
        }
        let stated = read();
        let known = Arc::new(Known {
            cell: Cell::of(text),
            stated: stated.clone(),
        });
        let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
        shard.insert(hash, known);
        stated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_other_words_or_marks_are_read_again() {
        let memo = Memo::default();
        let text = |plain: &str, code: &[Range<usize>]| Text {
            plain: plain.to_owned(),
            code: code.to_vec(),
            ..Text::default()
        };
        let mut times = 0;
        for (plain, code) in [("Read-only.", vec![]), ("Read-only.", vec![]), ("Nullable.", vec![])] {
            memo.get(&text(plain, &code), || {
                times += 1;
                Stated::default()
            });
        }
        let marked = text("Nullable.", std::slice::from_ref(&(0..8)));
        memo.get(&marked, || {
            times += 1;
            Stated::default()
        });
        assert_eq!(times, 3);
    }
}
