//! `generator explain`: what the codes of diagnostics and changes mean.

mod markdown;
mod text;

use super::args::ExplainArguments;
use super::failure::Failure;
use super::{Console, Status};
use crate::source::codes::{self, Code, Example, Page};

pub(super) fn run(arguments: &ExplainArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let text = match &arguments.code {
        Some(code) => text::entry(find(code)?),
        None if arguments.markdown => markdown::page(),
        None => text::list(&codes::all()),
    };
    console.print(text.trim_end())?;
    Ok(Status::Done)
}

/// The entry of a code as the user writes it; the failure names the code that is most like it.
fn find(written: &str) -> Result<&'static Code, Failure> {
    let id = written.trim().to_lowercase();
    let all = codes::all();
    let alike = |code: &&&Code| strsim::damerau_levenshtein(code.id, &id);
    let nearest = all.iter().min_by_key(alike);
    let help = nearest.filter(|code| alike(code) <= id.len() / 2).map_or_else(
        || "`generator explain` lists all codes".to_owned(),
        |code| format!("did you mean `{code}`?"),
    );
    let found = all.iter().find(|code| code.id == id);
    found
        .copied()
        .ok_or_else(|| Failure::new(format!("there is no code `{written}`"), help))
}

/// A half of an example: what it shows, and the words or files that show it. A file without a name is lines of a page.
struct Half {
    title: String,
    words: &'static str,
    files: Vec<Page>,
}

/// The example of a code: with it and without it, or before it and after it.
fn halves(code: &Code) -> [Half; 2] {
    let kind = code.severity.name();
    let half = |title: String, words, files| Half { title, words, files };
    let (with, without) = (format!("Example with the {kind}:"), "Example without it:".to_owned());
    match code.example {
        Example::Pages { wrong, right } => [half(with, "", wrong.to_vec()), half(without, "", right.to_vec())],
        Example::File { name, wrong, right } => [
            half(with, "", vec![(name, wrong)]),
            half(without, "", vec![(name, right)]),
        ],
        Example::Edit { before, after } => [
            half("Example, before:".to_owned(), "", vec![("", before)]),
            half("After:".to_owned(), "", vec![("", after)]),
        ],
        Example::Words { wrong, right } => [half(with, wrong, Vec::new()), half(without, right, Vec::new())],
    }
}

/// The first sentence of a text.
fn first_sentence(text: &str) -> &str {
    text.find(". ").and_then(|end| text.get(..=end)).unwrap_or(text)
}

#[cfg(test)]
mod tests;
