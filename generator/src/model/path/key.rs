//! When two paths are the same route.

use super::segment::{Form, Mark};
use super::{Path, Piece, pieces};

/// What two spellings of one route have in common: placeholders without their names, everything else in small letters.
///
/// `/users/{id | userPrincipalName}` and `/Users/{user-id}` have the same key, and so have `range(address='{address}')` and
/// `range(address={a})`. An identifier that a page leaves in, such as `11111111-2222-3333-4444-555555555555`, is a
/// placeholder too. Arguments that only an example shows do not count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathKey {
    text: String,
    /// Where each segment begins and ends.
    segments: Vec<(usize, usize)>,
}

impl Path {
    /// The key of the documented path.
    pub fn key(&self) -> &PathKey {
        self.key.get(|| self.new_key())
    }

    fn new_key(&self) -> PathKey {
        let documented = self.as_str();
        let mut key = PathKey {
            text: String::with_capacity(documented.len()),
            segments: Vec::with_capacity(self.marks.len()),
        };
        for mark in &self.marks {
            if mark.form != Form::Colon {
                key.text.push('/');
            }
            let start = key.text.len();
            push(*mark, documented, &mut key.text);
            key.segments.push((start, key.text.len()));
        }
        key
    }
}

/// The placeholder in a key.
const PLACE: &str = "{}";

fn push(mark: Mark, path: &str, key: &mut String) {
    let text = mark.text(path);
    match mark.form {
        Form::Key => key.push_str(PLACE),
        Form::Literal if is_identifier(text) => key.push_str(PLACE),
        Form::Call | Form::Mixed => {
            for piece in pieces(text) {
                match piece {
                    Piece::Literal(text) => small(text, key),
                    Piece::Placeholder(_) => key.push_str(PLACE),
                }
            }
        }
        _ => small(text, key),
    }
}

fn small(text: &str, key: &mut String) {
    let start = key.len();
    if text.contains('\'') {
        key.extend(text.split('\''));
    } else {
        key.push_str(text);
    }
    if let Some(added) = key.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// `11111111-2222-3333-4444-555555555555`.
fn is_identifier(segment: &str) -> bool {
    segment.len() == 36 && segment.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

impl PathKey {
    /// The key as text: `/users/{}/messages`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of segments: as many as the path has.
    pub fn len(&self) -> usize {
        self.segments.len()
    }

    /// Whether there is no segment.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// One segment; empty beyond the last.
    pub fn segment(&self, index: usize) -> &str {
        let range = self.segments.get(index);
        range.and_then(|(start, end)| self.text.get(*start..*end)).unwrap_or("")
    }

    /// The key of the first segments: `/users/{}` for two.
    pub fn prefix(&self, count: usize) -> &str {
        let last = count.checked_sub(1).and_then(|last| self.segments.get(last));
        last.and_then(|(_, end)| self.text.get(..*end)).unwrap_or("")
    }
}
