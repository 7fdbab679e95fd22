//! What the Response section says.

use super::section::{Placed, Topic, about};
use super::sentences::Said;
use super::{ResponseRows, SuccessRow};
use crate::markdown::{Link, Table, Text};
use crate::page::prose::{Patterns, Words};
use crate::page::vocabulary::headings::shows_response;
use crate::page::vocabulary::normal;
use crate::page::{Context, TypeCell};
use std::sync::LazyLock;

/// Phrases for a body of bytes.
const BYTES: &[(&str, ())] = &[
    ("`octet` `stream`", ()),
    ("`download|downloads|downloaded|downloading`", ()),
    ("`binary|bytes|csv`", ()),
    ("content|contents of the", ()),
];

static IS_BYTES: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BYTES));

/// Reads the section.
pub(super) fn read(context: &Context<'_>, placed: &[Placed<'_>]) -> ResponseRows {
    let mut rows = ResponseRows::default();
    let mut words = None;
    for text in paragraphs(placed, Topic::Response) {
        words = words.or(Some(text));
        paragraph(text, &mut rows);
    }
    for table in about(placed, Topic::Response).flat_map(|place| place.section.tables()) {
        statuses(table, &mut rows);
    }
    rows.span = words.map_or(context.start(), |text| text.span);
    if words.is_none() {
        // Pages without the section describe the result above the response example.
        let told = about(placed, Topic::Examples).filter(|place| shows_response(place.section));
        told.flat_map(|place| place.section.paragraphs())
            .filter(|text| text.plain.contains("returns"))
            .for_each(|text| paragraph(text, &mut rows));
    }
    if rows.text.is_none() && !rows.empty {
        rows.bytes = paragraphs(placed, Topic::Response).any(|text| IS_BYTES.stands_in(&Words::new(text)));
        rows.words = words.map(|text| text.plain.clone()).unwrap_or_default();
    }
    rows
}

/// `|200 OK|A [widget](widget.md) object in the response body.|`: each row is a sentence about its status.
fn statuses(table: &Table, rows: &mut ResponseRows) {
    let header = table.header.first().map(|cell| normal(&cell.plain)).unwrap_or_default();
    if !STATUS_COLUMNS.contains(&header.as_str()) {
        return;
    }
    for row in &table.rows {
        if let [status, said, ..] = row.cells.as_slice() {
            paragraph(&behind(&status.plain, said), rows);
        }
    }
}

/// Headers of a column of statuses.
const STATUS_COLUMNS: &[&str] = &["status", "status code", "code", "response code", "http status code"];

/// A text with words before it.
fn behind(words: &str, text: &Text) -> Text {
    let plain = format!("{} {}", words.trim(), text.plain);
    let moved = plain.len() - text.plain.len();
    let range = |range: &std::ops::Range<usize>| range.start + moved..range.end + moved;
    Text {
        span: text.span,
        links: text
            .links
            .iter()
            .map(|link| Link {
                range: range(&link.range),
                target: link.target.clone(),
            })
            .collect(),
        code: text.code.iter().map(range).collect(),
        strong: text.strong.iter().map(range).collect(),
        items: Vec::new(),
        plain,
    }
}

fn paragraphs<'a>(placed: &[Placed<'a>], topic: Topic) -> impl Iterator<Item = &'a Text> {
    about(placed, topic).flat_map(|place| place.section.paragraphs())
}

fn paragraph(text: &Text, rows: &mut ResponseRows) {
    for sentence in Words::new(text).sentences() {
        let said = Said::read(sentence);
        let named = Some(&said)
            .filter(|said| !said.is_about_else())
            .and_then(Said::body_type);
        successes(&said, named.as_ref(), text, rows);
        rows.empty |= said.empty;
        if rows.text.is_none() {
            rows.text = named;
            rows.text_span = rows.text.as_ref().map(|_| text.span);
        }
    }
}

/// What a sentence says about each status that it names. One that names none goes on about the
/// last one of its paragraph.
fn successes(said: &Said<'_, '_>, named: Option<&TypeCell>, text: &Text, rows: &mut ResponseRows) {
    let row = |status, said: &Said<'_, '_>, text: Option<TypeCell>, span| SuccessRow {
        status,
        text,
        empty: said.empty,
        location: said.location,
        span,
    };
    let statuses: Vec<u16> = said.statuses().map(|(_, status)| status).collect();
    match statuses.as_slice() {
        [] => {
            let last = rows.successes.last_mut();
            if let Some(last) = last.filter(|last| last.span == text.span) {
                last.add(row(last.status, said, named.cloned(), text.span));
            }
        }
        [status] => rows.add(row(*status, said, named.cloned(), text.span)),
        _ => {
            for (status, part) in said.parts() {
                let named = Some(&part).filter(|part| !part.is_about_else());
                let named = named.and_then(Said::body_type);
                rows.add(row(status, &part, named, text.span));
            }
        }
    }
}

impl ResponseRows {
    fn add(&mut self, row: SuccessRow) {
        match self.successes.iter_mut().find(|known| known.status == row.status) {
            Some(known) => known.add(row),
            None => self.successes.push(row),
        }
    }
}

impl SuccessRow {
    /// Takes what other words about the same status say.
    fn add(&mut self, other: Self) {
        self.text = self.text.take().or(other.text);
        self.empty |= other.empty;
        self.location |= other.location;
    }
}

#[cfg(test)]
mod tests;
