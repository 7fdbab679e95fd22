//! The routes that a page says a permission table is for.
//!
//! Today's pages have it in an annotation above the table, `"requestUrls": ["GET /kilns/{id}"]`, or as a block of request
//! lines above it.

use crate::markdown::{Annotation, CodeBlock};
use crate::model::{Method, PathKey, Route, RouteId};
use crate::page::annotation::Fields;
use crate::page::api::routes::key_of_line;
use rustc_hash::FxHashSet;

/// What is the same of a route in every spelling.
pub(super) type RouteKey = (Method, PathKey);

/// The routes of an annotation of permissions; `None` where it names none, as a block of request lines may stand above
/// it.
pub(super) fn annotated(annotation: &Annotation) -> Option<Vec<RouteKey>> {
    let fields = Fields::read(annotation);
    if fields.text("blockType").as_deref() != Some("permissions") {
        return None;
    }
    let named: Vec<RouteKey> = fields.list("requestUrls").into_iter().filter_map(key_of_line).collect();
    (!named.is_empty()).then_some(named)
}

/// The routes of a block of request lines; none of a block that has other lines.
pub(super) fn listed(code: &CodeBlock) -> Vec<RouteKey> {
    let lines = code.text.lines().filter(|line| !line.trim().is_empty());
    let calls: Option<Vec<RouteKey>> = lines.map(key_of_line).collect();
    calls.unwrap_or_default()
}

/// Which routes of the page these are; none when they are all of them, or none of them.
pub(super) fn of(calls: &[RouteKey], routes: &[Route]) -> Vec<RouteId> {
    if calls.is_empty() {
        return Vec::new();
    }
    let calls: FxHashSet<&RouteKey> = calls.iter().collect();
    let is_meant = |route: &&Route| calls.contains(&(route.method, route.path.key()));
    let meant: Vec<RouteId> = routes.iter().filter(is_meant).map(|route| route.id).collect();
    if meant.len() < routes.len() { meant } else { Vec::new() }
}
