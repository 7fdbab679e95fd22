//! Comments of pages that suppress findings.
//!
//! ```text
//! <!-- lint-ignore ID, ID: reason -->        what stands below, up to the next blank line, and the whole of a code block
//! <!-- lint-ignore-page ID: reason -->       the whole file
//! ```

use super::{Finding, Set};
use crate::source::codes::lint::{UNUSED, WITHOUT_REASON};
use crate::source::{FileId, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// What is left, and how many findings are not.
#[derive(Debug)]
pub struct Suppressed {
    pub(super) findings: Vec<Finding>,
    pub(super) count: usize,
}

/// One id of a comment.
struct Suppression {
    id: String,
    /// Where the id stands.
    span: Span,
    covers: Range<usize>,
    used: bool,
}

const MARK: &str = "<!-- lint-ignore";

/// Takes out what is suppressed, and adds what is wrong with the comments themselves.
pub(super) fn apply(set: &Set<'_>, findings: Vec<Finding>) -> Suppressed {
    let mut found = Vec::new();
    let mut suppressions: BTreeMap<FileId, Vec<Suppression>> = BTreeMap::new();
    for (file, source) in set.sources().iter() {
        if source.text.contains(MARK) {
            suppressions.insert(file, read(file, &source.text, &mut found));
        }
    }
    let before = findings.len();
    let mut left: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| !covered(finding, &mut suppressions))
        .collect();
    let count = before - left.len();
    let unused = suppressions.into_values().flatten().filter(|one| !one.used);
    left.extend(found);
    left.extend(unused.map(|one| Finding::new(&UNUSED, one.span, format!("there is no `{}` to suppress", one.id))));
    Suppressed { findings: left, count }
}

fn covered(finding: &Finding, suppressions: &mut BTreeMap<FileId, Vec<Suppression>>) -> bool {
    let span = finding.diagnostic.span;
    let mut is_covered = false;
    for one in suppressions.get_mut(&span.file).into_iter().flatten() {
        if one.id == finding.id() && one.covers.contains(&(span.start as usize)) {
            one.used = true;
            is_covered = true;
        }
    }
    is_covered
}

fn read(file: FileId, text: &str, found: &mut Vec<Finding>) -> Vec<Suppression> {
    let mut suppressions = Vec::new();
    for (at, _) in text.match_indices(MARK) {
        let behind = text.get(at + MARK.len()..).unwrap_or("");
        let (behind, whole) = behind
            .strip_prefix("-page")
            .map_or((behind, false), |rest| (rest, true));
        let inner = behind.split("-->").next().unwrap_or("");
        let start = text.len() - text.get(at..).map_or(0, str::len) + MARK.len() + if whole { 5 } else { 0 };
        let end = start + inner.len();
        let (ids, reason) = inner.split_once(':').unwrap_or((inner, ""));
        if reason.trim().is_empty() {
            let span = Span::new(file, at, end + 3);
            found.push(Finding::new(&WITHOUT_REASON, span, "this suppression gives no reason"));
            continue;
        }
        let covers = if whole { 0..text.len() } else { below(text, end + 3) };
        for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let place = text
                .get(start..)
                .and_then(|rest| rest.find(id))
                .map_or(start, |offset| start + offset);
            suppressions.push(Suppression {
                id: id.to_owned(),
                span: Span::new(file, place, place + id.len()),
                covers: covers.clone(),
                used: false,
            });
        }
    }
    suppressions
}

/// From the end of a comment on: the next block. Comments and blank lines before it belong to it.
fn below(text: &str, start: usize) -> Range<usize> {
    let mut position = start;
    let (mut in_comment, mut fence, mut begun) = (false, None::<&str>, false);
    for line in text.get(start..).unwrap_or("").split_inclusive('\n') {
        let trimmed = line.trim();
        let is_over = begun && fence.is_none() && trimmed.is_empty();
        if is_over {
            break;
        }
        position += line.len();
        if in_comment || (!begun && trimmed.starts_with("<!--")) {
            in_comment = !trimmed.contains("-->");
        } else if let Some(mark) = fence {
            if trimmed.starts_with(mark) {
                break;
            }
        } else if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark)) {
            (fence, begun) = (Some(mark), true);
        } else if !trimmed.is_empty() {
            begun = true;
        }
    }
    start..position
}
