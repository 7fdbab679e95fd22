//! Pages with several calls, each in a chapter of its own: `## 1. Export pots` with `### 1.2 Permissions` and `### 1.3 URL`.

use super::routes_named::{RouteKey, listed};
use crate::docs::Profile;
use crate::markdown::Block;
use crate::page::api::section::{Placed, Topic};
use std::ops::Range;

/// The routes of each chapter, by the places of its sections. Empty for pages whose permissions stand apart from the
/// requests.
pub(super) fn read(profile: &Profile, placed: &[Placed<'_>]) -> Vec<(Range<usize>, Vec<RouteKey>)> {
    let chapters: Vec<_> = ranges(placed, 2)
        .filter(|range| {
            let sections = placed.get(range.clone()).unwrap_or_default();
            let has = |topic| {
                sections
                    .iter()
                    .any(|place| place.own && place.topic == topic && place.section.level > 2)
            };
            has(Topic::Permissions) && has(Topic::Request)
        })
        .map(|range| (range.clone(), routes(profile, placed.get(range).unwrap_or_default())))
        .collect();
    if chapters.len() > 1 { chapters } else { Vec::new() }
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
