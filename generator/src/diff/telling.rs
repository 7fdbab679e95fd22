//! Texts that tell which item is which.

use super::alike::{Marks, Numbers};
use super::pair::Likeness;

/// Descriptions shorter than this are shared by too many items ("Read-only.").
const TELLING: usize = 20;

/// What a text says about an item, apart from the item's name. Short texts tell nothing.
#[derive(Debug, Default)]
pub(super) struct Telling {
    /// The number of the text, and that of the text without the name and without white space.
    texts: Option<[u32; 2]>,
    /// The numbers of its long words, sorted, each once.
    words: Vec<u32>,
}

impl Telling {
    pub(super) fn of(text: &str, name: &str, numbers: &mut Numbers) -> Self {
        if text.len() < TELLING {
            return Self::default();
        }
        let without = text.replace(name, "");
        let neutral: String = without.split_whitespace().collect();
        let lower = without.to_ascii_lowercase();
        let words = lower.split(|letter: char| !letter.is_alphanumeric());
        let mut words: Vec<u32> = words
            .filter(|word| word.len() > 3)
            .map(|word| numbers.of(word))
            .collect();
        words.sort_unstable();
        words.dedup();
        Self {
            texts: Some([numbers.of(text), numbers.of(&neutral)]),
            words,
        }
    }

    /// Whether two texts are the same apart from the names of the described items.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let texts = self.texts.zip(other.texts);
        texts.is_some_and(|([text, neutral], [other, other_neutral])| text == other || neutral == other_neutral)
    }

    /// Whether the texts are the same, or most words are.
    pub(super) fn is_like(&self, other: &Self, likeness: Likeness) -> bool {
        if likeness == Likeness::Same || self.is_same(other) {
            return self.is_same(other);
        }
        let shared = shared(&self.words, &other.words);
        shared > 2 && shared * 10 >= (self.words.len() + other.words.len() - shared) * 6
    }

    /// What texts share that are the same.
    pub(super) fn marks(&self) -> impl Iterator<Item = u32> + use<> {
        self.texts.into_iter().flatten()
    }

    /// What texts share that are alike.
    pub(super) fn shared(&self, likeness: Likeness) -> Marks {
        let is_similar = likeness == Likeness::Similar;
        Marks {
            any: self.marks().collect(),
            most: self.words.iter().copied().filter(|_| is_similar).collect(),
        }
    }
}

/// How many numbers two sorted lists share.
pub(super) fn shared(one: &[u32], other: &[u32]) -> usize {
    let mut other = other.iter().peekable();
    let is_shared = |number: &&u32| {
        while other.next_if(|next| next < number).is_some() {}
        other.next_if(|next| next == number).is_some()
    };
    one.iter().filter(is_shared).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_white_space_say_nothing() {
        let mut numbers = Numbers::default();
        let mut told = |text: &str, name: &str| Telling::of(text, name, &mut numbers);
        let one = told("How much the pot  holds, in litres.", "pot");
        assert!(one.is_same(&told("How much the pan holds, in litres.", "pan")));
        assert!(!one.is_same(&told("How long the pan holds, in hours.", "pan")));
        assert!(!told("Read-only.", "pot").is_same(&told("Read-only.", "pan")));
    }

    #[test]
    fn six_of_ten_words_are_most() {
        let mut numbers = Numbers::default();
        let mut told = |text: &str| Telling::of(text, "-", &mut numbers);
        let one = told("alpha bravo charlie delta echo foxtrot");
        assert!(one.is_like(&told("delta charlie bravo alpha echo, and golf"), Likeness::Similar));
        assert!(!one.is_like(&told("alpha bravo charlie golf hotel india"), Likeness::Similar));
    }
}
