//! What a route needs, from the permission tables of its pages.

use super::matching::Documented;
use super::solve::{Choice, Requirement};
use crate::model::{Alternative, Operation, Origin, Permissions, Property, Rank, RouteId, Scheme, Support};

/// One requirement of a call: any of its alternatives meets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What the table is for, where its page has several.
    pub label: Option<String>,
    /// The least privileged ones first.
    pub alternatives: Vec<Alternative>,
    /// The table or row.
    pub origin: Origin,
}

/// What the pages say about a call with a kind of sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needs {
    /// Each of these has to be met.
    Stated(Vec<Need>),
    /// It cannot be made.
    NotSupported,
    /// Nothing.
    NotStated,
}

impl Needs {
    /// The needs; none unless they are stated.
    pub fn list(&self) -> &[Need] {
        match self {
            Self::Stated(needs) => needs,
            Self::NotSupported | Self::NotStated => &[],
        }
    }

    /// The same for a call that asks for properties which need more.
    pub fn with_properties(mut self, properties: &[&Property]) -> Self {
        if let Self::Stated(needs) = &mut self {
            needs.extend(properties.iter().map(|property| of_property(property)));
        }
        self
    }

    /// Every sufficient set of permissions, the least privileged first: one alternative of each need.
    pub fn sets(&self) -> Vec<Vec<String>> {
        product(self.list())
            .into_iter()
            .map(|alternative| alternative.scopes)
            .collect()
    }
}

impl Need {
    /// Whether the table says that no permission is needed.
    pub fn is_none(&self) -> bool {
        self.alternatives.iter().all(|choice| choice.scopes.is_empty())
    }

    pub(super) fn requirement(&self) -> Requirement<'_> {
        let choices = self.alternatives.iter().map(|alternative| Choice {
            permissions: alternative.scopes.iter().map(String::as_str).collect(),
            least: alternative.rank == Rank::Least,
        });
        Requirement {
            choices: choices.collect(),
        }
    }
}

/// What a route needs. Where several pages document it, what one of them names is enough; the service has one set of
/// permissions for a request, and each page lists what its own purpose needs.
pub fn of(documented: &Documented<'_>, scheme: Scheme) -> Needs {
    let mut said = documented
        .pages
        .iter()
        .map(|page| of_page(page.operation, &[page.route.id], scheme));
    let first = said.next().unwrap_or(Needs::NotStated);
    said.fold(first, either)
}

/// What one page says about some of its routes, any of which may be meant: each of their tables has to be met.
pub fn of_page(operation: &Operation, routes: &[RouteId], scheme: Scheme) -> Needs {
    let groups = operation
        .permissions
        .iter()
        .filter(|group| routes.iter().any(|route| group.is_for(*route)));
    let mut needs = Vec::new();
    let mut refused = false;
    for group in groups {
        match group.scheme(scheme) {
            Support::Stated(list) => needs.push(need(group, list)),
            Support::NotSupported => refused = true,
            Support::Unstated => {}
        }
    }
    needs.retain(|need| !need.alternatives.is_empty());
    match needs {
        needs if !needs.is_empty() => Needs::Stated(needs),
        _ if refused => Needs::NotSupported,
        _ => Needs::NotStated,
    }
}

fn need(group: &Permissions, list: &[Alternative]) -> Need {
    let mut alternatives: Vec<Alternative> = list.to_vec();
    // As emitted crates have it: the least privileged ones first, else the page's order.
    alternatives.sort_by_key(|alternative| alternative.rank);
    Need {
        label: group.label.clone(),
        alternatives,
        origin: group.origin.clone(),
    }
}

/// What a property needs beside the permissions of the call.
fn of_property(property: &Property) -> Need {
    let scopes = property.facets.permissions.iter();
    Need {
        label: Some(format!("property {}", property.name)),
        alternatives: scopes.map(|scope| Alternative::of(vec![scope.clone()])).collect(),
        origin: property.origin.clone(),
    }
}

/// What is needed if what either of two pages says is enough; the first one is more about the call.
fn either(one: Needs, other: Needs) -> Needs {
    match (one, other) {
        // A page about properties of every kind of object has a table for each kind, and the call is in none of them.
        (Needs::NotSupported, Needs::Stated(other)) if is_about_several(&other) => Needs::NotSupported,
        (Needs::Stated(one), Needs::Stated(other)) if same(&one, &other) => Needs::Stated(one),
        (Needs::Stated(one), Needs::Stated(other)) => {
            let mut alternatives = product(&one);
            let is_ranked = alternatives.iter().any(|known| known.rank == Rank::Least);
            for more in product(&other) {
                // `GET /organization` is on a page about devices too; what is the least there is more than `User.Read`.
                let rank = if is_ranked {
                    more.rank.max(Rank::Higher)
                } else {
                    more.rank
                };
                match alternatives.iter_mut().find(|known| known.scopes == more.scopes) {
                    Some(known) => known.rank = known.rank.min(rank),
                    None => alternatives.push(Alternative { rank, ..more }),
                }
            }
            // A page about several things asks for all of their permissions together; one page asks for less.
            let known = alternatives.clone();
            alternatives.retain(|choice| !known.iter().any(|less| is_part(less, choice)));
            alternatives.sort_by_key(|alternative| alternative.rank);
            let origin = one.first().map(|need| need.origin.clone()).unwrap_or_default();
            Needs::Stated(vec![Need {
                label: None,
                alternatives,
                origin,
            }])
        }
        (Needs::Stated(needs), _) | (_, Needs::Stated(needs)) => Needs::Stated(needs),
        (Needs::NotSupported, _) | (_, Needs::NotSupported) => Needs::NotSupported,
        _ => Needs::NotStated,
    }
}

/// Whether a page has several tables, each for a thing of its own.
fn is_about_several(needs: &[Need]) -> bool {
    needs.len() > 1 && needs.iter().all(|need| need.label.is_some())
}

/// Whether an alternative is enough without all that another one has.
fn is_part(less: &Alternative, choice: &Alternative) -> bool {
    less.scopes.len() < choice.scopes.len() && less.scopes.iter().all(|scope| choice.scopes.contains(scope))
}

fn same(one: &[Need], other: &[Need]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| one.alternatives == other.alternatives)
}

/// So many ways to meet all tables of a page are told apart.
const WAYS: usize = 256;

/// The ways to meet all needs, as alternatives; the rank is that of the highest part.
fn product(needs: &[Need]) -> Vec<Alternative> {
    let mut ways: Vec<Alternative> = Vec::new();
    for (need, at) in needs.iter().zip(0..) {
        if at == 0 {
            ways.clone_from(&need.alternatives);
            continue;
        }
        let pairs = ways
            .iter()
            .flat_map(|way| need.alternatives.iter().map(move |more| both(way, more)));
        ways = pairs.take(WAYS).collect();
        ways.sort_by_key(|way| way.rank);
    }
    let mut distinct: Vec<Alternative> = Vec::with_capacity(ways.len());
    for way in ways {
        if !distinct.iter().any(|known| known.scopes == way.scopes) {
            distinct.push(way);
        }
    }
    distinct
}

fn both(one: &Alternative, other: &Alternative) -> Alternative {
    let mut scopes = one.scopes.clone();
    let new = other.scopes.iter().filter(|scope| !one.scopes.contains(scope));
    scopes.extend(new.cloned());
    Alternative {
        scopes,
        rank: one.rank.max(other.rank),
    }
}
