//! Segments of a path.

use super::piece::{Piece, pieces};

/// What stands between two slashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'a> {
    /// `users`: a name, or other text without a placeholder.
    Literal(&'a str),
    /// `{id | userPrincipalName}`: a key, or another value that is a whole segment.
    Key(Placeholder<'a>),
    /// `range(address='{address}')`, `delta()`: a function or an action with its arguments. `things('{id}')` has the same
    /// form: a key in parentheses.
    Call(Call<'a>),
    /// `microsoft.graph.user`: a cast to a type; or a function or an action by its full name.
    Cast(&'a str),
    /// `$ref`.
    Ref,
    /// `$value`.
    Value,
    /// `$count`.
    Count,
    /// `:` behind `root` and behind `{item-path}` in `root:/{item-path}:/children`: a path of another kind begins or ends.
    Colon,
    /// Text with placeholders: `{first}-{last}.json`.
    Mixed(&'a str),
}

impl<'a> Segment<'a> {
    /// The name in the segment, without arguments and namespace; nothing where the segment is a value.
    pub fn name(self) -> Option<&'a str> {
        let local = |text: &'a str| text.rsplit_once('.').map_or(text, |(_, local)| local);
        match self {
            Self::Literal(text) | Self::Cast(text) => Some(local(text)),
            Self::Call(call) => Some(local(call.name)),
            Self::Ref => Some("ref"),
            Self::Value => Some("value"),
            Self::Count => Some("count"),
            Self::Key(_) | Self::Colon | Self::Mixed(_) => None,
        }
    }

    /// Whether it has a placeholder.
    pub fn has_placeholder(self) -> bool {
        match self {
            Self::Key(_) | Self::Mixed(_) => true,
            Self::Call(call) => call.has_placeholder(),
            _ => false,
        }
    }
}

/// What stands between braces: `id | userPrincipalName`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placeholder<'a>(pub &'a str);

impl<'a> Placeholder<'a> {
    /// The words for the value, any of which may be filled in: `id`, `userPrincipalName`.
    pub fn words(self) -> impl Iterator<Item = &'a str> {
        self.0.split('|').map(str::trim)
    }
}

/// A function or an action with its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call<'a> {
    /// `range`, `microsoft.graph.range`.
    pub name: &'a str,
    /// What stands between the parentheses.
    inside: &'a str,
}

impl<'a> Call<'a> {
    /// The arguments in order.
    pub fn arguments(self) -> impl Iterator<Item = Argument<'a>> {
        arguments(self.inside)
    }

    /// The call with other values; each argument keeps its value where there is no other.
    pub(super) fn with_values(self, value: impl Fn(Argument<'a>) -> Option<String>) -> String {
        let parts = parts(self.inside).map(|part| {
            let argument = Argument::read(part);
            match (value(argument), argument.name) {
                (Some(value), Some(name)) => format!("{name}={value}"),
                (Some(value), None) => value,
                (None, _) => part.to_owned(),
            }
        });
        format!("{}({})", self.name, parts.collect::<Vec<_>>().join(","))
    }

    fn has_placeholder(self) -> bool {
        self.values() > 0
    }

    /// How many placeholders the arguments have.
    pub fn values(self) -> usize {
        let pieces = pieces(self.inside);
        pieces
            .iter()
            .filter(|piece| matches!(piece, Piece::Placeholder(_)))
            .count()
    }
}

/// The arguments between a pair of parentheses.
fn arguments(inside: &str) -> impl Iterator<Item = Argument<'_>> {
    parts(inside).filter(|part| !part.trim().is_empty()).map(Argument::read)
}

/// What commas part that are neither in quotes nor in braces nor in a list.
fn parts(inside: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut braced, mut listed) = (false, false, false);
    inside.split(move |c| {
        braced = c != '}' && (braced || c == '{');
        quoted ^= c == '\'' && !braced;
        listed = c != ']' && (listed || (c == '[' && !quoted));
        c == ',' && !quoted && !braced && !listed
    })
}

/// One argument of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument<'a> {
    /// Its name; nothing for a value alone, such as a key in parentheses.
    pub name: Option<&'a str>,
    /// The value as written, with its quotes and placeholders.
    pub value: &'a str,
}

impl<'a> Argument<'a> {
    pub(super) fn read(part: &'a str) -> Self {
        let named = part.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
        match named.filter(|(name, _)| !name.is_empty() && !name.contains(['{', '/', '\''])) {
            Some((name, value)) => Self {
                name: Some(name),
                value,
            },
            None => Self {
                name: None,
                value: part.trim(),
            },
        }
    }
}

/// What a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Literal,
    Key,
    Call,
    Cast,
    Ref,
    Value,
    Count,
    Colon,
    Mixed,
}

/// A segment in the text of its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) form: Form,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Mark {
    pub(super) fn text(self, path: &str) -> &str {
        path.get(self.start..self.end.min(path.len())).unwrap_or("")
    }

    /// The segment; a call is a literal in a path that ends before its arguments.
    pub(super) fn view(self, path: &str) -> Segment<'_> {
        let text = self.text(path);
        match self.form {
            Form::Literal => Segment::Literal(text),
            Form::Key => {
                let inside = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
                Segment::Key(Placeholder(inside.unwrap_or(text).trim()))
            }
            Form::Call => call(text),
            Form::Cast => Segment::Cast(text),
            Form::Ref => Segment::Ref,
            Form::Value => Segment::Value,
            Form::Count => Segment::Count,
            Form::Colon => Segment::Colon,
            Form::Mixed => Segment::Mixed(text),
        }
    }
}

fn call(text: &str) -> Segment<'_> {
    let parts = text.strip_suffix(')').and_then(|text| text.split_once('('));
    parts.map_or(Segment::Literal(text), |(name, inside)| {
        Segment::Call(Call { name, inside })
    })
}
