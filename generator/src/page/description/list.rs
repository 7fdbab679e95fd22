//! Reads a list of values that stands at a place in a text: `a`, `b` or `c`; a (default), b; a - meaning; b - meaning.

use super::words::is_invisible;
use crate::markdown::Text;
use std::ops::Range;

/// A list of values, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct List {
    /// The values in order, each once. JSON's `null` is no value.
    pub(super) values: Vec<String>,
    /// The value with "(default)" behind it; `null` can be one.
    pub(super) default: Option<String>,
    /// `null` is among the values.
    pub(super) has_null: bool,
    /// Every value stands in code, bold or quotes, or is spelled like a name (`dateOnly`, `Public`).
    pub(super) sure: bool,
    /// A full stop, a line end or a closing bracket follows.
    pub(super) closed: bool,
    /// Where the list ends.
    pub(super) end: usize,
}

/// How far a reader looks for the end of a note or of an explanation, in bytes. Keeps reading linear.
const LOOKAHEAD: usize = 600;

/// Words that can stand where a value is expected, but are none.
const NO_VALUES: &[&str] = &[
    "a",
    "according",
    "also",
    "an",
    "as",
    "based",
    "below",
    "between",
    "by",
    "can",
    "defined",
    "dependent",
    "depends",
    "described",
    "determined",
    "different",
    "e.g",
    "each",
    "etc",
    "for",
    "from",
    "given",
    "greater",
    "i.e",
    "if",
    "in",
    "inherited",
    "is",
    "it",
    "its",
    "limited",
    "listed",
    "more",
    "not",
    "of",
    "only",
    "same",
    "see",
    "set",
    "shown",
    "similar",
    "so",
    "specified",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "this",
    "those",
    "to",
    "used",
    "when",
    "where",
    "which",
    "with",
    "within",
    "you",
    "your",
];

/// Reads the list at byte `start`, where its introduction ends. `None` when no value stands there, or a range (`1` to
/// `10`, `Light1` thru `Light21`).
pub(super) fn list_at(plain: &str, marked: &[Marked], start: usize) -> Option<List> {
    Reader {
        plain,
        marked,
        at: start,
    }
    .list()
}

/// One value at a byte, such as a default; `end` is behind it.
pub(super) fn single<'a>(plain: &'a str, marked: &'a [Marked], start: usize) -> Option<Single<'a>> {
    let mut reader = Reader {
        plain,
        marked,
        at: start,
    };
    reader.skip(char::is_whitespace);
    let value = reader.value(true)?;
    Some(Single {
        text: value.text,
        marked: value.marked,
        end: reader.at,
    })
}

/// One value, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Single<'a> {
    /// The value.
    pub(super) text: &'a str,
    /// It stands in code, bold or quotes.
    pub(super) marked: bool,
    /// Where it ends.
    pub(super) end: usize,
}

/// A span that stands out of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// Its place.
    range: Range<usize>,
    /// Bold rather than code. Bold often marks a property's name.
    bold: bool,
}

/// Code and bold spans in order; of code inside bold only the code.
pub(super) fn marked(text: &Text) -> Vec<Marked> {
    let covers_code = |bold: &Range<usize>| {
        let at = text.code.partition_point(|code| code.end <= bold.start);
        text.code.get(at).is_some_and(|code| code.start < bold.end)
    };
    let code = text.code.iter().map(|range| Marked {
        range: range.clone(),
        bold: false,
    });
    let bold = text.strong.iter().filter(|range| !covers_code(range));
    let mut spans: Vec<Marked> = code
        .chain(bold.map(|range| Marked {
            range: range.clone(),
            bold: true,
        }))
        .collect();
    spans.sort_by_key(|span| span.range.start);
    spans
}

struct Reader<'a> {
    plain: &'a str,
    marked: &'a [Marked],
    at: usize,
}

struct Value<'a> {
    text: &'a str,
    marked: bool,
    bold: bool,
}

/// What follows a value.
enum After {
    Another,
    Closed,
    Prose,
    Range,
}

impl<'a> Reader<'a> {
    fn list(&mut self) -> Option<List> {
        let mut list = List {
            sure: true,
            ..List::default()
        };
        loop {
            self.skip_bullets();
            let Some(value) = self.value(list.values.is_empty()) else {
                break;
            };
            let first = list.values.is_empty() && !list.has_null;
            let is_default = self.notes();
            let after = self.after(&value);
            if matches!(after, After::Range) || (first && !value.marked && matches!(after, After::Prose)) {
                return None;
            }
            list.add(&value, is_default);
            list.end = self.at;
            list.closed = matches!(after, After::Closed);
            if !matches!(after, After::Another) {
                break;
            }
        }
        (!list.values.is_empty() || list.has_null).then_some(list)
    }

    fn rest(&self) -> &'a str {
        self.plain.get(self.at..).unwrap_or("")
    }

    /// The next bytes, as far as a reader looks ahead.
    fn ahead(&self) -> &'a str {
        let rest = self.rest();
        let mut end = rest.len().min(LOOKAHEAD);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        rest.get(..end).unwrap_or(rest)
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(skipped).len();
    }

    fn skip_bullets(&mut self) {
        self.skip(|c| c.is_whitespace() || is_invisible(c) || matches!(c, '•' | '·' | '*'));
        if self.rest().starts_with("- ") {
            self.at += 2;
            self.skip(char::is_whitespace);
        }
    }

    /// The value at the reader's place.
    fn value(&mut self, is_first: bool) -> Option<Value<'a>> {
        if let Some(span) = self.span_at(self.at) {
            let text = self.plain.get(span.range.clone())?;
            let text = text.trim().trim_matches(['"', '\'', '“', '”', '‘', '’', ',']);
            self.at = span.range.end;
            return is_plausible(text).then_some(Value {
                text,
                marked: true,
                bold: span.bold,
            });
        }
        if let Some(text) = self.quoted_value() {
            return is_plausible(text).then_some(Value {
                text,
                marked: true,
                bold: false,
            });
        }
        let text = self.bare_value(is_first)?;
        Some(Value {
            text,
            marked: false,
            bold: false,
        })
    }

    /// The marked span around a byte.
    fn span_at(&self, at: usize) -> Option<&'a Marked> {
        let index = self.marked.partition_point(|span| span.range.end <= at);
        self.marked.get(index).filter(|span| span.range.start <= at)
    }

    fn quoted_value(&mut self) -> Option<&'a str> {
        let rest = self.ahead();
        let open = rest.chars().next()?;
        let close = match open {
            '"' | '“' | '”' => ['"', '”', '“'],
            '\'' | '‘' | '’' => ['\'', '’', '‘'],
            _ => return None,
        };
        let inner = rest.get(open.len_utf8()..)?;
        let end = inner.find(close)?;
        let text = inner.get(..end)?;
        let close = inner
            .get(end..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        self.at += open.len_utf8() + end + close;
        Some(text.trim())
    }

    /// A word without markup, or up to four words up to a comma ("Business Management,").
    fn bare_value(&mut self, is_first: bool) -> Option<&'a str> {
        let rest = self.ahead();
        let end = rest.find(is_bare_end).unwrap_or(rest.len());
        let word = rest.get(..end)?.trim_end_matches(['.', ':', '!', '"', '…']);
        let lower = word.to_ascii_lowercase();
        if !is_plausible(word) || NO_VALUES.contains(&lower.as_str()) {
            return None;
        }
        let phrase = phrase(rest, word, is_first).unwrap_or(word);
        self.at += phrase.len();
        Some(phrase)
    }

    /// Passes "(...)" behind a value; whether it says that the value is the default.
    fn notes(&mut self) -> bool {
        let mut is_default = false;
        loop {
            let rest = self.ahead();
            let bracket = rest.trim_start_matches([' ', '\u{A0}']);
            if !bracket.starts_with('(') {
                return is_default;
            }
            let Some(length) = closing(bracket) else {
                return is_default;
            };
            let note = bracket.get(..length).unwrap_or("").to_ascii_lowercase();
            let note = note.trim_matches(['(', ')', ' ', '.']);
            is_default |= note.starts_with("default") || note.ends_with("the default") || note == "by default";
            self.at += rest.len() - bracket.len() + length;
        }
    }

    /// Passes an explanation and the separator behind a value.
    fn after(&mut self, value: &Value<'_>) -> After {
        self.skip(|c| matches!(c, ' ' | '\u{A0}' | '\t') || is_invisible(c));
        let rest = self.rest();
        if self.is_range(rest) {
            return After::Range;
        }
        if let Some(length) = dash(rest) {
            self.at += length;
            return self.next_explained(value);
        }
        if let Some(length) = separator(rest) {
            self.at += length;
            return if is_continued(self.rest()) {
                After::Another
            } else {
                After::Closed
            };
        }
        if rest.is_empty() || rest.starts_with([')', ']', '!']) {
            return After::Closed;
        }
        if rest.starts_with(['.', '…']) {
            return self.after_full_stop(value);
        }
        if value.marked {
            self.next_in_prose()
        } else {
            After::Prose
        }
    }

    /// `0` to `10`, `a`-`z`: the ends of a range.
    fn is_range(&self, rest: &str) -> bool {
        let behind = ["to ", "through ", "thru ", "-", "–", ".."]
            .iter()
            .find_map(|word| rest.strip_prefix(word));
        let Some(behind) = behind else { return false };
        let at = self.plain.len() - behind.len();
        let is_value =
            self.span_at(at).is_some() || behind.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("thr");
        is_value && !rest.starts_with("--")
    }

    /// Values one in a sentence: "`a`. `b`. `c`."
    fn after_full_stop(&mut self, value: &Value<'_>) -> After {
        let rest = self.rest();
        let behind = rest.trim_start_matches(['.', '…', ' ']);
        let at = self.plain.len() - behind.len();
        let next = self.span_at(at).filter(|_| !behind.is_empty());
        let follows = next
            .and_then(|span| self.plain.get(span.range.end..))
            .unwrap_or("x")
            .trim_start();
        if value.marked && (follows.is_empty() || follows.starts_with(['.', ',', ';']) || dash(follows).is_some()) {
            self.at = at;
            return After::Another;
        }
        After::Closed
    }

    /// Passes the meaning of a value, up to the next value with a meaning: "a - x; b - y", lines, "`a`: x. `b`: y."
    fn next_explained(&mut self, value: &Value<'_>) -> After {
        let rest = self.ahead();
        for (at, c) in rest.char_indices() {
            if !matches!(c, ',' | ';' | '\n' | '.') {
                continue;
            }
            let behind = rest.get(at + 1..).unwrap_or("");
            let next = skip_conjunction(behind.trim_start_matches([' ', '\n', '\u{A0}', '•', '*']));
            let place = self.at + rest.len() - next.len();
            if self.is_explained(place, value.marked, c) {
                self.at = place;
                return After::Another;
            }
        }
        self.at += rest.find(['.', '\n']).unwrap_or(rest.len());
        After::Closed
    }

    /// Whether a value with an explanation, or the last value of a line, stands at a byte.
    fn is_explained(&self, at: usize, marked: bool, separator: char) -> bool {
        let mut reader = Reader {
            plain: self.plain,
            marked: &[],
            at,
        };
        match self.span_at(at) {
            Some(span) => reader.at = span.range.end,
            None if marked && reader.quoted_value().is_none() => return false,
            None if marked => {}
            None if reader.value(true).is_none() => return false,
            None => {}
        }
        reader.notes();
        let behind = reader.rest().trim_start_matches([' ', '\u{A0}']);
        dash(behind).is_some()
            || (separator == '\n' && (behind.is_empty() || behind.starts_with('\n')))
            || (separator == ';' && (behind.is_empty() || behind.starts_with([';', '.'])))
    }

    /// Passes words behind a marked value when another marked value comes behind a comma or "or" in the same sentence:
    /// "`a` for apps, or `b` for people."
    fn next_in_prose(&mut self) -> After {
        let rest = self.ahead();
        let sentence = rest.get(..sentence_end(rest)).unwrap_or(rest);
        let index = self.marked.partition_point(|span| span.range.start < self.at);
        let next = self.marked.get(index).map(|span| span.range.start);
        let Some(next) = next.filter(|next| *next < self.at + sentence.len()) else {
            return After::Prose;
        };
        let between = self.plain.get(self.at..next).unwrap_or("").trim_end();
        let listed = between.ends_with([',', ';']) || between.ends_with(", or") || between.ends_with(", and");
        let conditional = [" if ", " when ", " is ", " are ", " than "]
            .iter()
            .any(|word| between.contains(word));
        if !listed || conditional {
            return After::Prose;
        }
        self.at = next;
        After::Another
    }
}

impl List {
    fn add(&mut self, value: &Value<'_>, is_default: bool) {
        self.sure &= !value.bold && value.marked || is_name_like(value.text);
        let parts: Vec<&str> = if value.marked {
            split_marked(value.text)
        } else {
            vec![value.text]
        };
        for part in parts {
            if is_default {
                self.default = Some(part.to_owned());
            }
            if part == "null" || part == "Null" {
                self.has_null = true;
            } else if !self.values.iter().any(|known| known == part) {
                self.values.push(part.to_owned());
            }
        }
    }
}

/// One code span with the whole list in it: "`a, b, c`".
fn split_marked(text: &str) -> Vec<&str> {
    if text.contains("://") {
        return vec![text];
    }
    text.split(',')
        .map(|part| skip_conjunction(part.trim()).trim())
        .filter(|part| !part.is_empty())
        .collect()
}

fn is_plausible(value: &str) -> bool {
    let first = value.chars().next().unwrap_or(' ');
    value.len() <= 120
        && (first.is_alphanumeric() || matches!(first, '#' | '@' | '_' | '.' | '<' | '/' | '+' | '*'))
        && value.chars().any(char::is_alphanumeric)
        && !value.contains(['\n', '{', '}', '=', '|'])
        && !value.ends_with("()")
}

/// Spelled like a name rather than a word of a sentence: a capital or a digit in it, or an underscore.
fn is_name_like(value: &str) -> bool {
    value.contains(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '_')
}

fn is_bare_end(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, ',' | ';' | '(' | ')' | '[' | ']' | '|' | '"' | '“' | '”')
}

/// Several words up to a comma, the first with a capital: "Business Management, CRM".
fn phrase<'a>(rest: &'a str, word: &str, is_first: bool) -> Option<&'a str> {
    if !word.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    let end = rest.find([',', ';', '\n', '(', '.', ':']).unwrap_or(rest.len());
    let stops_at_comma = rest
        .get(end..)
        .is_some_and(|behind| behind.starts_with([',', ';', '\n']));
    let phrase = rest.get(..end)?.trim_end();
    let mut words = phrase.split(' ');
    let plain = |word: &str| {
        let lower = word.to_ascii_lowercase();
        !matches!(lower.as_str(), "and" | "or" | "-" | "--" | "–" | "—" | "=") && !NO_VALUES.contains(&lower.as_str())
    };
    let fits = phrase.len() > word.len() && (2..=4).contains(&words.clone().count()) && words.all(plain);
    (fits && (stops_at_comma || !is_first)).then_some(phrase)
}

/// The length of a bracket at the start of a text, with brackets in it.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// The length of a dash, a colon or an equals sign that begins the meaning of a value.
fn dash(text: &str) -> Option<usize> {
    let marks = ["--", "- ", "-\u{A0}", "– ", "— ", "–", "—", ": ", ":\n", "= ", "=> "];
    marks
        .iter()
        .find(|mark| text.starts_with(**mark))
        .map(|mark| mark.len())
}

/// The length of commas, semicolons, slashes, line ends and conjunctions between two values.
fn separator(text: &str) -> Option<usize> {
    let behind = text.trim_start_matches([',', ';', '/', '|', '&', '\n', ' ', '\u{A0}', '\r', '\t']);
    let after = skip_conjunction(behind);
    let length = text.len() - after.len();
    (length > 0 && (after.len() < behind.len() || text.starts_with([',', ';', '/', '|', '&', '\n']))).then_some(length)
}

fn skip_conjunction(text: &str) -> &str {
    let words = ["and/or ", "as well as ", "and ", "or ", "and\n", "or\n"];
    words
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .map_or(text, str::trim_start)
}

fn is_continued(rest: &str) -> bool {
    !rest.trim().is_empty()
}

/// Where the sentence ends: a full stop before a blank or the end, or a line end.
fn sentence_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    text.char_indices()
        .find(|(at, c)| {
            let next = bytes.get(at + 1);
            *c == '\n'
                || (*c == '.'
                    && next.is_none_or(u8::is_ascii_whitespace)
                    && !text.get(..*at).is_some_and(ends_with_abbreviation))
        })
        .map_or(text.len(), |(at, _)| at)
}

fn ends_with_abbreviation(text: &str) -> bool {
    ["e.g", "i.e", "etc"].iter().any(|word| text.ends_with(word))
}
