//! Where a JSON text ends when no fence tells it.

use super::line::Line;
use super::sections;
use crate::json::balance;

/// Whether a line opens a JSON object or array, and not a path such as `{id}/tickets`.
pub(super) fn starts(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(['{', '[']) else {
        return false;
    };
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with(['"', '\'', '“', '{', '[', '}', '.']) || rest.starts_with("//")
}

/// How many lines, from the first, belong to the JSON text that starts there.
///
/// It ends where its brackets are balanced. A text that is cut or misses a bracket ends before the next heading.
pub(super) fn length(lines: &[Line<'_>]) -> usize {
    let mut depth = 0i64;
    for (index, line) in lines.iter().enumerate() {
        if index > 0 && sections::rank(line.text).is_some() {
            return index;
        }
        depth += balance(line.text);
        if depth <= 0 && !lines.get(index + 1).is_some_and(|next| is_rest(next.text)) {
            return index + 1;
        }
    }
    lines.len()
}

/// A closing bracket too many, or what stands between two values.
fn is_rest(line: &str) -> bool {
    !line.is_empty()
        && line
            .bytes()
            .all(|byte| matches!(byte, b'}' | b']' | b',' | b' ' | b')' | b';'))
}
