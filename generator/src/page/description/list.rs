//! Reads a list of values: `a`, `b` or `c`; a (default), b; a - meaning; b - meaning; one in a line.

use super::marked::Marked;
use super::separator::{Separator, dash, is_blank, sentence_end, separator, skip_conjunction};
use super::value::{Cursor, Notes, Value};
use crate::page::prose::is_invisible;
use rustc_hash::FxHashSet;

/// A list of values, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct List {
    /// The values in order, each once. JSON's `null` is no value.
    pub(super) values: Vec<String>,
    /// The value with "(default)" behind it; `null` can be one.
    pub(super) default: Option<String>,
    /// The values with "(deprecated)" behind them.
    pub(super) deprecated: Vec<String>,
    /// The numbers that stand for values: "`1` (for `small`)".
    pub(super) numbers: Vec<(String, i64)>,
    /// `null` is among the values.
    pub(super) has_null: bool,
    /// Every value stands in code or quotes, or is spelled like a name (`dateOnly`, `Public`).
    pub(super) sure: bool,
    /// A full stop, a line end or a closing bracket follows.
    pub(super) closed: bool,
    /// Where the list ends.
    pub(super) end: usize,
}

/// Short statements that stand in a line of their own behind a list.
#[rustfmt::skip]
const STATEMENTS: &[&str] = &[
    "default", "inherited", "key", "note", "nullable", "optional", "read-only", "readonly", "required", "returned",
    "supports",
];

/// Headings of an HTML table inside the cell; its rows are no longer told from its columns.
const HEADINGS: &[&str] = &["Value", "Values", "Member", "Name"];

/// Reads the list at byte `start`, where its introduction ends. `None` when no value stands there, or a range (`1` to
/// `10`, `0-100`, `Light1` thru `Light21`).
pub(super) fn list_at(plain: &str, marked: &[Marked], start: usize) -> Option<List> {
    let cursor = Cursor {
        plain,
        marked,
        at: start,
    };
    let mut reader = ListReader {
        cursor,
        lines: false,
        seen: FxHashSet::default(),
    };
    reader.read()
}

/// What follows a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// Another value, behind a comma.
    Another,
    /// Another value, in the next line.
    NextLine,
    /// The end of the sentence.
    Closed,
    /// Words.
    Prose,
    /// The other end of a range.
    Range,
}

struct ListReader<'a> {
    cursor: Cursor<'a>,
    /// One value in a line.
    lines: bool,
    seen: FxHashSet<&'a str>,
}

impl<'a> ListReader<'a> {
    fn read(&mut self) -> Option<List> {
        let mut list = List {
            sure: true,
            ..List::default()
        };
        let (mut before, mut marked, mut phrases) = (After::Another, false, false);
        self.lines = self.skip_bullets();
        loop {
            let is_first = list.values.is_empty() && !list.has_null;
            let Some(mut value) = self.cursor.value(phrases) else {
                break;
            };
            let notes = self.cursor.notes();
            let is_number = value.text.bytes().all(|byte| byte.is_ascii_digit());
            let named = || self.cursor.named();
            if let Some(name) = is_number.then(|| notes.name.or_else(named)).flatten() {
                let number = value.text.parse().ok();
                list.numbers.extend(number.map(|number| (name.to_owned(), number)));
                value.text = name;
            }
            let after = self.after(&value);
            let is_heading = is_first && self.lines && HEADINGS.contains(&value.text);
            if after == After::Range || is_heading || (is_first && !value.marked && after == After::Prose) {
                return None;
            }
            if !is_first && !value.marked && is_other_sentence(value.text, before, after, marked) {
                break;
            }
            self.add(&mut list, &value, notes);
            list.end = self.cursor.at;
            list.closed = after == After::Closed;
            if !matches!(after, After::Another | After::NextLine) {
                break;
            }
            (before, marked, phrases) = (after, marked || value.marked, phrases || value.text.contains(' '));
            self.skip_bullets();
        }
        (!list.values.is_empty() || list.has_null).then_some(list)
    }

    /// Skips blanks, line ends, bullets and numbers before quoted values ("1. "sig" 2. "enc""). Returns whether there
    /// was a line end.
    fn skip_bullets(&mut self) -> bool {
        let from = self.cursor.at;
        self.cursor
            .skip(|c| c.is_whitespace() || is_invisible(c) || matches!(c, '•' | '·' | '*'));
        if self.cursor.rest().starts_with("- ") {
            self.cursor.at += 2;
            self.cursor.skip(char::is_whitespace);
        } else if let Some(length) = numbering(self.cursor.rest()) {
            self.cursor.at += length;
        }
        self.cursor
            .plain
            .get(from..self.cursor.at)
            .is_some_and(|passed| passed.contains('\n'))
    }

    fn add(&mut self, list: &mut List, value: &Value<'a>, notes: Notes<'_>) {
        list.sure &= !value.bold && (value.marked || is_name_like(value.text));
        let is_one = !value.marked || value.text.contains("://") || has_words(value.text);
        let parts = value
            .text
            .split(|c| c == ',' && !is_one)
            .map(|part| skip_conjunction(part.trim()).trim());
        for part in parts.filter(|part| !part.is_empty()) {
            if notes.is_default {
                list.default = Some(part.to_owned());
            }
            if notes.is_deprecated {
                list.deprecated.push(part.to_owned());
            }
            if part.eq_ignore_ascii_case("null") {
                list.has_null = true;
            } else if self.seen.insert(part) {
                list.values.push(part.to_owned());
            }
        }
    }

    /// Skips an explanation and the separator behind a value.
    fn after(&mut self, value: &Value<'_>) -> After {
        self.cursor.skip(|c| is_blank(c) || is_invisible(c));
        let rest = self.cursor.rest();
        if self.is_range(value, rest) {
            return After::Range;
        }
        if let Some(length) = dash(rest) {
            self.cursor.at += length;
            return self.behind_explanation(value);
        }
        if numbering(rest).is_some() {
            return After::Another;
        }
        match separator(rest) {
            Some((_, length)) if length == rest.len() => After::Closed,
            Some((Separator::Line, _)) if !self.lines => After::Closed,
            Some((separator, length)) => {
                self.cursor.at += length;
                if separator == Separator::Line {
                    After::NextLine
                } else {
                    After::Another
                }
            }
            None if rest.is_empty() || rest.starts_with([')', ']', '!']) => After::Closed,
            None if rest.starts_with(['.', '…']) => self.behind_full_stop(value),
            None if value.marked => self.behind_prose(),
            None => After::Prose,
        }
    }

    /// `0` to `10`, `a`-`z`, 0-100, `Light1` thru `Light9`: the first end of a range.
    fn is_range(&self, value: &Value<'_>, rest: &str) -> bool {
        let words = ["to ", "through ", "thru ", "–", "-", ".."];
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if let Some((low, high)) = value.text.split_once(['-', '–']) {
            return digits(low) && digits(high);
        }
        let Some(behind) = words.iter().find_map(|word| rest.strip_prefix(word)) else {
            return false;
        };
        let at = self.cursor.plain.len() - behind.len();
        let numbers = digits(value.text) && behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
        self.cursor.span_at(at).is_some() || numbers || rest.starts_with("thr")
    }

    /// Values one in a sentence: "`a`. `b`. `c`."
    fn behind_full_stop(&mut self, value: &Value<'_>) -> After {
        let behind = self.cursor.rest().trim_start_matches(['.', '…', ' ']);
        let at = self.cursor.plain.len() - behind.len();
        let next = self.cursor.span_at(at).filter(|span| !span.bold && value.marked);
        let follows = next
            .and_then(|span| self.cursor.plain.get(span.range.end..))
            .map(str::trim_start);
        if follows.is_some_and(|text| text.is_empty() || text.starts_with(['.', ',', ';']) || dash(text).is_some()) {
            self.cursor.at = at;
            return After::Another;
        }
        After::Closed
    }

    /// Skips the meaning of a value, up to the next value with a meaning: "a - x; b - y", lines, "`a`: x. `b`: y."
    fn behind_explanation(&mut self, value: &Value<'_>) -> After {
        let rest = self.cursor.ahead();
        let places = rest.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | '\n' | '.'));
        for (at, mark) in places {
            let behind = rest.get(at + 1..).unwrap_or("");
            let next = behind.trim_start_matches(|c: char| is_blank(c) || "\n•*".contains(c));
            let is_bullet = behind.starts_with('\n') || mark == '\n';
            let next = next
                .strip_prefix("- ")
                .filter(|_| is_bullet)
                .map_or(next, str::trim_start);
            let next = skip_conjunction(next);
            let place = self.cursor.at + rest.len() - next.len();
            if self.is_explained(place, value.marked, mark) {
                self.cursor.at = place;
                self.lines |= mark == '\n';
                return if mark == '\n' { After::NextLine } else { After::Another };
            }
        }
        self.cursor.at += rest.find(['.', '\n']).unwrap_or(rest.len());
        After::Closed
    }

    /// Whether a value with an explanation stands at a byte, or one alone in its line or between semicolons. Behind a
    /// full stop a bare word is none: "Ex: image/png".
    fn is_explained(&self, at: usize, marked: bool, before: char) -> bool {
        let mut next = Cursor { at, ..self.cursor };
        let is_marked = |value: Value<'_>| value.marked || !(marked || before == '.');
        if !next.value(false).is_some_and(is_marked) {
            return false;
        }
        next.notes();
        let behind = next.rest().trim_start_matches(is_blank);
        let alone = match before {
            '\n' => behind.is_empty() || behind.starts_with('\n'),
            ';' => behind.is_empty() || behind.starts_with([';', '.']),
            _ => false,
        };
        alone || dash(behind).is_some()
    }

    /// Skips words behind a marked value when another marked value comes behind a comma in the same sentence: "`a` for
    /// apps, or `b` for people."
    fn behind_prose(&mut self) -> After {
        let rest = self.cursor.ahead();
        let end = self.cursor.at + sentence_end(rest);
        let index = self
            .cursor
            .marked
            .partition_point(|span| span.range.start < self.cursor.at);
        let next = self.cursor.marked.get(index).filter(|span| span.range.start < end);
        let Some(start) = next.map(|span| span.range.start) else {
            return After::Prose;
        };
        let between = self.cursor.plain.get(self.cursor.at..start).unwrap_or("").trim_end();
        let listed = [",", ";", ", or", ", and"].iter().any(|mark| between.ends_with(mark));
        let about = [" if ", " when ", " is ", " are ", " than "]
            .iter()
            .any(|word| between.contains(word));
        if !listed || about || between.starts_with("is ") || between.starts_with("are ") {
            return After::Prose;
        }
        self.cursor.at = start;
        After::Another
    }
}

/// Whether a value in code is one that has a comma: `Informational, expected activity`, but not `low, high, or none`.
fn has_words(value: &str) -> bool {
    let mut parts = value.split(',').map(|part| skip_conjunction(part.trim()).trim());
    parts.any(|part| part.contains(' '))
}

/// The length of "1. " before a quote.
fn numbering(text: &str) -> Option<usize> {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - behind.len();
    let quote = behind.strip_prefix(['.', ')'])?.trim_start_matches(is_blank);
    ((1..3).contains(&digits) && quote.starts_with(['"', '\'', '“', '‘'])).then_some(text.len() - quote.len())
}

/// Whether a bare word behind a separator belongs to another sentence: "..., `b`\nSupports `$filter`", "Read-only." in a
/// line of its own, "`a`, `b`, names of groups".
fn is_other_sentence(word: &str, before: After, after: After, marked: bool) -> bool {
    let is_statement = || STATEMENTS.iter().any(|statement| statement.eq_ignore_ascii_case(word));
    match before {
        After::NextLine => marked || after == After::Prose || is_statement(),
        _ => marked && after == After::Prose,
    }
}

/// Whether a text is spelled like a name and not like a word of a sentence: it has a capital, a digit or an underscore.
fn is_name_like(value: &str) -> bool {
    value.contains(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '_')
}
