//! Running text: its words, its sentences, and phrases found in them.
//!
//! A text is cut into [`Words`] once. Phrases are rows of a table of [`Patterns`], one table for each idea, whether they
//! stand in the cell of a table, in a paragraph or in a note. Everything is linear in the length of the text.

mod any_words;
mod pattern;
#[cfg(test)]
pub(in crate::page) mod proof;
mod sentence;
mod words;

pub(in crate::page) use any_words::AnyWords;
pub(in crate::page) use pattern::Patterns;
pub(in crate::page) use sentence::{Sentence, ends_sentence};
pub(in crate::page) use words::{Words, is_invisible};

/// Whether the words of a text have one blank between them already, as most have.
pub(in crate::page) fn is_one_line(text: &str) -> bool {
    let mut before = b' ';
    let fits = |byte: u8| {
        let fits = byte.is_ascii_graphic() || (byte == b' ' && before != b' ');
        before = byte;
        fits
    };
    text.bytes().all(fits) && (text.is_empty() || before != b' ')
}

/// The words of a text with one blank between them.
pub(in crate::page) fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
