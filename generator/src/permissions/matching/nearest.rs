//! The documented route that is most like a call.

use super::token::{Token, tokens};
use super::{Documented, Index};
use crate::permissions::calls::Call;

/// The same path with another method, else the path with the most segments in common; of equal ones the first.
pub(super) fn nearest<'i, 'm>(index: &'i Index<'m>, call: &Call) -> Option<&'i Documented<'m>> {
    if !call.address.is_of_api() {
        return None;
    }
    let written = tokens(&call.address.path);
    let wanted = |version: &str| call.address.version.is_none_or(|wanted| wanted == version);
    let roots = index.versions.iter().filter(|(version, _)| wanted(&version.0));
    let same = roots.into_iter().find_map(|(_, root)| root.find_any(&written));
    if let Some(documented) = same.and_then(|at| index.route(at)) {
        return Some(documented);
    }
    let routes = index.routes.iter().filter(|documented| wanted(&documented.version.0));
    let scored = routes.map(|documented| (score(&written, &call.method, documented), documented));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|((points, _), _)| *points > 0)
        .map(|(_, documented)| documented)
        .or_else(|| similar(index, call))
}

/// No name is the same: the path whose text is most like that of the call.
fn similar<'i, 'm>(index: &'i Index<'m>, call: &Call) -> Option<&'i Documented<'m>> {
    let written = call.address.path.as_str();
    let mut best: Option<(f64, &Documented<'_>)> = None;
    for documented in &index.routes {
        let path = documented.pages.first().map_or("", |page| page.route.path.as_str());
        let is_less = |likeness: f64| best.is_some_and(|(most, _)| likeness <= most);
        if is_less(at_most(path, written)) {
            continue;
        }
        let likeness = strsim::normalized_levenshtein(path, written);
        if !is_less(likeness) {
            best = Some((likeness, documented));
        }
    }
    best.map(|(_, documented)| documented)
}

/// No two texts of these lengths are more alike; that is cheap to know.
#[allow(clippy::cast_precision_loss, reason = "paths are short")]
fn at_most(one: &str, other: &str) -> f64 {
    let [one, other] = [one, other].map(|text| text.chars().count());
    one.min(other) as f64 / one.max(other).max(1) as f64
}

/// How much a route is like a path; the second number counts for routes that are equally like it.
fn score(written: &[Token], method: &str, documented: &Documented<'_>) -> (i64, bool) {
    let Some(page) = documented.pages.first() else {
        return (0, false);
    };
    let known = tokens(page.route.path.as_str());
    let begin = shared(written.iter(), known.iter());
    let end = shared(written.iter().rev(), known.iter().rev());
    let points = begin + end / 2;
    let difference = i64::try_from(written.len().abs_diff(known.len())).unwrap_or(i64::MAX / 8);
    (
        if points == 0 { 0 } else { points * 4 - difference * 2 },
        page.route.method.as_str() == method,
    )
}

/// The points of the tokens that are alike from the first on; none if no name is among them.
fn shared<'t>(one: impl Iterator<Item = &'t Token>, other: impl Iterator<Item = &'t Token>) -> i64 {
    let pairs = one
        .zip(other)
        .map(|(one, other)| (alike(one, other), name(one).is_some() && name(other).is_some()));
    let same: Vec<(i64, bool)> = pairs.take_while(|(points, _)| *points > 0).collect();
    if same.iter().any(|(_, named)| *named) {
        same.iter().map(|(points, _)| points).sum()
    } else {
        0
    }
}

/// Ten for equal names, less for similar ones; five where a value may be.
fn alike(one: &Token, other: &Token) -> i64 {
    match (name(one), name(other)) {
        (Some(one), Some(other)) if one == other => 10,
        (Some(one), Some(other)) => {
            // The similarity is between 0 and 1.
            let similar = strsim::normalized_damerau_levenshtein(one, other);
            if similar >= 0.6 { 6 } else { 0 }
        }
        (None, None) => 10,
        (Some(_), None) => 5,
        (None, Some(_)) => 0,
    }
}

fn name(token: &Token) -> Option<&str> {
    match token {
        Token::Word(name) | Token::Qualified(name) | Token::Call { name, .. } => Some(name),
        Token::Value | Token::Colon => None,
    }
}
