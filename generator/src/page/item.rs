//! Items of lists that stand for rows of a table: `` - `name` (String): The name. ``

use super::{Context, note};
use crate::markdown::Text;

/// What stands between a name and what is said about it.
const SEPARATORS: [&str; 5] = [":", "-", "\u{2013}", "\u{2014}", "="];

/// The name at the start of an item, in code or bold, what stands in brackets behind it, and its meaning as markdown; nothing
/// for a sentence.
pub(super) fn typed(context: &Context<'_>, text: &Text) -> Option<(String, Option<String>, String)> {
    let marked = text.code.iter().chain(&text.strong);
    let span = marked.filter(|span| span.start == 0).min_by_key(|span| span.end)?;
    let name = text.slice(span).trim().trim_end_matches(':').to_owned();
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '.' || c == '@');
    let rest = text.plain.get(span.end..).filter(|_| is_name)?.trim_start();
    let (note, rest) = bracket(rest);
    // "**Note:** The path ends with the name." is no item.
    if note::is_mark(&name) {
        return None;
    }
    let ends_with_colon = text.slice(span).trim_end().ends_with(':');
    let separated = ends_with_colon || rest.is_empty() || SEPARATORS.iter().any(|mark| rest.starts_with(mark));
    let bare =
        rest.trim_start_matches(|c: char| SEPARATORS.iter().any(|mark| mark.starts_with(c)) || c.is_whitespace());
    separated.then(|| (name, note.map(str::to_owned), meaning(context, text, bare)))
}

/// `(String): The name.`: what stands in the brackets, and what behind them.
fn bracket(text: &str) -> (Option<&str>, &str) {
    let inside = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inside.map_or((None, text), |(note, rest)| (Some(note.trim()), rest.trim_start()))
}

/// The markdown of the end of a text, which begins with these words. Where they begin with code or a link, they stand
/// without marks.
fn meaning(context: &Context<'_>, text: &Text, words: &str) -> String {
    let markdown = context.markdown(text);
    let first: String = words.chars().take_while(|c| c.is_alphanumeric() || *c == ' ').collect();
    let at = (!first.trim().is_empty())
        .then(|| markdown.find(first.trim_end()))
        .flatten();
    at.and_then(|at| markdown.get(at..)).unwrap_or(words).to_owned()
}
