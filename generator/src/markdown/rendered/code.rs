//! Code of rendered text: routes, requests, responses and JSON.

use super::super::document::CodeBlock;
use super::line::Line;
use super::{json, sections};
use crate::json::balance;
use crate::source::{FileId, Span};

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// Under `HTTP Request`, where every line that looks like a path is code.
    Routes,
    /// Anywhere else.
    Elsewhere,
}

/// The most lines that one URL is wrapped over.
const MOST_WRAPS: usize = 20;

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// The lines of a code block, in their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Routes, the request line or the status line.
    start: usize,
    /// `Name: value` lines, and a blank line below them when it is there.
    headers: usize,
    blank: usize,
    /// The body, or a JSON text that stands alone.
    body: usize,
}

impl Parts {
    /// All lines.
    pub(super) fn length(self) -> usize {
        self.start + self.headers + self.blank + self.body
    }
}

/// The code block that starts at the first line, when one does.
pub(super) fn find(lines: &[Line<'_>], context: Context) -> Option<Parts> {
    let first = lines.first()?;
    if json::starts(first.text) {
        let body = json::length(lines);
        return Some(Parts {
            body,
            ..Parts::default()
        });
    }
    if !is_start_line(first.text, context) {
        return None;
    }
    let goes_on = |line: &&Line<'_>| is_start_line(line.text, context) && !is_status(line.text) || is_query(line.text);
    let more = lines.iter().skip(1).take_while(goes_on).count();
    let start = if is_status(first.text) { 1 } else { 1 + more };
    let start = start + open_brackets(lines.get(start - 1..).unwrap_or(&[]));
    Some(message(lines.get(start..).unwrap_or(&[]), start))
}

/// The further lines of a URL such as `GET /tickets/byIds(ids=[` over `"Ids value"` over `])`.
fn open_brackets(lines: &[Line<'_>]) -> usize {
    let mut depth = 0;
    let closes = |line: &Line<'_>| {
        depth += balance(line.text);
        depth <= 0
    };
    lines.iter().take(MOST_WRAPS).position(closes).unwrap_or(0)
}

/// The headers and the body that follow `start` lines.
fn message(lines: &[Line<'_>], start: usize) -> Parts {
    let headers = lines.iter().take_while(|line| is_header(line.text)).count();
    let opaque = lines.iter().take(headers).any(|line| names_opaque_body(line.text));
    let blank = usize::from(lines.get(headers).is_some_and(|line| line.is_blank()));
    let below = lines.get(headers + blank..).unwrap_or(&[]);
    let body = match below.first() {
        Some(line) if json::starts(line.text) => json::length(below),
        Some(line) if opaque && !is_sentence(line.text) => opaque_length(below),
        _ => 0,
    };
    let blank = if body > 0 { blank } else { 0 };
    Parts {
        start,
        headers,
        blank,
        body,
    }
}

/// A body that is not JSON goes on to the next heading or message.
fn opaque_length(lines: &[Line<'_>]) -> usize {
    let ends = |line: &Line<'_>| {
        line.is_blank() || sections::rank(line.text).is_some() || is_start_line(line.text, Context::Elsewhere)
    };
    lines.iter().position(ends).unwrap_or(lines.len())
}

/// `Follow the redirection to get the file.` below the headers of a 302 is no body.
fn is_sentence(line: &str) -> bool {
    line.starts_with(char::is_uppercase) && line.ends_with(['.', ':']) && line.split(' ').count() > 3
}

/// `POST /tickets`, `DELETE/tickets/{id}`, `HTTP/1.1 201 Created`.
fn is_start_line(line: &str, context: Context) -> bool {
    if is_status(line) {
        return true;
    }
    let target = METHODS.iter().find_map(|method| line.strip_prefix(method));
    match target {
        Some(target) if target.starts_with(['/', ' ', '\t']) => is_target(target.trim_start(), context),
        Some(_) => false,
        None => context == Context::Routes && is_bare_target(line),
    }
}

fn is_status(line: &str) -> bool {
    let version = line.strip_prefix("HTTP/").unwrap_or("");
    version.starts_with(|digit: char| digit.is_ascii_digit())
}

/// A path or URL. Among routes it may be anything (`GET ** Entity URI not found`) but a sentence.
fn is_target(target: &str, context: Context) -> bool {
    let first = target.split_whitespace().next().unwrap_or("");
    first.starts_with(['/', '~', '{', '<']) || is_url(first) || (context == Context::Routes && !target.ends_with('.'))
}

/// A line of the route section without a method: `/tickets/{id}` or `https://...`.
fn is_bare_target(line: &str) -> bool {
    !line.contains(' ') && (line.starts_with('/') || is_url(line))
}

fn is_url(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

/// `?$filter=...` or `&$top=5` on a line below its path.
fn is_query(line: &str) -> bool {
    line.starts_with(['?', '&'])
}

/// `Content-type: application/json`; not `Note: The response ...`.
fn is_header(line: &str) -> bool {
    let Some((name, _)) = line.split_once(':') else {
        return false;
    };
    let is_note = ["note", "important", "tip", "caution", "warning"].contains(&name.to_ascii_lowercase().as_str());
    let token = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    !is_note && !name.is_empty() && name.bytes().all(token)
}

/// A content type whose body cannot be told from words: `text/plain`, `image/jpeg`; `application/json` can.
fn names_opaque_body(header: &str) -> bool {
    let header = header.to_ascii_lowercase();
    let kind = header.strip_prefix("content-type:").map(str::trim);
    kind.is_some_and(|kind| !kind.is_empty() && !kind.contains("json"))
}

/// Reads the lines of one code block.
pub(super) fn read(file: FileId, text: &str, lines: &[Line<'_>], parts: Parts) -> CodeBlock {
    let lines = lines.get(..parts.length()).unwrap_or(lines);
    let start = lines.first().map_or(0, |line| line.start);
    let end = lines.last().map_or(start, |line| line.next);
    let mut code = text.get(start..end).unwrap_or("").to_owned();
    // The blank line between headers and body is lost; readers of messages look for it.
    if parts.start > 0 && parts.body > 0 && parts.blank == 0 {
        let body = lines
            .get(parts.length() - parts.body)
            .map_or(0, |line| line.start - start);
        code.insert(body, '\n');
    }
    let language = if parts.start > 0 { "http" } else { "json" };
    CodeBlock {
        language: language.to_owned(),
        text: code,
        span: Span::new(file, start, end),
        annotation: None,
    }
}
