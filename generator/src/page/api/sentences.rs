//! Sentences of the Response section, and the types that they name.

use crate::markdown::{Link, Text};
use crate::model::Primitive;
use crate::page::{TypeCell, TypeWord, primitive};
use std::ops::Range;

/// Words around a type that say it is a collection, lower case.
const COLLECTION: &[&str] = &["collection", "list of", "array of", "lists of"];

/// What ends the noun phrase of a returned value, lower case.
const IN_BODY: &[&str] = &[" in the response body", " in the body", " in the response"];

/// Words that may stand between a type and `in the response body`.
const NOUNS: &[&str] = &["object", "objects", "value", "values", "resource", "resources"];

/// Phrases before a link that is not the body, lower case.
const BESIDE: &[&str] = &[
    "link to",
    "location of",
    "pointing to",
    "points to",
    "expanded with",
    "similar to",
    "status of",
];

/// Words before "object" that name no type.
const SMALL_WORDS: &[&str] = &["a", "an", "the", "JSON", "new", "this", "that", "each"];

/// One sentence of a paragraph.
pub(super) struct Sentence<'a> {
    text: &'a Text,
    range: Range<usize>,
    /// Its words in lower case.
    pub(super) lower: String,
}

/// The sentences of a paragraph. A full stop inside a link or a code span ends none.
pub(super) fn sentences(text: &Text) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let inside = |at: usize| {
        let links = text.links.iter().map(|link| &link.range);
        links.chain(&text.code).any(|range| range.contains(&at))
    };
    let stops = text.plain.match_indices(['.', '\n']).filter(|(at, stop)| {
        let next = text.plain.get(at + 1..).and_then(|rest| rest.chars().next());
        !inside(*at) && (*stop == "\n" || next.is_none_or(char::is_whitespace))
    });
    let ends = stops.map(|(at, _)| at + 1).chain([text.plain.len()]);
    for end in ends {
        let words = text.plain.get(start..end).unwrap_or("");
        if !words.trim().is_empty() {
            sentences.push(Sentence {
                text,
                range: start..end,
                lower: words.to_lowercase(),
            });
        }
        start = end;
    }
    sentences
}

impl Sentence<'_> {
    /// Success status codes, and the redirect of downloads.
    pub(super) fn statuses(&self) -> impl Iterator<Item = u16> + '_ {
        let words = self.lower.split(|c: char| !c.is_ascii_alphanumeric());
        let codes = words
            .filter(|word| word.len() == 3)
            .filter_map(|word| word.parse().ok());
        codes.filter(|code| (200..300).contains(code) || *code == 302)
    }

    /// "... a `Location` header that points to the [x](x.md)" names no body.
    pub(super) fn is_about_headers(&self) -> bool {
        self.lower.contains("header") && !self.lower.contains("response body")
    }

    /// The type of the body that the sentence names.
    pub(super) fn body_type(&self) -> Option<TypeCell> {
        let tells = self.statuses().next().is_some() || IN_BODY.iter().any(|phrase| self.lower.contains(phrase));
        let bold = || self.bold().filter(|_| tells);
        let plain = || self.plain_result().filter(|_| tells);
        self.resource()
            .or_else(|| self.primitive())
            .or_else(bold)
            .or_else(plain)
    }

    /// `windowsUpdate` of "a windowsUpdate object in the response body": text copied from the website has no links. Only a
    /// word that is spelled like a type counts; "the updated object" names none.
    fn plain_result(&self) -> Option<TypeCell> {
        let words = self.text.plain.get(self.range.clone())?;
        let pairs = words.split_whitespace().zip(words.split_whitespace().skip(1));
        let is_object = |word: &str| matches!(word.trim_end_matches(['.', ',']), "object" | "objects");
        let is_type = |name: &str| {
            let own_words = name.chars().skip(1).any(|c| c.is_ascii_uppercase());
            is_name(name) && name.starts_with(|c: char| c.is_ascii_lowercase()) && own_words
        };
        let mut named = pairs.filter(|(name, noun)| is_object(noun) && is_type(name));
        let (name, noun) = named.next()?;
        Some(TypeCell {
            word: TypeWord::Name(name.to_owned()),
            collection: noun.starts_with("objects") || COLLECTION.iter().any(|word| self.lower.contains(word)),
            raw: self.raw(),
            ..TypeCell::unknown()
        })
    }

    /// The first link to a resource page.
    pub(super) fn resource(&self) -> Option<TypeCell> {
        let links = || {
            let here = self.text.links.iter().filter(|link| self.holds(&link.range));
            here.filter(|link| is_resource(link) && !self.is_beside(&link.range))
        };
        let named = || links().filter(|link| is_name(self.text.slice(&link.range)));
        let link = named()
            .next()
            .or_else(|| links().find(|link| !link.target.is_empty()))?;
        let name = self.text.slice(&link.range).trim();
        let bare = bare_name(name);
        let word = match primitive(bare) {
            Some(primitive) => TypeWord::Primitive(primitive),
            None => TypeWord::Name(bare.to_owned()),
        };
        Some(TypeCell {
            word,
            collection: self.is_collection(&link.range) || is_plural(link, name),
            link: Some(link.target.clone()).filter(|target| !target.is_empty()),
            others: named().skip(1).filter_map(|link| self.choice(link)).collect(),
            raw: self.raw(),
        })
    }

    /// The name of a link after "or".
    fn choice(&self, link: &Link) -> Option<String> {
        let before = self.text.plain.get(self.range.start..link.range.start)?;
        let before = before.trim_end().trim_end_matches([',', ' ']);
        let last = before.rsplit(' ').next()?;
        (last == "or").then(|| bare_name(self.text.slice(&link.range).trim()).to_owned())
    }

    /// "a link to the [x](x.md)", "expanded with the matching [x](x.md)".
    fn is_beside(&self, range: &Range<usize>) -> bool {
        let before = self.text.plain.get(self.range.start..range.start).unwrap_or("");
        let tail: String = before
            .chars()
            .rev()
            .take(40)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let lower = tail.to_lowercase();
        BESIDE.iter().any(|phrase| lower.contains(phrase))
    }

    /// "a String collection in the response body", "a `true` value is returned".
    pub(super) fn primitive(&self) -> Option<TypeCell> {
        let before = IN_BODY
            .iter()
            .find_map(|phrase| self.lower.split_once(phrase))
            .map(|(before, _)| before)?;
        let mut words = before
            .split_whitespace()
            .rev()
            .skip_while(|word| NOUNS.contains(word))
            .peekable();
        let collection = words.peek() == Some(&"collection");
        if collection {
            words.next();
        }
        let word = words.next()?;
        let is_truth = before.contains("true value") || before.contains("`true`");
        let primitive = primitive(word).or_else(|| is_truth.then_some(Primitive::Boolean))?;
        Some(TypeCell {
            collection,
            raw: self.raw(),
            ..TypeCell::primitive(primitive)
        })
    }

    /// "an **alert** object in the response body".
    pub(super) fn bold(&self) -> Option<TypeCell> {
        let spans = self.text.strong.iter().chain(&self.text.code);
        let span = spans.filter(|span| self.holds(span)).find(|span| {
            let after = self.text.plain.get(span.end..).unwrap_or("").trim_start();
            is_name(self.text.slice(span)) && NOUNS.iter().any(|noun| after.starts_with(noun))
        })?;
        let name = self.text.slice(span).trim();
        let word = match primitive(name) {
            Some(primitive) => TypeWord::Primitive(primitive),
            None => TypeWord::Name(name.to_owned()),
        };
        Some(TypeCell {
            word,
            collection: self.is_collection(span),
            raw: self.raw(),
            ..TypeCell::unknown()
        })
    }

    /// `windowsUpdate` of "a JSON representation for the windowsUpdate object.".
    pub(super) fn plain_object(&self) -> Option<String> {
        let words = self.text.plain.get(self.range.clone())?;
        let (_, after) = words.split_once("representation")?;
        let mut before = "";
        for word in after.split_whitespace() {
            if word.trim_end_matches(['.', ',']) == "object" && is_name(before) && !SMALL_WORDS.contains(&before) {
                return Some(before.to_owned());
            }
            before = word;
        }
        None
    }

    fn holds(&self, range: &Range<usize>) -> bool {
        self.range.start <= range.start && range.end <= self.range.end
    }

    /// The words around a type: `collection of x`, `x collection`, `the requested x objects`.
    fn is_collection(&self, range: &Range<usize>) -> bool {
        let after = self
            .text
            .plain
            .get(range.end..self.range.end)
            .unwrap_or("")
            .trim_start()
            .to_lowercase();
        COLLECTION.iter().any(|word| self.lower.contains(word)) || after.starts_with("objects")
    }

    fn raw(&self) -> String {
        let words = self.text.plain.get(self.range.clone()).unwrap_or("");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// `../resources/user.md`, or a reference link that was never defined: `[itemActivityStats][]`. Pages of the same
/// folder are other operations.
fn is_resource(link: &Link) -> bool {
    let (path, _) = link.target.split_once('#').unwrap_or((&link.target, ""));
    path.is_empty() && !link.target.starts_with('#') || path.contains("resources/")
}

fn is_name(words: &str) -> bool {
    let word = bare_name(words.trim());
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')
}

/// `Drive resource` -> `Drive`.
fn bare_name(words: &str) -> &str {
    let bare = NOUNS
        .iter()
        .find_map(|noun| words.strip_suffix(noun)?.strip_suffix(' '));
    bare.unwrap_or(words)
}

/// `[identityProviders](../resources/identityprovider.md)`.
fn is_plural(link: &Link, name: &str) -> bool {
    let stem = link.target.rsplit('/').next().and_then(|file| file.strip_suffix(".md"));
    stem.is_some_and(|stem| format!("{stem}s").eq_ignore_ascii_case(name))
}
