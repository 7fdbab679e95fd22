//! Paths of routes: `/users/{id | userPrincipalName}/messages/{id}/$value`.
//!
//! A path is read once, from the documented line after its slips were put right. It keeps the text and where each segment
//! begins, ends, and what it is; everything else is a view of that.

mod kept;
mod key;
mod parameter;
mod parse;
mod piece;
mod segment;

pub use key::PathKey;
pub use parameter::{UrlParameter, of_query_option};
pub use piece::{Piece, pieces};
pub use segment::{Argument, Call, Placeholder, Segment};

use kept::KeptKey;
use segment::Mark;
use std::fmt;

/// The path of a route: with a leading slash, without host, version and query, and without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// The documented path and, behind it, the arguments that only an example shows.
    text: String,
    /// Where the documented path ends in the text.
    documented: usize,
    marks: Vec<Mark>,
    key: KeptKey,
}

impl Path {
    /// Reads a path. Every text is one: what is nothing else is a literal segment.
    pub fn parse(text: impl Into<String>) -> Self {
        let mut text = text.into();
        text.truncate(text.trim_end_matches('/').len());
        if !text.starts_with('/') {
            text.insert(0, '/');
        }
        Self {
            documented: text.len(),
            marks: parse::segments(&text),
            text,
            key: KeptKey::default(),
        }
    }

    /// The path as the page writes it.
    pub fn as_str(&self) -> &str {
        self.text.get(..self.documented).unwrap_or(&self.text)
    }

    /// The path that is called: the documented one, with the arguments that only an example shows.
    pub fn template(&self) -> &str {
        &self.text
    }

    /// The arguments that the page's line leaves out and an example passes, with placeholders for their values:
    /// `(scope='{scope}')`; empty for none.
    pub fn example_arguments(&self) -> &str {
        self.text.get(self.documented..).unwrap_or("")
    }

    /// Makes a call of the last segment, with arguments that an example shows.
    pub fn set_example_arguments(&mut self, arguments: &str) {
        self.text.truncate(self.documented);
        self.text.push_str(arguments);
        self.marks = parse::segments(&self.text);
    }

    /// The documented path with other values for what is a sample: a whole segment, or an argument of a call. Nothing
    /// where every value stays.
    pub fn with_values(
        &self,
        segment: impl Fn(&str) -> Option<String>,
        argument: impl Fn(&str, Argument<'_>) -> Option<String>,
    ) -> Option<Self> {
        let documented = self.as_str();
        let mut text = String::with_capacity(documented.len());
        for mark in &self.marks {
            let view = mark.view(documented);
            if view != Segment::Colon {
                text.push('/');
            }
            match view {
                Segment::Call(call) => text.push_str(&call.with_values(|found| argument(call.name, found))),
                Segment::Literal(word) | Segment::Cast(word) => {
                    text.push_str(&segment(word).unwrap_or(word.to_owned()));
                }
                _ => text.push_str(mark.text(documented)),
            }
        }
        (text != documented).then(|| Self::parse(text))
    }

    /// The segments of the path that is called.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = Segment<'_>> + Clone {
        self.marks.iter().map(|mark| mark.view(&self.text))
    }

    /// The last segment, as documented: without arguments that only an example shows.
    pub fn last(&self) -> Option<Segment<'_>> {
        self.marks.last().map(|mark| mark.view(self.as_str()))
    }

    /// The text of the first segments: `/users/{id}` for two.
    pub fn prefix(&self, count: usize) -> &str {
        let last = count.checked_sub(1).and_then(|last| self.marks.get(last));
        last.and_then(|mark| self.text.get(..mark.end)).unwrap_or("")
    }

    /// The path that is called in literal pieces and placeholders.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        pieces(&self.text)
    }
}

impl fmt::Display for Path {
    /// The path as the page writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests;
