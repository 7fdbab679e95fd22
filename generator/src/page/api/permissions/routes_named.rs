//! The routes that a page says a permission table is for.
//!
//! Today's pages have it in an annotation above the table, `"requestUrls": ["GET /kilns/{id}"]`, or as a block of request
//! lines above it.

use crate::docs::Profile;
use crate::markdown::{Annotation, Block, CodeBlock};
use crate::model::{Method, PathKey, Route, RouteId};
use crate::page::annotation::Fields;
use crate::page::api::routes::{keys_of_line, request_line};
use crate::page::api::section::{Placed, Topic, about};
use crate::page::vocabulary::normal;
use rustc_hash::FxHashMap;

/// What is the same of a route in every spelling.
pub(super) type RouteKey = (Method, PathKey);

/// The routes of an annotation of permissions; `None` where it names none, as a block of request lines may stand above
/// it.
pub(super) fn annotated(profile: &Profile, annotation: &Annotation) -> Option<Vec<RouteKey>> {
    let named: Vec<RouteKey> = annotated_lines(profile, annotation)?
        .into_iter()
        .flat_map(|(_, keys)| keys)
        .collect();
    (!named.is_empty()).then_some(named)
}

/// The lines of an annotation of permissions, each with the routes that it means; `None` for another annotation.
pub fn annotated_lines(profile: &Profile, annotation: &Annotation) -> Option<Vec<(String, Vec<RouteKey>)>> {
    let fields = Fields::read(annotation);
    if fields.text("blockType").as_deref() != Some("permissions") {
        return None;
    }
    let lines = fields.list("requestUrls").into_iter();
    Some(lines.map(|line| (line.to_owned(), keys(profile, line))).collect())
}

/// The routes that an annotation means by a line. An address without a method is called by any.
fn keys(profile: &Profile, line: &str) -> Vec<RouteKey> {
    let lines = match request_line(line) {
        Some(_) => vec![line.to_owned()],
        None => Method::ALL.map(|method| format!("{method} {line}")).to_vec(),
    };
    lines.iter().flat_map(|line| keys_of_line(profile, line)).collect()
}

/// The routes of a block of request lines; none of a block that has other lines.
pub(super) fn listed(profile: &Profile, code: &CodeBlock) -> Vec<RouteKey> {
    let lines = code.text.lines().filter(|line| !line.trim().is_empty());
    let calls: Vec<Vec<RouteKey>> = lines.map(|line| keys_of_line(profile, line)).collect();
    if calls.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    calls.concat()
}

/// What stands before request lines, with these.
pub(super) type Introduced = FxHashMap<String, Vec<RouteKey>>;

/// Sentences and headings that stand before blocks of request lines, with these lines: "Pots of the signed-in user." above
/// `GET /me/pots`.
pub(super) fn introduced(profile: &Profile, placed: &[Placed<'_>]) -> Introduced {
    let mut found = Introduced::default();
    for place in about(placed, Topic::Request) {
        let heading = (!place.own).then(|| words(&place.section.heading.plain));
        let mut before = heading;
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) => before = Some(words(&text.plain)),
                Block::Code(code) => {
                    if let Some(before) = before.take().filter(|before| !before.is_empty()) {
                        found.entry(before).or_default().extend(listed(profile, code));
                    }
                }
                Block::Table(_) => before = None,
                Block::Annotation(_) | Block::Include(_) => {}
            }
        }
    }
    found
}

/// The routes below the sentence that a label repeats.
pub(super) fn below<'i>(label: &str, introduced: &'i Introduced) -> &'i [RouteKey] {
    introduced.get(&words(label)).map_or(&[], Vec::as_slice)
}

/// A sentence without what distinguishes it from a heading: marks, words in parentheses, "For" and "To" at its start.
fn words(sentence: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in sentence.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    let kept = normal(kept.trim().trim_end_matches(['.', ':']));
    let rest = ["for ", "to ", "permissions for ", "permissions to "]
        .iter()
        .find_map(|start| kept.strip_prefix(start));
    rest.unwrap_or(&kept).trim().to_owned()
}

/// The routes of a page by what is the same of them in every spelling.
pub(super) struct ByKey {
    ids: FxHashMap<RouteKey, Vec<RouteId>>,
    count: usize,
}

impl ByKey {
    pub(super) fn of(routes: &[Route]) -> Self {
        let mut ids: FxHashMap<RouteKey, Vec<RouteId>> = FxHashMap::default();
        for route in routes {
            ids.entry((route.method, route.path.key().clone()))
                .or_default()
                .push(route.id);
        }
        let count = routes.len();
        Self { ids, count }
    }

    /// Which routes these calls are; none when they are all of them, or none of them.
    pub(super) fn named(&self, calls: &[RouteKey]) -> Vec<RouteId> {
        let mut meant: Vec<RouteId> = calls
            .iter()
            .filter_map(|call| self.ids.get(call))
            .flatten()
            .copied()
            .collect();
        meant.sort_unstable();
        meant.dedup();
        if meant.len() < self.count { meant } else { Vec::new() }
    }
}
