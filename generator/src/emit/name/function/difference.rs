//! What tells the further routes of one call apart.

use crate::emit::name::ident;
use crate::model::{Piece, Route, Segment, pieces};

/// The words of a route's path and method that the first route does not have.
pub(super) fn difference(first: &Route, route: &Route) -> String {
    let (theirs, own) = (segments(first), segments(route));
    let start = theirs.iter().zip(&own).take_while(|(a, b)| a == b).count();
    let pairs = theirs.iter().rev().zip(own.iter().rev());
    let limit = theirs.len().min(own.len()) - start;
    let end = pairs.take(limit).take_while(|(a, b)| a == b).count();
    let middle = own.get(start..own.len() - end).unwrap_or_default();
    let mut words: Vec<String> = middle
        .iter()
        .map(|word| word.trim_end_matches('_').to_owned())
        .collect();
    if route.method != first.method {
        words.push(route.method.as_str().to_ascii_lowercase());
    }
    if words.is_empty() && route.query != first.query {
        words.extend(query_words(route));
    }
    if words.is_empty() {
        return words.join("_");
    }
    format!("by_{}", words.join("_"))
}

/// The literal words of a path, without placeholders and arguments.
fn segments(route: &Route) -> Vec<String> {
    let words = route.path.segments().flat_map(|segment| match segment {
        Segment::Mixed(text) => pieces(text).into_iter().filter_map(literal).collect(),
        segment => Vec::from_iter(segment.name()),
    });
    let telling = words.filter(|word| word.chars().any(|c| c.is_ascii_alphanumeric()));
    telling.map(ident::snake).collect()
}

fn literal(piece: Piece<'_>) -> Option<&str> {
    match piece {
        Piece::Literal(text) => Some(text),
        Piece::Placeholder(_) => None,
    }
}

/// The option names of a query: `$filter=..&$top=5` gives `filter`, `top`.
fn query_words(route: &Route) -> Vec<String> {
    let names = route.query_options().map(|(name, _)| ident::snake(name));
    names.filter(|name| name.len() < 40).take(3).collect()
}
