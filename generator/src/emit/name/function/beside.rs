//! What the other routes of a page say about one of them.

use super::step::Step;
use crate::model::{PathKey, Route, Segment};
use rustc_hash::FxHashSet;

/// The routes of a page by the keys of their paths, so that no route is compared with each of the others.
pub(super) struct Beside<'p> {
    keys: Vec<&'p PathKey>,
    /// The text and the number of segments of each.
    known: FxHashSet<(&'p str, usize)>,
    texts: FxHashSet<&'p str>,
}

impl<'p> Beside<'p> {
    /// Of all routes of a page. A route alone has none beside it.
    pub(super) fn of(routes: &'p [Route]) -> Self {
        let routes = if routes.len() > 1 { routes } else { &[] };
        let keys: Vec<&PathKey> = routes.iter().map(|route| route.path.key()).collect();
        Self {
            known: keys.iter().map(|key| (key.as_str(), key.len())).collect(),
            texts: keys.iter().map(|key| key.as_str()).collect(),
            keys,
        }
    }

    /// Whether a route is another one of the page and values: `/pots/{id}` beside `/pots`.
    pub(super) fn is_one_of(&self, at: usize, steps: &[Step<'_>]) -> bool {
        let Some(key) = self.keys.get(at) else {
            return false;
        };
        let values = steps.iter().rev().take_while(|step| step.is_key()).count();
        let first = steps.len().checked_sub(values).and_then(|first| steps.get(first));
        first.is_some_and(|first| self.texts.contains(key.prefix(first.at)))
    }

    /// The steps of the longest other route of the page that this one continues by one word, and perhaps a key.
    pub(super) fn shorter(&self, at: usize, steps: &[Step<'_>]) -> Option<usize> {
        let key = self.keys.get(at)?;
        let continued = (1..key.len()).filter(|count| self.known.contains(&(key.prefix(*count), *count)));
        let counted = continued.map(|length| steps.iter().take_while(|step| step.at < length).count());
        counted.filter(|start| continues(steps, *start)).max()
    }
}

/// Whether what follows from a step on is one word, and perhaps a key.
fn continues(steps: &[Step<'_>], start: usize) -> bool {
    let rest = steps.get(start..).unwrap_or_default();
    let names = rest.iter().filter(|step| !step.is_key() && !step.is_special());
    let mut names = names.filter(|step| step.word != "content");
    let only = names.next().filter(|_| names.next().is_none());
    let starts = rest.first().is_some_and(|step| !step.is_key());
    rest.len() <= 3 && starts && only.is_some_and(|step| !matches!(step.segment, Segment::Cast(_)))
}
