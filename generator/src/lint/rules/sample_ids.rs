//! Ids of examples in the routes of a page.

use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Route, Segment};
use crate::resolve::is_id;
use crate::source::codes::route::SAMPLE_ID;

pub(super) fn check(_: &Set<'_>, page: &LintPage<'_>, found: &mut Vec<Finding>) {
    let Some(api) = &page.page.api else { return };
    for route in &api.routes {
        found.extend(ids(route).map(|id| finding(page, route, id)));
    }
}

/// The segments and the keys of a route that are an id.
fn ids(route: &Route) -> impl Iterator<Item = &str> {
    route.path.segments().filter_map(|segment| match segment {
        Segment::Literal(text) => Some(text).filter(|text| is_id(text)),
        Segment::Call(call) => {
            let mut keys = call.arguments().filter(|argument| argument.name.is_none());
            let key = keys.next()?.value.trim_matches('\'');
            Some(key).filter(|key| is_id(key))
        }
        _ => None,
    })
}

fn finding(page: &LintPage<'_>, route: &Route, id: &str) -> Finding {
    let place = page.word(&route.origin, id);
    let message = format!("the route has the id `{id}` of an example");
    let finding = Finding::new(&SAMPLE_ID, place, message);
    // Where the word is not found as it stands, the whole line is the place.
    if page.sources.text(place) == id {
        finding.unsafe_fix(place, "{id}")
    } else {
        finding
    }
}
