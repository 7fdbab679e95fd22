//! JSON as pages write it: with comments, `...`, missing and surplus commas, curly quotes.

/// A value, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Loose {
    /// `{..}`.
    Object(Vec<(String, Loose)>),
    /// `[..]`.
    Array(Vec<Loose>),
    /// A quoted text.
    Text(String),
    /// A number, `true`, `null`, or anything else without quotes.
    Word(String),
}

/// How deep values may be nested; what is deeper is left out.
const MAX_DEPTH: usize = 64;

/// Reads the first value of a text; `None` when it holds no object and no array.
pub(super) fn read(text: &str) -> Option<Loose> {
    let start = text.find(['{', '['])?;
    let mut reader = Reader {
        rest: text.get(start..)?,
    };
    reader.value(0)
}

impl Loose {
    /// The members of an object; none for other values.
    pub(super) fn members(&self) -> &[(String, Loose)] {
        match self {
            Self::Object(members) => members,
            Self::Array(_) | Self::Text(_) | Self::Word(_) => &[],
        }
    }

    /// The member with this name.
    pub(super) fn get(&self, name: &str) -> Option<&Loose> {
        self.members()
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Loose> {
        self.skip();
        match self.rest.chars().next()? {
            '{' => Some(self.object(depth)),
            '[' => Some(self.array(depth)),
            quote if is_quote(quote) => Some(Loose::Text(self.quoted())),
            _ => Some(Loose::Word(self.word())),
        }
    }

    fn object(&mut self, depth: usize) -> Loose {
        self.bump();
        let mut members = Vec::new();
        while let Some(next) = self.next_item('}') {
            let key = if is_quote(next) { self.quoted() } else { self.word() };
            self.skip();
            let value = if self.rest.starts_with(':') {
                self.bump();
                self.nested(depth)
            } else {
                None
            };
            match value {
                Some(value) => members.push((key, value)),
                None if key.is_empty() => self.bump(),
                None => {}
            }
        }
        Loose::Object(members)
    }

    fn array(&mut self, depth: usize) -> Loose {
        self.bump();
        let mut values = Vec::new();
        while self.next_item(']').is_some() {
            match self.nested(depth) {
                Some(Loose::Word(word)) if word.is_empty() => self.bump(),
                Some(value) => values.push(value),
                None => break,
            }
        }
        Loose::Array(values)
    }

    fn nested(&mut self, depth: usize) -> Option<Loose> {
        if depth < MAX_DEPTH {
            self.value(depth + 1)
        } else {
            self.rest = "";
            None
        }
    }

    /// The first character of the next item; `None` at the end, which is consumed.
    fn next_item(&mut self, end: char) -> Option<char> {
        self.skip();
        let next = self.rest.chars().next()?;
        if next == end {
            self.bump();
            return None;
        }
        Some(next)
    }

    /// Skips blanks, commas, dots of an ellipsis and comments.
    fn skip(&mut self) {
        loop {
            let trimmed = self
                .rest
                .trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == '.' || c == '\u{2026}');
            let after = if trimmed.starts_with("//") {
                trimmed.split_once('\n').map_or("", |(_, rest)| rest)
            } else if let Some(comment) = trimmed.strip_prefix("/*") {
                comment.split_once("*/").map_or("", |(_, rest)| rest)
            } else {
                self.rest = trimmed;
                return;
            };
            self.rest = after;
        }
    }

    fn bump(&mut self) {
        let mut chars = self.rest.chars();
        chars.next();
        self.rest = chars.as_str();
    }

    fn quoted(&mut self) -> String {
        let open = self.rest.chars().next();
        self.bump();
        let mut text = String::new();
        let mut chars = self.rest.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => text.extend(chars.next()),
                '\n' => break,
                c if Some(c) == open || (open != Some('\'') && is_quote(c) && c != '\'') => break,
                c => text.push(c),
            }
        }
        self.rest = chars.as_str();
        text
    }

    fn word(&mut self) -> String {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '{' | '}' | '[' | ']'))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        word.to_owned()
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201c}' | '\u{201d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &Loose) -> String {
        match value {
            Loose::Object(members) => {
                let members: Vec<String> = members
                    .iter()
                    .map(|(key, value)| format!("{key}={}", shown(value)))
                    .collect();
                format!("{{{}}}", members.join(" "))
            }
            Loose::Array(values) => format!("[{}]", values.iter().map(shown).collect::<Vec<_>>().join(" ")),
            Loose::Text(text) => format!("'{text}'"),
            Loose::Word(word) => word.clone(),
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
            "text",
        ];
        let lines = texts.map(|text| read(text).map_or_else(|| "none".to_owned(), |value| shown(&value)));
        insta::assert_snapshot!(lines.join("\n"), @r#"
        {a=1 b=[true null] c={d='e"f'}}
        {a='x' b='y'}
        {a='x' b='y'}
        {a=1 b=2}
        {a='x' b='it'}
        {a=1 b={}}
        [{a=1}]
        {}
        {}
        none
        "#);
    }

    #[test]
    fn deep_nesting_ends() {
        let deep = "[".repeat(100_000);
        assert!(read(&deep).is_some());
    }
}
