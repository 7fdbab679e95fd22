//! Which permission group is for which route, as far as the labels tell.

use crate::model::{Path, Permissions, Route, RouteId, Segment};
use rustc_hash::FxHashSet;

/// Words of labels that name no part of a path.
const SMALL_WORDS: &[&str] = &[
    "a",
    "an",
    "the",
    "for",
    "of",
    "on",
    "in",
    "to",
    "or",
    "and",
    "if",
    "permission",
    "acting",
    "accessing",
    "user's",
    "all",
    "resource",
    "provider",
    "single",
    "by",
    "id",
    "with",
];

/// Segments that stand for other words too: `/me` is a user, and oneself.
const MEANINGS: &[(&str, &[&str])] = &[("me", &["user", "self"]), ("user", &["other"])];

/// Fills in `routes` of each group: "group event" is for `/groups/{id}/events`, "event" for `/me/events`, "acting on
/// self" for `/me/authentication`. All groups stay unbound (for every route) unless each group finds a route and each
/// route a group. A group whose routes the page states keeps these.
pub(super) fn bind(groups: &mut [Permissions], routes: &[Route]) {
    if groups.len() < 2 || routes.is_empty() || groups.iter().all(|group| !group.routes.is_empty()) {
        return;
    }
    let paths: Vec<Vec<Vec<String>>> = routes.iter().map(|route| segments(&route.path)).collect();
    let names: FxHashSet<&str> = paths.iter().flatten().flatten().map(String::as_str).collect();
    let labels: Vec<Vec<String>> = groups.iter().map(|group| label_words(group, &names)).collect();
    let mut bound: Vec<Vec<RouteId>> = vec![Vec::new(); groups.len()];
    for (route, segments) in routes.iter().zip(&paths) {
        let ranks: Vec<Option<Vec<usize>>> = labels.iter().map(|label| rank(label, segments)).collect();
        let Some(best) = ranks.iter().flatten().max() else {
            return;
        };
        for (bound, rank) in bound.iter_mut().zip(&ranks) {
            if rank.as_ref() == Some(best) {
                bound.push(route.id);
            }
        }
    }
    if bound.iter().all(|routes| !routes.is_empty()) && bound.iter().any(|bound| bound.len() < routes.len()) {
        let unbound = groups
            .iter_mut()
            .zip(bound)
            .filter(|(group, _)| group.routes.is_empty());
        for (group, bound) in unbound {
            group.routes = bound;
        }
    }
}

/// How well a label fits a path: the depth of its deepest word, then of the next ones. "Photo of a contact" fits
/// `/me/contacts/{id}/photo` better than "photo of a user" does. `None` when a word is missing.
fn rank(label: &[String], segments: &[Vec<String>]) -> Option<Vec<usize>> {
    let depth = |word: &String| segments.iter().rposition(|names| names.contains(word));
    let depths: Option<Vec<usize>> = label.iter().map(depth).collect();
    let mut depths = depths.filter(|depths| !depths.is_empty())?;
    depths.sort_unstable_by(|a, b| b.cmp(a));
    Some(depths)
}

/// The words of a label that occur in any path.
fn label_words(group: &Permissions, names: &FxHashSet<&str>) -> Vec<String> {
    let label = group.label.as_deref().unwrap_or("").to_lowercase();
    label
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(singular)
        .filter(|word| !word.is_empty() && !SMALL_WORDS.contains(&word.as_str()))
        .filter(|word| names.contains(word.as_str()))
        .collect()
}

/// The literal segments of a path with all their meanings, in order.
fn segments(path: &Path) -> Vec<Vec<String>> {
    let literal = path.segments().filter(|segment| !segment.has_placeholder());
    let names = literal.filter_map(Segment::name);
    names.map(|name| meanings(&singular(&name.to_lowercase()))).collect()
}

fn meanings(segment: &str) -> Vec<String> {
    let more = MEANINGS.iter().find(|(word, _)| *word == segment);
    let more = more.map_or(&[][..], |(_, words)| words);
    std::iter::once(segment)
        .chain(more.iter().copied())
        .map(ToOwned::to_owned)
        .collect()
}

fn singular(word: &str) -> String {
    word.strip_suffix('s')
        .filter(|stem| stem.len() > 2)
        .unwrap_or(word)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;

    fn shown(labels: &[&str], paths: &[&str]) -> String {
        let mut groups: Vec<Permissions> = labels
            .iter()
            .map(|label| Permissions {
                label: Some((*label).to_owned()),
                ..Permissions::default()
            })
            .collect();
        let route = |(index, path): (usize, &&str)| Route {
            id: RouteId(index),
            ..Route::new(Method::Get, path)
        };
        let routes: Vec<Route> = paths.iter().enumerate().map(route).collect();
        bind(&mut groups, &routes);
        let line = |group: &Permissions| {
            let routes: Vec<usize> = group.routes.iter().map(|route| route.0).collect();
            format!("{}: {routes:?}", group.label.as_deref().unwrap_or(""))
        };
        groups.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn resources_of_a_matrix() {
        let labels = ["event", "group event", "message", "mailFolder"];
        let paths = [
            "/me/events/{id}",
            "/groups/{id}/events/{id}",
            "/me/mailFolders/{id}/messages/{id}",
            "/me/mailFolders/{id}",
        ];
        insta::assert_snapshot!(shown(&labels, &paths), @r"
        event: [0]
        group event: [1]
        message: [2]
        mailFolder: [3]
        ");
    }

    #[test]
    fn self_and_others() {
        let labels = ["acting on self", "acting on others"];
        insta::assert_snapshot!(shown(&labels, &["/me/authentication/methods", "/users/{id}/authentication/methods"]), @r"
        acting on self: [0]
        acting on others: [1]
        ");
    }

    #[test]
    fn headings_of_today() {
        let labels = [
            "Permissions acting on the signed-in user",
            "Permissions acting on other users",
        ];
        insta::assert_snapshot!(shown(&labels, &["/me/authentication/methods", "/users/{id}/authentication/methods"]), @r"
        Permissions acting on the signed-in user: [0]
        Permissions acting on other users: [1]
        ");
    }

    #[test]
    fn words_that_all_labels_have_decide_nothing() {
        let labels = ["To get the photo of a contact", "To get the photo of a user"];
        let paths = [
            "/me/photo",
            "/me/contacts/{id}/photo",
            "/users/{id}/contacts/{id}/photo",
        ];
        insta::assert_snapshot!(shown(&labels, &paths), @r"
        To get the photo of a contact: [1, 2]
        To get the photo of a user: [0]
        ");
    }

    #[test]
    fn labels_that_name_workflows_leave_every_route_to_every_group() {
        insta::assert_snapshot!(shown(&["Policy Set", "Onboarding"], &["/deviceManagement", "/me"]), @r"
        Policy Set: []
        Onboarding: []
        ");
    }
}
