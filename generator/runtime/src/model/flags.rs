//! Sets of flags.

use std::borrow::Cow;

/// A set of members of an enum; in JSON a string with their names and commas.
///
/// A string with unknown names, repeated names, or another order than the documentation's is kept as it was sent.
#[derive(Clone, Default)]
pub struct FlagSet {
    bits: u64,
    sent: Option<Box<str>>,
}

impl FlagSet {
    /// The empty set.
    pub const fn empty() -> Self {
        Self { bits: 0, sent: None }
    }

    /// The set with one member, by its position in the documentation (up to 63).
    pub const fn member(number: u32) -> Self {
        Self {
            bits: 1 << (number % u64::BITS),
            sent: None,
        }
    }

    /// Reads a string with names and commas.
    pub fn parse(members: &[&str], text: &str) -> Self {
        let mut set = Self::empty();
        for word in text.split(',').map(str::trim) {
            if let Some(number) = members
                .iter()
                .position(|m| *m == word)
                .and_then(|n| u32::try_from(n).ok())
            {
                set.bits |= Self::member(number).bits;
            }
        }
        if set.known(members).join(",") != text {
            set.sent = Some(text.into());
        }
        set
    }

    /// The string to send.
    pub fn text(&self, members: &[&'static str]) -> Cow<'_, str> {
        match &self.sent {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.known(members).join(",")),
        }
    }

    /// The names of all members, including unknown ones.
    pub fn words(&self, members: &[&'static str]) -> Vec<&str> {
        match &self.sent {
            Some(text) => text.split(',').map(str::trim).filter(|w| !w.is_empty()).collect(),
            None => self.known(members),
        }
    }

    /// Whether every documented member of `other` is in this set.
    pub fn contains(&self, other: &Self) -> bool {
        self.bits & other.bits == other.bits
    }

    /// The union of both sets, including unknown names.
    #[must_use]
    pub fn union(&self, other: &Self, members: &[&'static str]) -> Self {
        let bits = self.bits | other.bits;
        if self.sent.is_none() && other.sent.is_none() {
            return Self { bits, sent: None };
        }
        let mut words = self.words(members);
        for word in other.words(members) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Self {
            bits,
            sent: Some(words.join(",").into()),
        }
    }

    fn known<'a>(&self, members: &[&'a str]) -> Vec<&'a str> {
        let set = members.iter().take(64).enumerate();
        set.filter(|(n, _)| self.bits >> n & 1 == 1)
            .map(|(_, word)| *word)
            .collect()
    }
}
