//! The answer for people.

use super::facts::{rows, sentences};
use super::words::{count, place_of, place_of_route, set, title};
use crate::permissions::answer::{Answer, OfScheme};
use crate::permissions::needs::Needs;
use crate::permissions::program::Known;
use crate::permissions::reference::Reference;

/// The least sets first, then what each call needs, then what is not documented.
pub fn text(answer: &Answer<'_, '_, '_>, reference: Option<&Reference>) -> String {
    let mut lines = Vec::new();
    for one in &answer.schemes {
        of_scheme(answer, one, &mut lines);
    }
    calls(answer, &mut lines);
    if let Some(reference) = reference {
        told(answer, reference, &mut lines);
    }
    unknown(answer, &mut lines);
    lines.join("\n").trim_end().to_owned()
}

fn of_scheme(answer: &Answer<'_, '_, '_>, one: &OfScheme, lines: &mut Vec<String>) {
    lines.push(title(one.scheme).to_owned());
    if one.least.is_empty() && one.not_supported.is_empty() && one.not_stated.is_empty() {
        lines.push("  none of the calls is documented".to_owned());
    }
    let head = if one.whole().is_some() {
        "  needs"
    } else {
        "  needs for the other calls"
    };
    refused(answer, "  cannot make", &one.not_supported, lines);
    refused(answer, "  no page says what this needs:", &one.not_stated, lines);
    for (permission, calls) in &one.why {
        lines.push(format!("{head} {permission}"));
        for call in calls.iter().filter_map(|index| answer.call(*index)) {
            lines.push(format!("    for {}  {}", call.documented.route(), place_of(call)));
        }
    }
    for (call, parts) in &one.several {
        if let Some(call) = answer.call(*call) {
            let route = call.documented.route();
            let parts: Vec<String> = parts.iter().map(|part| set(part)).collect();
            lines.push(format!(
                "  {} will do for {route}  {}",
                parts.join(", or "),
                place_of(call)
            ));
        }
    }
    if let Some(granted) = &one.granted {
        if granted.missing.is_empty() {
            lines.push("  nothing is missing".to_owned());
        }
        for (permission, calls) in &granted.missing {
            lines.push(format!("  missing: {permission}"));
            for call in calls.iter().filter_map(|index| answer.call(*index)) {
                lines.push(format!("    for {}  {}", call.documented.route(), place_of(call)));
            }
        }
        for (permission, calls) in &granted.excess {
            lines.push(format!("  too much: {permission}{}", instead(answer, calls)));
        }
    }
    lines.push(String::new());
}

/// Which calls a superfluous permission would do for.
fn instead(answer: &Answer<'_, '_, '_>, calls: &[usize]) -> String {
    let mut routes: Vec<String> = calls
        .iter()
        .filter_map(|index| answer.call(*index))
        .map(|call| call.documented.route())
        .collect();
    routes.dedup();
    match routes.as_slice() {
        [] => " (no call has it)".to_owned(),
        routes => format!(" (would do for {}, which something else allows)", routes.join(", ")),
    }
}

fn refused(answer: &Answer<'_, '_, '_>, head: &str, calls: &[usize], lines: &mut Vec<String>) {
    for call in calls.iter().filter_map(|index| answer.call(*index)) {
        lines.push(format!("{head} {}  {}", call.documented.route(), place_of(call)));
    }
}

fn calls(answer: &Answer<'_, '_, '_>, lines: &mut Vec<String>) {
    if answer.program.calls.is_empty() {
        return;
    }
    lines.push("Calls".to_owned());
    for call in &answer.program.calls {
        lines.push(format!("  {}", call.text));
        let route = format!("{} ({})", call.documented.route(), call.documented.version);
        lines.push(format!("    {route}  {}{}", place_of(call), seen(call)));
        for one in &answer.schemes {
            let needs = call.needs(one.scheme);
            lines.push(format!("    {}: {}", title(one.scheme), alternatives(&needs)));
        }
    }
    lines.push(String::new());
}

/// What the reference says about the least sets, and where it disagrees.
fn told(answer: &Answer<'_, '_, '_>, reference: &Reference, lines: &mut Vec<String>) {
    lines.push("Reference".to_owned());
    for [permission, scheme, id, words] in rows(answer, reference) {
        let words = if words.is_empty() { words } else { format!(", {words}") };
        lines.push(format!("  {permission} ({scheme}): {id}{words}"));
    }
    let sentences = sentences(answer, reference, str::to_owned);
    lines.extend(sentences.iter().map(|sentence| format!("  {sentence}")));
    lines.push(String::new());
}

fn seen(call: &Known<'_, '_>) -> String {
    if call.count > 1 {
        format!(", seen {} times", call.count)
    } else {
        String::new()
    }
}

fn alternatives(needs: &Needs) -> String {
    match needs {
        Needs::NotSupported => "not supported".to_owned(),
        Needs::NotStated => "not stated".to_owned(),
        Needs::Stated(list) => {
            let one = |need: &crate::permissions::needs::Need| {
                let sets = need.alternatives.iter().map(|choice| set(&choice.scopes));
                let label = need
                    .label
                    .as_ref()
                    .map(|label| format!(" ({label})"))
                    .unwrap_or_default();
                format!("{}{label}", sets.collect::<Vec<_>>().join(", or "))
            };
            list.iter().map(one).collect::<Vec<_>>().join("; and ")
        }
    }
}

fn unknown(answer: &Answer<'_, '_, '_>, lines: &mut Vec<String>) {
    let unknown = &answer.program.unknown;
    if unknown.is_empty() {
        return;
    }
    lines.push(format!("Not documented: {}", count(unknown.len() as u64, "call")));
    for call in unknown {
        let times = if call.count > 1 {
            format!(", seen {} times", call.count)
        } else {
            String::new()
        };
        lines.push(format!("  {}{times}", call.text));
        if let Some(nearest) = call.nearest {
            lines.push(format!("    nearest: {}  {}", nearest.route(), place_of_route(nearest)));
        }
    }
}
