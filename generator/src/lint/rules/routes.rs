//! Calls of examples that the page does not list.

use crate::docs::Profile;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Example, ExampleKind, Path, Segment};
use crate::page::api::ApiRows;
use crate::source::codes::example::UNLISTED_ROUTE;

pub(super) fn check(_: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(api) = page.page.api.as_ref().filter(|api| !api.routes.is_empty()) else {
        return;
    };
    let is_plain = |route: &&crate::model::Route| !route.path.segments().any(|segment| segment == Segment::Colon);
    // Paths of files stand for any number of segments.
    if api.routes.iter().filter(is_plain).count() < api.routes.len() {
        return;
    }
    let requests = api
        .examples
        .iter()
        .filter(|example| example.kind == ExampleKind::Request);
    for example in requests {
        found.extend(unlisted(page, api, example));
    }
}

fn unlisted(page: &LintPage<'_>, api: &ApiRows, example: &Example) -> Option<Finding> {
    let (method, line) = (example.method?, example.line.as_ref()?);
    let called = forms(path(page.profile, line)?);
    let mut same_path = None;
    for route in &api.routes {
        if called.iter().any(|called| fits(&route.path, called)) {
            if route.method == method {
                return None;
            }
            same_path = same_path.or(Some(route));
        }
    }
    let example_place = page.word(&example.origin, method.as_str());
    // A wrong method is told at the route, of which there is one; examples copy it.
    if let Some(route) = same_path {
        let message = format!("the route has {}, and an example calls it with {method}", route.method);
        let place = page.word(&route.origin, route.method.as_str());
        return Some(Finding::new(&UNLISTED_ROUTE, place, message).label(example_place, "the example"));
    }
    let message = format!("no route of the page is `{method} {}`", called.first()?.as_str());
    Some(Finding::new(&UNLISTED_ROUTE, example_place, message))
}

/// Whether an example calls one of the page's routes, as far as its line can be read.
pub(super) fn is_call_of(page: &LintPage<'_>, api: &ApiRows, example: &Example) -> bool {
    let is_colon = |route: &crate::model::Route| route.path.segments().any(|segment| segment == Segment::Colon);
    let line = example.line.as_deref();
    let Some(path) = line.and_then(|line| path(page.profile, line)) else {
        return true;
    };
    let called = forms(path);
    let is_listed = |route: &crate::model::Route| called.iter().any(|called| fits(&route.path, called));
    api.routes.iter().any(is_colon) || api.routes.iter().any(is_listed)
}

/// Whether a request goes to another service, as what a subscriber or a bot receives does.
pub(super) fn is_sent_elsewhere(page: &LintPage<'_>, example: &Example) -> bool {
    example
        .line
        .as_deref()
        .is_some_and(|line| is_of_another_service(page.profile, line))
}

fn is_of_another_service(profile: &Profile, line: &str) -> bool {
    let Some((scheme, rest)) = target(line).split_once("://") else {
        return false;
    };
    let (host, _) = rest.split_once('/').unwrap_or((rest, ""));
    matches!(scheme, "http" | "https") && !host.starts_with(['{', '<']) && !profile.has_host(host)
}

/// The forms of a path: `things('7')` is `things/7`, a collection can be cast to a derived type and counted, and `me` is
/// one of the `users`.
fn forms(path: &str) -> Vec<Path> {
    let keys = path.replace("('", "/").replace("')", "");
    let uncast = path
        .rsplit_once("/microsoft.graph.")
        .map(|(before, _)| before.to_owned());
    let counted = path.strip_suffix("/$count").map(str::to_owned);
    let signed_in = path.strip_prefix("me/").map(|rest| format!("users/{{id}}/{rest}"));
    let forms = [Some(path.to_owned()), Some(keys), uncast, counted, signed_in];
    forms.into_iter().flatten().map(Path::parse).collect()
}

/// The path of a request line, without host, version and query.
fn path<'l>(profile: &Profile, line: &'l str) -> Option<&'l str> {
    let target = target(line);
    // Calls of other services stand beside, such as those that a bot receives.
    let behind = match target.split_once("://") {
        Some((_, rest)) => rest.split_once('/').filter(|(host, _)| profile.has_host(host))?.1,
        None => target,
    };
    let behind = behind.trim_start_matches('/');
    let is_version = |(first, _): &(&str, &str)| profile.is_version(first);
    let path = behind
        .split_once('/')
        .filter(is_version)
        .map_or(behind, |(_, path)| path);
    let path = path.split('?').next()?;
    (!path.contains(":/")).then_some(path)
}

/// The address of a request line: up to the first blank that does not stand in braces, as those of
/// `/users/{id | userPrincipalName}` do.
fn target(line: &str) -> &str {
    let line = line.trim_start();
    let mut depth = 0_usize;
    let end = line.find(|c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && c.is_whitespace()
    });
    line.get(..end.unwrap_or(line.len())).unwrap_or(line)
}

/// Whether a call can be one of a route: segments are equal, or the route has a place for a value there.
fn fits(route: &Path, called: &Path) -> bool {
    let (template, concrete): (Vec<_>, Vec<_>) = (route.segments().collect(), called.segments().collect());
    template.len() == concrete.len()
        && template
            .iter()
            .zip(&concrete)
            .all(|(one, other)| segment_fits(*one, *other))
}

fn segment_fits(template: Segment<'_>, concrete: Segment<'_>) -> bool {
    if template.has_placeholder() && template.name().is_none() {
        return true;
    }
    match (template.name(), concrete.name()) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other) || segment_key(concrete),
        // `/things('{id}')` and `/things('7')` have a name; a sample key may be anything.
        _ => true,
    }
}

/// A sample of a route that is a key itself.
fn segment_key(segment: Segment<'_>) -> bool {
    matches!(segment, Segment::Literal(text) if text.contains(['-', '{', '<', '=', '%', ',', '@']) || text.chars().any(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{is_of_another_service, path};
    use crate::docs::Profile;

    #[test]
    fn blanks_in_braces_belong_to_the_path() {
        let profile = Profile::default();
        let read = |line| path(&profile, line).unwrap_or_default();
        assert_eq!(read("/users/{id | name}/pots HTTP/1.1"), "users/{id | name}/pots");
        assert_eq!(
            read("https://graph.microsoft.com/beta/pots/{pot id}?$top=1"),
            "pots/{pot id}"
        );
        assert_eq!(read("/pots/{id HTTP/1.1"), "pots/{id HTTP/1.1");
        assert_eq!(read("https://bot.example/beta/pots"), "");
    }

    #[test]
    fn requests_to_a_bot_are_of_another_service() {
        let is_of_another_service = |line| is_of_another_service(&Profile::default(), line);
        assert!(is_of_another_service("https://bot.example/api/pots HTTP/1.1"));
        assert!(!is_of_another_service("https://graph.microsoft.com/v1.0/pots"));
        assert!(!is_of_another_service("https://{host}/pots"));
        assert!(!is_of_another_service("/pots?url=https://bot.example"));
    }

    #[test]
    fn the_hosts_are_those_of_the_set_of_pages() {
        let harbour = Profile::of_host("api.harbour.example", None);
        let line = "https://api.harbour.example/v1.0/cranes";
        assert!(!is_of_another_service(&harbour, line));
        assert_eq!(path(&harbour, line), Some("cranes"));
        assert!(is_of_another_service(
            &harbour,
            "https://graph.microsoft.com/v1.0/cranes"
        ));
        assert!(!is_of_another_service(
            &Profile::default(),
            "https://graph.microsoft.us/v1.0/pots"
        ));
    }
}
