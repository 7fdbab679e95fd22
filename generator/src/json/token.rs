//! The tokens of JSON as pages write it.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `{` or `[`.
    Open(char),
    /// `}` or `]`.
    Close(char),
    Colon,
    Comma,
    /// Something in quotes, which are of this kind; whether the closing one is there.
    Text {
        quote: char,
        closed: bool,
    },
    /// A number, `true`, `null`, or anything else without quotes.
    Word,
    Comment,
    Ellipsis,
}

/// A token and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) range: Range<usize>,
}

/// Cuts a text from a byte on.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.text.get(self.at..)?;
        let blanks = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\n')).count();
        let trimmed = rest.get(blanks..)?.trim_start();
        let start = self.text.len() - trimmed.len();
        // `//` behind a colon is an address: `https://...`.
        let behind_colon = start == self.at && self.text.get(..start).is_some_and(|before| before.ends_with(':'));
        let (kind, length) = token(trimmed, behind_colon)?;
        self.at = start + length;
        Some(Token {
            kind,
            range: start..self.at,
        })
    }
}

fn token(text: &str, behind_colon: bool) -> Option<(TokenKind, usize)> {
    let first = text.chars().next()?;
    Some(match first {
        '{' | '[' => (TokenKind::Open(first), 1),
        '}' | ']' => (TokenKind::Close(first), 1),
        ':' => (TokenKind::Colon, 1),
        ',' => (TokenKind::Comma, 1),
        '/' if text.starts_with("//") && !behind_colon => (TokenKind::Comment, text.find('\n').unwrap_or(text.len())),
        '/' if text.starts_with("/*") => (TokenKind::Comment, text.find("*/").map_or(text.len(), |end| end + 2)),
        '.' if text.starts_with("..") => (TokenKind::Ellipsis, text.len() - text.trim_start_matches('.').len()),
        '\u{2026}' => (TokenKind::Ellipsis, first.len_utf8()),
        quote if is_quote(quote) => quoted(text, quote),
        _ => (TokenKind::Word, word(text)),
    })
}

/// A text in quotes; it ends with the line at the latest.
fn quoted(text: &str, quote: char) -> (TokenKind, usize) {
    // Most texts hold nothing but letters and signs up to the quote that closes them.
    let inside = text.as_bytes().get(1..).unwrap_or_default().iter();
    let is_plain = |byte: &&u8| byte.is_ascii() && !matches!(byte, b'"' | b'\'' | b'\\' | b'\n');
    let plain = inside.take_while(is_plain).count();
    if quote == '"' && text.as_bytes().get(1 + plain) == Some(&b'"') {
        return (TokenKind::Text { quote, closed: true }, plain + 2);
    }
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        let closes = if quote == '\'' {
            c == '\''
        } else {
            c != '\'' && is_quote(c)
        };
        match c {
            '\n' => return (TokenKind::Text { quote, closed: false }, at),
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if closes => return (TokenKind::Text { quote, closed: true }, at + c.len_utf8()),
            _ => {}
        }
    }
    (TokenKind::Text { quote, closed: false }, text.len())
}

/// The length of a word; it ends before a blank, a mark, a quote or a comment.
fn word(text: &str) -> usize {
    let ends = |at: usize, c: char| {
        let is_mark =
            c.is_whitespace() || matches!(c, ',' | ':' | '{' | '}' | '[' | ']' | '"' | '\u{201c}' | '\u{201d}');
        let is_comment = || c == '/' && text.get(at + 1..).is_some_and(|rest| rest.starts_with(['/', '*']));
        at > 0 && (is_mark || is_comment())
    };
    let end = text.char_indices().find(|(at, c)| ends(*at, *c));
    end.map_or(text.len(), |(at, _)| at)
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201c}' | '\u{201d}')
}

/// Opening minus closing brackets of a line, texts and comments left out.
pub(crate) fn balance(line: &str) -> i64 {
    let depth = |token: Token| match token.kind {
        TokenKind::Open(_) => 1,
        TokenKind::Close(_) => -1,
        _ => 0,
    };
    Tokens::new(line, 0).map(depth).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_of_a_line() {
        assert_eq!(balance(r#"{ "a": "}", // ]"#), 1);
        assert_eq!(balance("GET https://contoso.com/parts(ids=["), 1);
        assert_eq!(balance(r#""a\"}", 1 ]}"#), -2);
    }
}
