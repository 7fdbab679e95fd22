//! Groups of tabs that are not closed.

use crate::lint::{Finding, Set};
use crate::markdown::Document;
use crate::source::codes::reference::OPEN_TABS;
use crate::source::{FileId, Span};

pub(super) fn check(set: &Set<'_>, file: FileId, _: &Document, found: &mut Vec<Finding>) {
    let Some(source) = set.sources().file(file).filter(|source| source.text.contains("(#tab/")) else {
        return;
    };
    let mut open: Option<Span> = None;
    let mut in_code = false;
    let mut position = 0;
    for line in source.text.split_inclusive('\n') {
        let trimmed = line.trim();
        let span = Span::new(file, position, position + line.trim_end().len());
        position += line.len();
        if trimmed.starts_with("```") {
            in_code = !in_code;
        }
        let is_heading = trimmed.starts_with('#') && trimmed.trim_start_matches('#').starts_with(' ');
        match open {
            _ if in_code => {}
            _ if is_heading && trimmed.contains("](#tab/") => open = Some(span),
            Some(_) if trimmed.starts_with("---") => open = None,
            Some(tab) if is_heading => {
                let message = "this group of tabs is not closed before the next heading";
                found.push(Finding::new(&OPEN_TABS, tab, message).label(span, "the heading"));
                open = None;
            }
            _ => {}
        }
    }
}
