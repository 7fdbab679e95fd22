//! Findings for people, the first few of each kind.

use crate::cli::render::Renderer;
use crate::lint::render::counts;
use crate::lint::{Finding, Report};
use crate::source::{Severity, SourceMap};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many findings of one kind are shown.
const SHOWN: usize = 5;

/// Notes, then warnings, then errors, so that what matters most stands last; below them the totals.
pub(super) fn text(report: &Report, sources: &SourceMap, renderer: &Renderer, all: bool) -> String {
    let mut kinds: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        kinds
            .entry((Reverse(finding.severity), finding.id()))
            .or_default()
            .push(finding);
    }
    let mut out = String::new();
    for ((_, id), group) in &kinds {
        let shown = if all { group.len() } else { SHOWN };
        for finding in group.iter().take(shown) {
            out += &renderer.finding(&finding.diagnostic, finding.severity, sources);
            out += "\n\n";
        }
        let rest = group.len().saturating_sub(shown);
        if rest > 0 {
            out += &renderer.note(&format!(
                "and {rest} more `{id}`; see --all, or `generator explain {id}`"
            ));
            out += "\n\n";
        }
    }
    out + &totals(report)
}

/// `2 errors, 1 warning; 3 of them can be fixed with --fix`.
fn totals(report: &Report) -> String {
    let phrase = |(severity, count): (Severity, usize)| match count {
        0 => None,
        1 => Some(format!("1 {}", severity.name())),
        _ => Some(format!("{count} {}s", severity.name())),
    };
    let phrases: Vec<String> = counts(report).into_iter().filter_map(phrase).collect();
    let mut text = if phrases.is_empty() {
        "nothing is wrong with the pages".to_owned()
    } else {
        format!("{} in the pages", phrases.join(", "))
    };
    let fixable = |safe| {
        let fixes = report.findings.iter().filter_map(|finding| finding.fix.as_ref());
        fixes.filter(|fix| fix.safe == safe).count()
    };
    for (count, flag) in [(fixable(true), "--fix"), (fixable(false), "--unsafe-fixes")] {
        if count > 0 {
            text += &format!("; {flag} corrects {count}");
        }
    }
    for (count, where_) in [
        (report.known.len(), "in the baseline"),
        (report.suppressed, "suppressed by comments"),
    ] {
        if count > 0 {
            text += &format!("; {count} {where_}");
        }
    }
    text
}
