//! Links to pages that do not exist.

use crate::lint::{Finding, Set};
use crate::markdown::{Block, Document, Text};
use crate::source::codes::reference::LINK_MISSING;
use crate::source::{FileId, SourceMap, Span};

pub(super) fn check(set: &Set<'_>, file: FileId, document: &Document, found: &mut Vec<Finding>) {
    let from = set.sources().path(file);
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(text) => found.extend(missing(set, from, text)),
            Block::Table(table) => {
                for cell in table.cells() {
                    found.extend(missing(set, from, cell));
                }
            }
            _ => {}
        }
    }
}

fn missing(set: &Set<'_>, from: &str, text: &Text) -> Vec<Finding> {
    let mut found = Vec::new();
    for link in &text.links {
        let target = link.target.split(['#', '?']).next().unwrap_or("");
        let slashes = target.replace('\\', "/");
        let is_page = std::path::Path::new(target)
            .extension()
            .is_some_and(|ext| ext.eq_ignore_ascii_case("md"))
            && !target.contains(':')
            && !target.starts_with('/');
        let Some(path) = Some(target).filter(|_| is_page).and_then(|_| resolved(from, &slashes)) else {
            continue;
        };
        if !set.files.knows_folder(&path) {
            continue;
        }
        let place = place(set.sources(), text.span, target);
        if !set.files.has(&path) {
            found.push(Finding::new(&LINK_MISSING, place, format!("there is no page {path}")));
        } else if slashes != target {
            let finding = Finding::new(&LINK_MISSING, place, "`\\` separates no folders in an address");
            let is_exact = set.sources().text(place) == target;
            let tidy = slashes.replace("//", "/");
            found.push(if is_exact { finding.fix(place, tidy) } else { finding });
        }
    }
    found
}

/// The target in the text of a span.
fn place(sources: &SourceMap, span: Span, target: &str) -> Span {
    let found = sources.text(span).find(target);
    found.map_or(span, |at| {
        let start = span.range().start + at;
        Span::new(span.file, start, start + target.len())
    })
}

/// A path from a file on, below the docs root.
fn resolved(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
