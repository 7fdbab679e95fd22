//! "Valid values 1 to 100", "Maximum length is 256 characters.": the bounds of a value.

use super::number::{number, range};
use crate::model::Facets;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// What a number behind a wording is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// The lower bound; the upper one follows.
    Range,
    /// The same, where nothing else is said about the numbers: "From 1 to 10.", but not "From 1 to 10 May".
    Span,
    /// The most characters of a text.
    Length,
    /// The same, where the number is of characters only if that word follows.
    Characters,
    /// The number stands before the wording.
    Before,
    /// The lower bound alone, where nothing is counted: "Must be at least 5.", but not "at least 5 pots".
    AtLeast,
    /// The upper bound alone, or the most characters.
    AtMost,
    /// The lower bound stands between the words, the upper one follows: "can't be less than 1 or more than 10".
    Outside,
}

/// Every wording; of all but the last ones the number follows.
const WORDINGS: &[(&str, Limit)] = &[
    // "Valid values 1 to 100", "Permitted values are 0-100", "must be between 4 and 16"
    ("POSSIBLE VALUES ARE? from|between?", Limit::Range),
    ("CAN be set? between|from", Limit::Range),
    ("value|values is|are between", Limit::Range),
    ("range of|from|is|: between?", Limit::Range),
    ("in the range", Limit::Range),
    ("ranges|ranging from|between", Limit::Range),
    // "A number between 0 and 100", "The size, from 1 to 10."
    (
        "AMOUNT in|of? days|hours|minutes|seconds|percent? between|from",
        Limit::Range,
    ),
    ("< between|from", Limit::Span),
    // "Maximum length is 256 characters.", "The maximum allowed length for this property is 64", "string, maximum size 20"
    ("max|maximum allowed|string? length|size ~ is|of|:", Limit::Length),
    ("max|maximum allowed|string? length|size", Limit::Length),
    // "Must not exceed 64 characters.", "a maximum of 256 characters", "up to 64 characters", "limited to 64 characters"
    ("not exceed", Limit::AtMost),
    ("cannot|can't|mustn't exceed", Limit::AtMost),
    ("NO be? more|greater|longer|larger|higher than", Limit::AtMost),
    ("max|maximum of", Limit::Characters),
    ("up to", Limit::Characters),
    ("limited to", Limit::Characters),
    ("max|maximum", Limit::Characters),
    ("a limit of", Limit::Characters),
    // "256 characters maximum", "100 character limit"
    ("characters|character maximum|max|limit", Limit::Before),
    // "Must be at least 5.", "Can't be less than 1 or more than 10.", "The minimum value is 1."
    ("CAN be at least", Limit::AtLeast),
    ("NO be? less|smaller|lower|shorter than", Limit::AtLeast),
    (
        "NO be? less|smaller|lower than * or|nor more|greater|larger|higher than",
        Limit::Outside,
    ),
    // "The default is 30, minimum is 5, maximum is 1440."
    ("min|minimum is * ,|and max|maximum is", Limit::Outside),
    ("^ at least", Limit::AtLeast),
    ("and at most", Limit::AtMost),
    ("^ at most", Limit::AtMost),
    ("CAN be greater than or equal to", Limit::AtLeast),
    ("min|minimum allowed? value is|of|:", Limit::AtLeast),
    ("min|minimum :", Limit::AtLeast),
    ("CAN be at most", Limit::AtMost),
    ("less than or equal to", Limit::AtMost),
    ("max|maximum allowed? value is|of|:", Limit::AtMost),
    ("max|maximum :", Limit::AtMost),
    ("at most", Limit::Characters),
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
            Limit::Range => bounds(words, found.end, false, facets),
            Limit::Span => bounds(words, found.end, true, facets),
            Limit::Outside => {
                let low = found.end.checked_sub(WORDS_OF_UPPER + 1);
                let low = low.and_then(|at| number(words.plain, words.start_of(at)));
                facets.minimum = facets.minimum.take().or(low.map(|(number, _)| number));
                facets.maximum = facets.maximum.take().or_else(|| alone(words, found.end));
            }
            Limit::AtLeast => facets.minimum = facets.minimum.take().or_else(|| alone(words, found.end)),
            Limit::AtMost => {
                length(words, found.end, true, facets);
                facets.maximum = facets.maximum.take().or_else(|| alone(words, found.end));
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

/// How many words of "or more than" and ", maximum is" stand before the upper bound.
const WORDS_OF_UPPER: usize = 3;

/// `1` to `100`; between 3 and 24 characters.
fn bounds(words: &Words<'_>, at: usize, is_alone: bool, facets: &mut Facets) {
    let Some((low, high, behind)) = range(words, at) else {
        return;
    };
    let next = words.index_at(behind);
    if words.lower(next).starts_with("character") {
        facets.max_length = facets.max_length.or_else(|| high.parse().ok());
    } else if is_alone && !words.is_clause_end(next) && !has_unit(words, at, next) {
        // "From 1 to 10 May".
    } else if facets.minimum.is_none() && facets.maximum.is_none() {
        (facets.minimum, facets.maximum) = (Some(low), Some(high));
    }
}

/// Whether a word of what is counted ends a clause that begins with "between": "between 0.5 and 5 litres".
fn has_unit(words: &Words<'_>, at: usize, next: usize) -> bool {
    let is_between = at.checked_sub(1).is_some_and(|before| words.lower(before) == "between");
    let unit = words.word(next);
    let is_small = unit.len() > 2 && unit.chars().all(|c| c.is_ascii_lowercase());
    is_between && is_small && words.is_clause_end(next + 1)
}

/// A number behind which the words about it end: "5." and "5 or more", but not "5 pots" and "5 of them".
fn alone(words: &Words<'_>, at: usize) -> Option<String> {
    let (number, behind) = number(words.plain, words.start_of(at))?;
    let next = words.index_at(behind);
    let goes_on = matches!(words.lower(next), "and" | "or" | "inclusive");
    (goes_on || words.is_clause_end(next)).then_some(number)
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
