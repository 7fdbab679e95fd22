//! The files of the site that are the same for every model.

use crate::emit::write::{Files, MARKER};

/// The page, with a place for the title and for the scripts.
const PAGE: &str = include_str!("assets/index.html");
const STYLE: &str = include_str!("assets/site.css");

/// The scripts in the order in which they are loaded.
const SCRIPTS: &[(&str, &str)] = &[
    ("store.js", include_str!("assets/store.js")),
    ("dom.js", include_str!("assets/dom.js")),
    ("link.js", include_str!("assets/link.js")),
    ("parts.js", include_str!("assets/parts.js")),
    ("search.js", include_str!("assets/search.js")),
    ("results.js", include_str!("assets/results.js")),
    ("home.js", include_str!("assets/home.js")),
    ("lists.js", include_str!("assets/lists.js")),
    ("permission.js", include_str!("assets/permission.js")),
    ("needs.js", include_str!("assets/needs.js")),
    ("exchange.js", include_str!("assets/exchange.js")),
    ("call.js", include_str!("assets/call.js")),
    ("example.js", include_str!("assets/example.js")),
    ("type.js", include_str!("assets/type.js")),
    ("changes.js", include_str!("assets/changes.js")),
    ("start.js", include_str!("assets/start.js")),
];

/// The page, its style and its scripts.
pub(super) fn files(title: &str) -> Files {
    let scripts = SCRIPTS
        .iter()
        .map(|(name, _)| format!("<script src=\"assets/{name}\" defer></script>\n"));
    let page = PAGE
        .replace("{{marker}}", MARKER)
        .replace("{{scripts}}", scripts.collect::<String>().trim_end())
        .replace("{{title}}", &escaped(title));
    let mut files = Files::from([
        ("index.html".to_owned(), page),
        (
            "assets/site.css".to_owned(),
            format!("/* {MARKER}. Do not edit. */\n{STYLE}"),
        ),
    ]);
    for (name, text) in SCRIPTS {
        let text = format!("// {MARKER}. Do not edit.\n{text}");
        files.insert(format!("assets/{name}"), text);
    }
    files
}

/// Text as HTML that shows exactly this text.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            letter => html.push(letter),
        }
    }
    html
}
