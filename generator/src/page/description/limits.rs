//! "Valid values 1 to 100", "Maximum length is 256 characters.": the bounds of a value.

use crate::model::Facets;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// What a number behind a wording is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// The lower bound; the upper one follows.
    Range,
    /// The most characters of a text.
    Length,
    /// The same, where the number is of characters only if that word follows.
    Characters,
    /// The number stands before the wording.
    Before,
}

/// Every wording; of all but the last ones the number follows.
const WORDINGS: &[(&str, Limit)] = &[
    // "Valid values 1 to 100", "Permitted values are 0-100", "must be between 4 and 16"
    ("POSSIBLE VALUES ARE? from|between?", Limit::Range),
    ("CAN be set? between|from", Limit::Range),
    ("value|values is|are between", Limit::Range),
    ("range of|from|is between?", Limit::Range),
    // "Maximum length is 256 characters.", "The maximum allowed length for this property is 64", "string, maximum size 20"
    ("max|maximum allowed|string? length|size ~ is|of|:", Limit::Length),
    ("max|maximum allowed|string? length|size", Limit::Length),
    // "Must not exceed 64 characters.", "a maximum of 256 characters", "up to 64 characters", "limited to 64 characters"
    ("not exceed", Limit::Characters),
    ("cannot|can't|mustn't exceed", Limit::Characters),
    ("max|maximum of", Limit::Characters),
    ("up to", Limit::Characters),
    ("limited to", Limit::Characters),
    // "256 characters maximum", "100 character limit"
    ("characters|character maximum|max|limit", Limit::Before),
];

pub(super) static LIMITS: LazyLock<Patterns<Limit>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Reads the bounds; the first of each kind counts.
pub(super) fn read(words: &Words<'_>, facets: &mut Facets) {
    for found in LIMITS.all(words) {
        let of_another = || words.before(found.start).any(|at| OTHERS.contains(&words.lower(at)));
        if *found.meaning != Limit::Range && of_another() {
            continue;
        }
        match found.meaning {
            Limit::Range => {
                if let Some((low, high)) = range(words, found.end)
                    && facets.minimum.is_none()
                {
                    (facets.minimum, facets.maximum) = (Some(low), Some(high));
                }
            }
            Limit::Length => length(words, found.end, false, facets),
            Limit::Characters => length(words, found.end, true, facets),
            Limit::Before => {
                let before = found.start.checked_sub(1).map(|at| words.word(at));
                facets.max_length = facets.max_length.or(before.and_then(|word| word.parse().ok()));
            }
        }
    }
}

/// Words before a number of characters that make it one of another text: "The total length of the text that the template
/// generates can't exceed 15 characters."
const OTHERS: &[&str] = &["combined", "generated", "generates", "resulting", "total"];

/// `256`, `1,024 characters`.
fn length(words: &Words<'_>, at: usize, with_noun: bool, facets: &mut Facets) {
    let Some((number, behind)) = number(words.plain, words.start_of(at)) else {
        return;
    };
    let noun = words.lower(words.index_at(behind));
    let is_of_characters = noun.starts_with("character") || (!with_noun && !UNITS.contains(&noun));
    if is_of_characters && let Ok(length) = number.parse() {
        facets.max_length = facets.max_length.or(Some(length));
    }
}

/// Words behind a number that make it no number of characters.
const UNITS: &[&str] = &["bytes", "kb", "mb", "gb", "items", "entries", "elements"];

/// `1` to `100`, 0-100, 4 and 16.
fn range(words: &Words<'_>, at: usize) -> Option<(String, String)> {
    let start = words.start_of(at);
    // The sign looks like the dash of "Valid values - ...".
    let has_sign = words.plain.get(..start).is_some_and(|before| before.ends_with(" -"));
    let (low, behind) = number(words.plain, if has_sign { start - 1 } else { start })?;
    let rest = words.plain.get(behind..)?.trim_start();
    let next = ["to ", "through ", "thru ", "and ", "-", "–", "—"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?
        .trim_start();
    let (high, _) = number(words.plain, words.plain.len() - next.len())?;
    Some((low, high))
}

/// The number at a byte without the marks that group its digits, and the byte behind it.
fn number(plain: &str, at: usize) -> Option<(String, usize)> {
    let text = plain.get(at..)?;
    let digits = text.trim_start_matches(['-', '\u{2212}']);
    let sign = if digits.len() < text.len() { "-" } else { "" };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bytes = digits.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end)
        || (matches!(bytes.get(end), Some(b',' | b'.')) && is_digit(end + 1))
        || (matches!(bytes.get(end), Some(b'E' | b'e')) && matches!(bytes.get(end + 1), Some(b'+' | b'-')))
        || (end > 0 && matches!(bytes.get(end), Some(b'+' | b'-')) && matches!(bytes.get(end - 1), Some(b'E' | b'e')))
    {
        end += 1;
    }
    let is_word = bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
    let number = digits.get(..end)?.replace(',', "");
    (!is_word).then(|| (format!("{sign}{number}"), at + text.len() - digits.len() + end))
}
