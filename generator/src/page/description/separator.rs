//! What stands between the values of a list: commas, dashes, brackets, conjunctions.

use crate::page::prose::ends_sentence;

/// What separates a value from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// A comma, a semicolon, a slash or a conjunction.
    Mark,
    /// Nothing but the end of a line.
    Line,
}

/// Blanks within a line.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\t' | '\r')
}

/// The separator at the start of a text and its length.
pub(super) fn separator(text: &str) -> Option<(Separator, usize)> {
    let behind = text.trim_start_matches(|c: char| is_blank(c) || matches!(c, ',' | ';' | '/' | '|' | '&' | '\n'));
    let after = skip_conjunction(behind);
    let length = text.len() - after.len();
    let skipped = text.get(..length)?;
    if skipped.contains(|c: char| !is_blank(c) && c != '\n') {
        return Some((Separator::Mark, length));
    }
    skipped.contains('\n').then_some((Separator::Line, length))
}

/// The text behind "and" or "or".
pub(super) fn skip_conjunction(text: &str) -> &str {
    let words = ["and/or ", "as well as ", "and ", "or ", "and\n", "or\n"];
    words
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .map_or(text, str::trim_start)
}

/// The length of a dash, a colon or an equals sign that begins the meaning of a value.
pub(super) fn dash(text: &str) -> Option<usize> {
    const MARKS: [&str; 9] = ["--", "- ", "-\u{A0}", "–", "—", ": ", ":\n", "= ", "=> "];
    MARKS
        .iter()
        .find(|mark| text.starts_with(**mark))
        .map(|mark| mark.len())
}

/// The length of a bracket at the start of a text, with brackets in it.
pub(super) fn bracket(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return (at > 0).then_some(at + c.len_utf8());
        }
    }
    None
}

/// Where the sentence ends.
pub(super) fn sentence_end(text: &str) -> usize {
    let mut marks = text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '\n'));
    let end = marks.find(|(at, _)| ends_sentence(text, *at));
    end.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        assert_eq!(separator(", and b"), Some((Separator::Mark, 6)));
        assert_eq!(separator("or b"), Some((Separator::Mark, 3)));
        assert_eq!(separator("\n\nb"), Some((Separator::Line, 2)));
        assert_eq!(separator("orange"), None);
        assert_eq!(separator("for b"), None);
    }

    #[test]
    fn brackets_and_sentences() {
        assert_eq!(bracket("(a (b) c) d"), Some(9));
        assert_eq!(bracket("(a"), None);
        assert_eq!(bracket("a"), None);
        assert_eq!(sentence_end("a (e.g. b), 1.5. c"), 15);
    }
}
