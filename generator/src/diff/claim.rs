//! Which items a change of the pages can explain.

use super::surface::Key;
use super::{Action, Change, Kind, Rule, touched};
use crate::emit::surface::{Aspect, Difference, Effect, Form};
use crate::model::Path;

/// What a change can explain of an item, best first.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    rule: Rule,
    kind: Kind,
    /// The calls that a change of a route is about.
    calls: Vec<String>,
    /// The item belongs to something that the change only names.
    of: Named,
}

/// What a change names besides its own item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    /// The item itself.
    Own,
    /// An enum or a type that a row makes.
    Made,
    /// The base that a type has lost or got.
    Base,
}

/// The part of a key for a call: two pages can document one call, and its features are those of both.
pub(super) const ROUTE: &str = "call";

/// The items that a change is about, each by what the item comes from.
pub(super) fn of(change: &Change) -> Vec<(Key, Claim)> {
    let claim = Claim {
        rule: change.rule,
        kind: change.kind,
        calls: calls(change),
        of: Named::Own,
    };
    let lists = [
        (Named::Own, keys(change)),
        (Named::Made, made(change)),
        (Named::Base, bases(change)),
    ];
    let claims = lists.into_iter().flat_map(|(of, keys)| {
        let claim = Claim { of, ..claim.clone() };
        keys.into_iter().map(move |key| (key, claim.clone()))
    });
    claims.collect()
}

/// The enums and types that exist because of a row.
fn made(change: &Change) -> Vec<Key> {
    let key = |name: &String| (change.version.0.clone(), name.to_ascii_lowercase(), String::new());
    change.values.iter().map(key).collect()
}

/// The bases that a type has lost and got: a field of a base is a choice of its kinds, as long as there are some.
fn bases(change: &Change) -> Vec<Key> {
    let names = [&change.before, &change.after].into_iter().flatten();
    let names = names.filter(|_| change.rule == Rule::BaseTypeChanged);
    let key = |name: &String| (change.version.0.clone(), name.to_ascii_lowercase(), String::new());
    names.map(key).collect()
}

/// The calls of a route that is new, gone or other than before.
fn calls(change: &Change) -> Vec<String> {
    if change.kind != Kind::Route {
        return Vec::new();
    }
    let values = [&change.before, &change.after].into_iter().flatten();
    let values = values.filter(|_| change.rule == Rule::RouteReplaced);
    let lines = values.flat_map(|lines| lines.lines()).chain([change.name.as_str()]);
    let without_query = |line: &str| line.split_once('?').map_or(line, |(call, _)| call).to_owned();
    lines.map(|line| call_key(&without_query(line))).collect()
}

fn keys(change: &Change) -> Vec<Key> {
    let key = |owner: &str, part: &str| {
        let lower = str::to_ascii_lowercase;
        (change.version.0.clone(), lower(owner), lower(part))
    };
    let mut names = vec![change.name.as_str()];
    names.extend(change.before.as_deref().filter(|_| change.action == Action::Renamed));
    match change.kind {
        Kind::Type | Kind::Enum => {
            let was = change.was.as_deref();
            names.into_iter().chain(was).map(|name| key(name, "")).collect()
        }
        Kind::Property | Kind::Relationship | Kind::Member => {
            let own = names.into_iter().map(|name| key(&change.target, name));
            own.collect()
        }
        _ => {
            let places = [&change.baseline, &change.current].into_iter().flatten();
            let mut owners: Vec<&str> = places.map(|place| stem(&place.file)).collect();
            owners.push(&change.target);
            owners.extend(change.was.as_deref());
            owners.sort_unstable();
            owners.dedup();
            let is_parameter = change.kind == Kind::Parameter;
            let parts = |owner: &&str| {
                let mut keys = vec![key(owner, "")];
                keys.extend(names.iter().filter(|_| is_parameter).map(|name| key(owner, name)));
                keys
            };
            let shares = matches!(
                change.rule,
                Rule::OperationAdded | Rule::OperationRemoved | Rule::OperationAreaChanged
            );
            let routes = change.routes.iter().filter(|_| shares);
            let routes = routes.map(|route| key(&call_key(route), ROUTE));
            owners.iter().flat_map(parts).chain(routes).collect()
        }
    }
}

/// A call in which the names of values do not matter: `GET /kitchen/kettles/{}`.
pub(super) fn call_key(call: &str) -> String {
    let (method, path) = call.split_once(' ').unwrap_or(("", call));
    format!("{method} {}", Path::parse(path).key().as_str())
}

fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl Claim {
    /// How well the change explains an aspect of a difference, from 0; `None` if it does not. `part` is the part of the key
    /// by which they met.
    pub(super) fn rank(&self, aspect: Aspect, difference: &Difference<'_>, part: &str) -> Option<usize> {
        let rank = match self.of {
            Named::Made => self.of_made(aspect, difference)?,
            Named::Own | Named::Base => self.rank_of_page(aspect, difference, part)?,
        };
        let item = difference.after.or(difference.before)?;
        let is_part = matches!(item.form, Form::Part { .. });
        // What is told about the enum or the base itself explains it better.
        let rank = match self.of {
            Named::Made if is_part => rank + 50,
            Named::Own | Named::Made => rank,
            Named::Base => rank + 300,
        };
        let is_other = self.kind == Kind::Route && !touched::has(self.rule, &self.calls, difference);
        // A place that no call of the route is made at belongs to another page.
        (!is_other || !touched::is_constructor(difference)).then_some(if is_other { rank + 200 } else { rank })
    }

    /// The same, whichever route of its page the change is about.
    fn rank_of_page(&self, aspect: Aspect, difference: &Difference<'_>, part: &str) -> Option<usize> {
        let item = difference.after.or(difference.before)?;
        let is_part = matches!(item.form, Form::Part { .. });
        let is_place = matches!(item.form, Form::Place | Form::Constructor(_));
        let whole = [Rule::OperationRemoved, Rule::OperationAdded, Rule::OperationAreaChanged];
        match self.kind {
            _ if part == ROUTE => place(self.rule, &whole)
                .filter(|_| aspect == Aspect::Features)
                .map(|rank| rank + 50),
            // A row of its own explains a field better than its type does.
            Kind::Type | Kind::Enum if is_part => self.of_type(aspect, difference).map(|rank| rank + 30),
            Kind::Type | Kind::Enum => self.of_type(aspect, difference),
            Kind::Property | Kind::Relationship | Kind::Member => self.of_part(aspect),
            Kind::Parameter if is_part => self.of_part(aspect).filter(|_| !part.is_empty()),
            // The row of a field explains it better than a route of its page does.
            _ if is_part => self.of_call(aspect, difference).map(|rank| rank + 50),
            // Routes and pages decide where calls are made.
            _ if is_place => self.of_call(aspect, difference).filter(|_| self.is_of_routes()),
            // The name now belongs to the function of another page.
            _ if aspect != Aspect::Features && touched::is_taken(difference) => {
                let moved = place(self.rule, MOVED);
                moved.or_else(|| self.of_call(aspect, difference).map(|rank| rank + MOVED.len()))
            }
            _ => self.of_call(aspect, difference),
        }
    }

    /// An enum or a type that exists because of a row. If there is more to use of it, other places are the reason.
    fn of_made(&self, aspect: Aspect, difference: &Difference<'_>) -> Option<usize> {
        let is_gain = aspect == Aspect::Features && difference.effect == Effect::Compatible;
        let rank = place(self.rule, MAKERS)?;
        (!is_gain).then_some(rank)
    }

    fn is_of_routes(&self) -> bool {
        matches!(self.kind, Kind::Route | Kind::Operation)
    }

    fn is_further_area(&self) -> bool {
        matches!(self.rule, Rule::TypeAreaAdded | Rule::EnumAreaAdded)
    }

    /// A struct, an enum, or a part of it that comes and goes with it.
    fn of_type(&self, aspect: Aspect, difference: &Difference<'_>) -> Option<usize> {
        use Rule as R;
        let item = difference.after.or(difference.before);
        let is_any = item.is_some_and(|item| item.form == Form::Any);
        match aspect {
            // The enum of the kinds of a type is new or gone, although the type is not.
            Aspect::Name if is_any && matches!(self.rule, R::TypeKindsAdded | R::TypeKindsRemoved) => Some(0),
            Aspect::Name if is_any && self.rule == R::TypeRenamed => Some(1),
            // What holds the type holds a choice of its kinds, or no longer does.
            _ if !is_field_of_its_own(aspect, difference)
                && matches!(self.rule, R::TypeKindsAdded | R::TypeKindsRemoved) =>
            {
                Some(2)
            }
            // A further area takes no feature away.
            Aspect::Features if self.is_further_area() && loses_only_features(difference) => None,
            Aspect::Features => place(
                self.rule,
                &[
                    R::TypeAreaChanged,
                    R::TypeAreaRemoved,
                    R::TypeAreaAdded,
                    R::EnumAreaChanged,
                    R::EnumAreaRemoved,
                    R::EnumAreaAdded,
                    R::TypeAdded,
                    R::TypeRemoved,
                    R::TypeReferenced,
                    R::TypeUnreferenced,
                    R::EnumAdded,
                    R::EnumRemoved,
                    R::ValuesAdded,
                    R::ValuesRemoved,
                ],
            ),
            _ => place(
                self.rule,
                &[
                    R::TypeRenamed,
                    R::EnumRenamed,
                    R::TypeAdded,
                    R::TypeRemoved,
                    R::TypeReferenced,
                    R::TypeUnreferenced,
                    R::EnumAdded,
                    R::EnumRemoved,
                    R::ValuesAdded,
                    R::ValuesRemoved,
                    R::EnumFlagsChanged,
                    R::BaseTypeChanged,
                    R::TypeKindsAdded,
                    R::TypeKindsRemoved,
                ],
            ),
        }
    }

    fn of_part(&self, aspect: Aspect) -> Option<usize> {
        use Rule as R;
        let area = [R::PropertyAreaChanged];
        if aspect == Aspect::Features && place(self.rule, &area).is_some() {
            return Some(0);
        }
        let named = [
            R::PropertyRenamed,
            R::RelationshipRenamed,
            R::MemberRenamed,
            R::ParameterRenamed,
            R::PropertySpellingChanged,
            R::ParameterSpellingChanged,
            R::PropertyAdded,
            R::PropertyRemoved,
            R::RelationshipAdded,
            R::RelationshipRemoved,
            R::MemberAdded,
            R::MemberRemoved,
            R::ParameterAdded,
            R::ParameterRemoved,
            R::PropertyTypeChanged,
            R::RelationshipTypeChanged,
            R::ParameterTypeChanged,
            R::PropertyValuesChanged,
            R::PropertySectionChanged,
            R::ParameterFactsChanged,
            R::PropertyAreaChanged,
        ];
        place(self.rule, &named).map(|rank| rank + 1)
    }

    fn of_call(&self, aspect: Aspect, difference: &Difference<'_>) -> Option<usize> {
        use Rule as R;
        let routes = [
            R::RouteMoved,
            R::RouteReplaced,
            R::RouteRemoved,
            R::RouteQueryChanged,
            R::RouteArgumentsChanged,
            R::RouteAdded,
            R::RoutePlaceholdersChanged,
            R::RoutesReordered,
        ];
        let is_function = touched::is_function(difference);
        let own: &[Rule] = match aspect {
            // Rows of a body come and go with its struct, not with the function.
            Aspect::Name | Aspect::Type if is_function => &[R::OperationRemoved, R::OperationAdded, R::OperationMoved],
            Aspect::Name | Aspect::Type => &[
                R::OperationRemoved,
                R::OperationAdded,
                R::OperationMoved,
                R::BodyChanged,
                R::ParameterRenamed,
                R::ParameterSpellingChanged,
                R::ParameterAdded,
                R::ParameterRemoved,
                R::ParameterFactsChanged,
            ],
            Aspect::Features => &[R::OperationAreaChanged, R::RouteMoved],
            Aspect::Header => &[R::HeaderAdded, R::HeaderChanged, R::HeaderRemoved],
            Aspect::Body => &[R::BodyChanged],
            Aspect::Returns => &[R::ResponseChanged, R::StatusChanged],
            Aspect::Path | Aspect::Query | Aspect::Calls => &[],
        };
        // A function of the same name that now belongs to other routes differs in everything.
        let moved = || place(self.rule, &routes).filter(|_| !matches!(aspect, Aspect::Features | Aspect::Header));
        place(self.rule, own).or_else(|| moved().map(|rank| rank + own.len()))
    }
}

/// Whether a field of a struct comes or goes, as inherited ones do with the base. The kinds of a type are variants.
fn is_field_of_its_own(aspect: Aspect, difference: &Difference<'_>) -> bool {
    let item = difference.after.or(difference.before);
    let is_field = |form: &Form| matches!(form, Form::Part { word, .. } if *word != "variant");
    aspect == Aspect::Features || aspect == Aspect::Name && item.is_some_and(|item| is_field(&item.form))
}

/// Whether a feature is lost, and nothing else differs.
fn loses_only_features(difference: &Difference<'_>) -> bool {
    difference.effect == Effect::Incompatible && difference.aspects.iter().all(|aspect| *aspect == Aspect::Features)
}

/// What makes an enum or a type, best first.
const MAKERS: &[Rule] = &[
    Rule::PropertyRenamed,
    Rule::RelationshipRenamed,
    Rule::PropertyAdded,
    Rule::PropertyRemoved,
    Rule::RelationshipAdded,
    Rule::RelationshipRemoved,
    Rule::ParameterAdded,
    Rule::ParameterRemoved,
    Rule::PropertyTypeChanged,
    Rule::RelationshipTypeChanged,
    Rule::ParameterTypeChanged,
    Rule::PropertyValuesChanged,
    Rule::BodyChanged,
    Rule::ResponseChanged,
    Rule::TypeRenamed,
    Rule::TypeAdded,
    Rule::TypeRemoved,
    Rule::OperationAdded,
    Rule::OperationRemoved,
];

/// What takes a function away from its page, best first.
const MOVED: &[Rule] = &[
    Rule::OperationRemoved,
    Rule::OperationMoved,
    Rule::RouteMoved,
    Rule::RouteRemoved,
    Rule::RouteReplaced,
];

fn place(rule: Rule, rules: &[Rule]) -> Option<usize> {
    rules.iter().position(|other| *other == rule)
}
