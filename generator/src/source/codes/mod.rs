//! Every code of a diagnostic: how much it matters, what it means, what to do about it, and pages that show it.
//!
//! One file for each part of a page that the codes are about. `generator explain CODE` prints an entry, and
//! `generator/docs/diagnostics.md` lists all of them.

pub mod cloud;
pub mod file;
pub mod include;
pub mod link;
pub mod markup;
pub mod name;
pub mod permission;
pub mod property;
pub mod route;
pub mod setting;

use super::Severity;
use std::fmt;

/// A kind of finding.
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
}

/// A situation in which a code is found, and one that puts it right.
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
    /// What no text can show, such as links between folders.
    Words {
        /// What gives the code.
        wrong: &'static str,
        /// What does not.
        right: &'static str,
    },
}

/// A file of a docs root.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// Path below the docs root.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

impl Page {
    const fn new(path: &'static str, text: &'static str) -> Self {
        Self { path, text }
    }
}

/// Every code, family by family.
pub static ALL: &[&[&Code]] = &[
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
];

/// Every code, sorted by its id.
pub fn all() -> Vec<&'static Code> {
    let mut codes: Vec<_> = ALL.iter().copied().flatten().copied().collect();
    codes.sort_by_key(|code| code.id);
    codes
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

#[cfg(test)]
impl Code {
    /// A code that only a test has.
    pub(crate) const fn of_a_test(id: &'static str, severity: Severity) -> Self {
        Self {
            id,
            severity,
            meaning: "",
            advice: "",
            example: Example::Words { wrong: "", right: "" },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let codes = all();
        assert!(codes.windows(2).all(|pair| pair[0].id < pair[1].id));
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
