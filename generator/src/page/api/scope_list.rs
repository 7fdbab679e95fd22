//! One line of a permission cell: scopes, and the words between them.

use crate::model::Alternative;
use crate::page::prose::is_invisible;
use crate::page::vocabulary::permissions::{CONNECTIVES, Connective, PLAIN_SCOPES};
use crate::page::vocabulary::{meaning, read as read_words};

/// A form of words that hold a scope: what a reader is told, and the word that stays.
#[derive(Debug, Clone, Copy)]
pub(super) struct Repair {
    pub(super) message: &'static str,
    /// It points to words that stand elsewhere.
    pub(super) is_footnote: bool,
    /// Nothing for a word without the form.
    fix: fn(&str) -> Option<&str>,
}

/// Every form, each tried once in this order. `User.Read` alone is regular.
static REPAIRS: &[Repair] = &[
    Repair {
        message: "permission cell: marks stand around the permission, left out",
        is_footnote: false,
        fix: marks,
    },
    Repair {
        message: "permission cell: a footnote mark follows the permission, left out",
        is_footnote: true,
        fix: footnote,
    },
];

/// Each on the left with each on the right: no page means as many scopes.
const MOST_COPIES: usize = 1_000;

/// A line, read.
#[derive(Debug, Default)]
pub(super) struct ScopeList {
    /// In the order of the line.
    pub(super) alternatives: Vec<Alternative>,
    /// Words that are neither scopes nor connect them.
    pub(super) words: Vec<String>,
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
pub(super) fn read(line: &str) -> ScopeList {
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

/// A scope, and what a reader is told about the word.
pub(super) fn scope(word: &str) -> Option<(&str, Vec<&'static Repair>)> {
    repaired(word, REPAIRS)
}

fn repaired<'w, 't>(word: &'w str, table: &'t [Repair]) -> Option<(&'w str, Vec<&'t Repair>)> {
    let mut repairs = Vec::new();
    let name = table.iter().fold(word, |word, repair| match (repair.fix)(word) {
        Some(rest) => {
            repairs.push(repair);
            rest
        }
        None => word,
    });
    let has_parts = name.contains('.') && name.split('.').all(is_part);
    let is_scope = has_parts && name.starts_with(|c: char| c.is_ascii_alphabetic());
    // `Profile photo` is no scope: capitals count.
    (is_scope || read_words(PLAIN_SCOPES, name).is_some()).then_some((name, repairs))
}

/// `(User.Read).`
fn marks(word: &str) -> Option<&str> {
    let bare = word.trim_matches(|c: char| matches!(c, '`' | '(' | ')' | '.' | '"' | '\'' | '\u{200b}'));
    (bare.len() < word.len()).then_some(bare)
}

/// `Group.Read.All*`, `Group.Read.All1`.
fn footnote(word: &str) -> Option<&str> {
    let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '*' | '\\' | '\u{2020}' | '\u{b9}' | '\u{b2}' | '\u{b3}');
    let bare = word.trim_end_matches(is_mark).trim_end_matches(['.', '`']);
    (bare.len() < word.len()).then_some(bare)
}

/// `Read` of `User.Read`; `e` of `e.g` is none.
fn is_part(part: &str) -> bool {
    part.len() > 1 && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
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

    /// A word for each entry, in the order of the table. The entry reads its word, alone, and without it the word is no
    /// scope.
    #[test]
    fn each_repair_with_its_offender() {
        let offenders = ["(`Site.Read.All`).", "Tab.Read.All\u{b2}"];
        assert_eq!(REPAIRS.len(), offenders.len());
        for (repair, offender) in REPAIRS.iter().zip(offenders) {
            let others = REPAIRS.iter().filter(|other| other.message != repair.message);
            let others: Vec<Repair> = others.copied().collect();
            let (_, repairs) = repaired(offender, REPAIRS).unwrap();
            assert_eq!(repairs.len(), 1, "{offender}");
            assert_eq!(repairs[0].message, repair.message, "{offender}");
            assert!(repaired(offender, &others).is_none(), "{offender}");
        }
        assert!(scope("Site.Read.All").unwrap().1.is_empty());
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
