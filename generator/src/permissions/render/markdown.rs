//! The answer as markdown, for a pull request or a wiki.

use super::facts::{rows, sentences};
use super::words::{place_of, place_of_route, set, title};
use crate::permissions::answer::{Answer, OfScheme};
use crate::permissions::reference::Reference;

/// A table for each kind of sign-in, then what a reference says, then the calls that are not documented.
pub fn markdown(answer: &Answer<'_, '_, '_>, reference: Option<&Reference>) -> String {
    let mut lines = vec!["# Permissions".to_owned(), String::new()];
    for one in &answer.schemes {
        lines.extend([format!("## {}", title(one.scheme)), String::new()]);
        refused(answer, one, &mut lines);
        if !one.why.is_empty() {
            lines.extend([
                "| Permission | Calls that need it | Page |".to_owned(),
                "| --- | --- | --- |".to_owned(),
            ]);
        }
        for (permission, calls) in &one.why {
            for call in calls.iter().filter_map(|index| answer.call(*index)) {
                lines.push(format!(
                    "| `{permission}` | {} | {} |",
                    code(&call.documented.route()),
                    place_of(call)
                ));
            }
        }
        for (call, parts) in &one.several {
            if let Some(call) = answer.call(*call) {
                let route = code(&call.documented.route());
                let names: Vec<String> = parts.iter().map(|part| code(&set(part))).collect();
                lines.push(format!(
                    "| one of {} | {route} | {} |",
                    names.join(", "),
                    place_of(call)
                ));
            }
        }
        lines.push(String::new());
        if let Some(granted) = &one.granted {
            let names = |list: &[(String, Vec<usize>)]| list.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
            lines.push(format!("Missing: {}.", list(&names(&granted.missing))));
            lines.extend([format!("Too much: {}.", list(&names(&granted.excess))), String::new()]);
        }
    }
    if let Some(reference) = reference {
        told(answer, reference, &mut lines);
    }
    unknown(answer, &mut lines);
    lines.join("\n").trim_end().to_owned()
}

fn told(answer: &Answer<'_, '_, '_>, reference: &Reference, lines: &mut Vec<String>) {
    lines.extend(
        [
            "## Reference",
            "",
            "| Permission | Sign-in | Identifier | |",
            "| --- | --- | --- | --- |",
        ]
        .map(str::to_owned),
    );
    let rows = rows(answer, reference).into_iter();
    lines.extend(rows.map(|[permission, scheme, id, words]| {
        format!("| {} | {scheme} | {} | {words} |", code(&permission), cell(&id))
    }));
    lines.push(String::new());
    let sentences = sentences(answer, reference, code);
    if !sentences.is_empty() {
        lines.extend(sentences.iter().map(|sentence| format!("- {sentence}")));
        lines.push(String::new());
    }
}

/// An identifier as code, a reason as words.
fn cell(id: &str) -> String {
    if id.contains(' ') { id.to_owned() } else { code(id) }
}

fn refused(answer: &Answer<'_, '_, '_>, one: &OfScheme, lines: &mut Vec<String>) {
    let calls = one
        .not_supported
        .iter()
        .map(|index| (index, "cannot be made"))
        .chain(one.not_stated.iter().map(|index| (index, "is not stated")));
    let before = lines.len();
    for (index, what) in calls {
        if let Some(call) = answer.call(*index) {
            lines.push(format!(
                "- {} {what} ({})",
                code(&call.documented.route()),
                place_of(call)
            ));
        }
    }
    if lines.len() > before {
        lines.push(String::new());
    }
}

fn unknown(answer: &Answer<'_, '_, '_>, lines: &mut Vec<String>) {
    if answer.program.unknown.is_empty() {
        return;
    }
    lines.extend([
        "## Not documented".to_owned(),
        String::new(),
        "| Call | Seen | Nearest |".to_owned(),
        "| --- | --- | --- |".to_owned(),
    ]);
    for call in &answer.program.unknown {
        let nearest = call
            .nearest
            .map(|nearest| format!("{} ({})", code(&nearest.route()), place_of_route(nearest)));
        lines.push(format!(
            "| {} | {} | {} |",
            code(&call.text),
            call.count,
            nearest.unwrap_or_default()
        ));
    }
}

fn list(names: &[String]) -> String {
    if names.is_empty() {
        "nothing".to_owned()
    } else {
        set(&names.iter().map(|name| code(name)).collect::<Vec<_>>()).replace(" and ", ", ")
    }
}

/// Code in a cell: a bar would end the cell.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|").replace('`', "'"))
}
