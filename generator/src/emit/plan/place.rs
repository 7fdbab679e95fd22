//! Where the functions of a module are called.
//!
//! If an operation of the module is documented at several paths, its function takes the place: a value of the module's type
//! `At` for one thing, or `In` for a collection. So do all functions that are called on the same kind of thing, so that a
//! further route does not change how the others are called.

use super::areas::AreaSet;
use super::operation::OperationPlan;
use crate::emit::name::function::Located;
use crate::emit::name::scope::Scope;
use crate::emit::name::{ident, parameter, place};
use crate::model::{Origin, Path, Segment};
use rustc_hash::{FxHashMap, FxHashSet};

/// A type of places.
#[derive(Debug)]
pub(crate) struct PlacePlan {
    /// `At` or `In`.
    pub(crate) name: String,
    /// Whether its places are collections.
    pub(crate) on_many: bool,
    /// The areas whose functions take it.
    pub(crate) areas: AreaSet,
    /// One for each place, in the order of the pages.
    pub(crate) constructors: Vec<Constructor>,
}

/// A documented place.
#[derive(Debug)]
pub(crate) struct Constructor {
    /// `me_calendars`.
    pub(crate) name: String,
    /// One for each placeholder.
    pub(crate) parameters: Vec<String>,
    /// `/me/calendars/{id}/events/{id}`.
    pub(crate) path: String,
    /// The first route that is called there.
    pub(crate) origin: Origin,
}

/// How a function takes its place.
#[derive(Debug)]
pub(crate) struct Placed {
    /// The index of the type among those of the module.
    pub(crate) places: usize,
    /// For each route of the function the constructor's index.
    pub(crate) constructors: Vec<usize>,
}

/// A function of a module: the indices of its operation and of itself there, and the places of its routes.
struct Called {
    operation: usize,
    at: usize,
    spots: Vec<Spot>,
}

/// The place of a route.
struct Spot {
    /// The same for every spelling.
    key: String,
    /// The last word: the kind of thing that is called.
    thing: String,
    path: Path,
    origin: Origin,
}

/// Decides the places of a module, and which of its functions take one.
pub(super) fn plan(module: &[usize], operations: &mut [OperationPlan<'_>], types: &mut Scope) -> Vec<PlacePlan> {
    let mut plans = Vec::new();
    for (on_many, name) in [(false, "At"), (true, "In")] {
        if !has_several_routes(module, operations, on_many) {
            continue;
        }
        let users = users(called(module, operations, on_many));
        if users.is_empty() {
            continue;
        }
        let (constructors, indices) = constructors(&users, operations);
        let mut areas = AreaSet::default();
        for user in &users {
            let constructors = user.spots.iter().filter_map(|spot| indices.get(&spot.key).copied());
            let placed = (plans.len(), constructors.collect());
            if let Some(operation) = operations.get_mut(user.operation) {
                areas.union(&operation.areas);
                operation.place(user.at, placed);
            }
        }
        plans.push(PlacePlan {
            name: types.claim(name),
            on_many,
            areas,
            constructors,
        });
    }
    plans
}

/// Whether any such function of a module has several routes: without one, none takes a place.
fn has_several_routes(module: &[usize], operations: &[OperationPlan<'_>], on_many: bool) -> bool {
    let plans = module.iter().filter_map(|id| operations.get(*id));
    let mut functions = plans.flat_map(|plan| &plan.functions);
    functions.any(|function| function.on_many == on_many && function.routes.len() > 1)
}

/// The functions of a module that are called on one thing, or on a collection.
fn called(module: &[usize], operations: &[OperationPlan<'_>], on_many: bool) -> Vec<Called> {
    let of_plan = |id: usize| {
        let functions = operations.get(id).map_or(&[][..], |plan| &plan.functions);
        let functions = functions
            .iter()
            .enumerate()
            .filter(move |(_, function)| function.on_many == on_many);
        functions.map(move |(at, function)| Called {
            operation: id,
            at,
            spots: function.routes.iter().map(spot).collect(),
        })
    };
    module.iter().flat_map(|id| of_plan(*id)).collect()
}

fn spot(located: &Located<'_>) -> Spot {
    let path = located.place();
    let thing = path.segments().rev().find_map(Segment::name);
    Spot {
        key: path.key().as_str().to_owned(),
        thing: thing
            .map(|name| ident::singular(&ident::squashed(name)))
            .unwrap_or_default(),
        origin: located.route.origin.clone(),
        path,
    }
}

/// Those that take a place: functions with several, and those that are called on the same kinds of things.
fn users(called: Vec<Called>) -> Vec<Called> {
    let has_several = |called: &Called| {
        called
            .spots
            .iter()
            .any(|spot| Some(&spot.key) != called.spots.first().map(|first| &first.key))
    };
    let several = called.iter().filter(|called| has_several(called));
    let things: FxHashSet<String> = several
        .flat_map(|called| &called.spots)
        .map(|spot| spot.thing.clone())
        .collect();
    let takes = |called: &Called| {
        called
            .spots
            .iter()
            .all(|spot| !spot.thing.is_empty() && things.contains(&spot.thing))
    };
    called.into_iter().filter(takes).collect()
}

/// A constructor for each place, and their indices by the key of the place.
fn constructors(users: &[Called], operations: &[OperationPlan<'_>]) -> (Vec<Constructor>, FxHashMap<String, usize>) {
    let mut indices = FxHashMap::default();
    let mut places: Vec<(&Spot, &str)> = Vec::new();
    for user in users {
        let resource = operations
            .get(user.operation)
            .map_or("", |plan| plan.operation.resource.as_str());
        for spot in &user.spots {
            indices.entry(spot.key.clone()).or_insert_with(|| {
                places.push((spot, resource));
                places.len() - 1
            });
        }
    }
    let names = place::names(places.iter().map(|(spot, resource)| (&spot.path, *resource)));
    let constructors = places.iter().zip(names).map(|((spot, _), name)| Constructor {
        name,
        parameters: parameter::names(&[], spot.path.parameters(), []),
        path: spot.path.as_str().to_owned(),
        origin: spot.origin.clone(),
    });
    (constructors.collect(), indices)
}
