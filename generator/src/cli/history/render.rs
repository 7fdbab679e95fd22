//! Events as text.

use super::walk::Event;
use serde::Serialize;

/// More of a value than this is cut.
const LONGEST: usize = 100;

/// One line for each event.
pub(super) fn text(events: &[Event]) -> String {
    let lines = events.iter().map(|event| {
        let place = place(event).map_or(String::new(), |place| format!("  {place}"));
        let revision = short(&event.revision);
        let Event {
            date,
            version,
            item,
            id,
            ..
        } = event;
        format!(
            "{date} {revision} {version} {id} {item}{}{place}\n",
            values(event, str::to_owned)
        )
    });
    lines.collect()
}

/// A table.
pub(super) fn markdown(item: &str, events: &[Event]) -> String {
    let cell = |text: &str| format!("`{}`", text.replace('`', "'").replace('|', "\\|"));
    let mut out = format!(
        "# History of {}\n\n| date | revision | change | page |\n| :-- | :-- | :-- | :-- |\n",
        cell(item)
    );
    for event in events {
        let place = place(event).map_or(String::new(), |place| cell(&place));
        let Event {
            date,
            version,
            item,
            id,
            ..
        } = event;
        let revision = short(&event.revision);
        out.push_str(&format!(
            "| {date} | {revision} | {version} {} {id}{} | {place} |\n",
            cell(item),
            values(event, cell)
        ));
    }
    out
}

/// `{"format": 1, "item": .., "events": [..]}`.
pub(super) fn json(item: &str, events: &[Event]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Document<'a> {
        format: u32,
        item: &'a str,
        events: &'a [Event],
    }
    serde_json::to_string_pretty(&Document {
        format: 1,
        item,
        events,
    })
}

fn short(revision: &str) -> &str {
    revision.get(..10).unwrap_or(revision)
}

fn place(event: &Event) -> Option<String> {
    Some(format!("{}:{}", event.file.as_ref()?, event.line?))
}

fn values(event: &Event, quote: impl Fn(&str) -> String) -> String {
    let shown = |text: &Option<String>| {
        text.as_deref()
            .filter(|text| !text.is_empty())
            .map(|text| quote(&cut(text)))
    };
    match (shown(&event.before), shown(&event.after)) {
        (Some(before), Some(after)) => format!(": {before} -> {after}"),
        (None, Some(after)) => format!(": {after}"),
        (Some(before), None) => format!(": no longer {before}"),
        (None, None) => String::new(),
    }
}

/// One line; control characters of a page must not reach a terminal.
fn cut(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let shown: String = text.chars().take(LONGEST).map(plain).collect();
    if text.chars().count() > LONGEST {
        format!("{shown}...")
    } else {
        shown
    }
}
