//! The steps of a path, as names are made from them.

use crate::emit::name::ident;
use crate::emit::name::spelling;
use crate::model::{Path, Piece, Segment, pieces};

/// A segment that is a name or a value; colons are none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step<'a> {
    /// The name in it, without namespace and arguments; empty for a value.
    pub(super) word: &'a str,
    /// The segment.
    pub(super) segment: Segment<'a>,
    /// Its place among the segments of the path.
    pub(super) at: usize,
}

/// The steps of the path that is called.
pub(super) fn steps(path: &Path) -> Vec<Step<'_>> {
    let segments = path.segments().enumerate();
    let segments = segments.filter(|(_, segment)| *segment != Segment::Colon);
    segments.map(|(at, segment)| Step::of(at, segment)).collect()
}

fn word(segment: Segment<'_>) -> &str {
    let text = match segment {
        Segment::Mixed(text) => match pieces(text).first() {
            Some(Piece::Literal(text)) => text,
            _ => "",
        },
        segment => segment.name().unwrap_or(""),
    };
    let is_name = text.starts_with(|c: char| c.is_ascii_alphabetic());
    if is_name { text } else { "" }
}

impl<'a> Step<'a> {
    /// The step of a segment.
    pub(crate) fn of(at: usize, segment: Segment<'a>) -> Self {
        Self {
            word: word(segment),
            segment,
            at,
        }
    }

    /// Whether it is a value alone.
    pub(crate) fn is_key(self) -> bool {
        self.word.is_empty()
    }

    /// Whether it names a collection.
    pub(super) fn is_many(self) -> bool {
        ident::is_plural(&self.words())
    }

    /// `$ref`, `$value`, `$count`.
    pub(super) fn is_special(self) -> bool {
        matches!(self.segment, Segment::Ref | Segment::Value | Segment::Count)
    }

    /// Its words: `mail_folders`.
    pub(crate) fn words(self) -> String {
        spelling::words(self.word)
    }

    /// Whether it stands for this name, in the singular or in the plural.
    pub(super) fn is_named(self, squashed: &str) -> bool {
        let word = ident::squashed(self.word);
        !word.is_empty() && (word == squashed || ident::one_of(&word) == ident::one_of(squashed))
    }

    /// The names of its arguments.
    pub(super) fn arguments(self) -> Vec<String> {
        match self.segment {
            Segment::Call(call) => {
                let names = call.arguments().filter_map(|argument| argument.name);
                names.map(spelling::words).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it is called with arguments.
    pub(super) fn has_arguments(self) -> bool {
        matches!(self.segment, Segment::Call(call) if call.arguments().next().is_some())
    }

    /// How many values are filled in.
    pub(super) fn values(self) -> usize {
        let text = match self.segment {
            Segment::Key(_) => return 1,
            Segment::Call(call) => return call.values(),
            Segment::Mixed(text) => text,
            _ => return 0,
        };
        pieces(text)
            .iter()
            .filter(|piece| matches!(piece, Piece::Placeholder(_)))
            .count()
    }
}
