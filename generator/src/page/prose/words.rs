//! The words and marks of a text, and where its sentences begin and end.

use crate::markdown::Text;

/// A word or a mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) struct Token {
    /// First byte in the text.
    pub(in crate::page) start: usize,
    /// One past the last byte.
    pub(in crate::page) end: usize,
    /// A word, or a single mark such as `.` or a line break.
    pub(in crate::page) is_word: bool,
    /// It stands in a code span, so it is a name or a value and no word of the sentence.
    pub(in crate::page) in_code: bool,
    /// A value list or a name that a reader has taken; no sentence pattern matches it.
    pub(in crate::page) taken: bool,
    /// [`fingerprint`] of the word.
    pub(in crate::page) fingerprint: u8,
}

/// A number that equal words share and few other words do; case makes no difference. Most words begin no pattern, and
/// this tells so faster than a look into a map.
pub(in crate::page) fn fingerprint(word: &str) -> u8 {
    let bytes = word.as_bytes();
    let byte = |byte: Option<&u8>| byte.map_or(0, u8::to_ascii_lowercase);
    let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
    byte(bytes.first())
        .wrapping_mul(31)
        .wrapping_add(byte(bytes.last()).wrapping_mul(7))
        .wrapping_add(length)
}

/// A text cut into tokens.
///
/// A hyphen inside a word splits it and is no token, so that "read-only", "read only" and the same with a
/// non-breaking hyphen are two words, `read` and `only`.
#[derive(Debug)]
pub(in crate::page) struct Words<'a> {
    /// The text.
    pub(in crate::page) text: &'a Text,
    /// Its words without markup.
    pub(in crate::page) plain: &'a str,
    lower: String,
    tokens: Vec<Token>,
}

impl<'a> Words<'a> {
    /// Cuts a text into tokens.
    pub(in crate::page) fn new(text: &'a Text) -> Self {
        let plain = text.plain.as_str();
        let mut tokens = Vec::with_capacity(plain.len() / 5);
        let mut code = text.code.iter().peekable();
        let mut end = 0;
        while let Some(c) = char_at(plain, end) {
            let start = end;
            if c == ' ' {
                end += 1;
                continue;
            }
            end += c.len_utf8();
            let is_word = is_word_char(c);
            if !is_word && (c.is_whitespace() && c != '\n' || is_invisible(c)) {
                continue;
            }
            if is_word {
                end = word_end(plain, end);
            } else if is_hyphen(c) && joins(plain, start, end) {
                continue;
            }
            while code.next_if(|span| span.end <= start).is_some() {}
            let in_code = code.peek().is_some_and(|span| span.start <= start);
            tokens.push(Token {
                start,
                end,
                is_word,
                in_code,
                taken: false,
                fingerprint: fingerprint(plain.get(start..end).unwrap_or("")),
            });
        }
        Self {
            text,
            plain,
            lower: plain.to_ascii_lowercase(),
            tokens,
        }
    }

    /// The tokens in order.
    pub(in crate::page) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The lower-case letters of the token at `index`; empty past the end.
    pub(in crate::page) fn lower(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .and_then(|token| self.lower.get(token.start..token.end))
            .unwrap_or("")
    }

    /// The token at `index` as it is spelled; empty past the end.
    pub(in crate::page) fn word(&self, index: usize) -> &'a str {
        let token = self.tokens.get(index);
        token
            .and_then(|token| self.plain.get(token.start..token.end))
            .unwrap_or("")
    }

    /// The byte where the token at `index` begins; the text's length past the end.
    pub(in crate::page) fn start_of(&self, index: usize) -> usize {
        self.tokens.get(index).map_or(self.plain.len(), |token| token.start)
    }

    /// The index of the first token at or behind a byte.
    pub(in crate::page) fn index_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }

    /// Marks the tokens of a byte range as taken.
    pub(in crate::page) fn take(&mut self, from: usize, to: usize) {
        let (first, end) = (self.index_at(from), self.index_at(to));
        for token in self.tokens.get_mut(first..end).unwrap_or_default() {
            token.taken = true;
        }
    }

    /// Whether a sentence, or a part of it that stands for itself, begins at `index`.
    pub(in crate::page) fn starts_sentence(&self, index: usize) -> bool {
        index == 0 || self.ends_sentence_with(index - 1) || self.is_opener(index)
    }

    /// Whether a sentence is over before `index`.
    pub(in crate::page) fn is_sentence_end(&self, index: usize) -> bool {
        index >= self.tokens.len() || self.ends_sentence_with(index) || self.is_opener(index)
    }

    /// Whether a part between commas begins at `index`.
    pub(in crate::page) fn starts_clause(&self, index: usize) -> bool {
        self.starts_sentence(index) || (index > 0 && is_comma(self.lower(index - 1)))
    }

    /// Whether a part between commas is over before `index`.
    pub(in crate::page) fn is_clause_end(&self, index: usize) -> bool {
        self.is_sentence_end(index) || is_comma(self.lower(index))
    }

    fn ends_sentence_with(&self, index: usize) -> bool {
        let Some(token) = self.tokens.get(index) else {
            return true;
        };
        if token.is_word {
            return false;
        }
        // "... is \"trending.\" Read-only."
        let quoted = matches!(self.lower(index), "\"" | "”") && index > 0;
        if quoted && matches!(self.lower(index - 1), "." | "!" | "?") {
            return true;
        }
        match self.lower(index) {
            "-" => true,
            mark => !token.in_code && mark.chars().all(|c| ".!?\n;:()[]–—•".contains(c)),
        }
    }

    /// Some pages forget the full stop: "... for Business Inherited from carPart Possible values are: ...".
    fn is_opener(&self, index: usize) -> bool {
        let Some(token) = self.tokens.get(index) else {
            return false;
        };
        let word = self.plain.get(token.start..token.end).unwrap_or("");
        token.is_word
            && !token.in_code
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && OPENERS.iter().any(|(first, second)| {
                *first == word && (second.is_empty() || self.lower(index + 1).starts_with(second))
            })
    }
}

/// A capitalised word that begins a sentence even without a full stop before it, and the word that has to follow.
const OPENERS: &[(&str, &str)] = &[
    ("Default", "value"),
    ("Default", "is"),
    ("Inherited", "from"),
    ("Nullable", ""),
    ("Possible", "values"),
    ("Read", "only"),
    ("Returned", "by"),
    ("Returned", "only"),
    ("Supports", "$"),
];

fn is_comma(mark: &str) -> bool {
    matches!(mark, "," | "and" | "but" | "/" | "*")
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '@')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Zero-width characters and byte order marks that editors left behind.
pub(in crate::page) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// The character at a byte; nearly all are ASCII.
fn char_at(plain: &str, at: usize) -> Option<char> {
    match plain.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => plain.get(at..)?.chars().next(),
    }
}

/// Where the word ends that goes on at a byte.
fn word_end(plain: &str, mut at: usize) -> usize {
    let bytes = plain.as_bytes();
    loop {
        let rest = bytes.get(at..).unwrap_or_default().iter();
        at += rest.take_while(|byte| byte.is_ascii_alphanumeric()).count();
        match char_at(plain, at) {
            Some(' ') | None => return at,
            Some(c) if is_word_char(c) || joins_word(plain, at, c) => at += c.len_utf8(),
            Some(_) => return at,
        }
    }
}

/// An apostrophe or a dot inside a word belongs to it: `don't`, `microsoft.graph.user`, `1.1`. A dot before a capital
/// ends a sentence (`(default).Read-only`).
fn joins_word(plain: &str, at: usize, c: char) -> bool {
    let next = || char_at(plain, at + c.len_utf8());
    matches!(c, '\'' | '’') && next().is_some_and(char::is_alphabetic)
        || c == '.' && next().is_some_and(|next| next.is_lowercase() || next.is_ascii_digit())
}

fn joins(plain: &str, start: usize, end: usize) -> bool {
    let before = plain.get(..start).and_then(|text| text.chars().next_back());
    before.is_some_and(is_word_char) && char_at(plain, end).is_some_and(is_word_char)
}
