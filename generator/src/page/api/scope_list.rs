//! One line of a permission cell: scopes, and the words between them.

use crate::model::Alternative;
use crate::page::prose::is_invisible;
use std::borrow::Cow;

/// Scopes without a dot.
const PLAIN_SCOPES: &[&str] = &["openid", "email", "profile", "offline_access"];

/// Words that bind two scopes into one choice: `A and B`, `A (also needs B)`.
const BINDING: &[&str] = &["and", "&", "with", "needs", "requires"];

/// Words that bind every choice on their left with every choice on their right: `A, B plus C`.
const DISTRIBUTING: &[&str] = &["plus"];

/// Words between scopes that say nothing more than a comma does.
const CONNECTING: &[&str] = &[",", "or", "either", "one", "from", "also", "of"];

/// Each on the left with each on the right: no page means as many scopes.
const MOST_COPIES: usize = 1_000;

/// A line, read.
#[derive(Debug, Default)]
pub(super) struct ScopeList {
    /// In the order of the line.
    pub(super) alternatives: Vec<Alternative>,
    /// Words that are neither scopes nor connect them.
    pub(super) words: Vec<String>,
    /// Scopes that carry a footnote mark, with it: `Group.Read.All*`.
    pub(super) marked: Vec<String>,
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
    let spaced: String = line.chars().filter(|c| !is_invisible(*c)).map(separated).collect();
    for word in spaced.split_whitespace() {
        match slashed(word) {
            Some(parts) => parts.for_each(|part| list.word(part)),
            None => list.word(word),
        }
    }
    list.finish()
}

/// Marks between scopes with blanks around them. A stray pipe separates like a comma, "+" binds.
fn separated(c: char) -> Cow<'static, str> {
    match c {
        ',' | ';' | '\u{ff0c}' | '\u{3001}' | '\u{ff1b}' | '|' => " , ".into(),
        '+' => " & ".into(),
        c => c.to_string().into(),
    }
}

/// `Kiln.Read/Kiln.Write`: scopes with slashes between them.
fn slashed(word: &str) -> Option<impl Iterator<Item = &str>> {
    let is_list = word.contains('/') && word.split('/').all(|part| part.is_empty() || scope(part).is_some());
    is_list.then(|| word.split('/').filter(|part| !part.is_empty()))
}

/// A scope's name, and whether a footnote mark followed it: `Group.Read.All*`.
pub(super) fn scope(word: &str) -> Option<(&str, bool)> {
    let bare = word.trim_matches(|c: char| matches!(c, '`' | '(' | ')' | '.' | '"' | '\'' | '\u{200b}'));
    let name = bare.trim_end_matches(is_note_mark);
    let name = name.trim_end_matches(['.', '`']);
    let has_parts = name.contains('.') && name.split('.').all(is_part);
    let is_scope = has_parts && name.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_scope || PLAIN_SCOPES.contains(&name)).then_some((name, name.len() < bare.len()))
}

fn is_note_mark(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '*' | '\\' | '\u{2020}' | '\u{b9}' | '\u{b2}' | '\u{b3}')
}

/// `Read` of `User.Read`; `e` of `e.g` is none.
fn is_part(part: &str) -> bool {
    part.len() > 1 && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

impl ScopeList {
    fn word(&mut self, word: &str) {
        if let Some((name, marked)) = scope(word) {
            if marked {
                self.marked.push(word.to_owned());
            }
            self.scope(name);
            return;
        }
        let lower = word
            .trim_matches(|c: char| !c.is_alphanumeric() && c != ',' && c != '&')
            .to_ascii_lowercase();
        if lower == "," {
            self.commas += 1;
        }
        if BINDING.contains(&lower.as_str()) {
            self.binds = !self.alternatives.is_empty();
        } else if DISTRIBUTING.contains(&lower.as_str()) {
            self.distribute();
            self.left = std::mem::take(&mut self.alternatives);
        } else if CONNECTING.contains(&lower.as_str()) {
            // `A, and B`: the comma comes first, the word binds all the same.
            self.binds = false;
        } else if lower.chars().any(char::is_alphanumeric) {
            self.words.push(word.to_owned());
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
        if !list.marked.is_empty() {
            out.extend([" (marked: ", &list.marked.join(" "), ")"]);
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
            "openid, Site Manage.All",
            "e.g. nothing",
        ];
        insta::assert_snapshot!(lines.map(shown).join("\n"), @r"
        Tab.Delete.Group | Tab.Read.All | Tab.Write.All (marked: Tab.Delete.Group* Tab.Read.All1 Tab.Write.All²)
        Plan.Read.All (words: Role required to make it (see below).)
        openid | Manage.All (words: Site)
         (words: e.g. nothing)
        ");
    }
}
