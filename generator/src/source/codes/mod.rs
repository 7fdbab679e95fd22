//! Every code, of a diagnostic or of a change: how much it matters, what it means, what to do about it, and pages that
//! show it.
//!
//! One file for each part of a page that the codes are about, and one for changes. `generator explain CODE` prints an
//! entry, and `generator/docs/diagnostics.md` lists all of them.

pub mod change;
pub mod cloud;
pub mod example;
pub mod file;
pub mod include;
pub mod json;
pub mod link;
pub mod lint;
pub mod markup;
pub mod metadata;
pub mod name;
pub mod parameter;
pub mod permission;
pub mod property;
pub mod reference;
pub mod route;
pub mod setting;
pub mod table;
pub mod three_ways;

pub use change::Rule;

use super::Severity;
use std::fmt;

/// A kind of finding or change.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Stable name in kebab-case, such as `include-missing`.
    pub id: &'static str,
    /// How much every finding of the kind matters.
    pub severity: Severity,
    /// What it says about the pages, in a sentence or a few.
    pub meaning: &'static str,
    /// What to do about it.
    pub advice: &'static str,
    /// Where it is found, and where it is not.
    pub example: Example,
    /// Who looks for it.
    pub finder: Finder,
    /// What `generator lint` can do about it.
    pub fix: Fixable,
}

/// Who looks for a kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finder {
    /// Every command that reads pages.
    Reading,
    /// `generator lint`.
    Lint,
    /// `generator lint`, if `--select` names it: on real pages, too many of its findings are no mistakes.
    OnRequest,
}

/// Whether `generator lint` can put a finding right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixable {
    /// It cannot.
    No,
    /// Some or all, with `--fix`.
    Safe,
    /// Some or all, with `--unsafe-fixes`: an author has to look at the result.
    Unsafe,
}

/// How an entry is written, one part after the other.
impl Code {
    const fn of(id: &'static str, severity: Severity) -> Self {
        Self {
            id,
            severity,
            meaning: "",
            advice: "",
            example: Example::Words { wrong: "", right: "" },
            finder: Finder::Reading,
            fix: Fixable::No,
        }
    }

    const fn lint(self) -> Self {
        Self {
            finder: Finder::Lint,
            ..self
        }
    }

    const fn on_request(self) -> Self {
        Self {
            finder: Finder::OnRequest,
            ..self
        }
    }

    const fn fixed(self, fix: Fixable) -> Self {
        Self { fix, ..self }
    }

    pub(crate) const fn error(id: &'static str) -> Self {
        Self::of(id, Severity::Error)
    }

    pub(crate) const fn warning(id: &'static str) -> Self {
        Self::of(id, Severity::Warning)
    }

    pub(crate) const fn note(id: &'static str) -> Self {
        Self::of(id, Severity::Note)
    }

    const fn change(id: &'static str) -> Self {
        Self::of(id, Severity::Change)
    }

    const fn meaning(self, meaning: &'static str) -> Self {
        Self { meaning, ..self }
    }

    const fn advice(self, advice: &'static str) -> Self {
        Self { advice, ..self }
    }

    const fn example(self, example: Example) -> Self {
        Self { example, ..self }
    }

    const fn pages(self, wrong: &'static [Page], right: &'static [Page]) -> Self {
        self.example(Example::Pages { wrong, right })
    }

    const fn file(self, name: &'static str, wrong: &'static str, right: &'static str) -> Self {
        self.example(Example::File { name, wrong, right })
    }

    const fn edit(self, before: &'static str, after: &'static str) -> Self {
        self.example(Example::Edit { before, after })
    }

    const fn words(self, wrong: &'static str, right: &'static str) -> Self {
        self.example(Example::Words { wrong, right })
    }
}

/// A situation in which a code is found, and one in which it is not.
#[derive(Debug, PartialEq, Eq)]
pub enum Example {
    /// The pages of a docs root.
    Pages {
        /// Reading them gives the code.
        wrong: &'static [Page],
        /// Reading them does not.
        right: &'static [Page],
    },
    /// A file beside the pages.
    File {
        /// What the file is called.
        name: &'static str,
        /// The text that gives the code.
        wrong: &'static str,
        /// The text that does not.
        right: &'static str,
    },
    /// Lines of a page that was edited.
    Edit {
        /// On the old page.
        before: &'static str,
        /// On the new page, which gives the code.
        after: &'static str,
    },
    /// What no text can show, such as links between folders.
    Words {
        /// What gives the code.
        wrong: &'static str,
        /// What does not.
        right: &'static str,
    },
}

/// A file of a docs root: its path below the root, and its text.
pub type Page = (&'static str, &'static str);

/// Every code of a diagnostic, family by family.
static ALL: &[&[&Code]] = &[
    file::CODES,
    link::CODES,
    markup::CODES,
    include::CODES,
    property::CODES,
    route::CODES,
    permission::CODES,
    cloud::CODES,
    name::CODES,
    setting::CODES,
    json::CODES,
    lint::CODES,
    table::CODES,
    three_ways::CODES,
    example::CODES,
    parameter::CODES,
    reference::CODES,
    metadata::CODES,
];

/// Every code of a diagnostic, sorted by its id, then every code of a change, item by item.
pub fn all() -> Vec<&'static Code> {
    let mut codes: Vec<_> = ALL.iter().copied().flatten().copied().collect();
    codes.sort_by_key(|code| code.id);
    codes.extend(Rule::ALL.iter().map(|rule| rule.code()));
    codes
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let codes = all();
        let unique: std::collections::BTreeSet<_> = codes.iter().map(|code| code.id).collect();
        assert_eq!(unique.len(), codes.len());
        for code in codes {
            let is_word =
                |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
            assert!(code.id.split('-').all(is_word), "{code}");
        }
    }

    #[test]
    fn every_code_is_explained_in_sentences() {
        for code in all() {
            for text in [code.meaning, code.advice] {
                assert!(text.ends_with('.') && text.contains(' '), "{code}: {text}");
            }
        }
    }
}
