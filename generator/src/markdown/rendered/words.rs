//! Words of rendered text.

use super::super::document::Text;
use crate::source::{FileId, Span};
use std::ops::Range;

/// Reads the words at a range of the page; a line break inside is a blank.
///
/// Values that were marked as code stand before a blank even where a comma or full stop follows (`Possible values are:
/// open , closed .`): the mark is put back and the blank is taken out. Nothing tells other values from words.
pub(super) fn read(file: FileId, text: &str, range: Range<usize>) -> Text {
    let raw = text.get(range.clone()).unwrap_or("");
    let start = range.start + (raw.len() - raw.trim_start().len());
    let raw = raw.trim();
    let mut words = Text {
        plain: String::with_capacity(raw.len()),
        span: Span::new(file, start, start + raw.len()),
        ..Text::default()
    };
    let mut blanks = raw.split('\n');
    if let Some(first) = blanks.next() {
        line(first.trim_end(), &mut words);
    }
    for wrapped in blanks {
        words.plain.push(' ');
        line(wrapped.trim(), &mut words);
    }
    words
}

fn line(raw: &str, words: &mut Text) {
    for (index, word) in raw.split(' ').enumerate() {
        if closes(word) && (index > 0 || words.plain.ends_with(' ')) && mark_last(words) {
            words.plain.push_str(word);
            continue;
        }
        if index > 0 {
            words.plain.push(' ');
        }
        words.plain.push_str(word);
    }
}

/// A comma or full stop of its own, or with a closing bracket or quote.
fn closes(word: &str) -> bool {
    let mut marks = word.chars();
    let first = marks
        .next()
        .is_some_and(|mark| matches!(mark, ',' | '.' | ';' | ':' | ')'));
    first && word.len() <= 3 && word != "..." && marks.all(|mark| matches!(mark, ',' | '.' | ';' | ')' | '"' | '\''))
}

/// Marks the last word as code; `false` when there is none.
fn mark_last(words: &mut Text) -> bool {
    let end = words.plain.trim_end().len();
    let before = words.plain.get(..end).unwrap_or("");
    let start = before.rfind([' ', '(', '"']).map_or(0, |at| at + 1);
    let is_value = before
        .get(start..)
        .is_some_and(|word| word.ends_with(|last: char| !matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '-')));
    if is_value {
        words.plain.truncate(end);
        words.code.push(start..end);
    }
    is_value
}
