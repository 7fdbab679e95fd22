//! Reads one value at a place in a text: in code, in quotes, or bare.

use super::marked::Marked;
use super::separator::{bracket, is_blank};
use crate::page::prose::is_invisible;

/// How far a reader looks for the end of a value, a note or an explanation, in bytes. Keeps reading linear.
const LOOKAHEAD: usize = 600;

/// Words that can stand where a value is expected, but are none.
#[rustfmt::skip]
const NO_VALUES: &[&str] = &[
    "a", "according", "also", "an", "and", "as", "based", "below", "between", "by", "can", "defined", "dependent",
    "depends", "described", "determined", "different", "e.g", "each", "eg", "etc", "ex", "example", "for", "from", "given", "greater", "i.e",
    "if", "in", "inherited", "is", "it", "its", "limited", "listed", "more", "not", "of", "only", "or", "same", "see",
    "set", "shown", "similar", "so", "specified", "such", "than", "that", "the", "their", "then", "there", "these",
    "this", "those", "through", "thru", "to", "used", "when", "where", "which", "with", "within", "you", "your",
];

/// A value as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value<'a> {
    /// The value.
    pub(super) text: &'a str,
    /// It stands in code, bold or quotes.
    pub(super) marked: bool,
    /// It stands in bold.
    pub(super) bold: bool,
}

/// What stands in brackets behind a value.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Notes<'a> {
    /// The value is the default.
    pub(super) is_default: bool,
    /// It is deprecated.
    pub(super) is_deprecated: bool,
    /// `small` of "`1` (for `small`)": the value that the number stands for.
    pub(super) name: Option<&'a str>,
}

impl Notes<'_> {
    fn add(&mut self, note: &str) {
        let words = note.to_ascii_lowercase();
        let words = words.trim_matches(['(', ')', ' ', '.']);
        self.is_default |= words.starts_with("default") || words.ends_with("the default") || words == "by default";
        self.is_deprecated |= words.starts_with("deprecated") || words == "now deprecated";
    }
}

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    /// The text.
    pub(super) plain: &'a str,
    /// Its code and bold spans.
    pub(super) marked: &'a [Marked],
    /// The next byte.
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// All that is left.
    pub(super) fn rest(&self) -> &'a str {
        self.plain.get(self.at..).unwrap_or("")
    }

    /// The next bytes, as far as a reader looks ahead.
    pub(super) fn ahead(&self) -> &'a str {
        let rest = self.rest();
        let mut end = rest.len().min(LOOKAHEAD);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        rest.get(..end).unwrap_or(rest)
    }

    /// Skips characters.
    pub(super) fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(skipped).len();
    }

    /// The code or bold span around a byte.
    pub(super) fn span_at(&self, at: usize) -> Option<&'a Marked> {
        let index = self.marked.partition_point(|span| span.range.end <= at);
        self.marked.get(index).filter(|span| span.range.start <= at)
    }

    /// Reads the value at the cursor and moves the cursor behind it. `phrases` says that values of several words were read
    /// before.
    pub(super) fn value(&mut self, phrases: bool) -> Option<Value<'a>> {
        let (text, marked, bold) = if let Some(span) = self.span_at(self.at) {
            self.at = span.range.end;
            let text = self.plain.get(span.range.clone())?;
            (
                text.trim().trim_matches(['"', '\'', '“', '”', '‘', '’', ',']),
                true,
                span.bold,
            )
        } else if let Some(text) = self.quoted() {
            (text, true, false)
        } else {
            (self.bare(phrases)?, false, false)
        };
        is_plausible(text).then_some(Value { text, marked, bold })
    }

    /// A value in quotes of any kind.
    fn quoted(&mut self) -> Option<&'a str> {
        let rest = self.ahead();
        let open = rest.chars().next()?;
        let quotes = [['"', '“', '”'], ['\'', '‘', '’']]
            .into_iter()
            .find(|quotes| quotes.contains(&open))?;
        let inner = rest.get(open.len_utf8()..)?;
        let (text, behind) = inner.split_once(quotes)?;
        self.at += rest.len() - behind.len();
        Some(text.trim())
    }

    /// A word without markup, or a phrase up to a comma ("Business Management,").
    fn bare(&mut self, phrases: bool) -> Option<&'a str> {
        let rest = self.ahead();
        let end = rest.find(is_bare_end).unwrap_or(rest.len());
        let word = rest.get(..end)?.trim_end_matches(['.', ':', '!', '…']);
        if is_no_value(word) {
            return None;
        }
        let text = phrase(rest, word, phrases).unwrap_or(word);
        self.at += text.len();
        Some(text)
    }

    /// Skips a dash and the marked name behind it: "0 - `shade`".
    pub(super) fn named(&mut self) -> Option<&'a str> {
        let rest = self.ahead().trim_start_matches(is_blank);
        let behind = rest
            .strip_prefix(['-', '\u{2013}', '\u{2014}', '='])?
            .trim_start_matches(is_blank);
        let start = self.at + self.ahead().len() - behind.len();
        let span = self.span_at(start)?;
        let name = self.plain.get(span.range.clone())?;
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(char::is_alphanumeric);
        self.at = if is_name { span.range.end } else { self.at };
        is_name.then_some(name)
    }

    /// Skips "(...)" behind a value.
    pub(super) fn notes(&mut self) -> Notes<'a> {
        let mut notes = Notes::default();
        loop {
            let rest = self.ahead();
            let note = rest.trim_start_matches(is_blank);
            let Some(length) = bracket(note).filter(|_| note.starts_with('(')) else {
                return notes;
            };
            let start = self.at + rest.len() - note.len();
            self.at = start + length;
            notes.add(note.get(..length).unwrap_or(""));
            if let Some(behind) = note.strip_prefix("(for ") {
                let at = start + note.len() - behind.len();
                notes.name = self.span_at(at).and_then(|span| self.plain.get(span.range.clone()));
            }
        }
    }
}

fn is_bare_end(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, ',' | ';' | '(' | ')' | '[' | ']' | '|' | '"' | '“' | '”')
}

fn is_no_value(word: &str) -> bool {
    NO_VALUES.iter().any(|no| no.eq_ignore_ascii_case(word))
}

/// Whether a text can be a value at all.
fn is_plausible(value: &str) -> bool {
    value.len() <= 120
        && value.starts_with(|c: char| c.is_alphanumeric() || "#@_.</+*".contains(c))
        && value.contains(char::is_alphanumeric)
        && !value.contains(['\n', '{', '}', '=', '|'])
        && !value.ends_with("()")
}

/// Two to four words up to a comma, the first with a capital: "Business Management, CRM". The last of a list has no
/// comma behind it, so it counts only after others.
fn phrase<'a>(rest: &'a str, word: &str, phrases: bool) -> Option<&'a str> {
    let end = rest.find([',', ';', '\n', '(', '.', ':']).unwrap_or(rest.len());
    let stops_at_comma = rest.get(end..)?.starts_with([',', ';', '\n']);
    let phrase = rest.get(..end)?.trim_end();
    let is_word = |word: &str| {
        let glue = ["and", "or", "-", "--", "–", "—", "="];
        !is_no_value(word) && !glue.iter().any(|glue| glue.eq_ignore_ascii_case(word))
    };
    let fits = word.starts_with(char::is_uppercase)
        && phrase.len() > word.len()
        && phrase.split(' ').count() <= 4
        && phrase.split(' ').all(is_word);
    (fits && (stops_at_comma || phrases)).then_some(phrase)
}
