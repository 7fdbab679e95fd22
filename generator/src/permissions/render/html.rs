//! The answer as one page of HTML, which needs nothing beside it.

use super::facts::{rows, sentences};
use super::words::{place_of, place_of_route, set, title};
use crate::permissions::answer::Answer;
use crate::permissions::reference::Reference;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}\
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8884;vertical-align:top}\
code{font:14px ui-monospace,monospace;overflow-wrap:anywhere}";

/// The whole page.
pub fn html(answer: &Answer<'_, '_, '_>, reference: Option<&Reference>) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Permissions</title><style>{STYLE}</style></head><body>\n<h1>Permissions</h1>\n"
    );
    for one in &answer.schemes {
        out.push_str(&format!("<h2>{}</h2>\n", escape(title(one.scheme))));
        for (calls, what) in [
            (&one.not_supported, "cannot be made"),
            (&one.not_stated, "is not stated"),
        ] {
            for call in calls.iter().filter_map(|index| answer.call(*index)) {
                out.push_str(&format!(
                    "<p>{} {what} ({})</p>\n",
                    code(&call.documented.route()),
                    escape(&place_of(call))
                ));
            }
        }
        out.push_str("<table><tr><th>Permission</th><th>Calls that need it</th><th>Page</th></tr>\n");
        for (permission, calls) in &one.why {
            for call in calls.iter().filter_map(|index| answer.call(*index)) {
                let cells = [
                    code(permission),
                    code(&call.documented.route()),
                    escape(&place_of(call)),
                ];
                out.push_str(&format!("<tr><td>{}</td></tr>\n", cells.join("</td><td>")));
            }
        }
        for (call, parts) in &one.several {
            if let Some(call) = answer.call(*call) {
                let names: Vec<String> = parts.iter().map(|part| code(&set(part))).collect();
                let cells = [
                    format!("one of {}", names.join(", ")),
                    code(&call.documented.route()),
                    escape(&place_of(call)),
                ];
                out.push_str(&format!("<tr><td>{}</td></tr>\n", cells.join("</td><td>")));
            }
        }
        out.push_str("</table>\n");
        if let Some(granted) = &one.granted {
            let missing: Vec<String> = granted.missing.iter().map(|(name, _)| code(name)).collect();
            let excess: Vec<String> = granted.excess.iter().map(|(name, _)| code(name)).collect();
            for (what, names) in [("Missing", missing), ("Too much", excess)] {
                let names = if names.is_empty() {
                    "nothing".to_owned()
                } else {
                    names.join(", ")
                };
                out.push_str(&format!("<p>{what}: {names}</p>\n"));
            }
        }
    }
    if let Some(reference) = reference {
        told(answer, reference, &mut out);
    }
    unknown(answer, &mut out);
    out.push_str("</body></html>");
    out
}

fn told(answer: &Answer<'_, '_, '_>, reference: &Reference, out: &mut String) {
    out.push_str(
        "<h2>Reference</h2>\n<table><tr><th>Permission</th><th>Sign-in</th><th>Identifier</th><th></th></tr>\n",
    );
    for [permission, scheme, id, words] in rows(answer, reference) {
        let id = if id.contains(' ') { escape(&id) } else { code(&id) };
        let cells = [code(&permission), escape(&scheme), id, escape(&words)];
        out.push_str(&format!("<tr><td>{}</td></tr>\n", cells.join("</td><td>")));
    }
    out.push_str("</table>\n");
    for sentence in sentences(answer, reference, str::to_owned) {
        out.push_str(&format!("<p>{}</p>\n", escape(&sentence)));
    }
}

fn unknown(answer: &Answer<'_, '_, '_>, out: &mut String) {
    if answer.program.unknown.is_empty() {
        return;
    }
    out.push_str("<h2>Not documented</h2>\n<table><tr><th>Call</th><th>Seen</th><th>Nearest</th></tr>\n");
    for call in &answer.program.unknown {
        let nearest = call
            .nearest
            .map(|nearest| format!("{} ({})", code(&nearest.route()), escape(&place_of_route(nearest))));
        let cells = [code(&call.text), call.count.to_string(), nearest.unwrap_or_default()];
        out.push_str(&format!("<tr><td>{}</td></tr>\n", cells.join("</td><td>")));
    }
    out.push_str("</table>\n");
}

fn code(text: &str) -> String {
    format!("<code>{}</code>", escape(text))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
