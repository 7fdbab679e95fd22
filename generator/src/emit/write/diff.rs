//! What would change, for people.

use super::survey::Survey;
use similar::TextDiff;
use std::time::Duration;

/// How long the search for the smallest difference of one file may take.
const PATIENCE: Duration = Duration::from_millis(500);

/// One unified diff of everything, in path order; stale files come last.
pub(super) fn unified(survey: &Survey<'_>) -> String {
    let mut text = String::new();
    for change in &survey.changes {
        let old_name = change
            .old
            .as_ref()
            .map_or("/dev/null".to_owned(), |_| format!("a/{}", change.path));
        let old = change.old.as_deref().unwrap_or_default();
        push(&mut text, old, change.new, &old_name, &format!("b/{}", change.path));
    }
    for (path, old) in &survey.stale {
        push(&mut text, old, "", &format!("a/{path}"), "/dev/null");
    }
    text
}

fn push(text: &mut String, old: &str, new: &str, old_name: &str, new_name: &str) {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(old, new);
    text.push_str(
        &diff
            .unified_diff()
            .context_radius(3)
            .header(old_name, new_name)
            .to_string(),
    );
    if !text.ends_with('\n') {
        text.push('\n');
    }
}
