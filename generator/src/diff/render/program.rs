//! What changes do to a program, in words.

use super::Sides;
use super::words::one_line;
use crate::diff::program::{Documented, Touched};
use crate::diff::{Change, Group, Regrant};
use crate::model::Version;
use crate::permissions::render::{key, title};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// More calls of one change than these are only counted.
const MOST: usize = 4;

/// `3 of 9,013 changes touch your program`.
pub(super) fn summary(program: &Touched) -> String {
    let (touching, all) = (grouped(program.touching), grouped(program.all));
    let verb = if program.touching == 1 { "touches" } else { "touch" };
    let calls = if program.calls == 1 { "call" } else { "calls" };
    format!(
        "{touching} of {all} changes {verb} your program, which has {} documented {calls}",
        grouped(program.calls)
    )
}

/// `9,013`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
        text.push(digit);
        if left > 0 && left % 3 == 0 {
            text.push(',');
        }
    }
    text
}

/// `GET /kilns, POST /kilns and 2 more`: the calls that a change touches, or those of all members of a group.
pub(super) fn touches<'c>(
    changes: impl IntoIterator<Item = &'c Change>,
    quote: impl Fn(&str) -> String,
) -> Option<String> {
    let calls: BTreeSet<&String> = changes.into_iter().flat_map(|change| &change.touches).collect();
    let shown: Vec<String> = calls.iter().take(MOST).map(|call| quote(&one_line(call))).collect();
    let more = calls.len().saturating_sub(shown.len());
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    (!calls.is_empty()).then(|| format!("touches {}{more}", shown.join(", ")))
}

/// The same for a group.
pub(super) fn touched_by(group: &Group<'_>, quote: impl Fn(&str) -> String) -> Option<String> {
    touches(group.members.iter().copied(), quote)
}

/// A heading, or a line below one, and how deep it stands.
pub(super) struct Line {
    pub(super) depth: usize,
    pub(super) text: String,
}

fn line(depth: usize, text: impl Into<String>) -> Line {
    Line {
        depth,
        text: text.into(),
    }
}

/// What the program has to do, kind of sign-in by kind of sign-in; then calls that are gone or were never documented.
pub(super) fn advice(program: &Touched, sides: &Sides, quote: impl Fn(&str) -> String) -> Vec<Line> {
    let mut lines = Vec::new();
    for one in program.grants.iter().filter(|one| !one.is_quiet()) {
        regrant(one, sides, &quote, &mut lines);
    }
    if !program.grants.is_empty() && program.grants.iter().all(Regrant::is_quiet) {
        lines.push(line(0, "No permission has to be asked for anew."));
    }
    if !program.gone.is_empty() {
        lines.push(line(0, "Calls that are no longer documented"));
    }
    for gone in &program.gone {
        let was = &gone.was;
        let at = place(&sides.baseline, &was.version, was);
        lines.push(line(1, format!("{}{at}", quote(&was.call))));
        if let Some(nearest) = &gone.nearest {
            let at = place(&sides.current, &nearest.version, nearest);
            lines.push(line(2, format!("nearest: {}{at}", quote(&nearest.call))));
        }
    }
    if !program.unknown.is_empty() {
        lines.push(line(0, "Calls that neither side documents"));
    }
    let unknown = program.unknown.iter().map(|call| line(1, quote(&one_line(call))));
    lines.extend(unknown);
    lines
}

fn regrant(one: &Regrant, sides: &Sides, quote: &impl Fn(&str) -> String, lines: &mut Vec<Line>) {
    lines.push(line(0, title(one.scheme)));
    for (permission, calls) in &one.ask {
        lines.push(line(1, format!("ask for {}", quote(permission))));
        lines.extend(calls.iter().map(|call| {
            let at = place(&sides.current, &call.version, call);
            line(2, format!("for {}{at}", quote(&call.call)))
        }));
    }
    if !one.idle.is_empty() {
        let names: Vec<String> = one.idle.iter().map(|name| quote(name)).collect();
        lines.push(line(1, format!("no longer needed: {}", names.join(", "))));
    }
    lines.extend(one.refused.iter().map(|call| {
        let at = place(&sides.current, &call.version, call);
        line(1, format!("can no longer make: {}{at}", quote(&call.call)))
    }));
}

/// Two blanks and the file and line; nothing if that is not known.
fn place(paths: &super::Paths, version: &Version, documented: &Documented) -> String {
    let place = documented.place.as_ref();
    place.map_or(String::new(), |place| {
        format!(
            "  {}:{}",
            one_line(&paths.of(version, place, &paths.prefix)),
            place.line
        )
    })
}

/// For other programs.
pub(super) fn json(program: &Touched) -> Value {
    let gone = program.gone.iter().map(|gone| {
        json!({
            "baseline": documented(&gone.was),
            "nearest": gone.nearest.as_ref().map(documented),
        })
    });
    let grants = program.grants.iter().map(|one| {
        let ask = one.ask.iter().map(|(permission, calls)| {
            let calls: Vec<Value> = calls.iter().map(documented).collect();
            json!({"permission": permission, "calls": calls})
        });
        let refused: Vec<Value> = one.refused.iter().map(documented).collect();
        json!({
            "scheme": key(one.scheme),
            "held": one.held,
            "ask": ask.collect::<Vec<_>>(),
            "neededNoMore": one.idle,
            "refused": refused,
        })
    });
    json!({
        "calls": program.calls,
        "changes": program.all,
        "touching": program.touching,
        "grants": grants.collect::<Vec<_>>(),
        "gone": gone.collect::<Vec<_>>(),
        "unknown": program.unknown,
    })
}

fn documented(call: &Documented) -> Value {
    json!({"call": call.call, "apiVersion": call.version, "page": call.place})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        let shown = [0, 12, 999, 9013, 1_234_567].map(grouped);
        assert_eq!(shown.join(" "), "0 12 999 9,013 1,234,567");
    }
}
