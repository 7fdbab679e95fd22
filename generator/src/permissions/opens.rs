//! The other way round: what a permission opens.

use super::matching::Index;
use super::needs;
use crate::model::{Origin, Rank, Scheme, Support};

/// A call that a permission is documented for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opens {
    /// `v1.0` or `beta`.
    pub version: String,
    /// `GET /users/{id}`.
    pub route: String,
    /// The resource that its page is about.
    pub resource: String,
    /// The kind of sign-in.
    pub scheme: Scheme,
    /// Whether it is documented as the least privileged one, or as the only one; else it is merely sufficient.
    pub least: bool,
    /// What is needed together with it, in the alternative that needs least.
    pub with: Vec<String>,
    /// The line of the route.
    pub page: Origin,
}

impl Opens {
    /// Whether the call reads only.
    pub fn reads(&self) -> bool {
        self.route.starts_with("GET ") || self.route.starts_with("HEAD ")
    }
}

/// What a permission opens, by version, resource and route. Its name may be spelled in small letters.
pub fn of(index: &Index<'_>, scope: &str) -> Vec<Opens> {
    let mut found = Vec::new();
    for documented in index.routes() {
        let Some(page) = documented.pages.first() else {
            continue;
        };
        for scheme in Scheme::ALL {
            let needs = needs::of(documented, scheme);
            for need in needs.list() {
                let names = |choice: &&crate::model::Alternative| {
                    choice.scopes.iter().any(|name| name.eq_ignore_ascii_case(scope))
                };
                let mut naming = need.alternatives.iter().filter(names);
                let Some(first) = naming.next() else { continue };
                let best = naming.fold(first, |best, next| {
                    if next.scopes.len() < best.scopes.len() {
                        next
                    } else {
                        best
                    }
                });
                let others = best.scopes.iter().filter(|name| !name.eq_ignore_ascii_case(scope));
                found.push(Opens {
                    version: documented.version.to_string(),
                    route: documented.route(),
                    resource: page.operation.resource.clone(),
                    scheme,
                    least: best.rank == Rank::Least || need.alternatives.len() == 1,
                    with: others.cloned().collect(),
                    page: page.route.origin.clone(),
                });
                break;
            }
        }
    }
    found.sort_by(|one, other| {
        let key = |opens: &Opens| {
            (
                opens.version.clone(),
                opens.resource.clone(),
                opens.route.clone(),
                opens.scheme,
            )
        };
        key(one).cmp(&key(other))
    });
    found
}

/// The documented names that are most like one that no page has.
pub fn alike(index: &Index<'_>, scope: &str) -> Vec<String> {
    let small = scope.to_ascii_lowercase();
    let operations = index.routes().iter().flat_map(|documented| &documented.pages);
    let groups = operations.flat_map(|page| &page.operation.permissions);
    let lists = groups.flat_map(|group| Scheme::ALL.map(|scheme| group.scheme(scheme)));
    let names = lists.flat_map(Support::alternatives).flat_map(|choice| &choice.scopes);
    let names: std::collections::BTreeSet<&String> = names.collect();
    let mut scored: Vec<(usize, &String)> = names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&name.to_ascii_lowercase(), &small), name))
        .collect();
    scored.sort();
    scored
        .into_iter()
        .take(3)
        .filter(|(distance, _)| *distance * 2 < small.len())
        .map(|(_, name)| name.clone())
        .collect()
}
