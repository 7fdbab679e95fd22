//! The types that a sentence names: linked, bold, in plain words.

use super::Sentence;
use crate::markdown::Link;
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
    "see",
];

/// Words before "object" that name no type, lower case.
const SMALL_WORDS: &[&str] = &[
    "a",
    "an",
    "the",
    "json",
    "new",
    "this",
    "that",
    "each",
    "empty",
    "updated",
    "created",
    "requested",
    "entity",
    "error",
    "response",
    "of",
    "collection",
    "object",
    "objects",
    "resource",
    "returned",
];

/// Words before the name of a returned type, lower case.
const ARTICLES: &[&str] = &[
    "a",
    "all",
    "an",
    "and",
    "created",
    "new",
    "of",
    "one",
    "requested",
    "restored",
    "single",
    "target",
    "the",
    "updated",
];

impl Sentence<'_> {
    /// The type of the body that the sentence names.
    pub(in crate::page::api) fn body_type(&self) -> Option<TypeCell> {
        let tells = self.statuses().next().is_some() || self.before_in_body().is_some();
        let bold = || self.bold().filter(|_| tells);
        self.resource()
            .or_else(|| self.primitive())
            .or_else(bold)
            .or_else(|| self.plain_result())
            .or_else(|| self.everyday_link())
    }

    /// The first link to a resource page whose text is a name.
    pub(in crate::page::api) fn resource(&self) -> Option<TypeCell> {
        let mut links = self.resource_links().filter(|link| is_name(self.name_of(link)));
        let link = links.next()?;
        Some(TypeCell {
            word: word(self.name_of(link)),
            others: links.filter_map(|link| self.choice(link)).collect(),
            ..self.linked(link)
        })
    }

    /// "an **alert** object in the response body".
    pub(in crate::page::api) fn bold(&self) -> Option<TypeCell> {
        let spans = self.text.strong.iter().chain(&self.text.code);
        let span = spans.filter(|span| self.holds(span)).find(|span| {
            let after = self.after(span.end).trim_start();
            let is_noun = NOUNS.iter().any(|noun| after.starts_with(noun)) || after.starts_with("in the");
            is_noun && is_name(self.text.slice(span))
        })?;
        Some(TypeCell {
            word: word(self.text.slice(span)),
            collection: self.is_collection(span),
            raw: self.raw(),
            ..TypeCell::unknown()
        })
    }

    /// `windowsUpdate` of "a JSON representation for the windowsUpdate object.".
    pub(in crate::page::api) fn plain_object(&self) -> Option<String> {
        let (_, after) = self.words().split_once("representation")?;
        let mut before = "";
        for word in after.split_whitespace() {
            if word.trim_end_matches(['.', ',']) == "object" && names_type(before) {
                return Some(before.to_owned());
            }
            before = word;
        }
        None
    }

    /// "and a roleAssignment object in the response body", as pages copied from the website have it: without links.
    fn plain_result(&self) -> Option<TypeCell> {
        if self.text.links.iter().any(|link| self.holds(&link.range)) {
            return None;
        }
        let tells = self.lower.contains("response body") || self.statuses().next().is_some() || self.is_return();
        let words: Vec<&str> = self.words().split_whitespace().map(bare).collect();
        let named = || {
            words
                .iter()
                .enumerate()
                .skip(1)
                .find_map(|(at, name)| self.plain_noun(name, &words, at))
        };
        named().filter(|_| tells).or_else(|| self.plain_name())
    }

    /// "This method returns a collection of widget resources."
    fn is_return(&self) -> bool {
        self.lower.contains("method returns") || self.lower.contains("this returns")
    }

    /// "a widget object", "widget collection", "the restored carPart resource".
    fn plain_noun(&self, name: &str, words: &[&str], at: usize) -> Option<TypeCell> {
        let before = words.get(at.checked_sub(1)?)?.to_lowercase();
        let noun = words.get(at + 1).map(|word| word.to_lowercase())?;
        let is_noun = noun == "collection" || NOUNS.contains(&noun.as_str());
        // "the children collection of the item" names no type; "a message object in the response body" does.
        let is_returned = || ARTICLES.contains(&before.as_str()) && self.before_in_body().is_some();
        let is_type = names_type(name) && (is_camel(name) || is_returned());
        (is_noun && is_type).then(|| {
            let of = before == "of" || words.get(..at).is_some_and(says_collection);
            self.plain(name, noun == "collection" || noun.ends_with('s') || of)
        })
    }

    /// "a carPart in the response body", "a JSON representation of the carPart in the response body".
    fn plain_name(&self) -> Option<TypeCell> {
        let mut words = self.before_in_body()?.split_whitespace().rev();
        let name = words.next().filter(|name| names_type(name) && is_camel(name))?;
        let is_named = words
            .next()
            .is_some_and(|word| ARTICLES.contains(&word.to_lowercase().as_str()));
        is_named.then(|| self.plain(name, false))
    }

    fn plain(&self, name: &str, collection: bool) -> TypeCell {
        TypeCell {
            word: word(name),
            collection,
            raw: self.raw(),
            ..TypeCell::unknown()
        }
    }

    /// "a String collection in the response body", "a `true` value is returned".
    fn primitive(&self) -> Option<TypeCell> {
        let before = self.before_in_body()?;
        let mut words = before
            .split_whitespace()
            .rev()
            .skip_while(|word| NOUNS.contains(word))
            .peekable();
        let collection = words.next_if_eq(&"collection").is_some();
        let is_truth = || before.split_whitespace().any(|word| word == "true" || word == "false");
        let primitive = primitive(words.next()?).or_else(|| is_truth().then_some(Primitive::Boolean))?;
        Some(TypeCell {
            collection,
            raw: self.raw(),
            ..TypeCell::primitive(primitive)
        })
    }

    /// `[the new plan](../resources/plan.md)`: only the linked page can tell the type.
    fn everyday_link(&self) -> Option<TypeCell> {
        let link = self.resource_links().find(|link| !link.target.is_empty())?;
        Some(self.linked(link))
    }

    fn resource_links(&self) -> impl Iterator<Item = &Link> {
        let here = self.text.links.iter().filter(|link| self.holds(&link.range));
        here.filter(|link| is_resource(link) && !self.is_beside(&link.range))
    }

    fn linked(&self, link: &Link) -> TypeCell {
        TypeCell {
            collection: self.is_collection(&link.range) || is_plural(link, self.name_of(link)),
            link: Some(link.target.clone()).filter(|target| !target.is_empty()),
            raw: self.raw(),
            ..TypeCell::unknown()
        }
    }

    /// A link's text, `Drive` of `[Drive resource]`.
    fn name_of(&self, link: &Link) -> &str {
        let words = self.text.slice(&link.range).trim();
        let bare = NOUNS
            .iter()
            .find_map(|noun| words.strip_suffix(noun)?.strip_suffix(' '));
        bare.unwrap_or(words)
    }

    /// The name of a link after "or".
    fn choice(&self, link: &Link) -> Option<String> {
        let before = self.before(link.range.start).trim_end_matches([',', ' ']);
        let is_choice = before.rsplit(' ').next() == Some("or");
        is_choice.then(|| self.name_of(link).to_owned())
    }

    /// "a link to the [x](x.md)", "expanded with the matching [x](x.md)".
    fn is_beside(&self, range: &Range<usize>) -> bool {
        let lower = self.before(range.start).to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let near = words.get(words.len().saturating_sub(4)..).unwrap_or(&[]).join(" ");
        let padded = format!(" {near} ");
        BESIDE.iter().any(|phrase| padded.contains(&format!(" {phrase} ")))
    }

    /// The words before "in the response body".
    fn before_in_body(&self) -> Option<&str> {
        let at = IN_BODY.iter().find_map(|phrase| self.lower.find(phrase))?;
        self.words().get(..at)
    }

    /// The words around a type: `collection of x`, `x collection`, `the requested x objects`.
    fn is_collection(&self, range: &Range<usize>) -> bool {
        let after = self.after(range.end).trim_start();
        COLLECTION.iter().any(|word| self.lower.contains(word)) || after.starts_with("objects")
    }

    fn raw(&self) -> String {
        self.words().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_')
}

/// `carPart`, `CarPart`: spelled as no everyday word is.
fn is_camel(name: &str) -> bool {
    let inner = name.get(1..).unwrap_or("");
    inner.contains(|c: char| c.is_ascii_uppercase()) && inner.contains(|c: char| c.is_ascii_lowercase())
}

/// "a collection of one", before a name.
fn says_collection(words: &[&str]) -> bool {
    let near = words.get(words.len().saturating_sub(3)..).unwrap_or(&[]);
    near.contains(&"collection") && near.contains(&"of")
}

fn word(name: &str) -> TypeWord {
    let name = name.trim();
    primitive(name).map_or_else(|| TypeWord::Name(name.to_owned()), TypeWord::Primitive)
}

/// `../resources/user.md`, or a reference link that was never defined: `[itemActivityStats][]`. Pages of the same
/// folder are other operations.
fn is_resource(link: &Link) -> bool {
    let (path, _) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let in_resources = path.contains("resources/") || path.contains("resources\\");
    path.is_empty() && !link.target.starts_with('#') || in_resources
}

fn is_name(words: &str) -> bool {
    let word = words.trim();
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')
}

fn names_type(word: &str) -> bool {
    is_name(word) && !SMALL_WORDS.contains(&word.to_lowercase().as_str())
}

/// `[identityProviders](../resources/identityprovider.md)`.
fn is_plural(link: &Link, name: &str) -> bool {
    let stem = link.target.rsplit('/').next().and_then(|file| file.strip_suffix(".md"));
    stem.is_some_and(|stem| format!("{stem}s").eq_ignore_ascii_case(name))
}
