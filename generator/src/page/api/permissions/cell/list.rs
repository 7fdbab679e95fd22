//! One line of a permission cell: scopes, and the words between them.

use super::scope::{Repair, scope};
use crate::model::Alternative;
use crate::page::prose::is_invisible;
use crate::page::vocabulary::meaning;
use crate::page::vocabulary::permissions::{CONNECTIVES, Connective};

/// Each on the left with each on the right: no page means as many scopes.
const MOST_COPIES: usize = 1_000;

/// A line, read.
#[derive(Debug, Default)]
pub(in crate::page::api::permissions) struct ScopeList {
    /// In the order of the line.
    pub(in crate::page::api::permissions) alternatives: Vec<Alternative>,
    /// Words that are neither scopes nor connect them.
    pub(in crate::page::api::permissions) words: Vec<String>,
    /// Words that hold more than a scope: `Group.Read.All*`.
    pub(super) repaired: Vec<(String, &'static Repair)>,
    /// `A, B and C`: what the last word binds is a guess.
    pub(super) ambiguous: bool,
    /// `A, B plus C`: what stands on the left would make more choices than are read.
    pub(super) too_many: bool,
    left: Vec<Alternative>,
    binds: bool,
    commas: usize,
}

/// Reads a line.
pub(in crate::page::api::permissions) fn read(line: &str) -> ScopeList {
    let mut list = ScopeList::default();
    for word in spaced(line).split_whitespace() {
        match slashed(word) {
            Some(parts) => parts.for_each(|part| list.word(part)),
            None => list.word(word),
        }
    }
    list.finish()
}

/// The line with blanks around the marks between scopes. A stray pipe separates like a comma, "+" binds.
fn spaced(line: &str) -> String {
    let mut spaced = String::with_capacity(line.len() + 16);
    for c in line.chars().filter(|c| !is_invisible(*c)) {
        match c {
            ',' | ';' | '\u{ff0c}' | '\u{3001}' | '\u{ff1b}' | '|' => spaced.push_str(" , "),
            '+' => spaced.push_str(" & "),
            c => spaced.push(c),
        }
    }
    spaced
}

/// `Kiln.Read/Kiln.Write`: scopes with slashes between them.
fn slashed(word: &str) -> Option<impl Iterator<Item = &str>> {
    let is_list = word.contains('/') && word.split('/').all(|part| part.is_empty() || scope(part).is_some());
    is_list.then(|| word.split('/').filter(|part| !part.is_empty()))
}

impl ScopeList {
    fn word(&mut self, word: &str) {
        if let Some((name, repairs)) = scope(word) {
            self.scope(name);
            let repaired = repairs.into_iter().map(|repair| (word.to_owned(), repair));
            return self.repaired.extend(repaired);
        }
        let lower = word
            .trim_matches(|c: char| !c.is_alphanumeric() && c != ',' && c != '&')
            .to_ascii_lowercase();
        if lower == "," {
            self.commas += 1;
        }
        match meaning(CONNECTIVES, &lower) {
            Some(Connective::Binds) => self.binds = !self.alternatives.is_empty(),
            Some(Connective::Distributes) => {
                self.distribute();
                self.left = std::mem::take(&mut self.alternatives);
            }
            // `A, and B`: the comma comes first, the word binds all the same.
            Some(Connective::Separates) => self.binds = false,
            None if lower.chars().any(char::is_alphanumeric) => self.words.push(word.to_owned()),
            None => {}
        }
    }

    fn scope(&mut self, name: &str) {
        let binds = std::mem::take(&mut self.binds);
        match self.alternatives.last_mut() {
            Some(last) if binds => last.scopes.push(name.to_owned()),
            _ => self.alternatives.push(Alternative::of(vec![name.to_owned()])),
        }
    }

    fn finish(mut self) -> Self {
        let bound: Vec<usize> = self.alternatives.iter().map(|choice| choice.scopes.len()).collect();
        // `A, B and C`, unlike `A and B, C and D`: perhaps all of them, perhaps any.
        self.ambiguous = self.commas > 0
            && bound.len() > 1
            && bound.last().is_some_and(|last| *last > 1)
            && bound.iter().filter(|size| **size > 1).count() == 1;
        self.distribute();
        if self.too_many {
            self.alternatives.clear();
        }
        self
    }

    /// Binds what stands left of "plus" with what was read since.
    fn distribute(&mut self) {
        let left = std::mem::take(&mut self.left);
        self.too_many |= copied(&left, &self.alternatives) > MOST_COPIES;
        if !left.is_empty() && !self.too_many {
            self.alternatives = product(&left, &self.alternatives);
        }
    }
}

/// How many scopes the product has.
fn copied(left: &[Alternative], right: &[Alternative]) -> usize {
    let scopes = |list: &[Alternative]| list.iter().map(|choice| choice.scopes.len()).sum::<usize>();
    let of = |one: &[Alternative], each: &[Alternative]| one.len().saturating_mul(scopes(each));
    of(left, right).saturating_add(of(right, left))
}

fn product(left: &[Alternative], right: &[Alternative]) -> Vec<Alternative> {
    if right.is_empty() {
        return left.to_vec();
    }
    left.iter()
        .flat_map(|first| {
            right
                .iter()
                .map(|second| Alternative::of(first.scopes.iter().chain(&second.scopes).cloned().collect()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> String {
        let list = read(line);
        let choices: Vec<String> = list
            .alternatives
            .iter()
            .map(|choice| choice.scopes.join(" + "))
            .collect();
        let mut out = choices.join(" | ");
        if list.ambiguous {
            out.push_str(" (ambiguous)");
        }
        let marked = list.repaired.iter().filter(|(_, repair)| repair.is_footnote);
        let marked: Vec<&str> = marked.map(|(word, _)| word.as_str()).collect();
        if !marked.is_empty() {
            out.extend([" (marked: ", &marked.join(" "), ")"]);
        }
        if !list.words.is_empty() {
            out.extend([" (words: ", &list.words.join(" "), ")"]);
        }
        out
    }

    #[test]
    fn separators() {
        let lines = [
            "Site.Read.All, Site.Manage.All",
            "Site.Read.All or Site.Manage.All.",
            "Site.Read.All Site.Manage.All",
            "Site.Read.All; Site.Manage.All,",
            "One from Site.Read.All, or `Site.Manage.All`",
            "Site.Read.All/Site.Manage.All",
            "Site.Read.All / Site.Manage.All",
            "Site.Read.All\u{ff0c}Site.Manage.All",
            "| Site.Read.All | Site.Manage.All",
            "\u{feff}Site.\u{200b}Read.All, Site.Manage.All\u{ad}",
        ];
        insta::assert_snapshot!(lines.map(shown).join("\n"), @r"
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        Site.Read.All | Site.Manage.All
        ");
    }

    #[test]
    fn scopes_that_are_needed_together() {
        let lines = [
            "Policy.Read.All and Site.Read.All, Policy.Write.All and Site.Read.All, Site.Manage.All",
            "Site.Read.All with Member.Read.Hidden",
            "Site.Read.All + Member.Read.Hidden",
            "Site.Read.All (also needs Policy.Read.All), Site.Manage.All",
            "Policy.Read.All, Policy.Write.All and Site.Read.All",
            "Policy.Read.All, Policy.Write.All, and Site.Read.All",
            "Class.Read.All, Class.Write.All plus Site.Read.All",
            "One from Class.Read, Class.Write plus either Site.Read.All or User.Read",
            "Class.Read.All plus Site.Read.All plus User.Read",
        ];
        insta::assert_snapshot!(lines.map(shown).join("\n"), @r"
        Policy.Read.All + Site.Read.All | Policy.Write.All + Site.Read.All | Site.Manage.All
        Site.Read.All + Member.Read.Hidden
        Site.Read.All + Member.Read.Hidden
        Site.Read.All + Policy.Read.All | Site.Manage.All
        Policy.Read.All | Policy.Write.All + Site.Read.All (ambiguous)
        Policy.Read.All | Policy.Write.All + Site.Read.All (ambiguous)
        Class.Read.All + Site.Read.All | Class.Write.All + Site.Read.All
        Class.Read + Site.Read.All | Class.Read + User.Read | Class.Write + Site.Read.All | Class.Write + User.Read
        Class.Read.All + Site.Read.All + User.Read
        ");
    }

    #[test]
    fn marks_and_words_are_no_part_of_a_scope() {
        let lines = [
            "Tab.Delete.Group*, Tab.Read.All1, Tab.Write.All\u{b2}",
            "Role required to make it or Plan.Read.All (see below).",
            "openid, Site Manage.All, Profile",
            "e.g. nothing",
        ];
        insta::assert_snapshot!(lines.map(shown).join("\n"), @r"
        Tab.Delete.Group | Tab.Read.All | Tab.Write.All (marked: Tab.Delete.Group* Tab.Read.All1 Tab.Write.All²)
        Plan.Read.All (words: Role required to make it (see below).)
        openid | Manage.All (words: Site Profile)
         (words: e.g. nothing)
        ");
    }
}
