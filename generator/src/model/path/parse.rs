//! From the text of a path to its segments.

use super::segment::{Form, Mark};

/// The segments of a text that begins with a slash.
pub(super) fn segments(text: &str) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(8);
    let mut start = 1;
    for end in ends(text) {
        segment(text, start, end, &mut marks);
        start = end + 1;
    }
    marks
}

/// Where segments end: at each slash that is not inside of braces or parentheses. What is opened and not closed again
/// opens nothing. Inside of braces nothing else counts, so that they are the same in a segment and in the whole path.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::with_capacity(8);
    let last_brace = text.rfind('}').unwrap_or(0);
    let mut in_braces = false;
    // How many ends there were where each was opened.
    let mut parentheses = Vec::new();
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if in_braces => in_braces = c != '}',
            '{' => in_braces = at < last_brace,
            '/' => ends.push(at),
            '(' => parentheses.push(ends.len()),
            ')' => ends.truncate(parentheses.pop().unwrap_or(ends.len())),
            _ => {}
        }
    }
    if text.len() > 1 {
        ends.push(text.len());
    }
    ends
}

fn segment(text: &str, start: usize, end: usize, marks: &mut Vec<Mark>) {
    let whole = text.get(start..end).unwrap_or("");
    let bare = whole.strip_suffix(':').unwrap_or(whole);
    let bare_end = start + bare.len();
    marks.push(Mark {
        form: form(bare),
        start,
        end: bare_end,
    });
    if bare_end < end {
        marks.push(Mark {
            form: Form::Colon,
            start: bare_end,
            end,
        });
    }
}

fn form(text: &str) -> Form {
    match text {
        "$ref" => return Form::Ref,
        "$value" => return Form::Value,
        "$count" => return Form::Count,
        _ => {}
    }
    let placeholder = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    if placeholder.is_some_and(|inside| !inside.contains(['{', '}'])) {
        return Form::Key;
    }
    if is_call(text) {
        return Form::Call;
    }
    let has_placeholder = text.split_once('{').is_some_and(|(_, after)| after.contains('}'));
    match has_placeholder {
        true => Form::Mixed,
        false if is_qualified(text) => Form::Cast,
        false => Form::Literal,
    }
}

fn is_call(text: &str) -> bool {
    let name = text.strip_suffix(')').and_then(|text| text.split_once('('));
    name.is_some_and(|(name, _)| !name.is_empty() && !name.contains('{'))
}

/// `microsoft.graph.user`.
fn is_qualified(text: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    text.contains('.') && text.split('.').all(is_part)
}
