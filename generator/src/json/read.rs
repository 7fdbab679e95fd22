//! Reads a value, whatever its slips.

use super::repair::Repair;
use super::token::{Token, TokenKind, Tokens, is_quote};
use super::value::{Kind, Member, Value};
use std::borrow::Cow;
use std::iter::Peekable;
use std::ops::Range;

/// How deep values may be nested; what is deeper is left out.
const MAX_DEPTH: usize = 64;

/// A value, and what was put right to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading<'a> {
    /// The value.
    pub(crate) value: Value<'a>,
    /// Each kind of repair once, in the order of the text.
    pub(crate) repairs: Vec<Repair>,
}

/// Reads the first object or array of a text; `None` when it has none.
pub(crate) fn read(text: &str) -> Option<Reading<'_>> {
    let start = text.find(['{', '['])?;
    let mut reader = ValueReader {
        text,
        tokens: Tokens::new(text, start).peekable(),
        repairs: Vec::new(),
    };
    let first = reader.tokens.next()?;
    let value = reader.value(&first, 0);
    Some(Reading {
        value,
        repairs: reader.repairs,
    })
}

struct ValueReader<'a> {
    text: &'a str,
    tokens: Peekable<Tokens<'a>>,
    repairs: Vec<Repair>,
}

/// What stands between two items.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Start,
    Item,
    Comma,
}

impl<'a> ValueReader<'a> {
    fn value(&mut self, first: &Token, depth: usize) -> Value<'a> {
        let start = first.range.start;
        let (kind, end) = match first.kind {
            TokenKind::Open(_) if depth >= MAX_DEPTH => (Kind::Word(""), self.skip(first.range.end)),
            TokenKind::Open('{') => self.object(first.range.end, depth),
            TokenKind::Open(_) => self.array(first.range.end, depth),
            TokenKind::Text { .. } => (Kind::Text(self.unquoted(first).0), first.range.end),
            _ => (Kind::Word(self.slice(first.range.clone())), first.range.end),
        };
        Value {
            kind,
            range: start..end,
        }
    }

    /// The members behind the bracket, and where the object ends.
    fn object(&mut self, start: usize, depth: usize) -> (Kind<'a>, usize) {
        let (mut members, mut between, mut end) = (Vec::new(), Between::Start, start);
        while let Some(token) = self.item('}', &mut between, &mut end) {
            let (name, range) = match token.kind {
                TokenKind::Text { .. } => self.unquoted(&token),
                TokenKind::Word => {
                    self.note(Repair::BareName);
                    (Cow::Borrowed(self.slice(token.range.clone())), token.range)
                }
                _ => {
                    self.note(Repair::Stray);
                    continue;
                }
            };
            match self.member_value(depth) {
                Some(value) => {
                    end = value.range.end;
                    members.push(Member { name, range, value });
                }
                None => self.note(Repair::Stray),
            }
        }
        (Kind::Object(members), end)
    }

    /// The value behind a name and a colon.
    fn member_value(&mut self, depth: usize) -> Option<Value<'a>> {
        self.pass_ornaments();
        self.tokens.next_if(|token| token.kind == TokenKind::Colon)?;
        self.pass_ornaments();
        let first = self
            .tokens
            .next_if(|token| !matches!(token.kind, TokenKind::Close(_) | TokenKind::Comma))?;
        Some(self.value(&first, depth + 1))
    }

    fn array(&mut self, start: usize, depth: usize) -> (Kind<'a>, usize) {
        let (mut values, mut between, mut end) = (Vec::new(), Between::Start, start);
        while let Some(token) = self.item(']', &mut between, &mut end) {
            if matches!(token.kind, TokenKind::Close(_) | TokenKind::Colon) {
                self.note(Repair::Stray);
                continue;
            }
            let value = self.value(&token, depth + 1);
            end = value.range.end;
            values.push(value);
        }
        (Kind::Array(values), end)
    }

    /// The first token of the next item; `None` at the closing bracket, which is passed, and at the end of the text.
    fn item(&mut self, close: char, between: &mut Between, end: &mut usize) -> Option<Token> {
        loop {
            self.pass_ornaments();
            let Some(token) = self.tokens.next() else {
                self.note(Repair::OpenBracket);
                return None;
            };
            let is_comma = token.kind == TokenKind::Comma;
            let closes = token.kind == TokenKind::Close(close);
            match between {
                Between::Start | Between::Comma if is_comma => self.note(Repair::SurplusComma),
                Between::Comma if closes => self.note(Repair::SurplusComma),
                Between::Item if !is_comma && !closes => self.note(Repair::MissingComma),
                _ => {}
            }
            *between = if is_comma { Between::Comma } else { Between::Item };
            if closes {
                *end = token.range.end;
                return None;
            }
            if !is_comma {
                return Some(token);
            }
        }
    }

    /// Passes comments and ellipses.
    fn pass_ornaments(&mut self) {
        while let Some(token) = self
            .tokens
            .next_if(|token| matches!(token.kind, TokenKind::Comment | TokenKind::Ellipsis))
        {
            let is_comment = token.kind == TokenKind::Comment;
            self.note(if is_comment { Repair::Comment } else { Repair::Ellipsis });
        }
    }

    /// Passes the rest of a value that is nested too deep.
    fn skip(&mut self, start: usize) -> usize {
        let (mut open, mut end) = (1_usize, start);
        while open > 0
            && let Some(token) = self.tokens.next()
        {
            match token.kind {
                TokenKind::Open(_) => open += 1,
                TokenKind::Close(_) => open -= 1,
                _ => {}
            }
            end = token.range.end;
        }
        end
    }

    /// What stands in the quotes of a token, and its place.
    fn unquoted(&mut self, token: &Token) -> (Cow<'a, str>, Range<usize>) {
        let TokenKind::Text { quote, closed } = token.kind else {
            return (Cow::Borrowed(""), token.range.clone());
        };
        match quote {
            '"' => {}
            '\'' => self.note(Repair::SingleQuotes),
            _ => self.note(Repair::CurlyQuotes),
        }
        if !closed {
            self.note(Repair::OpenText);
        }
        let start = token.range.start + quote.len_utf8();
        let inner = self.slice(start..token.range.end);
        let inner = if closed {
            inner.strip_suffix(is_quote).unwrap_or(inner)
        } else {
            inner
        };
        (unescaped(inner), start..start + inner.len())
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or("")
    }

    fn note(&mut self, repair: Repair) {
        if !self.repairs.contains(&repair) {
            self.repairs.push(repair);
        }
    }
}

/// The text without backslashes; the character behind one stays.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        plain.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &Value<'_>) -> String {
        match &value.kind {
            Kind::Object(members) => {
                let member = |member: &Member<'_>| format!("{}={}", member.name, shown(&member.value));
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(" "))
            }
            Kind::Array(values) => format!("[{}]", values.iter().map(shown).collect::<Vec<_>>().join(" ")),
            Kind::Text(text) => format!("'{text}'"),
            Kind::Word(word) => (*word).to_owned(),
        }
    }

    #[test]
    fn json_with_slips() {
        let texts = [
            r#"{"a": 1, "b": [true, null], "c": {"d": "e\"f"}}"#,
            r#"{"a": "x", "b": "y",}"#,
            "{\"a\": \"x\" \"b\": \"y\"}",
            "{ // the key\n \"a\": 1, /* more */ ... \"b\": 2 }",
            "{\u{201c}a\u{201d}: \u{201c}x\u{201d}, 'b': 'it'}",
            "{a: 1, \"b\": {",
            "[ {\"a\": 1}, ... ]",
            "{\"a\"}",
            "{]}",
            "{\"a\": \"x\n\"b\": https://contoso.com }",
            "text",
        ];
        let lines = texts.map(|text| {
            read(text).map_or_else(
                || "none".to_owned(),
                |reading| format!("{} {:?}", shown(&reading.value), reading.repairs),
            )
        });
        insta::assert_snapshot!(lines.join("\n"), @r#"
        {a=1 b=[true null] c={d='e"f'}} []
        {a='x' b='y'} [SurplusComma]
        {a='x' b='y'} [MissingComma]
        {a=1 b=2} [Comment, Ellipsis]
        {a='x' b='it'} [CurlyQuotes, SingleQuotes]
        {a=1 b={}} [BareName, OpenBracket]
        [{a=1}] [Ellipsis, SurplusComma]
        {} [Stray]
        {} [Stray]
        {a='x' b=https} [OpenText, MissingComma, Stray, BareName]
        none
        "#);
    }

    #[test]
    fn places_of_names_and_values() {
        let text = r#"see { "a": [1, 2], "b" : { "c": "d" } }."#;
        let reading = read(text).unwrap();
        let place =
            |member: &Member<'_>| format!("{}: {}", &text[member.range.clone()], &text[member.value.range.clone()]);
        let places: Vec<String> = reading.value.members().iter().map(place).collect();
        insta::assert_snapshot!(places.join("\n"), @r#"
        a: [1, 2]
        b: { "c": "d" }
        "#);
        assert_eq!(reading.value.range, 4..text.len() - 1);
    }

    #[test]
    fn deep_nesting_ends() {
        for deep in ["[", "{\"a\":", "[{\"a\":["] {
            assert!(read(&deep.repeat(100_000)).is_some());
        }
    }
}
