//! "Possible values are: `a`, `b`": the values that a description lists.

use super::introducer::{FILLER, INTRODUCER, OTHER_NOUNS, Strength};
use super::list::{List, list_at};
use super::marked::Marked;
use crate::page::prose::{Patterns, Words};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The values of a description.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Values {
    /// The values in page order.
    pub(super) names: Vec<String>,
    /// The value marked "(default)".
    pub(super) default: Option<String>,
    /// The values marked "(deprecated)".
    pub(super) deprecated: Vec<String>,
    /// The numbers that stand for values.
    pub(super) numbers: Vec<(String, i64)>,
    /// `null` is one of the values.
    pub(super) has_null: bool,
    /// The first byte of words that promise a list without one.
    pub(super) unlisted: Option<usize>,
}

/// Reads the values and marks their words as taken, so that `required` as a value is not read as a statement.
pub(super) fn values(words: &mut Words<'_>, marked: &[Marked]) -> Values {
    let mut best: Option<Strength> = None;
    let mut values = Values::default();
    let mut seen = FxHashSet::default();
    let mut unlisted = None;
    let mut index = 0;
    while index < words.tokens().len() {
        let (strength, from) = introduction(words, index);
        if strength == Some(Strength::OfOthers) {
            break;
        }
        let list = strength
            .and_then(|strength| Some((strength, listed(words, marked, from)?)))
            .filter(|(strength, list)| counts(*strength, list, best) && !is_denied(words, index, *strength));
        let Some((strength, list)) = list else {
            if strength == Some(Strength::Strong) {
                unlisted = unlisted.or(Some(words.start_of(index)));
            }
            // What follows "example values are" is no list either.
            index = if strength == Some(Strength::Never) {
                from
            } else {
                index + 1
            };
            continue;
        };
        words.take(words.start_of(from), list.end);
        index = words.index_at(list.end).max(index + 1);
        if best.is_none_or(|best| best < strength) {
            values = Values::default();
            seen.clear();
            best = Some(strength);
        }
        if best == Some(strength) || strength == Strength::Mention {
            values.add(list, &mut seen);
        }
    }
    values.unlisted = unlisted;
    if best == Some(Strength::Strong) {
        let later = LATER.all(words).filter_map(|found| value_before(words, found.start));
        let later: Vec<String> = later.filter(|name| !values.names.contains(name)).collect();
        values.names.extend(later);
    }
    values
}

/// "`slow` can also be specified.": one more value stands before the words.
const LATER_WORDINGS: &[(&str, ())] = &[("can|may also be specified|used|set", ())];

pub(super) static LATER: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(LATER_WORDINGS));

fn value_before(words: &Words<'_>, at: usize) -> Option<String> {
    let before = words.tokens().get(at.checked_sub(1)?)?;
    let name = words.plain.get(before.start..before.end)?;
    (before.in_code && !before.taken).then(|| name.to_owned())
}

impl Values {
    /// Adds the values of a list; `seen` holds those of all lists from the second on.
    fn add(&mut self, list: List, seen: &mut FxHashSet<String>) {
        self.has_null |= list.has_null;
        self.deprecated.extend(list.deprecated);
        self.numbers.extend(list.numbers);
        self.default = self.default.take().or(list.default);
        if self.names.is_empty() {
            self.names = list.values;
            return;
        }
        if seen.is_empty() {
            seen.extend(self.names.iter().cloned());
        }
        self.names
            .extend(list.values.into_iter().filter(|name| seen.insert(name.clone())));
    }
}

/// Whether the words at `index` introduce a list, and the token behind them.
fn introduction(words: &Words<'_>, index: usize) -> (Option<Strength>, usize) {
    match INTRODUCER.at(words, index) {
        Some(found) => (Some(*found.meaning), found.end),
        None => (is_plain_colon(words, index).then_some(Strength::Colon), index + 1),
    }
}

/// The list at a token, behind "either", "one of the following values:" and the like.
fn listed(words: &Words<'_>, marked: &[Marked], from: usize) -> Option<List> {
    let mut next = from;
    while let Some(filler) = FILLER.at(words, next).filter(|filler| filler.end > next) {
        next = filler.end;
    }
    let start = words.tokens().get(next.checked_sub(1)?)?.end;
    list_at(words.plain, marked, start)
}

/// A colon behind a noun: "The importance of the message: low, normal, high."
fn is_plain_colon(words: &Words<'_>, index: usize) -> bool {
    let is_noun = |before: usize| {
        let token = words.tokens().get(before);
        token.is_some_and(|token| token.is_word && !token.in_code && !token.taken)
            && !OTHER_NOUNS.contains(&words.lower(before))
    };
    words.lower(index) == ":" && index.checked_sub(1).is_some_and(is_noun)
}

/// Whether a list is one of values of the property, judging by its looks.
fn counts(strength: Strength, list: &List, best: Option<Strength>) -> bool {
    let all = |test: fn(&str) -> bool| list.values.iter().all(|value| test(value));
    let switch = all(|value| value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false"));
    let numbers = all(|value| value.bytes().all(|byte| byte.is_ascii_digit()));
    let several = list.closed && list.values.len() > 1 && !numbers;
    match strength {
        Strength::OfOthers | Strength::Never => false,
        Strength::Mention => best == Some(Strength::Strong) && list.sure && list.values.len() == 1 && !list.closed,
        _ if switch => false,
        Strength::Weak => several && list.sure,
        Strength::Colon => several && all(|value| !value.contains(' ')) && (list.sure || list.values.len() > 2),
        Strength::Strong => true,
    }
}

/// "Cannot be one of the following values:" denies the list, "when the protocol is either `a` or `b`" is a condition on
/// another property. Looks at the words before the phrase, back to a comma.
fn is_denied(words: &Words<'_>, index: usize, strength: Strength) -> bool {
    let denials = ["cannot", "can't", "except", "excluding", "mustn't", "not", "never"];
    let conditions = ["if", "unless", "when", "where"];
    let before = (0..index)
        .rev()
        .take(LOOK_BACK)
        .take_while(|at| !words.is_clause_end(*at));
    before
        .map(|at| words.lower(at))
        .any(|word| denials.contains(&word) || (strength < Strength::Strong && conditions.contains(&word)))
}

/// How many words before a phrase are looked at.
const LOOK_BACK: usize = 12;
