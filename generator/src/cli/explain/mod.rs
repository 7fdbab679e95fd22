//! `generator explain`: what the codes of diagnostics and changes mean.

mod markdown;
mod text;

use super::args::ExplainArguments;
use super::failure::Failure;
use super::{Console, Status};
use crate::diff::Rule;
use crate::source::{Code, codes};

pub(super) fn run(arguments: &ExplainArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let text = match &arguments.code {
        Some(code) => Entry::find(code)?.text(),
        None if arguments.markdown => markdown::page(&codes::all()),
        None => text::list(&Entry::all()),
    };
    console.print(text.trim_end())?;
    Ok(Status::Done)
}

/// What a code can stand for.
enum Entry {
    /// A finding about the pages.
    Diagnostic(&'static Code),
    /// A difference between two states of the pages.
    Change(Rule),
}

impl Entry {
    fn all() -> Vec<Self> {
        let diagnostics = codes::all().into_iter().map(Self::Diagnostic);
        let changes = Rule::ALL.iter().copied().map(Self::Change);
        diagnostics.chain(changes).collect()
    }

    /// The entry of a code as the user writes it; the failure names the code that is most like it.
    fn find(written: &str) -> Result<Self, Failure> {
        let id = written.trim().to_lowercase();
        let all = Self::all();
        let alike = |entry: &&Self| strsim::damerau_levenshtein(entry.id(), &id);
        let nearest = all.iter().min_by_key(alike);
        let help = nearest.filter(|entry| alike(entry) <= id.len() / 2).map_or_else(
            || "`generator explain` lists all codes".to_owned(),
            |entry| format!("did you mean `{}`?", entry.id()),
        );
        let found = all.into_iter().find(|entry| entry.id() == id);
        found.ok_or_else(|| Failure::new(format!("there is no code `{written}`"), help))
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Diagnostic(code) => code.id,
            Self::Change(rule) => rule.id(),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Diagnostic(code) => text::diagnostic(code),
            Self::Change(rule) => text::change(*rule),
        }
    }
}

/// The first sentence of a text.
fn first_sentence(text: &str) -> &str {
    text.find(". ").and_then(|end| text.get(..=end)).unwrap_or(text)
}

#[cfg(test)]
mod tests;
