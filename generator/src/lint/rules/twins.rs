//! The same call on two pages that say different things about it.

use super::body_rows::short;
use crate::lint::known::Known;
use crate::lint::pages::LintPage;
use crate::lint::{Finding, Set};
use crate::model::{Operation, Permissions, QualifiedName, ResponseBody, Route, Scheme, Support, TypeRef};
use crate::source::codes::route::{PERMISSIONS_DIFFER, RESPONSE_DIFFERS};
use std::collections::{BTreeMap, BTreeSet};

/// A call that more pages document is one of a singleton, and each page is about a part of it.
const MOST_PAGES: usize = 2;

/// A route and its page.
#[derive(Clone, Copy)]
struct Place<'a> {
    operation: &'a Operation,
    route: &'a Route,
}

impl Place<'_> {
    /// Whether all routes of the page end in the same word: what a page about several things says holds for some of them.
    fn is_of_one_kind(self) -> bool {
        let mut words = self.operation.routes.iter().map(|route| {
            let mut names = route.path.segments().filter_map(crate::model::Segment::name);
            names.next_back().map(str::to_lowercase)
        });
        let first = words.next();
        words.all(|word| Some(word) == first)
    }
}

pub(super) fn check(set: &Set<'_>, found: &mut Vec<Finding>) {
    for known in &set.versions {
        let mut places: BTreeMap<String, Vec<Place<'_>>> = BTreeMap::new();
        for operation in &known.schema.operations {
            for route in operation.routes.iter().filter(|route| route.query.is_empty()) {
                let call = format!("{} {}", route.method, route.path.key().as_str());
                places.entry(call).or_default().push(Place { operation, route });
            }
        }
        let mut told = BTreeSet::new();
        for places in places.values() {
            let pages: BTreeSet<&str> = places.iter().map(|place| place.operation.file.as_str()).collect();
            let (Some(first), Some(last)) = (places.first(), places.last()) else {
                continue;
            };
            // Two pages about many calls are told once.
            if pages.len() == MOST_PAGES && told.insert(pages) {
                found.extend(
                    Pair::of(set, known, first, last)
                        .into_iter()
                        .flat_map(|pair| pair.findings()),
                );
            }
        }
    }
}

struct Pair<'p, 'a> {
    known: &'p Known<'a>,
    first: (&'p LintPage<'a>, Place<'a>),
    last: (&'p LintPage<'a>, Place<'a>),
}

impl<'p, 'a> Pair<'p, 'a> {
    fn of(set: &'p Set<'a>, known: &'p Known<'a>, first: &Place<'a>, last: &Place<'a>) -> Option<Self> {
        let page = |place: &Place<'a>| {
            let at = set.types.at(&known.schema.version, &place.operation.file)?;
            Some((set.pages.get(at)?, *place))
        };
        Some(Self {
            known,
            first: page(first)?,
            last: page(last)?,
        })
    }

    fn findings(&self) -> Vec<Finding> {
        let (first, last) = (self.first.1, self.last.1);
        let mut found = Vec::new();
        if let (ResponseBody::Value(one), ResponseBody::Value(other)) =
            (&first.route.response.body, &last.route.response.body)
            && !super::body_rows::agree(self.known, one, other)
            && !self.are_siblings(one, other)
            && [first, last].into_iter().all(Place::is_of_one_kind)
        {
            let message = format!(
                "this call returns `{}` here and `{}` on another page",
                short(other),
                short(one)
            );
            found.push(self.finding(&RESPONSE_DIFFERS, message));
        }
        let differs = |scheme: &Scheme| {
            let (one, other) = (stated(first, *scheme), stated(last, *scheme));
            one.is_some() && other.is_some() && one != other
        };
        if let Some(scheme) = Scheme::ALL.into_iter().find(differs) {
            let words = super::permissions::words(scheme);
            let message = format!("the permissions of {words} for this call differ from those on another page");
            found.push(self.finding(&PERMISSIONS_DIFFER, message));
        }
        found
    }

    /// Whether two types have a base in common: pages of derived types have the calls of the base.
    fn are_siblings(&self, one: &TypeRef, other: &TypeRef) -> bool {
        let (Some(one), Some(other)) = (one.as_named(), other.as_named()) else {
            return false;
        };
        let of_other: Vec<&QualifiedName> = self.known.hierarchy.bases(other).collect();
        let mut bases = self.known.hierarchy.bases(one).filter(|base| !base.is_root());
        bases.any(|base| of_other.contains(&base))
    }

    fn finding(&self, code: &'static crate::source::Code, message: String) -> Finding {
        let place =
            |(page, place): &(&LintPage<'_>, Place<'_>)| page.word(&place.route.origin, place.route.method.as_str());
        Finding::new(code, place(&self.last), message).label(place(&self.first), "the other page")
    }
}

/// What a page itself says about a way to sign in, in no order; nothing where several tables speak of the route.
fn stated(place: Place<'_>, scheme: Scheme) -> Option<BTreeSet<&[String]>> {
    let is_own = |group: &&Permissions| group.pages.is_empty() && group.is_for(place.route.id);
    let mut groups = place.operation.permissions.iter().filter(is_own);
    let (group, None) = (groups.next()?, groups.next()) else {
        return None;
    };
    match group.scheme(scheme) {
        Support::Unstated => None,
        Support::NotSupported => Some(BTreeSet::new()),
        Support::Stated(choices) => Some(choices.iter().map(|choice| choice.scopes.as_slice()).collect()),
    }
}
