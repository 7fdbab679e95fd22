//! The types that a sentence names: linked, bold, in plain words.

use super::Said;
use crate::markdown::Link;
use crate::model::Primitive;
use crate::page::prose::{Patterns, one_line};
use crate::page::{TypeCell, TypeWord, primitive};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that may stand between a type and `in the response body`.
const NOUNS: &[&str] = &["object", "objects", "value", "values", "resource", "resources"];

/// Phrases before a link that is not the body.
#[rustfmt::skip]
const BESIDE: &[(&str, ())] = &[
    ("link to", ()),
    ("location of", ()),
    ("pointing|points to", ()),
    ("expanded with", ()),
    ("similar to", ()),
    ("status of", ()),
    ("see", ()),
];

static IS_BESIDE: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BESIDE));

/// How many tokens before a link are looked at.
const NEAR: usize = 4;

/// Words before "object" that name no type.
#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "a", "an", "the", "json", "new", "this", "that", "each", "empty", "updated", "created", "requested", "entity",
    "error", "response", "of", "collection", "object", "objects", "resource", "returned",
];

/// Words before the name of a returned type.
#[rustfmt::skip]
const ARTICLES: &[&str] = &[
    "a", "all", "an", "and", "created", "new", "of", "one", "requested", "restored", "single", "target", "the",
    "updated",
];

impl Said<'_, '_> {
    /// The type of the body that the sentence names.
    pub(in crate::page::api) fn body_type(&self) -> Option<TypeCell> {
        let tells = self.statuses().next().is_some() || self.in_body.is_some();
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
        let text = self.sentence.words.text;
        let mut spans = self
            .sentence
            .spans(&text.strong)
            .iter()
            .chain(self.sentence.spans(&text.code));
        let span = spans.find(|span| {
            let next = self.sentence.words.index_at(span.end);
            let in_the = self.lower(next) == "in" && self.lower(next + 1) == "the";
            let is_noun = NOUNS.contains(&self.lower(next)) || self.lower(next) == "collection";
            (in_the || is_noun) && is_name(text.slice(span))
        })?;
        Some(self.plain(text.slice(span), self.is_collection(span)))
    }

    /// `windowsUpdate` of "a JSON representation for the windowsUpdate object.".
    pub(in crate::page::api) fn plain_object(&self) -> Option<String> {
        let mut tokens = self.sentence.tokens.clone();
        tokens.find(|at| self.lower(*at) == "representation")?;
        let object = tokens.find(|at| self.lower(*at) == "object" && names_type(self.word(*at - 1)))?;
        Some(self.word(object - 1).to_owned())
    }

    /// "and a roleAssignment object in the response body", as pages copied from the website have it: without links.
    fn plain_result(&self) -> Option<TypeCell> {
        if !self.sentence.links().is_empty() {
            return None;
        }
        let tells = self.response_body || self.returns || self.statuses().next().is_some();
        let mut names = self.sentence.tokens.clone().skip(1).filter(|_| tells);
        names.find_map(|at| self.plain_noun(at)).or_else(|| self.plain_name())
    }

    /// "a widget object", "widget collection", "the restored carPart resource".
    fn plain_noun(&self, at: usize) -> Option<TypeCell> {
        let (before, name, noun) = (self.lower(at - 1), self.word(at), self.lower(at + 1));
        let is_noun = noun == "collection" || NOUNS.contains(&noun);
        // "the children collection of the item" names no type; "a message object in the response body" does.
        let is_returned = || ARTICLES.contains(&before) && self.in_body.is_some();
        let is_whole = name.starts_with("microsoft.graph.");
        let is_type = is_noun && names_type(name) && (is_camel(name) || is_whole || is_returned());
        is_type.then(|| {
            let of = before == "of" || self.says_collection_of(at);
            self.plain(name, noun == "collection" || noun.ends_with('s') || of)
        })
    }

    /// "a collection of one", before a name.
    fn says_collection_of(&self, at: usize) -> bool {
        let near = || at.saturating_sub(3)..at;
        near().any(|at| self.lower(at) == "collection") && near().any(|at| self.lower(at) == "of")
    }

    /// "a carPart in the response body", "a JSON representation of the carPart in the response body".
    fn plain_name(&self) -> Option<TypeCell> {
        let at = self.in_body?.checked_sub(1)?;
        let name = self.word(at);
        let before = at.checked_sub(1)?;
        let is_named = is_camel(name) && ARTICLES.contains(&self.lower(before));
        // "and the updated Machine in the response body"
        let is_result = || {
            let is_capital = name.starts_with(|c: char| c.is_ascii_uppercase());
            is_capital
                && RESULTS.contains(&self.lower(before))
                && ARTICLES.contains(&self.lower(before.wrapping_sub(1)))
        };
        (names_type(name) && (is_named || is_result())).then(|| self.plain(name, false))
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
        let before = self.sentence.tokens.start..self.in_body?;
        let mut nouns = before
            .clone()
            .rev()
            .skip_while(|at| NOUNS.contains(&self.lower(*at)))
            .peekable();
        let collection = nouns.next_if(|at| self.lower(*at) == "collection").is_some();
        let is_truth = || before.clone().any(|at| matches!(self.lower(at), "true" | "false"));
        let at = nouns.next()?;
        // "an array of strings"
        let is_of = || self.lower(at.wrapping_sub(1)) == "of" && LISTS.contains(&self.lower(at.wrapping_sub(2)));
        let several = self.word(at).strip_suffix('s').filter(|_| is_of()).and_then(primitive);
        let is_several = several.is_some();
        let one = || primitive(self.word(at)).or_else(|| is_truth().then_some(Primitive::Boolean));
        let primitive = several.or_else(one)?;
        Some(TypeCell {
            collection: collection || is_several,
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
        let links = self.sentence.links().iter();
        links.filter(|link| (is_resource(link) || self.is_namesake(link)) && !self.is_beside(&link.range))
    }

    /// `[ship](ship.md)`: sets of pages in one folder name their types so. Other pages of the folder are operations,
    /// whose file names have several words.
    fn is_namesake(&self, link: &Link) -> bool {
        let stem = link
            .target
            .strip_suffix(".md")
            .filter(|stem| !stem.contains(['/', '\\', '-']));
        let name = self.sentence.words.text.slice(&link.range).trim();
        let squashed = name.replace(' ', "");
        stem.is_some_and(|stem| squashed.eq_ignore_ascii_case(stem) || is_plural(link, name))
            || is_capital_namesake(link, name)
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
        let words = self.sentence.words.text.slice(&link.range).trim();
        let bare = NOUNS
            .iter()
            .find_map(|noun| words.strip_suffix(noun)?.strip_suffix(' '));
        bare.unwrap_or(words)
    }

    /// The name of a link after "or".
    fn choice(&self, link: &Link) -> Option<String> {
        let at = self.sentence.words.index_at(link.range.start);
        let before = at.checked_sub(1)?;
        (self.lower(before) == "or").then(|| self.name_of(link).to_owned())
    }

    /// "a link to the [x](x.md)", "expanded with the matching [x](x.md)".
    fn is_beside(&self, range: &Range<usize>) -> bool {
        let at = self.sentence.words.index_at(range.start);
        let from = at.saturating_sub(NEAR).max(self.sentence.tokens.start);
        IS_BESIDE.all_in(self.sentence.words, from..at).next().is_some()
    }

    /// The words around a type: `collection of x`, `x collection`, `the requested x objects`.
    fn is_collection(&self, range: &Range<usize>) -> bool {
        self.collection || self.lower(self.sentence.words.index_at(range.end)) == "objects"
    }

    fn lower(&self, at: usize) -> &str {
        self.sentence.lower(at)
    }

    /// A word as it is spelled.
    fn word(&self, at: usize) -> &str {
        self.sentence.words.word(at)
    }

    fn raw(&self) -> String {
        one_line(self.sentence.plain())
    }
}

/// `[Indicator](ti-indicator.md)`: a name with a capital that ends the name of the file. Pages about calls end in verbs and
/// in what they are done to, which links to them write in small letters, or with the verb.
fn is_capital_namesake(link: &Link, name: &str) -> bool {
    const VERBS: &[&str] = &["Create", "Delete", "Get", "List", "Remove", "Update"];
    let stem = link
        .target
        .strip_suffix(".md")
        .filter(|stem| !stem.contains(['/', '\\']));
    let last = stem.and_then(|stem| stem.rsplit_once('-')).map_or("", |(_, last)| last);
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase()) && !VERBS.contains(&name);
    is_name && name.eq_ignore_ascii_case(last)
}

/// What several values of a primitive type are.
const LISTS: &[&str] = &["array", "collection", "list"];

/// Words between an article and a name with a capital that is what a call returns.
const RESULTS: &[&str] = &["created", "new", "requested", "updated"];

/// `carPart`, `CarPart`: spelled as no everyday word is.
fn is_camel(name: &str) -> bool {
    let inner = name.get(1..).unwrap_or("");
    inner.contains(|c: char| c.is_ascii_uppercase()) && inner.contains(|c: char| c.is_ascii_lowercase())
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
    is_name(word) && !SMALL_WORDS.iter().any(|small| small.eq_ignore_ascii_case(word))
}

/// `[identityProviders](../resources/identityprovider.md)`.
fn is_plural(link: &Link, name: &str) -> bool {
    let stem = link.target.rsplit('/').next().and_then(|file| file.strip_suffix(".md"));
    stem.is_some_and(|stem| format!("{stem}s").eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::IS_BESIDE;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_phrase_before_a_link_has_a_sentence() {
        let sentences = [
            "Has a link to the job.",
            "Gives the location of the job.",
            "It points to the job.",
            "A widget expanded with the matching part.",
            "It is similar to a part.",
            "Get the status of the job.",
            "For more, see jobs.",
        ];
        assert_proven(&IS_BESIDE, &sentences.map(paragraph));
    }
}
