//! How a page spells the words that its file name runs together.

use super::stem::Stem;
use super::step::Step;
use crate::emit::name::{ident, spelling};
use crate::model::{Method, Operation, Segment, TypeName};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

/// A page, as far as it names functions.
pub(super) struct Page<'a> {
    /// The operation.
    pub(super) operation: &'a Operation,
    /// Its file name.
    pub(super) stem: Stem,
    /// The words of the heading.
    pub(super) title: Vec<&'a str>,
    /// The resource in its forms, squashed.
    own: Vec<String>,
    /// The words of its names.
    own_words: Vec<String>,
    /// Whether any of its routes ends in a cast.
    pub(super) has_casts: bool,
    /// The words that it uses outside of its routes, and each in the singular.
    used: OnceCell<FxHashSet<String>>,
}

/// One and several of a resource, squashed.
fn forms(resource: &str) -> Vec<String> {
    let resource = ident::squashed(resource);
    let ies = resource.strip_suffix('y').map(|stem| format!("{stem}ies"));
    let mut forms = vec![
        ident::singular(&resource),
        format!("{resource}s"),
        format!("{resource}es"),
    ];
    forms.extend(ies);
    forms.push(resource);
    forms
}

/// Whether words are a name without one of the words in its middle: `steel_pot_lid` for `steel_cooking_pot_lid`.
fn is_shortened(name: &str, words: &str) -> bool {
    let words = ident::singular(words);
    let (name, words): (Vec<_>, Vec<_>) = (name.split('_').collect(), words.split('_').collect());
    let same = name.iter().zip(&words).take_while(|(one, two)| one == two).count();
    let (name_end, words_end) = (name.get(same + 1..), words.get(same..));
    words.len() > 2 && same > 0 && same < words.len() && name_end == words_end
}

/// How an object is spelled, and by which step of the path.
pub(super) struct Spelled {
    pub(super) words: String,
    pub(super) step: Option<usize>,
}

/// How many words of a description are read.
const INTRODUCTION: usize = 60;

impl<'a> Page<'a> {
    /// Reads what a page says outside of its routes.
    pub(super) fn of(operation: &'a Operation) -> Self {
        let words = operation.title.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'');
        let named = operation.resource_type.as_ref().map(|name| name.name.as_str());
        let own = std::iter::once(operation.resource.as_str()).chain(named);
        let own_words = own.clone().map(spelling::words);
        let mut routes = operation.routes.iter();
        Self {
            has_casts: routes.any(|route| matches!(route.path.last(), Some(Segment::Cast(_)))),
            used: OnceCell::new(),
            own_words: own_words.collect(),
            operation,
            stem: Stem::read(&operation.action),
            title: words.filter(|word| !word.is_empty()).collect(),
            own: own.flat_map(forms).collect(),
        }
    }

    /// Whether these words name the page's own resource.
    pub(super) fn is_own(&self, words: &str) -> bool {
        let squashed = ident::squashed(words);
        self.own.contains(&squashed)
    }

    /// Whether these words are the page's own resource without one of the words in its middle.
    pub(super) fn is_shortened(&self, words: &str) -> bool {
        self.own_words.iter().any(|own| is_shortened(own, words))
    }

    /// The object of the file name in the words of the page: of a step, of the heading, of the resource, or of a step
    /// that is nearly or partly the same.
    pub(super) fn spelled(&self, steps: &[Step<'_>]) -> Option<Spelled> {
        let object = self.stem.object.as_str();
        let by_step = |fits: &dyn Fn(&Step<'_>) -> bool| {
            let at = steps.iter().rposition(|step| !step.is_key() && fits(step))?;
            let words = steps.get(at)?.words();
            Some(Spelled { words, step: Some(at) })
        };
        let without_s = |text: &str| text.replace('s', "");
        let nearly = |step: &Step<'_>| object.len() > 6 && without_s(&ident::squashed(step.word)) == without_s(object);
        by_step(&|step| step.is_named(object))
            .or_else(|| self.in_title(object))
            .or_else(|| self.by_name(object))
            .or_else(|| by_step(&nearly))
            .or_else(|| by_step(&|step| ident::squashed(step.word).ends_with(object)))
    }

    /// A run of words of the heading that is the object.
    fn in_title(&self, object: &str) -> Option<Spelled> {
        const MOST_WORDS: usize = 6;
        for count in 1..=MOST_WORDS {
            let mut runs = self.title.windows(count);
            if let Some(run) = runs.find(|run| ident::squashed(&run.join(" ")) == object) {
                let words = spelling::words(&run.join(" "));
                return Some(Spelled { words, step: None });
            }
        }
        None
    }

    /// The resource, or a type that is sent or returned.
    fn by_name(&self, object: &str) -> Option<Spelled> {
        let mut names = std::iter::once(self.operation.resource.as_str()).chain(self.types());
        let name = names.find(|name| ident::squashed(name) == object)?;
        Some(Spelled {
            words: spelling::words(name),
            step: None,
        })
    }

    /// The names of the types that are sent or returned.
    fn types(&self) -> impl Iterator<Item = &str> {
        let types = [&self.operation.response.type_ref, &self.operation.request_body.type_ref];
        types.into_iter().filter_map(|reference| match &reference.name {
            TypeName::Named(name) => Some(name.name.as_str()),
            _ => None,
        })
    }

    /// The object of the file name, parted by the words that the page itself uses, and whether it knows all of them.
    pub(super) fn parted(&self, steps: &[Step<'_>]) -> (String, bool) {
        let used = self.used.get_or_init(|| self.used());
        let mut of_steps = FxHashSet::default();
        add_words(steps.iter().map(|step| step.word), &mut of_steps);
        let is_used = |word: &str| used.contains(word) || of_steps.contains(word);
        // The plural of a known word is one word, not a word and an `s`.
        let is_known = |word: &str| is_used(word) || is_used(&ident::one_of(word));
        let parts = spelling::parts(&self.stem.object, is_known);
        let all_known = parts.iter().all(|part| is_known(part));
        (spelling::words(&parts.join(" ")), all_known)
    }

    fn used(&self) -> FxHashSet<String> {
        let introduction = self.operation.description.split_whitespace().take(INTRODUCTION);
        // The address of a link is in small letters, too.
        let introduction = introduction.map(|word| word.split("](").next().unwrap_or(word));
        let texts = [self.operation.title.as_str(), self.operation.resource.as_str()].into_iter();
        let mut used = FxHashSet::default();
        add_words(texts.chain(introduction).chain(self.types()), &mut used);
        used
    }
}

/// Adds the words of texts, and each in the singular. One letter is no word.
fn add_words<'t>(texts: impl Iterator<Item = &'t str>, words: &mut FxHashSet<String>) {
    for word in texts.flat_map(ident::small_words).filter(|word| word.len() > 1) {
        words.insert(ident::singular(&word));
        words.insert(word);
    }
}

impl Page<'_> {
    /// Whether the page is about calling this step: an action or a function.
    pub(super) fn is_about_calling(&self, step: Step<'_>, method: Method) -> bool {
        let word = ident::squashed(step.word);
        if word.is_empty() {
            return false;
        }
        let verb = self.stem.verb;
        if step.has_arguments() && (verb.is_none() || (method == Method::Get && !matches!(verb, Some("get" | "list"))))
        {
            return true;
        }
        let action = ident::squashed(&self.operation.action);
        action == word
            || (verb.is_none() && (self.stem.last == word || self.is_titled(&word)))
            || matches!(self.title.as_slice(), [name, "action" | "function"] if ident::squashed(name) == word)
    }

    /// Whether the heading ends in the word, behind a colon: `message: forward`.
    fn is_titled(&self, word: &str) -> bool {
        let called = self.operation.title.rsplit_once(':');
        called.is_some_and(|(_, called)| ident::squashed(called) == word)
    }
}
