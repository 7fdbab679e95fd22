//! Pages with several calls, each in a chapter of its own: `## 1. Export pots` with `### 1.2 Permissions` and `### 1.3 URL`.

use super::routes_named::{RouteKey, listed};
use crate::docs::Profile;
use crate::markdown::Block;
use crate::page::api::section::{Placed, Topic};
use std::ops::Range;

/// A chapter: the places of its sections, and its routes.
pub(super) struct Chapter {
    pub(super) sections: Range<usize>,
    pub(super) calls: Vec<RouteKey>,
}

/// Every section of a chapter may have a table, and each table names all routes: no page has as many.
const MOST: usize = 100_000;

/// The chapters of a page in order. Empty for pages whose permissions stand apart from the requests.
pub(super) fn read(profile: &Profile, placed: &[Placed<'_>]) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    for sections in ranges(placed, 2) {
        let inside = placed.get(sections.clone()).unwrap_or_default();
        let has = |topic| {
            inside
                .iter()
                .any(|place| place.own && place.topic == topic && place.section.level > 2)
        };
        if has(Topic::Permissions) && has(Topic::Request) {
            let calls = routes(profile, inside);
            let is_small = calls.len().saturating_mul(sections.len()) <= MOST;
            chapters.extend(is_small.then_some(Chapter { sections, calls }));
        }
    }
    if chapters.len() > 1 { chapters } else { Vec::new() }
}

/// The chapter that a section belongs to.
pub(super) fn of(chapters: &[Chapter], section: usize) -> Option<&Chapter> {
    let at = chapters.partition_point(|chapter| chapter.sections.end <= section);
    chapters.get(at).filter(|chapter| chapter.sections.contains(&section))
}

/// The sections of a level, each with those below it.
fn ranges<'p>(placed: &'p [Placed<'_>], level: u8) -> impl Iterator<Item = Range<usize>> + 'p {
    let starts = placed
        .iter()
        .enumerate()
        .filter(move |(_, place)| place.section.level <= level);
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([placed.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| start..end)
}

fn routes(profile: &Profile, placed: &[Placed<'_>]) -> Vec<RouteKey> {
    let requests = placed.iter().filter(|place| place.topic == Topic::Request);
    let blocks = requests.flat_map(|place| &place.section.blocks);
    let code = blocks.filter_map(|block| match block {
        Block::Code(code) => Some(code),
        _ => None,
    });
    code.flat_map(|code| listed(profile, code)).collect()
}
