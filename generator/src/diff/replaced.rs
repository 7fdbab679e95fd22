//! Routes that stand for others of the same operation now.
//!
//! `GET /workbook/names` became `GET /me/drive/items/{id}/workbook/names` and one more. That is one change of the call, not
//! a route that is gone and two that are new.

use super::parts::Parts;
use crate::model::{Origin, Route};
use std::collections::{BTreeMap, BTreeSet};

/// Routes that are gone, and those that stand for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replaced<'a> {
    pub(super) before: Vec<&'a Route>,
    pub(super) after: Vec<&'a Route>,
    /// What differs between their paths, if they have something in common: `/...` and `/me/drive/items/{id}/...`.
    pub(super) swap: Option<[String; 2]>,
}

/// What belongs together, and the routes that are left on each side.
pub(super) struct Sorted<'a> {
    pub(super) replaced: Vec<Replaced<'a>>,
    pub(super) removed: Vec<&'a Route>,
    pub(super) added: Vec<&'a Route>,
}

/// Paths that share this many of a hundred segments are one path that was edited.
const ALIKE: usize = 60;
/// Enough for the only route that is gone and the only one that is new.
const ALIKE_ALONE: usize = 20;

/// Sorts routes that only one side has. With `all`, the operation has no other routes.
pub(super) fn sort<'a>(removed: &[&'a Route], added: &[&'a Route], all: bool) -> Sorted<'a> {
    let least = if removed.len() == 1 && added.len() == 1 {
        ALIKE_ALONE
    } else {
        ALIKE
    };
    let mut parts = Parts::new(removed.len(), added.len());
    connect(&mut parts, &likeness(removed, added), least);
    // A short form of the page stands for several routes.
    join_lines(&mut parts, removed, added);
    let (whole, mut lonely, mut new) = parts.sorted(removed, added);
    let mut merged: BTreeMap<Option<[String; 2]>, [Vec<&'a Route>; 2]> = BTreeMap::new();
    for (before, after) in whole {
        let [old, new] = merged.entry(swap(&before, &after)).or_default();
        old.extend(before);
        new.extend(after);
    }
    // The page is about other calls now.
    if all && !lonely.is_empty() && !new.is_empty() {
        // A short path of which another part is the same: it has the other word, too.
        let swap = swap(&lonely, &new).filter(|swap| merged.contains_key(&Some(swap.clone())));
        let [old, other] = merged.entry(swap).or_default();
        old.append(&mut lonely);
        other.append(&mut new);
    }
    let replaced = merged.into_iter();
    let replaced = replaced.map(|(swap, [before, after])| Replaced { before, after, swap });
    Sorted {
        replaced: replaced.collect(),
        removed: lonely,
        added: new,
    }
}

/// For each route that is gone how much each new one is like it.
fn likeness(removed: &[&Route], added: &[&Route]) -> Vec<Vec<usize>> {
    let (from, to) = (keys(removed), keys(added));
    let like = |row: usize, column: usize| {
        let [Some(route), Some(other)] = [removed.get(row), added.get(column)] else {
            return 0;
        };
        // Calls of other methods are not alike.
        match (from.get(row), to.get(column)) {
            (Some(one), Some(two)) if route.method == other.method => shared(one, two),
            _ => 0,
        }
    };
    let row = |row: usize| (0..to.len()).map(|column| like(row, column)).collect();
    (0..from.len()).map(row).collect()
}

/// The segments of each route's key.
fn keys(routes: &[&Route]) -> Vec<Vec<String>> {
    let key = |route: &&Route| {
        let key = route.path.key();
        segments(key.as_str()).into_iter().map(str::to_owned).collect()
    };
    routes.iter().map(key).collect()
}

/// Connects each route with the one that is most like it, from both sides, so that swapped sides give the same.
fn connect(parts: &mut Parts, likeness: &[Vec<usize>], least: usize) {
    let mut best_of_column = vec![0; likeness.first().map_or(0, Vec::len)];
    for values in likeness {
        for (best, value) in best_of_column.iter_mut().zip(values) {
            *best = (*best).max(*value);
        }
    }
    for (row, values) in likeness.iter().enumerate() {
        let best = values.iter().copied().max().unwrap_or(0);
        for (column, (value, best_of_column)) in values.iter().zip(&best_of_column).enumerate() {
            if *value >= least && (*value == best || value == best_of_column) {
                parts.join(row, parts.rows + column);
            }
        }
    }
}

/// Joins what a line of the page stands for with the part that has another route of the line.
fn join_lines(parts: &mut Parts, removed: &[&Route], added: &[&Route]) {
    let joined: Vec<bool> = parts.has_both();
    for (start, routes) in [(0, removed), (parts.rows, added)] {
        let mut lines: BTreeMap<&Origin, Vec<usize>> = BTreeMap::new();
        for (at, route) in routes.iter().enumerate().filter(|(_, route)| route.origin.line > 0) {
            lines.entry(&route.origin).or_default().push(start + at);
        }
        let is_joined = |route: &&usize| joined.get(**route) == Some(&true);
        for routes in lines.into_values() {
            if let Some(first) = routes.iter().find(is_joined) {
                for route in &routes {
                    parts.join(*first, *route);
                }
            }
        }
    }
}

/// How many of a hundred segments two paths share at their beginning and their end. More than a hundred if one path holds
/// all of the other one.
fn shared(one: &[String], other: &[String]) -> usize {
    let first = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let last = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (shortest, longest) = (one.len().min(other.len()), one.len().max(other.len()));
    let same = (first + last).min(shortest);
    let holds = if same == shortest && shortest > 1 { 100 } else { 0 };
    let middle = [one, other].map(|path| {
        let middle = path.iter().skip(first).take(path.len().saturating_sub(first + last));
        middle.filter(|segment| !segment.starts_with('{')).count()
    });
    // Both go through several other things: they lead to another place, although they end alike.
    let parts = if middle.into_iter().all(|named| named > 1) {
        2
    } else {
        1
    };
    same * 100 / longest.max(1) / parts + holds
}

fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

/// What differs between the paths of two lists, without what all of them begin and end with.
fn swap(before: &[&Route], after: &[&Route]) -> Option<[String; 2]> {
    let all: Vec<&str> = before.iter().chain(after).map(|route| route.path.template()).collect();
    let plain: Vec<Vec<String>> = all
        .iter()
        .map(|path| segments(path).into_iter().map(unnamed).collect())
        .collect();
    let shortest = plain.iter().map(Vec::len).min()?;
    let first = (0..shortest).take_while(|at| same(plain.iter().map(|path| path.get(*at))));
    let first = first.count();
    let last = (0..shortest - first).take_while(|at| same(plain.iter().map(|path| path.iter().rev().nth(*at))));
    let last = last.count();
    let list = |routes: &[&Route]| {
        let paths = routes.iter().map(|route| between(route.path.template(), first, last));
        paths
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(", ")
    };
    (first + last > 0).then(|| [list(before), list(after)])
}

fn same<'a>(mut all: impl Iterator<Item = Option<&'a String>>) -> bool {
    let first = all.next();
    all.all(|other| Some(other) == first)
}

/// A segment in which the names of values do not matter.
fn unnamed(segment: &str) -> String {
    let mut text = String::new();
    for (at, part) in segment.split('{').enumerate() {
        let rest = if at == 0 {
            part
        } else {
            part.split_once('}').map_or("", |(_, rest)| rest)
        };
        text.push_str(if at == 0 { "" } else { "{}" });
        text.push_str(rest);
    }
    text.to_ascii_lowercase()
}

/// A path in which dots stand for its first and its last segments.
fn between(path: &str, first: usize, last: usize) -> String {
    let parts = segments(path);
    let middle = parts.get(first..parts.len().saturating_sub(last)).unwrap_or_default();
    let dots = |count: usize| (count > 0).then_some("...");
    let all = dots(first).into_iter().chain(middle.iter().copied()).chain(dots(last));
    all.map(|part| format!("/{part}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;

    fn routes(lines: &[&str]) -> Vec<Route> {
        let route = |line: &&str| {
            let (method, path) = line.split_once(' ').unwrap();
            let method = if method == "GET" { Method::Get } else { Method::Post };
            Route::new(method, path)
        };
        lines.iter().map(route).collect()
    }

    /// Each replacement in a line, then the routes that are left.
    fn shown(before: &[&str], after: &[&str], all: bool) -> String {
        let (before, after) = (routes(before), routes(after));
        let (before, after): (Vec<&Route>, Vec<&Route>) = (before.iter().collect(), after.iter().collect());
        let list = |routes: &[&Route]| {
            routes
                .iter()
                .map(|route| route.path.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let sorted = sort(&before, &after, all);
        let mut lines: Vec<String> = Vec::new();
        for replaced in &sorted.replaced {
            let swap = replaced.swap.clone().map(|[old, new]| format!(" ({old} -> {new})"));
            lines.push(format!(
                "{} -> {}{}",
                list(&replaced.before),
                list(&replaced.after),
                swap.unwrap_or_default()
            ));
        }
        lines.push(format!("- {}", list(&sorted.removed)));
        lines.push(format!("+ {}", list(&sorted.added)));
        lines.join("\n")
    }

    #[test]
    fn one_change_of_all_paths_is_one_replacement() {
        let before = ["GET /book/pages/{id}", "GET /book/index/pages/{id}"];
        let after = [
            "GET /home/book/pages/{id}",
            "GET /home/shelves/{id}/book/pages/{id}",
            "GET /home/book/index/pages/{id}",
            "GET /home/shelves/{id}/book/index/pages/{id}",
        ];
        insta::assert_snapshot!(shown(&before, &after, true), @r"
        /book/pages/{id} /book/index/pages/{id} -> /home/book/pages/{id} /home/shelves/{id}/book/pages/{id} /home/book/index/pages/{id} /home/shelves/{id}/book/index/pages/{id} (/... -> /home/..., /home/shelves/{id}/...)
        - 
        + 
        ");
    }

    #[test]
    fn what_is_not_alike_is_left_unless_the_page_has_no_other_route() {
        let (before, after) = (
            ["GET /pots/{id}/lids", "GET /cups"],
            ["GET /pots/{id}/lid", "POST /spoons/count"],
        );
        insta::assert_snapshot!(shown(&before, &after, false), @r"
        /pots/{id}/lids -> /pots/{id}/lid (/.../lids -> /.../lid)
        - /cups
        + /spoons/count
        ");
        insta::assert_snapshot!(shown(&before, &after, true), @r"
        /cups -> /spoons/count
        /pots/{id}/lids -> /pots/{id}/lid (/.../lids -> /.../lid)
        - 
        + 
        ");
    }

    #[test]
    fn a_short_path_with_the_same_other_word_belongs_to_the_long_one() {
        let before = ["GET /kitchen/lists/pots", "GET /lists/pots"];
        let after = ["GET /kitchen/lists/pans", "GET /lists/pans"];
        insta::assert_snapshot!(shown(&before, &after, true), @"
        /kitchen/lists/pots /lists/pots -> /kitchen/lists/pans /lists/pans (/.../pots -> /.../pans)
        - 
        + 
        ");
    }

    #[test]
    fn other_things_on_the_way_lead_to_another_place() {
        let before = ["GET /me/pots/{id}/lids/{id}/knobs/{id}", "GET /me/cups"];
        let after = ["GET /me/drawer/spoons/{id}/knobs/{id}", "GET /me/plates"];
        insta::assert_snapshot!(shown(&before, &after, false), @r"
        - /me/pots/{id}/lids/{id}/knobs/{id} /me/cups
        + /me/drawer/spoons/{id}/knobs/{id} /me/plates
        ");
        let renamed = ["GET /me/pans/{id}/lids/{id}/knobs/{id}", "GET /me/plates"];
        insta::assert_snapshot!(shown(&before, &renamed, false), @r"
        /me/pots/{id}/lids/{id}/knobs/{id} -> /me/pans/{id}/lids/{id}/knobs/{id} (/.../pots/... -> /.../pans/...)
        - /me/cups
        + /me/plates
        ");
    }

    #[test]
    fn routes_of_one_line_belong_together() {
        let mut before = routes(&["GET /me/book/pages", "GET /home:/{path}:/book/pages", "GET /cups"]);
        for route in before.iter_mut().take(2) {
            route.origin.line = 7;
        }
        let after = routes(&["GET /house/book/pages", "GET /plates"]);
        let (before, after): (Vec<&Route>, Vec<&Route>) = (before.iter().collect(), after.iter().collect());
        for [old, new] in [[&before, &after], [&after, &before]] {
            let sorted = sort(old, new, false);
            let lengths = |replaced: &Replaced<'_>| replaced.before.len() + replaced.after.len();
            assert_eq!(sorted.replaced.iter().map(lengths).collect::<Vec<_>>(), [3]);
        }
    }

    #[test]
    fn swapped_sides_give_the_same() {
        let before = ["GET /a/b/c", "GET /x/b/c", "GET /a/b"];
        let after = ["GET /a/b/d", "GET /y/x/b/c"];
        insta::assert_snapshot!(shown(&before, &after, false), @r"
        /x/b/c -> /y/x/b/c (/... -> /y/...)
        /a/b/c /a/b -> /a/b/d (/..., /.../c -> /.../d)
        - 
        + 
        ");
        insta::assert_snapshot!(shown(&after, &before, false), @r"
        /a/b/d -> /a/b/c /a/b (/.../d -> /..., /.../c)
        /y/x/b/c -> /x/b/c (/y/... -> /...)
        - 
        + 
        ");
    }

    /// All routes of a page get another end: each is like each other one.
    #[test]
    fn many_routes_that_are_alike_are_one_replacement() {
        let all = |end: &str| {
            (0..600)
                .map(|at| Route::new(Method::Get, &format!("/pots/{{id}}/{end}{at}")))
                .collect::<Vec<_>>()
        };
        let (before, after) = (all("lid"), all("cap"));
        let (before, after): (Vec<&Route>, Vec<&Route>) = (before.iter().collect(), after.iter().collect());
        let sorted = sort(&before, &after, true);
        let lengths = |replaced: &Replaced<'_>| (replaced.before.len(), replaced.after.len());
        assert_eq!(sorted.replaced.iter().map(lengths).collect::<Vec<_>>(), [(600, 600)]);
    }
}
