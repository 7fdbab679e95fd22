//! Names of scopes that look misspelled, seen against all pages of a version.
//!
//! The model keeps what the page says. `Kiln.Red.All` on one page beside `Kiln.Read.All` on fifty is reported, and so is a
//! word that no other scope has while other scopes have one like it (`Priviliged`).

use super::spans::Spans;
use super::spelling::{Spellings, differs_by_one};
use crate::model::{Account, Operation, Origin, Scheme};
use crate::source::Diagnostic;
use crate::source::codes::name::UNKNOWN_SCOPE;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// A name on more pages is no slip of one page.
const RARE: usize = 3;
/// How many times as many pages have the usual spelling.
const TIMES: usize = 5;
/// Names are held against each other; no API has as many.
const MOST_NAMES: usize = 5_000;
/// Shorter words differ by a letter and mean something else: `Read`, `Send`.
const LONG: usize = 7;
/// Words that permission tables use outside of names: "from least to most privileged".
const TABLE_WORDS: &[&str] = &["Privileged"];

/// Where a name stands.
#[derive(Default)]
struct Uses<'a> {
    /// How many, and the last of them.
    pages: usize,
    last_page: Option<&'a str>,
    /// The tables, and how many of their cells have the name.
    tables: Vec<(&'a Origin, usize)>,
}

type Names<'a> = BTreeMap<&'a str, Uses<'a>>;

/// Reports each name that looks misspelled, wherever it stands.
pub(super) fn check(operations: &[Operation], spans: &Spans<'_>, account: &mut Account) {
    let names = names(operations);
    if names.len() > MOST_NAMES {
        return;
    }
    let words = Words::of(&names);
    let common = Common::of(&names);
    let siblings = Siblings::of(&names);
    for (name, uses) in &names {
        let usual = common.usual(name, uses.pages).or_else(|| words.usual(name));
        let Some(usual) = usual else { continue };
        // A slip that was copied to many pages is the usual spelling: its word tells.
        if words.usual(&usual).as_deref() == Some(*name) {
            continue;
        }
        let (wrong, right) = match names.get_key_value(usual.as_str()) {
            Some((usual, _)) if siblings.speak_for(name, usual) => (*usual, (*name).to_owned()),
            _ => (*name, usual),
        };
        report(&names, wrong, &right, spans, account);
    }
}

fn report(names: &Names<'_>, wrong: &str, right: &str, spans: &Spans<'_>, account: &mut Account) {
    let Some(uses) = names.get(wrong) else { return };
    let pages = match (uses.pages, names.get(right)) {
        (count, Some(others)) => format!(
            "it is on {}, and `{right}` on {}",
            counted(count),
            counted(others.pages)
        ),
        (1, None) => "only this page spells it so".to_owned(),
        (count, None) => format!("{count} pages spell it so"),
    };
    let message = format!("`{wrong}` looks like a misspelling of `{right}`");
    for (origin, count) in &uses.tables {
        for span in spans.places(origin, wrong, *count) {
            let found = Diagnostic::new(&UNKNOWN_SCOPE, span, message.as_str()).help(pages.as_str());
            account.report(found.suggest(right));
        }
    }
}

fn counted(pages: usize) -> String {
    match pages {
        1 => "1 page".to_owned(),
        _ => format!("{pages} pages"),
    }
}

/// How many names begin with the same word: `KilnFlow.Read.All` and `KilnFlow.ReadWrite.All` prove each other.
struct Siblings<'a>(BTreeMap<&'a str, usize>);

impl<'a> Siblings<'a> {
    fn of(names: &Names<'a>) -> Self {
        let mut firsts = BTreeMap::new();
        for name in names.keys() {
            *firsts.entry(first(name)).or_default() += 1;
        }
        Self(firsts)
    }

    /// Whether the rare one of two spellings has siblings, and the usual one has none: a slip that was copied to many pages.
    fn speak_for(&self, rare: &str, usual: &str) -> bool {
        let count = |name| self.0.get(first(name)).copied().unwrap_or(0);
        first(rare) != first(usual) && count(rare) > 1 && count(usual) == 1
    }
}

fn first(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

fn names(operations: &[Operation]) -> Names<'_> {
    let mut names: FxHashMap<&str, Uses<'_>> = FxHashMap::default();
    for operation in operations {
        for group in &operation.permissions {
            let choices = Scheme::ALL
                .into_iter()
                .flat_map(|scheme| group.scheme(scheme).alternatives());
            for name in choices.flat_map(|choice| &choice.scopes) {
                let uses = names.entry(name.as_str()).or_default();
                let page = Some(operation.file.as_str());
                uses.pages += usize::from(uses.last_page != page);
                uses.last_page = page;
                match uses.tables.last_mut() {
                    Some((table, count)) if *table == &group.origin => *count += 1,
                    _ => uses.tables.push((&group.origin, 1)),
                }
            }
        }
    }
    names.into_iter().collect()
}

/// The camel-case words that several names have.
struct Words<'a> {
    words: Vec<&'a str>,
    spellings: Spellings,
}

impl<'a> Words<'a> {
    fn of(names: &BTreeMap<&'a str, Uses<'_>>) -> Self {
        let mut words: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for name in names.keys() {
            for word in name.split('.').flat_map(camel_words) {
                words.entry(word).or_default().insert(name);
            }
        }
        words.retain(|_, names| names.len() > 1);
        let mut words: Vec<&str> = words.into_keys().chain(TABLE_WORDS.iter().copied()).collect();
        words.sort_unstable();
        let spellings = Spellings::of(words.iter().copied());
        Self { words, spellings }
    }

    /// The name with its odd word put right: the word is in no other name, and one like it is in several.
    fn usual(&self, name: &str) -> Option<String> {
        let mut odd = name
            .split('.')
            .flat_map(camel_words)
            .filter(|word| word.len() >= LONG && self.words.binary_search(word).is_err());
        odd.find_map(|word| {
            let known = |place: usize| self.words.get(place);
            let is_usual = |known: &&str| !is_form(word, known) && differs_by_one(word, known);
            let usual = self
                .spellings
                .first_near(word, |place| known(place).is_some_and(is_usual))?;
            Some(name.replace(word, known(usual)?))
        })
    }
}

/// The names of many pages.
struct Common<'a> {
    names: Vec<(&'a str, usize)>,
    /// By their letters.
    spellings: Spellings,
}

impl<'a> Common<'a> {
    fn of(names: &BTreeMap<&'a str, Uses<'_>>) -> Self {
        let names = names.iter().map(|(name, uses)| (*name, uses.pages));
        let names: Vec<_> = names.filter(|(_, pages)| *pages >= TIMES).collect();
        let letters: Vec<String> = names.iter().map(|(name, _)| letters(name)).collect();
        let spellings = Spellings::of(letters.iter().map(String::as_str));
        Self { names, spellings }
    }

    /// A name that differs from a rare one in one part, or in dots and letter case.
    fn usual(&self, name: &str, pages: usize) -> Option<String> {
        if pages > RARE {
            return None;
        }
        let other = |place: usize| self.names.get(place);
        let is_usual = |(other, of_other): &(&str, usize)| *of_other >= pages * TIMES && is_slip(name, other);
        let usual = |place| other(place).is_some_and(is_usual);
        other(self.spellings.first_near(&letters(name), usual)?).map(|(usual, _)| (*usual).to_owned())
    }
}

fn letters(name: &str) -> String {
    name.replace('.', "").to_lowercase()
}

fn is_slip(name: &str, usual: &str) -> bool {
    if letters(name) == letters(usual) {
        return name != usual;
    }
    let (parts, others): (Vec<&str>, Vec<&str>) = (name.split('.').collect(), usual.split('.').collect());
    let mut different = parts.iter().zip(&others).filter(|(part, other)| part != other);
    match (different.next(), different.next()) {
        (Some((part, other)), None) if parts.len() == others.len() => {
            part.len().min(other.len()) >= LONG - 1 && differs_by_one(part, other)
        }
        _ => false,
    }
}

/// `Device` and `Devices`, `Create` and `Created`.
fn is_form(word: &str, known: &str) -> bool {
    word.starts_with(known) || known.starts_with(word)
}

/// `Device`, `Management`, `Apps` of `DeviceManagementApps`.
fn camel_words(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?.len_utf8();
        let capital = |c: char| c.is_ascii_uppercase();
        let end = rest
            .get(first..)
            .and_then(|tail| tail.find(capital))
            .map_or(rest.len(), |at| first + at);
        let (word, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        assert!(is_slip("KilnFlows.Read.All", "KilnFlow.Read.All"));
        assert!(is_slip("Group.Read.WriteAll", "Group.ReadWrite.All"));
        assert!(is_slip("UserFlows.Read", "Userflows.Read"));
        assert!(!is_slip("Files.Read.All", "Sites.Read.All"));
        assert!(!is_slip("Member.Read", "Member.Send"));
        assert!(!is_slip("Member.Read", "Member.Read.All"));
        assert!(!is_slip("Member.Read", "Member.Read"));
    }

    #[test]
    fn siblings_decide_against_a_majority() {
        let all = [
            "Kiln.Read.All",
            "Kiln.ReadWrite.All",
            "Kilns.Read.All",
            "Pots.Read",
            "Pots.Send",
            "Pot.Read",
        ];
        let names: Names<'_> = all.into_iter().map(|name| (name, Uses::default())).collect();
        let siblings = Siblings::of(&names);
        assert!(siblings.speak_for("Kiln.Read.All", "Kilns.Read.All"));
        assert!(!siblings.speak_for("Kilns.Read.All", "Kiln.Read.All"));
        assert!(!siblings.speak_for("Pots.Send", "Pots.Read"));
    }

    #[test]
    fn words() {
        assert_eq!(
            camel_words("DeviceAppsAD").collect::<Vec<_>>(),
            ["Device", "Apps", "A", "D"]
        );
    }
}
