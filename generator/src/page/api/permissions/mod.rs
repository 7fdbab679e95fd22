//! Permission tables, in every shape that pages use.

mod cell;
mod chapters;
mod columns;
mod footnotes;
mod listed;
mod note_ranks;
mod roles;
mod routes_by_label;
mod routes_named;
mod table;

use super::Repaired;
use super::section::{Placed, Topic, about};
use crate::docs::Profile;
use crate::markdown::{Block, Text};
use crate::model::{Account, Permissions, Route};
use crate::page::prose::{AnyWords, Patterns, Words, one_line};
use crate::page::reason::permissions as reason;
use crate::page::{Context, note};
use columns::Column;
pub use routes_named::annotated_lines;
use routes_named::{ByKey, RouteKey};
use rustc_hash::FxHashSet;
use std::cell::LazyCell;
use std::sync::LazyLock;
use table::TableReader;

/// Reads every permission table of the page: those of the permission sections, and those elsewhere whose header says
/// what they are (`### For groups` outside of the section). Also what was put right in their cells.
pub(super) fn read(
    context: &Context<'_>,
    placed: &[Placed<'_>],
    routes: &[Route],
    account: &mut Account,
) -> (Vec<Permissions>, Vec<Repaired>) {
    let mut repaired = Vec::new();
    let found = tables(context.profile, placed);
    let several = found.len() > 1;
    let introduced = several.then(|| routes_named::introduced(context.profile, placed));
    let introduced = introduced.unwrap_or_default();
    let shows_least = says_least(placed);
    let before: Vec<note::Said<'_>> = before_tables(context, placed).collect();
    let requirements = requirements(&before);
    let mut permissions = Vec::new();
    let last = found.last().map(|last| last.notes.clone()).unwrap_or_default();
    let opening = opening(&before, &last);
    // Most pages state no routes.
    let by_key = LazyCell::new(|| ByKey::of(routes));
    let named = |calls: &[RouteKey]| {
        if calls.is_empty() {
            Vec::new()
        } else {
            by_key.named(calls)
        }
    };
    for found in &found {
        let label = if several { label(found) } else { None };
        let reader = TableReader::new(context, account, &mut repaired, shows_least);
        let mut groups = reader.read(found.table, &found.columns, label.as_deref());
        let mut meant = named(&found.calls);
        if meant.is_empty()
            && let Some(label) = &label
        {
            meant = named(routes_named::below(label, &introduced));
        }
        if !several && !meant.is_empty() {
            account.guessed(&reason::ONLY_TABLE, found.table.span);
            meant.clear();
        }
        let meant = if is_small(&groups, &meant) { meant } else { Vec::new() };
        for group in &mut groups {
            group.routes.clone_from(&meant);
        }
        let texts: Vec<&Text> = opening.iter().chain(&found.notes).copied().collect();
        add_notes(context, &requirements, &texts, &mut groups);
        roles::read(found.notes.iter().copied()).put(&mut groups);
        // What a note below all tables says about a permission goes for it in each of them.
        let first = |notes: &[&Text]| notes.first().map(|text| text.span);
        let is_last = first(&found.notes) == first(&last);
        let below = last.iter().filter(|_| !is_last);
        note_ranks::apply(
            &mut groups,
            found.notes.iter().chain(&found.before).chain(below).copied(),
        );
        footnotes::apply(&mut groups, found.notes.iter().copied());
        permissions.append(&mut groups);
    }
    footnotes::leave_foreign(&mut permissions);
    if permissions.is_empty() {
        permissions = without_table(context, placed, account);
    }
    if is_small(&permissions, routes) {
        routes_by_label::bind(&mut permissions, routes);
    }
    (permissions, repaired)
}

/// What a page without a table of permissions says.
fn without_table(context: &Context<'_>, placed: &[Placed<'_>], account: &mut Account) -> Vec<Permissions> {
    let has_section = placed.iter().any(|place| place.topic == Topic::Permissions);
    let reason = if has_section {
        &reason::NO_TABLE
    } else {
        &reason::NO_SECTION
    };
    account.unread(reason, context.start(), "");
    listed::read(context, placed, account)
}

/// Adds the notes of a table to its groups, with the place of the first that an include brings.
fn add_notes(context: &Context<'_>, requirements: &[String], texts: &[&Text], groups: &mut [Permissions]) {
    let notes = words_of(context, texts);
    let notes: Vec<String> = requirements.iter().cloned().chain(notes).collect();
    let mut texts = texts.iter();
    let included = texts.find(|text| text.span.file != context.file);
    let included = included.map(|text| context.origin(text.span));
    for group in groups {
        group.notes.extend(notes.iter().cloned());
        group.notes_origin.clone_from(&included);
    }
}

/// What the section says about its tables: "The following table shows the least privileged permission that each resource
/// needs."
const SHOWS_LEAST: &[(&str, ())] = &[
    ("show|shows|lists the least privileged permission|permissions", ()),
    ("table|tables is|are the least privileged", ()),
];

static IS_LEAST: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(SHOWS_LEAST));

fn says_least(placed: &[Placed<'_>]) -> bool {
    let texts = about(placed, Topic::Permissions).flat_map(|place| place.section.paragraphs());
    let mut likely = texts.filter(|text| text.plain.contains("least"));
    likely.any(|text| IS_LEAST.stands_in(&Words::new(text)))
}

/// What a sentence before the tables says that a caller needs besides a permission: "In addition to these permissions, the
/// signed-in user must be an administrator." The same paragraph often begins with words that stand on each page.
const BESIDES: &[(&str, ())] = &[
    ("in addition to ~ permission|permissions", ()),
    ("user|requestor|requester|caller|tenant|organization must", ()),
    // "The caller needs one of the permissions below" stands on each page.
    (
        "user|requestor|requester|caller|tenant|organization needs|requires !one|any|a|the",
        (),
    ),
    ("user|requestor|requester|caller can only", ()),
];

static IS_BESIDES: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BESIDES));

/// Most paragraphs have none of the words that these sentences need.
static MAY_BE_BESIDES: LazyLock<AnyWords> =
    LazyLock::new(|| AnyWords::new(["addition", "must", "needs", "requires", "only"]));

/// Those sentences, as words without marks.
fn requirements(before: &[note::Said<'_>]) -> Vec<String> {
    let words = before.iter().filter(|said| !said.is_note());
    let words = words.filter(|said| MAY_BE_BESIDES.stand_in(&said.text.plain));
    let said = words.flat_map(|said| {
        let words = Words::new(said.text);
        let sentences = words
            .sentences()
            .filter(|sentence| sentence.all(&IS_BESIDES).next().is_some());
        sentences
            .map(|sentence| format!("{}.", one_line(sentence.plain())))
            .collect::<Vec<_>>()
    });
    said.collect()
}

/// The words of notes. Items of a list that one of them announces keep their mark; behind a table, a star is a footnote's.
fn words_of(context: &Context<'_>, texts: &[&Text]) -> Vec<String> {
    let mut is_announced = false;
    let words = texts.iter().map(|text| {
        let words = context.markdown(text);
        let words = note::unmarked(&words);
        let bullet = if is_announced {
            note::bullet(context, text)
        } else {
            None
        };
        is_announced = bullet.is_some() || words.ends_with(':');
        bullet.map_or_else(|| words.to_owned(), |bullet| note::item(bullet, words))
    });
    words.collect()
}

/// The notes before the first table of the section, which are about all tables; some stand below the last one, too.
fn opening<'a>(before: &[note::Said<'a>], last: &[&Text]) -> Vec<&'a Text> {
    let notes = before.iter().filter(|said| said.is_note()).map(|said| said.text);
    notes.filter(|text| !last.contains(text)).collect()
}

/// The paragraphs before the first table of each section.
fn before_tables<'a>(context: &Context<'_>, placed: &[Placed<'a>]) -> impl Iterator<Item = note::Said<'a>> {
    let own = about(placed, Topic::Permissions)
        .filter(|place| place.own)
        .map(|place| place.section);
    own.flat_map(|section| {
        let has_table = section.tables().next().is_some();
        // Includes stand in other files.
        let mut before = FxHashSet::default();
        for block in &section.blocks {
            match block {
                Block::Table(_) => break,
                Block::Paragraph(text) => {
                    before.insert((text.span.file, text.span.start));
                }
                _ => {}
            }
        }
        let paragraphs = note::paragraphs(context, section);
        let stands_before = |said: &note::Said<'_>| before.contains(&(said.text.span.file, said.text.span.start));
        paragraphs
            .filter(|said| has_table && stands_before(said))
            .collect::<Vec<_>>()
    })
}

/// Notes below the last of several tables are about all of them, unless an earlier one has notes of its own.
fn share_notes(found: &mut [Found<'_>]) {
    let Some((last, others)) = found.split_last_mut() else {
        return;
    };
    if others.iter().all(|other| other.notes.is_empty()) {
        for other in others {
            other.notes.clone_from(&last.notes);
        }
    }
}

/// Whether each group can be held against each route. Where they are too many, every group is for every route.
fn is_small<R>(groups: &[Permissions], routes: &[R]) -> bool {
    groups.len().saturating_mul(routes.len()) <= 100_000
}

/// A permission table with what stands around it.
struct Found<'a> {
    table: &'a crate::markdown::Table,
    columns: Vec<Column>,
    /// The heading of its section when that is not just "Permissions".
    heading: Option<&'a Text>,
    /// The paragraph directly before it.
    before: Option<&'a Text>,
    /// Paragraphs after it: footnotes.
    notes: Vec<&'a Text>,
    /// The routes that it is for, where the page says so.
    calls: Vec<RouteKey>,
}

fn tables<'a>(profile: &Profile, placed: &[Placed<'a>]) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    let chapters = chapters::read(profile, placed);
    for (at, place) in placed.iter().enumerate() {
        if place.topic == Topic::Examples {
            continue;
        }
        let first = found.len();
        let mut pending: Vec<&'a Text> = Vec::new();
        let chapter = chapters::of(&chapters, at);
        let mut calls = chapter.map(|chapter| chapter.calls.clone()).unwrap_or_default();
        // Most blocks of code stand before no table.
        let mut listed = None;
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) if note::is_mark(&text.plain) => {}
                Block::Paragraph(text) => pending.push(text),
                Block::Annotation(annotation) => {
                    if let Some(named) = routes_named::annotated(profile, annotation) {
                        (calls, listed) = (named, None);
                    }
                }
                Block::Code(code) => listed = Some(code),
                Block::Table(table) => {
                    let before = pending.pop();
                    notes_of_last(&mut found, first, &mut pending);
                    if let Some(columns) = columns::read(table) {
                        found.push(Found {
                            table,
                            columns,
                            heading: heading(place),
                            before,
                            notes: Vec::new(),
                            calls: match listed.take() {
                                Some(code) => routes_named::listed(profile, code),
                                None => std::mem::take(&mut calls),
                            },
                        });
                    }
                }
                Block::Include(_) => {}
            }
        }
        notes_of_last(&mut found, first, &mut pending);
    }
    share_notes(&mut found);
    found
}

/// Paragraphs that follow a table belong to it; those before the first table of a section introduce the section.
fn notes_of_last<'a>(found: &mut [Found<'a>], first: usize, pending: &mut Vec<&'a Text>) {
    let paragraphs = std::mem::take(pending);
    if let Some(last) = found.get_mut(first..).and_then(<[Found<'a>]>::last_mut) {
        last.notes.extend(paragraphs);
    }
}

fn heading<'a>(place: &Placed<'a>) -> Option<&'a Text> {
    let plain = place.section.heading.plain.trim();
    let is_general = place.own && !plain.contains(' ');
    (!is_general && !plain.is_empty()).then_some(&place.section.heading)
}

/// What a table of several is for: its heading, or a short paragraph before it.
fn label(found: &Found<'_>) -> Option<String> {
    let words = |text: &Text| {
        let plain = one_line(&text.plain);
        let plain = plain.trim_end_matches([':', '.']);
        // `### For groups`
        plain.strip_prefix("For ").unwrap_or(plain).to_owned()
    };
    found
        .heading
        .map(words)
        .or_else(|| found.before.map(words).filter(|plain| plain.len() <= 80))
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod today;
