//! One line of a request block.

use super::method;
use crate::model::{Method, Reason};
use crate::page::reason::routes as reason;

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing.
    Blank,
    /// A method and what follows it.
    Route(Method, String),
    /// A method alone.
    Method(Method),
    /// A path or an address alone.
    Path(String),
    /// The start of a JSON body.
    Body,
    /// Something else, with the reason why it is no route.
    Other(&'static Reason),
}

/// Reads a line.
pub(super) fn read(line: &str) -> Line {
    let line = unquoted(line);
    if line.is_empty() {
        return Line::Blank;
    }
    if let Some((method, target)) = request_line(line) {
        return if target.is_empty() {
            Line::Method(method)
        } else {
            Line::Route(method, target)
        };
    }
    other(line)
}

/// Method and target of a request line: `GET /me HTTP/1.1`, `delete /me`, `DELETE/identity`.
pub(in crate::page::api) fn request_line(line: &str) -> Option<(Method, String)> {
    let line = unquoted(line);
    let end = line.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(line.len());
    let (word, rest) = line.split_at_checked(end)?;
    let method = method(word)?;
    let follows = rest.is_empty() || rest.starts_with([' ', '\t', '/', ':', '\u{a0}']);
    follows.then(|| (method, target(rest)))
}

/// What stands behind an address.
const PROTOCOL: &str = " HTTP/";

fn target(rest: &str) -> String {
    let rest = rest.trim_start_matches([':', ' ', '\t', '\u{a0}']);
    let is_protocol = |at: &usize| {
        let found = rest.get(*at..).and_then(|rest| rest.get(..PROTOCOL.len()));
        found.is_some_and(|found| found.eq_ignore_ascii_case(PROTOCOL))
    };
    let end = rest.rmatch_indices(' ').map(|(at, _)| at).find(is_protocol);
    unquoted(rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest)).to_owned()
}

/// Takes quotes and markup around a whole line off.
fn unquoted(line: &str) -> &str {
    let line = line.trim();
    for quote in ['"', '`'] {
        if let Some(inner) = line.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return inner.trim();
        }
    }
    line
}

fn other(line: &str) -> Line {
    if line.starts_with('/') && !line.starts_with("//") || line.starts_with("https://") {
        return Line::Path(target(line));
    }
    if line.starts_with(['{', '[']) {
        return Line::Body;
    }
    if line.starts_with("//") || line.starts_with('#') || line.starts_with("--") {
        return Line::Other(&reason::COMMENT);
    }
    if is_header(line) {
        return Line::Other(&reason::HEADER);
    }
    Line::Other(&reason::PROSE)
}

/// `Content-type: application/json`.
fn is_header(line: &str) -> bool {
    let name = line.split_once(':').map_or("", |(name, _)| name);
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
